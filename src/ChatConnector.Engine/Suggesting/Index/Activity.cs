namespace ChatConnector.Engine.Suggesting.Index;

/// <summary>How much a person has helped, fading with time: each help counts one half after one half-life.</summary>
internal struct Activity
{
    private double week, month, year;

    public static readonly Activity None = new() { LastMinute = int.MinValue };

    /// <summary>When they last helped; <see cref="int.MinValue"/> for never.</summary>
    public int LastMinute { get; private set; }

    public readonly bool IsNone => LastMinute == int.MinValue;

    /// <summary>One more help, not earlier than the last.</summary>
    public void Add(int minute, double weight)
    {
        if (!IsNone)
            (week, month, year) = (week * Fade(minute, 7), month * Fade(minute, 30), year * Fade(minute, 365));
        (week, month, year) = (week + weight, month + weight, year + weight);
        LastMinute = minute;
    }

    public readonly double WeekAt(int now) => IsNone ? 0 : week * Fade(now, 7);

    public readonly double MonthAt(int now) => IsNone ? 0 : month * Fade(now, 30);

    public readonly double YearAt(int now) => IsNone ? 0 : year * Fade(now, 365);

    /// <summary>What is left after a time; evidence from the future counts as of now.</summary>
    public static double Fade(double minutes, double halfLifeDays) => double.Exp2(-Math.Max(0, minutes) / (halfLifeDays * 1440));

    private readonly double Fade(int now, double halfLifeDays) => Fade((double)now - LastMinute, halfLifeDays);
}
