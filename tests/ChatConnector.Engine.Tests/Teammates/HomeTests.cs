namespace ChatConnector.Engine.Tests.Teammates;

public sealed class HomeTests
{
    private readonly Company company = new("ana", "bo", "tom");

    [Fact]
    public void Home_shows_what_is_mine()
    {
        company.Submit("ana", new Act(Verb.SaveProfile), (Fields.AskMeAbout, "Postgres"));
        company.Post("ana", "help with my deck");
        company.Post("tom", "help with the rollback");
        company.Submit("tom", new Act(Verb.InviteChosen, company.Ask("tom").Id), (Fields.People, "ana"));

        var home = company.Home("ana").Words();
        Assert.Contains("Tom: the rollback", home, StringComparison.Ordinal);
        Assert.Contains("my deck – Looking for the right person.", home, StringComparison.Ordinal);
        Assert.Contains("Postgres – you put it on your list", home, StringComparison.Ordinal);
        Assert.Contains("You work 9:00–17:00, Europe/Zurich time.", home, StringComparison.Ordinal);
        Assert.Contains("[Show what you keep]", home, StringComparison.Ordinal);
        Assert.DoesNotContain("[Settings]", home, StringComparison.Ordinal);
    }

    [Fact]
    public void A_promise_is_on_the_page_until_it_is_kept_or_released()
    {
        company.Post("tom", "help with the rollback");
        company.Submit("tom", new Act(Verb.InviteChosen, company.Ask("tom").Id), (Fields.People, "ana"));
        company.Press("ana", Verb.OfferHelp, company.Ask("tom").Id);
        Assert.Contains("A hand for Tom with the rollback", company.Home("ana").Words(), StringComparison.Ordinal);

        company.Press("ana", Verb.ReleasePromise, company.Ask("tom").Id);
        Assert.DoesNotContain("rollback", company.Home("ana").Words(), StringComparison.Ordinal);
    }

    [Fact]
    public void An_opened_page_follows_what_its_owner_does()
    {
        Assert.Empty(company.Press("ana", Verb.PauseAsks).Effects.OfType<Effect.ShowHome>());
        Assert.Single(company.Hear("ana", new Said.OpenedHome()).Effects.OfType<Effect.ShowHome>());

        var shown = Assert.Single(company.Press("ana", Verb.Resume).Effects.OfType<Effect.ShowHome>());
        Assert.DoesNotContain("[I'm back]", shown.Home.Words(), StringComparison.Ordinal);
    }

    [Fact]
    public void Status_is_one_card()
    {
        company.Post("ana", "help with my deck");

        Assert.Contains("my deck", company.Press("ana", Verb.SeeStatus).Answer().Words(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_stranger_sees_a_page_that_names_nobody()
    {
        var home = company.Home("gast");

        Assert.Equal("home-stranger", home.Kind);
        Assert.Empty(company.Hear("gast", new Said.OpenedHome()).Changed);
    }

    [Fact]
    public void An_unknown_time_zone_is_said_to_its_owner()
    {
        company.Hear("ana", new Said.Joined(new DirectoryEntry("Ana", Zone: "Not/AZone")));

        Assert.Contains("I don't know the time zone Not/AZone", company.Home("ana").Words(), StringComparison.Ordinal);
    }

    [Fact]
    public void Only_admins_see_that_they_look_after_it()
    {
        company.Hear("ana", new Said.Joined(new DirectoryEntry("Ana", Admin: true)));

        Assert.Contains("[Settings]", company.Home("ana").Words(), StringComparison.Ordinal);
    }
}
