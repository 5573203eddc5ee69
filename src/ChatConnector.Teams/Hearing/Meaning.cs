namespace ChatConnector.Teams.Hearing;

/// <summary>What an activity means for us.</summary>
public abstract record Meaning
{
    private Meaning()
    {
    }

    /// <summary>Nothing. It is answered all the same, or Teams would show an error.</summary>
    public sealed record Nothing(string Why) : Meaning;

    /// <summary>Somebody said something, or brought Connector to a place.</summary>
    public sealed record Said(Message Message) : Meaning;

    /// <summary>Somebody pressed a button that opens no form.</summary>
    public sealed record Pressed(Message Message) : Meaning;

    /// <summary>Somebody wants a form, if there is one for what they did.</summary>
    public sealed record Wants(Message Message) : Meaning;

    /// <summary>Somebody submits a form.</summary>
    /// <param name="Opener">What opened it, in case it has to be shown again.</param>
    public sealed record Submits(Message Message, Act Opener, string Once) : Meaning;

    /// <summary>Teams wants to know what stands on an ask's card for somebody who looks at it. That is nobody's act, and nothing is kept of it.</summary>
    public sealed record Looks(Message Message, AskId Ask) : Meaning;

    /// <summary>Something was pressed or filled in that is not ours, or not any more.</summary>
    public sealed record Stale : Meaning;

    /// <summary>Something was asked for that we do not know.</summary>
    public sealed record Unknown(string Name) : Meaning;

    /// <summary>People came to where Connector is. They are got to know, and nobody is written to.</summary>
    public sealed record Came(IReadOnlyList<Account> People) : Meaning;

    /// <summary>Connector itself came to a place; its people are got to know.</summary>
    public sealed record Arrived : Meaning;

    /// <summary>A channel has this name now.</summary>
    public sealed record Renamed(string Channel, string Name) : Meaning;

    /// <summary>Connector was removed from this conversation, or it is no more.</summary>
    /// <param name="Team">The team whose channels are all meant; empty for this one conversation.</param>
    public sealed record Removed(string Conversation, string Team = "") : Meaning;
}
