namespace ChatConnector.Engine.Asks;

/// <summary>Which ask is meant by "withdraw it", said without pointing at one.</summary>
public static class Meaning
{
    private static readonly ImmutableHashSet<Verb> AboutMyAsk = [Verb.RewriteAsk, Verb.WithdrawAsk, Verb.MarkSolved];

    /// <summary>The only open ask, if there is just one; words that wait to become one; otherwise the list to choose from.</summary>
    public static Act Of(Decision d, Act heard)
    {
        if (heard.Ask is not null || !AboutMyAsk.Contains(heard.Verb))
            return heard;
        if (heard.Verb == Verb.WithdrawAsk && d.Read<Draft>(Draft.UnclearKeyOf(d.Message.From)) is not null)
            return new Act(Verb.Dismiss);
        return Posting.OpenAsks(d, d.Me) is [var only] ? heard with { Ask = only.Id } : new Act(Verb.ListAsks);
    }
}
