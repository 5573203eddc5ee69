namespace ChatConnector.Engine.Wording;

/// <summary>Which verbs open a form.</summary>
public static class Forms
{
    private static readonly ImmutableHashSet<Verb> Opening =
    [
        Verb.WriteAsk, Verb.RewriteAsk, Verb.GiveFeedback, Verb.ChoosePeople, Verb.ChooseChannel, Verb.ExplainWhy, Verb.ChooseDate,
        Verb.ThinkOfSomeone, Verb.WritePointer, Verb.ShareLead, Verb.AnswerAsSteward, Verb.WriteThanks, Verb.AddDetail, Verb.ReplyToThanks,
        Verb.TellOutcome, Verb.CloseLoopFirst, Verb.GiveBack, Verb.SayHello, Verb.EditProfile, Verb.EditPreferences, Verb.ChoosePause, Verb.ChooseAvoid, Verb.EditSettings,
    ];

    public static IEnumerable<Verb> Openers => Opening;

    public static bool Opens(Verb verb) => Opening.Contains(verb);
}
