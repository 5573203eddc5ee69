namespace ChatConnector.Engine;

/// <summary>Why Connector speaks to somebody. Decides whose budget it costs and whether it may wait.</summary>
public enum Contact
{
    /// <summary>An answer to what this person just did. Costs no budget and is always sent.</summary>
    Reply,

    /// <summary>"Could you help?" Counted against the colleague's own capacity.</summary>
    Invitation,

    /// <summary>News this person waits for: an offer, a lead, an introduction, thanks, an outcome. Costs no budget; waits for working hours.</summary>
    News,

    // Proactive, in order of priority; all share the attention budget.
    Promise, Unanswered, Thank, Outcome, Hello, PayForward,
}

/// <summary>Something the engine wants done outside. Carried out after the decision is committed, and only then.</summary>
public abstract record Effect
{
    private Effect()
    {
    }

    /// <summary>Show a card in a place. A card whose key was shown before is edited in place.</summary>
    /// <param name="To">Where.</param>
    /// <param name="Key">Names the card for later edits; null for a card that is never edited.</param>
    /// <param name="Contact">Why; checked again when it is sent.</param>
    /// <param name="OnlyFor">In a channel or group: visible to this teammate alone.</param>
    public sealed record Tell(Place To, CardKey? Key, Card Card, Contact Contact, TeammateId? OnlyFor = null) : Effect;

    /// <summary>Change a card that was shown before. If it never was, nothing happens: an edit makes no sound.</summary>
    public sealed record Edit(CardKey Key, Card Card) : Effect;

    /// <summary>Take a card that was shown before off the screen, for good: whatever is said of it later changes nothing. If it never was shown, nothing happens.</summary>
    /// <param name="Otherwise">What it shows where the platform lets nobody take it away.</param>
    public sealed record TakeAway(CardKey Key, Card Otherwise) : Effect;

    /// <summary>Bring people together in a conversation of their own and open it.</summary>
    /// <param name="Key">Names the opening card.</param>
    /// <param name="People">Everybody in it; the first is the one who goes first.</param>
    /// <param name="Draft">A first message in the starter's own voice, for platforms where a bot may only prepare one.</param>
    /// <param name="Near">Where everybody knows of the ask already; the introduction may be made there if it cannot be made in private.</param>
    public sealed record Introduce(CardKey Key, IReadOnlyList<TeammateId> People, Card Opening, string Draft, Place? Near = null) : Effect;

    /// <summary>Publish a teammate's home page.</summary>
    public sealed record ShowHome(TeammateId Of, Card Home) : Effect;

    /// <summary>Be woken.</summary>
    public sealed record Remind(Pending Pending) : Effect;

    /// <summary>Erase everything kept about a person, wherever it rests.</summary>
    public sealed record Forget(TeammateId Who) : Effect;
}
