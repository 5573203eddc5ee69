using ChatConnector.Engine.Suggesting.Ranking;

namespace ChatConnector.Engine.Suggesting.Learning;

/// <summary>Once there is something new to learn from, an organization's own weights are learned anew in the night.</summary>
public static class Refitting
{
    // When hardly anybody asks or answers, in the organization's own night.
    private static readonly LocalTime Night = new(3, 0);

    /// <summary>The organization's own weights; null for the shipped ones.</summary>
    public static Signs? WeightsOf(Decision d) => d.Read<LearnedWeights>(LearnedWeights.TheKey)?.Weights;

    /// <summary>Somebody helped: there is more to learn tonight, if there is enough already.</summary>
    public static Decision Wish(Decision d)
    {
        if (d.Known.Colleagues.CountHelps() < Fit.FromAsks || d.Read<LearnedWeights>(LearnedWeights.TheKey) is { Pending.IsEmpty: false })
            return d;
        var now = d.Now.InZone(Zones.Find(d.Settings.Zone) ?? DateTimeZone.Utc);
        var night = (now.TimeOfDay < Night ? now.Date : now.Date.PlusDays(1)) + Night;
        return d.Remind(new Reminder(ReminderKind.LearnWeights, null, d.Message.From), now.Zone.AtLeniently(night).ToInstant());
    }

    /// <summary>It is night: learn from the newest asks.</summary>
    public static Decision Learn(Decision d)
    {
        // A decision that lacks a row is thrown away; this one is too dear for that.
        if (d.Read<LearnedWeights>(LearnedWeights.TheKey) is not { } row || d.Known.Lacking.Count > 0)
            return d;
        var examples = d.Known.Colleagues.Answered(Fit.MostAsks);
        return d.Save(Fit.Learn(examples, Weights.Default) is { } fit
            ? row with { BySign = ByName(fit.Weights), Asks = examples.Count, LearnedAt = d.Now, Gain = Math.Round(fit.Gain, 4) }
            : new LearnedWeights { Pending = row.Pending });
    }

    /// <summary>Somebody is forgotten: what was learned from them goes at once, and the next night learns without them.</summary>
    public static Decision Forget(Decision d) => d.Read<LearnedWeights>(LearnedWeights.TheKey) is null ? d : d.Delete(LearnedWeights.TheKey);

    private static ImmutableDictionary<string, double> ByName(Signs weights) =>
        Example.Names.Zip(Example.Vector(weights)).ToImmutableDictionary(pair => pair.First, pair => pair.Second);
}
