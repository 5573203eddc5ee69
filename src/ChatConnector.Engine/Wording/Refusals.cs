namespace ChatConnector.Engine.Wording;

/// <summary>Kind ways to say that something cannot be done.</summary>
public static class Refusals
{
    public static readonly Text NotPossible = Text.Of("That doesn't work from here, sorry. Nothing has changed. Say 'help' and I'll show you what does.");

    public static readonly Text OnlyForTeammates = Text.Of("I can only connect people who belong to this organization. If that should be you, its admin can help.");

    public static readonly Text OnlyForAdmins = Text.Of("Only the people who look after me here can do that.");

    /// <summary>Also said to those who may not know that the ask exists.</summary>
    public static readonly Text Gone = Text.Of("That one is no longer available. Nothing more to do.");

    public static readonly Text ThatIsYou = Text.Of("That's your own ask. It's in good hands, yours included.");

    public static readonly Text OnlyTheRequester = Text.Of("Only the person who asked can do that.");

    public static readonly Text AnsweredAlready = Text.Of("This one is settled for you already. Thank you for being there.");

    public static Text Ended(Ask ask) => ask.Stage switch
    {
        Stage.Solved => Text.Of("This one is solved. Thank you for being there."),
        Stage.Withdrawn => Text.Of("This ask was withdrawn, so there's nothing more to do."),
        _ => Text.Of("This ask is closed, so there's nothing more to do."),
    };

    public static Card Card(Text why) => Wording.Card.Of("refusal", why);
}
