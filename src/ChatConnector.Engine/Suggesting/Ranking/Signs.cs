namespace ChatConnector.Engine.Suggesting.Ranking;

/// <summary>What speaks for a person, one number per sign; before weighing or after it. Only leaning and here fall below zero.</summary>
/// <param name="Helped">A large part of their helps were with similar asks.</param>
/// <param name="Contributed">What they were thanked or endorsed for, or wrote, is similar.</param>
/// <param name="Leaning">They had to do with similar asks more often than they helped with anything at the time; below zero for less often.</param>
/// <param name="Here">Of what they helped with in channels, more was in this one than of what others did; below zero for less, nothing where the ask is private.</param>
/// <param name="Standing">They say so themselves, or their title does.</param>
/// <param name="Week">They have helped in the last days.</param>
/// <param name="Month">They have helped in the last weeks.</param>
/// <param name="Tie">They have helped this requester before, or the requester them.</param>
/// <param name="Freshness">Little time has passed since they last helped.</param>
public readonly record struct Signs(
    double Helped, double Contributed, double Leaning, double Here, double Standing, double Week, double Month, double Tie, double Freshness)
{
    public double Sum => Helped + Contributed + Leaning + Here + Standing + Week + Month + Tie + Freshness;

    public Signs Times(Signs weights) => new(
        Helped * weights.Helped, Contributed * weights.Contributed, Leaning * weights.Leaning, Here * weights.Here, Standing * weights.Standing,
        Week * weights.Week, Month * weights.Month, Tie * weights.Tie, Freshness * weights.Freshness);
}
