namespace ChatConnector.Engine;

/// <summary>Something heard: from a person, from the directory, from a reminder that has come due, or of a card that cannot be shown.</summary>
/// <param name="Id">Deterministic, so that hearing it twice can be noticed.</param>
/// <param name="From">Who said it; for reminders, whom it concerns; for a card that cannot be shown, who was to see it.</param>
/// <param name="Place">Where it was said.</param>
/// <param name="At">When it was heard. All time in the engine comes from here.</param>
/// <param name="Luck">Random bits drawn at the edge. All luck in the engine comes from here.</param>
public sealed record Message(MessageId Id, OrganizationId Organization, TeammateId From, Place Place, Instant At, Guid Luck, Said Said)
{
    /// <summary>What the directory says of the one who speaks, where the adapter had to look; a teammate who is known already stays as known.</summary>
    public DirectoryEntry? Speaker { get; init; }
}

/// <summary>What was said, in neutral form.</summary>
public abstract record Said
{
    private Said()
    {
    }

    /// <summary>Free text to Connector. People in it stand as <c>&lt;@teammate-id&gt;</c>; Connector's own mention is stripped.</summary>
    /// <param name="Text">The words.</param>
    /// <param name="Mentioned">Whether Connector was mentioned in a channel or group, rather than written to privately.</param>
    public sealed record Words(string Text, bool Mentioned = false) : Said
    {
        /// <summary>How the platform names these words when it tells that they were changed or deleted; null where it names the message.</summary>
        public MessageId? NamedAs { get; init; }
    }

    /// <summary>A slash command or its like: <c>ask</c>, <c>thanks</c>, <c>connector</c>, and the text after it.</summary>
    public sealed record Command(string Name, string Text) : Said;

    /// <summary>A button pressed or a form submitted.</summary>
    public sealed record Acted(Act Act) : Said;

    /// <summary>A reminder has come due.</summary>
    public sealed record Due(Reminder Reminder) : Said;

    /// <summary>The directory tells of a teammate: new, or changed.</summary>
    public sealed record Joined(DirectoryEntry Entry) : Said;

    /// <summary>The directory tells all the groups and open channels this teammate belongs to, the most telling first.</summary>
    /// <param name="Names">As people know them: <c>#help-postgres</c>, <c>@payments-oncall</c>.</param>
    public sealed record Belongs(ImmutableList<string> Names) : Said;

    /// <summary>The directory says that this teammate's account is closed.</summary>
    public sealed record Left : Said;

    /// <summary>The teammate opened their home page.</summary>
    public sealed record OpenedHome : Said;

    /// <summary>Connector was added to the place the message comes from.</summary>
    public sealed record Added : Said;

    /// <summary>The author changed words they had said before.</summary>
    /// <param name="Original">The message that had said them, or <see cref="Words.NamedAs"/>.</param>
    /// <param name="Text">As <see cref="Words.Text"/>.</param>
    public sealed record Corrected(MessageId Original, string Text) : Said;

    /// <summary>The author deleted words they had said before.</summary>
    /// <param name="Original">As <see cref="Corrected.Original"/>.</param>
    public sealed record TakenBack(MessageId Original) : Said;

    /// <summary>A platform will never show this card where it was to stand: the channel is closed, or nobody may write to that person.</summary>
    public sealed record Refused(CardKey Card) : Said;
}

/// <summary>What the directory says of a person. A null field is not known and changes nothing.</summary>
/// <param name="Zone">IANA or Windows time zone id.</param>
/// <param name="Outside">A guest or a person of another organization: sees no suggestions and is never suggested.</param>
public sealed record DirectoryEntry(string Name, string? Title = null, string? Team = null, string? Zone = null, bool Outside = false, bool Admin = false);
