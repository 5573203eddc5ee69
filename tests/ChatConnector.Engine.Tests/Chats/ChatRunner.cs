using System.Text;

namespace ChatConnector.Engine.Tests.Chats;

/// <summary>Plays a story and writes it down again, with what Connector really does in it.</summary>
internal sealed class ChatRunner(ChatScript script)
{
    private readonly Workplace place = new(StepReader.FirstMonday.AtMidnight().InUtc().ToInstant());
    private readonly Dictionary<TeammateId, Form> openForms = [];
    private readonly Dictionary<TeammateId, Message> lastWords = [];
    private readonly HashSet<TeammateId> cast = [];
    private readonly Transcript transcript = new();

    public Coverage Seen => place.Seen;

    /// <summary>The story as it really goes, in the same format.</summary>
    public string Play()
    {
        foreach (var line in script.Lines)
        {
            try
            {
                Play(line);
            }
            catch (FormatException wrong)
            {
                throw new FormatException($"{script.Name}:{line.Number}: {wrong.Message}\n    {line.Raw}", wrong);
            }
        }
        return transcript.ToString();
    }

    private void Play(ChatScript.Line line)
    {
        switch (line.Step)
        {
            case Step.Setting setting:
                transcript.Write(line.Raw);
                Cast.Apply(place, setting);
                break;
            case Step.TimePasses passes:
                transcript.Write(line.Raw);
                var until = passes.When is { } to ? At(to, place.ZoneOf(null)) : place.NextDue ?? throw new FormatException("Nothing is waited for.");
                Write(place.Until(until), withTimes: true);
                break;
            case Step.Closes closes:
                transcript.Write(line.Raw);
                place.Close(closes.Where.StartsWith('#') ? closes.Where[1..] : string.Join('+', closes.Where.Split('+').Select(who => Who(who, false))), closes.IsClosed);
                break;
            case Step.Does does:
                var who = Who(does.Who, does.Deed is Deed.Joins);
                if (does.When is { } when)
                    Write(place.Until(At(when, ZoneOf(who, does.Deed))), withTimes: true);
                transcript.Write(line.Raw);
                Do(who, does.Deed);
                break;
            default:
                transcript.Write(line.Raw);
                break;
        }
    }

    private void Do(TeammateId who, Deed deed)
    {
        switch (deed)
        {
            case Deed.Says says:
                Say(who, says);
                break;
            case Deed.Presses presses:
                Press(who, presses);
                break;
            case Deed.Fills fills:
                Fill(who, fills.Fields);
                break;
            case Deed.OpensHome:
                Write(place.Hear(who, Place.PrivateWith(who), new Said.OpenedHome()));
                transcript.Write(Marks.Home, who.Text, Showing.Lines(place.HomeOf(who)));
                break;
            case Deed.Looks looks:
                Look(who, looks.Card);
                break;
            case Deed.Joins joins:
                Write(place.Hear(who, Place.PrivateWith(who), new Said.Joined(Cast.Entry(joins.Person))));
                break;
            case Deed.Belongs belongs:
                Write(place.Hear(who, Place.PrivateWith(who), new Said.Belongs(belongs.Names)));
                break;
            case Deed.Leaves:
                Write(place.Hear(who, Place.PrivateWith(who), new Said.Left()));
                break;
            case Deed.AddsConnector adds:
                Write(place.Hear(who, adds.Channel is { } channel ? Channel(channel) : Place.PrivateWith(who), new Said.Added()));
                break;
            case Deed.Corrects corrects:
                Write(place.Hear(who, lastWords[who].Place, new Said.Corrected(lastWords[who].Id, Mentions(corrects.Text))));
                break;
            case Deed.TakesBack:
                Write(place.Hear(who, lastWords[who].Place, new Said.TakenBack(lastWords[who].Id)));
                break;
        }
    }

    private void Say(TeammateId who, Deed.Says says)
    {
        var where = says.Channel is { } channel ? Channel(channel) : Place.PrivateWith(who);
        var text = Mentions(says.Text);
        if (text.StartsWith('/'))
        {
            var space = text.IndexOf(' ', StringComparison.Ordinal);
            var command = new Said.Command(space < 0 ? text[1..] : text[1..space], space < 0 ? "" : text[(space + 1)..]);
            if (place.FormFor(who, where, command) is { } form)
                Open(who, form, Listener.Hear(command, place.Now.InZone(place.ZoneOf(who)).Date).Verb);
            else
                Write(place.Hear(who, where, command));
            return;
        }
        const string Mention = "@Connector";
        var mentioned = where.Kind != PlaceKind.Private;
        if (mentioned && !text.StartsWith(Mention, StringComparison.Ordinal))
            throw new FormatException("Connector only hears what is said to it: begin with @Connector.");
        var words = new Said.Words(mentioned ? text[Mention.Length..].TrimStart(' ', ',', ':') : text, mentioned);
        lastWords[who] = place.NewMessage(who, where, words);
        Write(place.Hear(lastWords[who]));
    }

