namespace ChatConnector.Simulation;

/// <summary>How likely each misfortune is at every step where it can happen.</summary>
public sealed record Faults
{
    /// <summary>Nothing ever goes wrong.</summary>
    public static readonly Faults None = new();

    public double Crash { get; init; }

    public double Pause { get; init; }

    /// <summary>A storage or queue call fails and nothing happened.</summary>
    public double FailBefore { get; init; }

    /// <summary>A storage or queue call fails although it happened.</summary>
    public double FailAfter { get; init; }

    /// <summary>A commit loses a race nobody ran.</summary>
    public double Conflict { get; init; }

    /// <summary>The platform says it is busy.</summary>
    public double Busy { get; init; }

    /// <summary>The platform does not answer; the card may be shown or not.</summary>
    public double NoAnswer { get; init; }

    /// <summary>Whoever is to be shown something can be shown nothing more, or a channel is closed: from now on, and for good.</summary>
    public double Closing { get; init; }

    /// <summary>A message arrives again although it was accepted.</summary>
    public double Duplicate { get; init; }

    /// <summary>How often a storage outage of minutes begins, per message.</summary>
    public double Outage { get; init; }

    public bool Any => this != None;

    /// <summary>Seeded weather: from a calm day to everything at once.</summary>
    public static Faults Draw(Random luck)
    {
        double Upto(double most) => luck.Next(3) == 0 ? luck.NextDouble() * most : 0;
        return new Faults
        {
            Crash = Upto(0.02),
            Pause = Upto(0.005),
            FailBefore = Upto(0.03),
            FailAfter = Upto(0.03),
            Conflict = Upto(0.05),
            Busy = Upto(0.20),
            NoAnswer = Upto(0.20),
            Duplicate = Upto(0.5),
            Outage = Upto(0.2),
            Closing = Upto(0.1),
        };
    }

    /// <summary>How long a step across the border takes.</summary>
    public TimeSpan Latency(Random luck) => TimeSpan.FromMilliseconds(Any ? luck.Next(1, 30) : 1);
}
