namespace ChatConnector.Engine.Tests.Chats;

/// <summary>One random play: a workplace of six and the moves they make.</summary>
internal sealed class Play
{
    private static readonly string[] Needs = ["a Postgres migration", "Kubernetes", "a hand with Postgres indexes today", "feedback on a design"];
    private static readonly TeammateId[] People = [.. Enumerable.Range(0, 6).Select(n => new TeammateId($"t{n}"))];

    public Play()
    {
        foreach (var (person, number) in People.Select((p, n) => (p, n)))
        {
            Place.Put(new Teammate(person, $"Teammate {number}")
            {
                Team = $"Team {number % 3}",
                Zone = number % 2 == 0 ? "Europe/Berlin" : "Europe/London",
                Topics = [new Topic(number % 2 == 0 ? "Postgres" : "Kubernetes", TopicOrigin.Declared, TopicState.Confirmed, Place.Now)],
            });
        }
    }

    public Workplace Place { get; } = new(Instant.FromUtc(2026, 3, 2, 9, 0));

    /// <summary>The button pressed or form submitted in the last move, if that is what it was.</summary>
    public (TeammateId Who, Place Place, Act Act)? LastPress { get; private set; }

    public void Make(int move)
    {
        LastPress = null;
        var who = People[move % 6];
        var choice = move / 60 % 10_000;
        _ = (move / 6 % 10) switch
        {
            0 => Place.Hear(who, Engine.Place.PrivateWith(who), new Said.Command("ask", Needs[choice % Needs.Length])),
            1 => Place.Until(Place.Now + Duration.FromHours(1 + choice % 6)),
            2 => Place.Until(Place.Now + Duration.FromDays(1 + choice % 4)),
            3 when choice % 4 == 0 => Act(who, new Act(Verb.PauseUntil).With(Fields.Until, "2026-03-20")),
            3 when choice % 4 == 1 => Act(who, new Act(Verb.Avoid, About: People[choice / 4 % 6]).With(Fields.People, People[choice / 4 % 6].Text)),
            3 when choice % 8 == 2 => Close(choice / 8),
            3 or 4 => Press(who, Place.Screens.EverSeenBy(who).ToList(), choice),
            _ => Press(who, [.. Place.Screens.SeenBy(who).Take(4).SelectMany(c => c.Card.Buttons.Select(b => (b, c.Place)))], choice),
        };
    }

    private IReadOnlyList<Shown> Close(int choice)
    {
        Place.Close(choice % 7 == 6 ? "data" : People[choice % 7].Text, isClosed: choice / 7 % 3 != 2);
        return [];
    }

    private IReadOnlyList<Shown> Press(TeammateId who, IReadOnlyList<(Button Button, Place Place)> seen, int choice)
    {
        if (seen.Count == 0)
            return [];
        var (button, place) = seen[choice % seen.Count];
        if (!button.OpensForm)
            return Act(who, button.Act, place);
        // A form is sent as it opens, with somebody and a few words where it wants some.
        return Place.FormFor(who, place, new Said.Acted(button.Act)) is { } form ? Act(who, Fill(form, choice), place) : Act(who, button.Act, place);
    }

    private static Act Fill(Form form, int choice) => form.Fields.Aggregate(Filling.Submit(form, [], words => words), (act, field) => field switch
    {
        Field.Words { Initial.Length: 0 } words => act.With(words.Name, "you walked me through the index"),
        Field.People people => act.With(people.Name, People[choice / 7 % 6].Text),
        Field.Channel channel => act.With(channel.Name, "data").With(channel.Name + "Name", "data"),
        Field.Day { Initial: null or "" } day => act.With(day.Name, "2026-03-20"),
        _ => act,
    });

    private IReadOnlyList<Shown> Act(TeammateId who, Act act, Place? place = null)
    {
        var where = place ?? Engine.Place.PrivateWith(who);
        LastPress = (who, where, act);
        return Place.Hear(who, where, new Said.Acted(act));
    }
}
