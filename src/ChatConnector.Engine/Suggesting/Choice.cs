namespace ChatConnector.Engine.Suggesting;

/// <summary>Who was named for an ask, and everybody who was considered. For the eyes of whoever runs Connector; a requester only hears names and reasons.</summary>
/// <param name="People">The best of the ranking, in its order, whatever fairness says of them.</param>
/// <param name="Named">Best first, with the load taken off, and the last place kept for somebody new.</param>
public sealed record Choice(IReadOnlyList<Considered> People, IReadOnlyList<Considered> Named)
{
    /// <summary>Who would have had the last place, had it not been kept for somebody rarely asked or from outside the circle; null when nobody gave way.</summary>
    public Considered? GaveWay { get; init; }
}

/// <summary>Somebody who was considered for an ask.</summary>
/// <param name="Penalty">Points taken off for recent invitations.</param>
public sealed record Considered(Candidate Candidate, double Penalty, bool IsRarelyAsked)
{
    /// <summary>How the score came about; null for people who are asked because they know people.</summary>
    public Explanation? Parts { get; init; }

    /// <summary>Has been asked about this already.</summary>
    public bool WasAsked { get; init; }

    /// <summary>Why they are left in peace now; null when they need not be.</summary>
    public Hindrance? Hindrance { get; init; }

    /// <summary>One of the busiest, who get more than their share and had their one invitation of the week.</summary>
    public bool IsGuarded { get; init; }

    /// <summary>Nothing of theirs covers enough of the ask.</summary>
    public bool IsTooWeak { get; init; }

    /// <summary>With the load taken off.</summary>
    public double Score => Candidate.Score - Penalty;

    /// <summary>Of another team, or without a live tie to the requester; a dormant tie is worth waking.</summary>
    public bool IsFar => Candidate.IsOtherTeam || !Candidate.HasTie || Candidate.IsDormantTie;

    public bool MayBeNamed => !WasAsked && Hindrance is null && !IsGuarded && !IsTooWeak;

    public Suggestion Suggestion => new(Candidate.Who, Candidate.Reason) { RarelyAsked = IsRarelyAsked };

    internal Considered IfRelevant(Settings settings) => this with { IsTooWeak = Candidate.Relevance < settings.Inviting.LeastRelevance };
}
