namespace ChatConnector.Engine.Asks;

/// <summary>An ask is posted: it goes ahead as heard, with a receipt that can be edited or withdrawn.</summary>
public static class Posting
{
    private const int AsksKept = 50;

    public static Decision Post(Decision d, Act act)
    {
        var need = Mentions.ToNames(d, act.Field(Fields.Need));
        var most = d.Settings.Asks;
        if (need.Length == 0)
            return d.Reply(General.OpenForm(new Act(Verb.WriteAsk)));
        if (need.Length > most.LongestNeed)
            return Keep(d, act).Reply(AskCards.TooLong(need, most.LongestNeed));
        var open = OpenAsks(d, d.Me);
        if (open.Count >= most.MostOpen)
            return Keep(d, act).Reply(AskCards.TooMany(most.MostOpen, open));
        if (TooFastUntil(d) is { } until)
            return Keep(d, act).Reply(AskCards.TooFast(Times.Moment(until, OfficeHours.Of(d.Me, d.Settings), d.Now)));
        if (Distress.IsHeardIn(need) && d.Settings.Resources.Length > 0)
            return Keep(d, act).Reply(AskCards.Distress(d.Settings));
        return Open(d, Read(d, act, need));
    }

    /// <summary>The author knows what help there is and wants it to be an ordinary ask.</summary>
    public static Decision PostAnyway(Decision d)
    {
        var draft = d.Read<Draft>(Draft.KeyOf(d.Message.From));
        return draft is null
            ? d.Reply(Refusals.Card(Refusals.Gone))
            : Open(d, Read(d, new Act(Verb.PostAsk) { Fields = draft.Fields }, draft.Fields.GetValueOrDefault(Fields.Need, "")));
    }

    /// <summary>A person's open asks, oldest first.</summary>
    public static IReadOnlyList<Ask> OpenAsks(Decision d, Teammate requester) =>
        [.. requester.Asks.Select(id => d.Ask(id)).OfType<Ask>().Where(a => a.IsOpen)];

    private static Decision Keep(Decision d, Act act) => Drafting.Keep(d, new Draft(d.Message.From, act.Fields, d.Message.Place));

    private static Ask Read(Decision d, Act act, string need)
    {
        var audience = act.Field(Fields.Audience);
        var here = d.Message.Place.Kind == PlaceKind.Channel ? d.Message.Place : null;
        var anonymous = audience == nameof(Ask.Anonymous) || act.Field(Fields.Anonymous) == Fields.Yes;
        // Asked aloud in a channel it is open there; a form says for itself who may see it.
        var inChannel = here is not null && !anonymous && (audience is "" or nameof(Audience.Channel));
        return Editing.Apply(new Ask(new AskId(d.Message.Luck.ToString("N")), d.Message.From, need, d.Now), act) with
        {
            Need = need,
            Anonymous = anonymous,
            Audience = inChannel ? Audience.Channel : Audience.InvitedOnly,
            Place = here,
            Channels = inChannel ? 1 : 0,
            Source = d.Message.Said is Said.Words words ? words.NamedAs ?? d.Message.Id : null,
            Wanted = int.TryParse(act.Field(Fields.Wanted), out var wanted) ? Math.Clamp(wanted, 1, 3) : 1,
        };
    }

    private static Decision Open(Decision d, Ask ask)
    {
        ask = ask with { Topics = [.. Topics.In(ask.Need, d.Settings)] };
        var me = d.Me;
        d = Noticeboard.Add(d.Save(ask), ask).Delete(Draft.KeyOf(me.Id)).Save(me with
        {
            Asks = me.Asks.Add(ask.Id).TakeLast(AsksKept).ToImmutableList(),
            WasEncouraged = true,
        });
        var reportAt = Ladder.ReportAt(d, ask);
        d = d.Do(new Effect.Tell(Place.PrivateWith(me.Id), Keys.Receipt(ask), AskCards.Receipt(d, ask, reportAt), Contact.Reply));
        if (ask.Audience == Audience.Channel && ask.Place is { } place)
            d = d.Do(new Effect.Tell(place, Keys.Open(ask), AskCards.Open(d, ask), Contact.News));
        d = Proposing.Show(Ladder.Begin(d, ask), ask.Id);
        return OpenLoops.Mention(d, ask.Id);
    }

    /// <summary>When the next ask may go out, if there were too many in the last hour or day.</summary>
    private static Instant? TooFastUntil(Decision d)
    {
        var most = d.Settings.Asks;
        var posted = d.Me.Asks.Select(id => d.Ask(id)).OfType<Ask>().Select(a => a.PostedAt).OrderDescending().ToList();
        Instant? Over(int count, Duration span) => posted.Count >= count && posted[count - 1] + span > d.Now ? posted[count - 1] + span : null;
        return Over(most.MostPerHour, Duration.FromHours(1)) ?? Over(most.MostPerDay, Duration.FromDays(1));
    }
}
