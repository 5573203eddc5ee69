namespace ChatConnector.Engine.Hearing;

/// <summary>Small distinctions that go with a verb heard in words, in <see cref="Act.Detail"/>.</summary>
public static class Details
{
    /// <summary>With <see cref="Verb.Greet"/>: they thanked Connector.</summary>
    public const string Thanks = "thanks";

    /// <summary>With <see cref="Verb.Greet"/>: they took leave, or said that all is well.</summary>
    public const string Bye = "bye";

    /// <summary>With <see cref="Verb.GetHelp"/>: a command nobody knows.</summary>
    public const string Unknown = "unknown";

    /// <summary>With <see cref="Verb.SaveProfile"/>: add what the fields say; nothing else changes.</summary>
    public const string Add = "add";
}
