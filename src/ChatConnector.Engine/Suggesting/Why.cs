namespace ChatConnector.Engine.Suggesting;

/// <summary>
/// Why somebody was ranked, by the evidence that counted most. Put into words only when it is told: of thirty who are ranked three are named.
/// </summary>
/// <param name="Query">What was asked for; the words that ask and evidence share are quoted from it.</param>
public readonly record struct Why(Because Because, Query Query)
{
    /// <summary>The topic, title, team or field of a standing reason; of evidence, whom it helped. Empty for other reasons.</summary>
    public string Words { get; init; } = "";

    /// <summary>Of evidence, when it was, in minutes since 1970.</summary>
    public int Minute { get; init; }

    /// <summary>Of evidence, the places in the ask of one or two phrases that it has too; empty for none.</summary>
    public Quote First { get; init; }

    public Quote Second { get; init; }

    public Aside Aside { get; init; }
}

/// <summary>The main reason.</summary>
public enum Because
{
    TheyDeclaredIt, TheyConfirmedIt, OfTheirTitle, OfTheirTeam,
    TheyHelped, TheySteppedIn, TheyWereEndorsed, TheyWereThanked,
    TheyOftenHelpHere, TheyHelpedYou, TheyHelpLately, YouHaveTies, TheyHelpedBefore,
    TheyKnowPeopleThere, TheyKnowPeople,
}

/// <summary>What is said besides.</summary>
public enum Aside
{
    Nothing, YouHaveTies, YouHadTies, TheyOftenHelpHere, OtherTeam,
}

/// <summary>A place in a text.</summary>
public readonly record struct Quote(int From, int Until);