    private void Press(TeammateId who, Deed.Presses presses)
    {
        var (button, where) = Find(who, presses);
        for (var time = 0; time < presses.Times; time++)
        {
            var said = new Said.Acted(button.Act);
            if (button.OpensForm && place.FormFor(who, where, said) is { } form)
                Open(who, form, button.Act.Verb);
            else
                Write(place.Hear(who, where, said));
        }
        if (presses.Fields is { } fills)
            Fill(who, fills);
    }

    private (Button Button, Place Place) Find(TeammateId who, Deed.Presses presses)
    {
        var onScreen = place.Screens.SeenBy(who).Where(c => presses.On is null || Showing.Text(c.Card).Contains(presses.On, StringComparison.OrdinalIgnoreCase))
            .SelectMany(c => c.Card.Buttons.Select(b => (Button: b, c.Place)));
        var all = (presses.Old ? place.Screens.EverSeenBy(who) : onScreen).ToList();
        var found = all.FindIndex(b => b.Button.Label.Equals(presses.Label, StringComparison.OrdinalIgnoreCase));
        return found >= 0
            ? all[found]
            : throw new FormatException($"{who} sees no button \"{presses.Label}\". There are: {string.Join(", ", all.Select(b => $"\"{b.Button.Label}\"").Distinct())}");
    }

    private void Look(TeammateId who, string words)
    {
        var seen = place.Screens.SeenBy(who).FirstOrDefault(c => Showing.Text(c.Card).Contains(words, StringComparison.OrdinalIgnoreCase))
            ?? throw new FormatException($"{who} sees no card that says \"{words}\".");
        // A platform asks where there is another version, and shows what stands there where there is none.
        transcript.Write(Marks.Home, who.Text, Showing.Lines((seen.Card.Own is { } own ? place.Look(who, seen.Place, own.Ask) : null) ?? seen.Card));
    }

    private void Open(TeammateId who, Form form, Verb verb)
    {
        place.Seen.Opened(verb);
        openForms[who] = form;
        transcript.Write(Marks.Form, who.Text, Showing.Lines(form));
    }

    private void Fill(TeammateId who, IReadOnlyList<Filled> filled)
    {
        if (!openForms.TryGetValue(who, out var form))
            throw new FormatException($"{who} has no form open.");
        var act = Filling.Submit(form, filled, Mentions);
        var wrong = place.Check(who, Place.PrivateWith(who), act);
        if (wrong.Count > 0)
        {
            transcript.Write(Marks.Wrong, who.Text, wrong.OrderBy(w => w.Key, StringComparer.Ordinal).Select(w => $"{w.Key}: {w.Value}"));
            return;
        }
        openForms.Remove(who);
        Write(place.Hear(who, Place.PrivateWith(who), new Said.Acted(act)));
    }

    private void Write(IEnumerable<Shown> shown, bool withTimes = false)
    {
        foreach (var one in shown)
            transcript.Write(one, withTimes ? one.At.InZone(place.ZoneOf(one.Place.Owner)).LocalDateTime : null);
    }

    private Instant At(When when, DateTimeZone zone)
    {
        var at = zone.AtLeniently(when.Date.At(when.Time)).ToInstant();
        return at >= place.Now ? at : throw new FormatException($"Time only moves forward; it is {place.Now.InZone(zone).LocalDateTime:ddd d MMM HH:mm} in {zone.Id} already.");
    }

    private DateTimeZone ZoneOf(TeammateId who, Deed deed) =>
        (deed is Deed.Joins joins ? Zones.Find(Cast.Entry(joins.Person).Zone) : null) ?? place.ZoneOf(who);

    // Whoever was there once may go on speaking, even when they have left or were forgotten.
    private TeammateId Who(string handle, bool isNew)
    {
        var who = new TeammateId(handle);
        cast.UnionWith(place.Teammates.Select(t => t.Id));
        return isNew || handle == "stranger" || cast.Contains(who) ? who : throw new FormatException($"Nobody is called {handle}. There are: {string.Join(", ", place.Teammates.Select(t => t.Id))}");
    }

    private static Place Channel(string name) => new(PlaceKind.Channel, name, name);

    // People are written @bo in a story, and <@bo> in what Connector hears.
    private string Mentions(string text)
    {
        var named = new StringBuilder(text);
        foreach (var teammate in place.Teammates.OrderByDescending(t => t.Id.Text.Length))
            named.Replace($"<@{teammate.Id}>", $"@{teammate.Id}").Replace($"@{teammate.Id}", $"<@{teammate.Id}>");
        return named.ToString();
    }
}
