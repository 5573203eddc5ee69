using ChatConnector.Engine.Suggesting.Index;

namespace ChatConnector.Engine.Suggesting.Ranking;

/// <summary>
/// Turns what was gathered of a person into signs. Most are shares of what all candidates have together, on a logarithmic scale,
/// so that signs multiply rather than add; nothing gathered is no sign.
/// </summary>
internal sealed class Signing(Knowledge knowledge)
{
    // The share that counts as next to nothing.
    private const double Floor = 0.005;
    private const double TieFloor = 0.02;

    // Helps that everybody is taken to have had with other things, so that a single one makes nobody a specialist.
    private const double OtherHelps = 10;

    // What nobody has: keeps a share small while there is little to share.
    private const double UnclaimedVotes = 0.005;
    private const double UnclaimedHelps = 2;
    private const double UnclaimedTies = 0.1;

    // Similar asks that everybody is taken to have had in the usual number.
    private const double UsualAsks = 2;

    // Helps in this channel that everybody is taken to have had in the usual number.
    private const double UsualHelps = 2;

    // A tie stronger than this counts less again: people who help each other all the time need no Connector.
    private const double TieBestAt = 6;

    // Six hours: more recently is all the same.
    private const double JustNowDays = 0.25;

    // Ten years: longer ago, or never, is all the same.
    private const double LongAgoDays = 3650;

    public void Count(ref Tally tally, int now, ref Shared all)
    {
        var activity = knowledge.People[tally.Person].Activity;
        (tally.Week, tally.Month, tally.Year) = (activity.WeekAt(now), activity.MonthAt(now), activity.YearAt(now));
        all.Helped += PartOf(tally.Helped, tally.Year);
        all.Contributed += PartOf(tally.Contributed, tally.Year);
        all.Week += tally.Week;
        all.Month += tally.Month;
        all.Tie += Strength(tally.Tie);
    }

    public Signs Of(Workbench bench, int place, int now, in Shared all)
    {
        ref readonly var tally = ref bench[place];
        var person = knowledge.People[tally.Person];
        return new Signs(
            Helped: Sign(PartOf(tally.Helped, tally.Year) / (all.Helped + UnclaimedVotes), Floor),
            Contributed: Sign(PartOf(tally.Contributed, tally.Year) / (all.Contributed + UnclaimedVotes), Floor),
            Leaning: Math.Log((tally.Helped.Plain + tally.Contributed.Plain + UsualAsks) / (bench.Calls.ExpectedOf(person.Months) + UsualAsks)),
            Here: Here(person, bench.Channel),
            Standing: Sign(Bounded(tally.Standing.Sum), Floor),
            Week: Sign(tally.Week / (all.Week + UnclaimedHelps), Floor),
            Month: Sign(tally.Month / (all.Month + UnclaimedHelps), Floor),
            Tie: Sign(Strength(tally.Tie) / (all.Tie + UnclaimedTies), TieFloor),
            Freshness: Math.Log((JustNowDays + LongAgoDays) / (JustNowDays + DaysSince(person.Activity, now))));
    }

    // How much of all a person does is like this ask.
    private static double PartOf(in Votes votes, double year) => votes.Sum / (year + OtherHelps);

    // Beside what others do: a share of one's own would turn every help in a quiet channel against whoever gave it.
    private double Here(Person person, Channel? channel)
    {
        if (channel is null)
            return 0;
        var here = channel.HelpsOf(person.Number);
        var others = (channel.Timeline.Count - here + 1.0) / (knowledge.Channels.Helps - person.HelpsInChannels + 1);
        return Math.Log((here + UsualHelps) / (person.HelpsInChannels * others + UsualHelps));
    }

    // One topic that meets the ask is one; many together are never two, but each of them counts.
    private static double Bounded(double sum) => sum <= 1 ? sum : 2 - 1 / sum;

    private static double DaysSince(Activity activity, int now) =>
        activity.IsNone ? LongAgoDays : Math.Clamp(((double)now - activity.LastMinute) / 1440, 0, LongAgoDays);

    private static double Sign(double share, double floor) => share > 0 ? Math.Log(1 + share / floor) : 0;

    // Rises to its best and falls again: somebody known a little brings more that is new than one's closest colleague.
    private static double Strength(double tie) => tie / (1 + tie / TieBestAt * (tie / TieBestAt));
}

/// <summary>What all candidates have together.</summary>
internal struct Shared
{
    public double Helped, Contributed, Week, Month, Tie;
}
