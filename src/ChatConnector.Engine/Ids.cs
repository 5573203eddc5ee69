namespace ChatConnector.Engine;

/// <summary>The boundary of data and people; one or more workspaces belong to it.</summary>
public readonly record struct OrganizationId(string Text)
{
    public override string ToString() => Text;
}

/// <summary>A person of the organization, on whichever platforms they have accounts.</summary>
public readonly record struct TeammateId(string Text)
{
    public override string ToString() => Text;
}

/// <summary>One ask; 128 random bits in hexadecimal, so it cannot be guessed.</summary>
public readonly record struct AskId(string Text)
{
    public override string ToString() => Text;
}

/// <summary>Deterministic id of something heard: the same event always has the same id, however often it arrives.</summary>
public readonly record struct MessageId(string Text)
{
    public override string ToString() => Text;
}

/// <summary>Names one card for its whole life, so that it can be edited in place instead of posted again.</summary>
public readonly record struct CardKey(string Text)
{
    public override string ToString() => Text;

    /// <summary>The ask it is about, if it is about one.</summary>
    public AskId? Ask => Text.IndexOf('/', StringComparison.Ordinal) is > 0 and var end ? new AskId(Text[..end]) : null;

    /// <summary>The card of one kind that one teammate sees about one ask.</summary>
    public static CardKey For(AskId ask, string kind, TeammateId? reader = null) =>
        new(reader is { } r ? $"{ask}/{kind}/{r}" : $"{ask}/{kind}");
}
