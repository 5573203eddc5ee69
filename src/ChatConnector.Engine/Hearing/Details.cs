namespace ChatConnector.Engine.Hearing;

/// <summary>Small distinctions that go with a verb heard in words, in <see cref="Act.Detail"/>.</summary>
public static class Details
{
    /// <summary>With <see cref="Verb.Greet"/>: they thanked Connector.</summary>
    public const string Thanks = "thanks";

    /// <summary>With <see cref="Verb.Greet"/>: they took leave.</summary>
    public const string Bye = "bye";

    /// <summary>With <see cref="Verb.Greet"/>: they said that all is well.</summary>
    public const string Fine = "fine";

    /// <summary>With <see cref="Verb.Greet"/>: yes, to whatever was asked last.</summary>
    public const string Yes = "yes";

    /// <summary>With <see cref="Verb.Greet"/>: no, to whatever was asked last.</summary>
    public const string No = "no";

    /// <summary>With <see cref="Verb.GetHelp"/>: they want to know who sees and keeps what.</summary>
    public const string Privacy = "privacy";

    /// <summary>With <see cref="Verb.Greet"/>: they are happy to help, and it is not said whom.</summary>
    public const string Helpful = "helpful";

    /// <summary>With <see cref="Verb.SeeStatus"/>: only what waits for their answer.</summary>
    public const string Waiting = "waiting";

    /// <summary>With <see cref="Verb.GetHelp"/>: a command nobody knows.</summary>
    public const string Unknown = "unknown";

    /// <summary>With <see cref="Verb.SaveProfile"/>: add what the fields say; nothing else changes.</summary>
    public const string Add = "add";
}
