namespace ChatConnector.Engine.Tests.Teammates;

public sealed class BudgetTests
{
    private readonly Company company = new("ana");

    [Fact]
    public void One_message_a_day_and_three_a_week()
    {
        company.Change("ana", t => t with { Attention = Begun(Contact.Thank, At(23, 10), At(24, 10), At(25, 10)) });

        Assert.Equal(At(30, 10, 0) + Duration.Epsilon, WhenMay(Contact.Promise, At(25, 12)));
        Assert.Equal(At(24, 9, 30), WhenMay(Contact.Promise, At(23, 12), before: Begun(Contact.Thank, At(23, 10))));
    }

    [Fact]
    public void Fridays_end_early_except_for_what_is_needed_today()
    {
        Assert.Equal(At(30, 9, 30), WhenMay(Contact.Promise, At(27, 15)));
        Assert.Equal(At(27, 15), WhenMay(Contact.Promise, At(27, 15), sameDay: true));
    }

    [Fact]
    public void Whoever_works_in_the_evening_is_spoken_to_in_the_evening()
    {
        company.Change("ana", t => t with { Preferences = t.Preferences with { DayStarts = new LocalTime(18, 0), DayEnds = new LocalTime(23, 0) } });

        Assert.Equal(At(23, 18), WhenMay(Contact.Promise, At(23, 10)));
    }

    [Fact]
    public void What_is_off_is_not_wished_for_any_more()
    {
        company.Press("ana", Verb.Fewer, detail: nameof(Contact.Hello));

        Assert.Null(WhenMay(Contact.Hello, At(23, 10)));
        Assert.Equal(At(23, 10), WhenMay(Contact.Outcome, At(23, 10)));
    }

    [Fact]
    public void A_pause_of_asks_is_a_pause_of_their_reminder_and_of_nothing_else()
    {
        company.Press("ana", Verb.PauseAsks);

        Assert.Null(WhenMay(Contact.Invitation, At(23, 10)));
        Assert.Equal(At(23, 10), WhenMay(Contact.Promise, At(23, 10)));
    }

    [Fact]
    public void For_the_same_slot_the_most_important_comes_first()
    {
        // All wait for Tuesday morning; each comes back five minutes after the one before it.
        Contact[] kinds = [Contact.Promise, Contact.Unanswered, Contact.Thank, Contact.Outcome, Contact.Hello, Contact.PayForward, Contact.Invitation];

        Assert.Equal(kinds.Select((_, i) => (Instant?)(At(24, 9, 30) + Duration.FromMinutes(5 * i))), kinds.Select(k => WhenMay(k, At(23, 20))));
    }

    [Fact]
    public void Two_without_a_reaction_and_the_kind_is_off_for_sixty_days()
    {
        Start(Contact.Hello, At(23, 10), "one");
        Start(Contact.Hello, At(24, 10), "two");
        Start(Contact.Hello, At(25, 10), "three");

        Assert.Equal(2, company.ToldTo("ana").Count);
        Assert.Equal(At(25, 10) + Duration.FromDays(60), company["ana"].Preferences.Muted[Contact.Hello]);
    }

    [Fact]
    public void Any_press_about_the_same_ask_is_a_reaction()
    {
        Start(Contact.Promise, At(23, 10), "one");
        Start(Contact.Promise, At(24, 10), "two");
        company.Rows(new Ask(new AskId("two"), Company.Id("ana"), "my deck", company.Now));
        company.Press("ana", Verb.MarkSolved, new AskId("two"));
        Start(Contact.Promise, At(25, 10), "three");

        Assert.True(company["ana"].Attention.Started[1].Answered);
        Assert.Equal(3, company.Sent.Count(s => s.Contact == Contact.Promise));
    }

    [Fact]
    public void A_press_that_is_refused_is_no_reaction_and_changes_nothing()
    {
        Start(Contact.Promise, At(23, 10), "one");

        Assert.Empty(company.Press("ana", Verb.MarkSolved, new AskId("one")).Changed);
    }

    private static Instant At(int day, int hour, int minute = 0) => Instant.FromUtc(2026, 11, day, hour - 1, minute);

    private static Attention Begun(Contact contact, params IReadOnlyList<Instant> at) =>
        new() { Started = [.. at.Select(a => new Started(contact, a, new CardKey("some/card"), Answered: true))] };

    private Instant? WhenMay(Contact contact, Instant now, bool sameDay = false, Attention? before = null)
    {
        company.Now = now;
        if (before is not null)
            company.Change("ana", t => t with { Attention = before });
        return Budget.WhenMay(new Decision(company.Situation(), company.MessageOf("ana", new Said.OpenedHome())), Company.Id("ana"), contact, sameDay);
    }

    private void Start(Contact contact, Instant at, string ask)
    {
        company.GoTo(at);
        var reminder = new Reminder(ReminderKind.KickOff, null, Company.Id("ana"), ask);
        company.Say(d => d.Start(reminder, Company.Id("ana"), contact, CardKey.For(new AskId(ask), "card", Company.Id("ana")), _ => Card.Of("card", Text.Of("Hello"))));
    }
}
