namespace ChatConnector.Engine.Tests.Teammates;

public sealed class SpeakingTests
{
    private static readonly CardKey News = new("some-ask/news/ana");

    private readonly Company company = new("ana", "bo", "tom");

    [Fact]
    public void News_waits_for_the_morning()
    {
        Tell(At(23, 20), "ana", News);
        Assert.Empty(company.ToldTo("ana"));

        company.GoTo(At(24, 9));
        Assert.Equal(["Hello"], company.ToldTo("ana").Select(c => c.Summary));
    }

    [Fact]
    public void News_waits_for_the_end_of_a_pause()
    {
        company.Submit("ana", new Act(Verb.PauseUntil), (Fields.Until, "2026-11-26"));
        Tell(At(23, 11), "ana", News);
        company.GoTo(At(25, 18));
        Assert.DoesNotContain(company.ToldTo("ana"), c => c.Summary == "Hello");

        company.GoTo(At(26, 9));
        Assert.Contains(company.ToldTo("ana"), c => c.Summary == "Hello");
    }

    [Fact]
    public void News_about_ones_own_ask_comes_in_a_pause_too()
    {
        company.Post("ana", "help with my deck");
        company.Submit("ana", new Act(Verb.PauseUntil), (Fields.Until, "2026-11-26"));
        Tell(At(23, 11), "ana", CardKey.For(company.Ask("ana").Id, "news"));

        Assert.Contains(company.ToldTo("ana"), c => c.Summary == "Hello");
    }

    [Fact]
    public void What_is_urgent_is_not_held_up_by_what_can_wait()
    {
        company.Post("ana", "help with my deck");
        company.Submit("ana", new Act(Verb.PauseUntil), (Fields.Until, "2026-11-30"));
        Tell(At(23, 11), "ana", News);
        Tell(At(23, 20), "ana", CardKey.For(company.Ask("ana").Id, "news"));

        company.GoTo(At(24, 9));
        Assert.Single(company.ToldTo("ana"), c => c.Summary == "Hello");
        company.GoTo(At(30, 9));
        Assert.Equal(2, company.ToldTo("ana").Count(c => c.Summary == "Hello"));
    }

    [Fact]
    public void Coming_back_early_brings_what_waited()
    {
        company.Submit("ana", new Act(Verb.PauseUntil), (Fields.Until, "2026-11-30"));
        Tell(At(23, 11), "ana", News);
        company.Press("ana", Verb.Resume);

        Assert.Contains(company.ToldTo("ana"), c => c.Summary == "Hello");
        Assert.Empty(company["ana"].Held);
    }

    [Fact]
    public void What_waited_for_somebody_who_left_is_never_said()
    {
        Tell(At(23, 20), "ana", News);
        company.Hear("ana", new Said.Left());
        company.GoTo(At(25, 12));

        Assert.Empty(company.ToldTo("ana"));
    }

    [Fact]
    public void Working_hours_are_the_readers_own()
    {
        company.Hear("bo", new Said.Joined(new DirectoryEntry("Bo", Zone: "Asia/Kolkata")));
        Tell(At(23, 16), "bo", new CardKey("some-ask/news/bo"));
        company.GoTo(Instant.FromUtc(2026, 11, 24, 3, 29));
        Assert.Empty(company.ToldTo("bo"));

        company.GoTo(Instant.FromUtc(2026, 11, 24, 3, 30));
        Assert.Single(company.ToldTo("bo"));
    }

    [Fact]
    public void An_invitation_waits_until_it_is_morning_where_the_colleague_is()
    {
        company.Hear("bo", new Said.Joined(new DirectoryEntry("Bo", Zone: "Asia/Kolkata")));
        company.GoTo(At(23, 16));
        company.Post("tom", "help with the rollback");
        company.Submit("tom", new Act(Verb.InviteChosen, company.Ask("tom").Id), (Fields.People, "bo"));
        Assert.Empty(company.ToldTo("bo"));

        company.GoTo(Instant.FromUtc(2026, 11, 24, 3, 30));
        Assert.Equal(["invitation"], company.ToldTo("bo").Select(c => c.Kind));
    }

    private static Instant At(int day, int hour) => Instant.FromUtc(2026, 11, day, hour - 1, 0);

    private void Tell(Instant at, string to, CardKey key)
    {
        company.GoTo(at);
        company.Say(d => d.Tell(Company.Id(to), key, Card.Of("news", Text.Of("Hello")), Contact.News));
    }
}
