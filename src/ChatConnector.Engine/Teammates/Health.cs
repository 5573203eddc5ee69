namespace ChatConnector.Engine.Teammates;

/// <summary>What is counted, month by month. Never who.</summary>
public enum Measure
{
    Asks,

    /// <summary>Different people who asked in the month.</summary>
    Askers,

    /// <summary>Asks that somebody answered within a working day: an offer, a lead, a referral.</summary>
    AnsweredInOneDay,
    AnsweredInTwoDays,
    Introductions,
    AcrossTeams,
    Helped,
    ThankedInTwoDays,

    /// <summary>Helpers who heard, within six weeks, how it turned out.</summary>
    OutcomesTold,
    Paused,
    TurnedOff,
}

/// <summary>
/// A part of one month's counters. A month is kept in a few parts, so that a busy organization does not queue for one row;
/// its figures are the sums.
/// </summary>
/// <param name="Month">As in <c>2026-11</c>.</param>
public sealed record Health(string Month, int Part) : Row
{
    private const int Parts = 4;

    public ImmutableDictionary<Measure, int> Counts { get; init; } = ImmutableDictionary<Measure, int>.Empty;

    public override string Key => KeyOf(Month, Part);

    /// <summary>One month's figures.</summary>
    public static Figures Of(Decision d, LocalDate month) => new([.. Enumerable.Range(0, Parts).Select(part => d.Read<Health>(KeyOf(Name(month), part))).OfType<Health>()]);

    /// <summary>Add one to a figure of the month in which something happened.</summary>
    public static Decision Count(Decision d, Measure measure, Instant happened)
    {
        var month = Name(MonthOf(d, happened));
        var part = d.Message.Luck.ToByteArray()[0] % Parts;
        var row = d.Read<Health>(KeyOf(month, part)) ?? new Health(month, part);
        return d.Save(row with { Counts = row.Counts.SetItem(measure, row.Counts.GetValueOrDefault(measure) + 1) });
    }

    /// <summary>The first day of the month, in the organization's zone.</summary>
    public static LocalDate MonthOf(Decision d, Instant at) =>
        at.InZone(Zones.Find(d.Settings.Zone) ?? DateTimeZone.Utc).Date.With(DateAdjusters.StartOfMonth);

    private static string Name(LocalDate month) => $"{month.Year:D4}-{month.Month:D2}";

    private static string KeyOf(string month, int part) => $"health|{month}|{part}";
}

/// <summary>The figures of one month, all parts together.</summary>
public sealed record Figures(IReadOnlyList<Health> Parts)
{
    public int this[Measure measure] => Parts.Sum(p => p.Counts.GetValueOrDefault(measure));
}
