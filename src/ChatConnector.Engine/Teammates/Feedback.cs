namespace ChatConnector.Engine.Teammates;

/// <summary>What people think of Connector goes to whoever looks after it, word for word.</summary>
public static class Feedback
{
    public static Decision Send(Decision d, Act act)
    {
        var text = Mentions.ToNames(d, act.Field(Fields.Text));
        if (text.Length == 0)
            return d.Reply(General.OpenForm(new Act(Verb.GiveFeedback)));
        var admins = d.Settings.Admins.FindAll(a => d.Teammate(a).IsHere);
        if (admins.IsEmpty)
            return d.Reply(FeedbackCards.NobodyToTell(text));
        var unnamed = act.Field(Fields.Anonymous) == Fields.Yes;
        return admins.Aggregate(d, (so, admin) => so.Tell(admin, new CardKey($"feedback/{d.Message.Id}/{admin}"), FeedbackCards.Received(d.Me, text, unnamed), Contact.News))
            .Reply(FeedbackCards.PassedOn());
    }
}
