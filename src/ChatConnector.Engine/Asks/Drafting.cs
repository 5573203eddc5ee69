namespace ChatConnector.Engine.Asks;

/// <summary>Words wait to become an ask, or to be thrown away.</summary>
public static class Drafting
{
    public const string Here = "here";
    public const string Quietly = "quietly";

    private static readonly Duration KeptFor = Duration.FromDays(7);

    public static Decision Keep(Decision d, Draft draft) =>
        d.Save(draft).Remind(new Reminder(ReminderKind.ForgetDrafts, null, draft.Author), d.Now + KeptFor);

    public static Decision Forget(Decision d, TeammateId author) => Drop(Drop(d, Draft.KeyOf(author)), Draft.UnclearKeyOf(author));

    /// <summary>Not understood: the words are kept, and making them an ask is one press.</summary>
    public static Decision Unclear(Decision d, Act act)
    {
        var words = Mentions.ToNames(d, act.Field(Fields.Text));
        if (!d.Me.IsHere || words.Length == 0)
            return SmallTalk.Greet(d, act);
        var draft = new Draft(d.Message.From, ImmutableDictionary<string, string>.Empty.Add(Fields.Need, words), d.Message.Place) { Unclear = true };
        return Keep(d, draft).Reply(General.NotUnderstood(words, d.Message.Place.Kind == PlaceKind.Channel));
    }

    /// <summary>The words that were not understood become an ask, posted as if it had been said so where they were said.</summary>
    public static Decision MakeAsk(Decision d, Act act)
    {
        if (d.Read<Draft>(Draft.UnclearKeyOf(d.Message.From)) is not { } draft)
            return d.Reply(General.OpenForm(new Act(Verb.WriteAsk), "I don't have those words any more. What do you need a hand with?", "Ask for a hand"));
        var audience = act.Detail switch
        {
            Here => nameof(Audience.Channel),
            Quietly => nameof(Audience.InvitedOnly),
            _ => null,
        };
        var said = d with { Message = d.Message with { Place = draft.Place } };
        var ask = Listener.Hear(new Said.Command("ask", draft.Fields.GetValueOrDefault(Fields.Need, "")), OfficeHours.Of(d.Me, d.Settings).DateAt(d.Now));
        var posted = Posting.Post(said.Delete(draft.Key), ask.With(Fields.Audience, audience));
        return posted with { Message = d.Message };
    }

    private static Decision Drop(Decision d, string key) => d.Read<Draft>(key) is null ? d : d.Delete(key);
}
