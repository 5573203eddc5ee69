namespace ChatConnector.Engine.Suggesting.Ranking;

/// <summary>What the search has gathered for one person.</summary>
internal struct Tally
{
    public int Person;
    public Votes Helped, Contributed, Standing;

    /// <summary>Whether the requester may hear their name; told before the signs are counted.</summary>
    public bool MayBeNamed;

    /// <summary>What is left by now of all their helps, one half after a week, a month and a year.</summary>
    public double Week, Month, Year;

    /// <summary>Helps to the requester and helps of the requester's, fading over a year.</summary>
    public double Tie;

    /// <summary>Whether they helped the requester, rather than the other way round.</summary>
    public bool HelpedRequester;

    /// <summary>When requester and colleague last had to do with each other; <see cref="int.MinValue"/> for never.</summary>
    public int LastTogether;

    public static Tally Of(int person) => new() { Person = person, Helped = Votes.None, Contributed = Votes.None, Standing = Votes.None, LastTogether = int.MinValue };

    public readonly bool HasTie => LastTogether != int.MinValue;

    /// <summary>How much of the ask one document of theirs covers, at best: 0 to 1.</summary>
    /// <remarks>Beyond the ninth decimal live only the traces of the order of summing.</remarks>
    public readonly double Relevance => Math.Round(Math.Max(Helped.Covers, Math.Max(Contributed.Covers, Standing.Covers)), 9);
}

/// <summary>The votes of a person's documents on one shelf.</summary>
internal struct Votes
{
    /// <summary>Sharpened votes, fading; and plain ones, which do not fade.</summary>
    public double Sum, Plain;
    public double Covers;

    /// <summary>The document with the largest vote; -1 for none.</summary>
    public int Best;
    private double bestVote;

    public static readonly Votes None = new() { Best = -1 };

    /// <param name="weight">How much it counts beside others of its kind.</param>
    /// <param name="fades">What is left of it after the time.</param>
    /// <param name="covers">How much it has to do with the ask, 0 to 1.</param>
    public void Add(int document, double weight, double fades, double covers)
    {
        // A document that meets twice as much counts four times as much.
        var vote = weight * fades * covers * covers;
        Sum += vote;
        Plain += weight * covers;
        Covers = Math.Max(Covers, covers);
        if (vote > bestVote)
            (Best, bestVote) = (document, vote);
    }
}
