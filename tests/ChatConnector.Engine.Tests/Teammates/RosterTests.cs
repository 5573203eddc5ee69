namespace ChatConnector.Engine.Tests.Teammates;

public sealed class RosterTests
{
    private readonly Company company = new("ana", "bo", "tom");

    [Fact]
    public void The_directory_names_people_and_nobody_is_written_to()
    {
        var joined = company.Hear("priya", new Said.Joined(new DirectoryEntry("Priya Nair", "Product analyst", "Data", "Europe/Zurich")));

        Assert.Equal(("Priya Nair", "Product analyst", "Data"), (company["priya"].Name, company["priya"].Title, company["priya"].Team));
        Assert.True(company["priya"].IsHere);
        Assert.Empty(joined.Effects);
    }

    [Fact]
    public void Somebody_who_says_who_they_are_is_met_and_heard_at_once()
    {
        var message = company.MessageOf("priya", new Said.Words("my asks")) with { Speaker = new DirectoryEntry("Priya Nair") };

        var decision = company.Decide(message);

        Assert.Equal("my-asks", decision.Answer().Kind);
        Assert.True(((Teammate)decision.Changed[Teammate.KeyOf(message.From)]!).IsHere);
        Assert.Equal("refusal", company.Decide(message with { Speaker = new DirectoryEntry("Priya Nair", Outside: true) }).Answer().Kind);
        Assert.Equal("refusal", company.Decide(message with { Speaker = null }).Answer().Kind);
    }

    [Fact]
    public void Who_is_known_stays_as_known_whatever_comes_with_their_words()
    {
        var message = company.MessageOf("ana", new Said.Words("my asks")) with { Speaker = new DirectoryEntry("Somebody else", Outside: true) };

        Assert.Equal("Ana", company["ana"].Name);
        Assert.Empty(company.Decide(message).Changed);
    }

    [Fact]
    public void What_the_directory_does_not_say_stays_as_it_was()
    {
        company.Hear("ana", new Said.Joined(new DirectoryEntry("Ana", "Data engineer", "Data", "Asia/Kolkata")));
        company.Hear("ana", new Said.Joined(new DirectoryEntry("Ana Ruiz")));

        Assert.Equal(("Ana Ruiz", "Data engineer", "Data", "Asia/Kolkata"), (company["ana"].Name, company["ana"].Title, company["ana"].Team, company["ana"].Zone));
    }

    [Fact]
    public void Being_told_the_same_again_changes_nothing()
    {
        var entry = new Said.Joined(new DirectoryEntry("Ana", "Data engineer", "Data", "Asia/Kolkata", Admin: true));
        company.Hear("ana", entry);

        Assert.Empty(company.Hear("ana", entry).Changed);
    }

    [Fact]
    public void The_first_admin_of_the_directory_looks_after_the_settings_and_later_ones_do_not_by_themselves()
    {
        company.Hear("ana", new Said.Joined(new DirectoryEntry("Ana", Admin: true)));
        company.Hear("bo", new Said.Joined(new DirectoryEntry("Bo", Admin: true)));

        Assert.Equal([Company.Id("ana")], company.Settings.Admins);
    }

    [Fact]
    public void When_the_last_admin_leaves_the_next_one_the_directory_names_takes_over()
    {
        company.Hear("ana", new Said.Joined(new DirectoryEntry("Ana", Admin: true)));
        company.Hear("ana", new Said.Left());
        Assert.Empty(company.Settings.Admins);

        company.Hear("bo", new Said.Joined(new DirectoryEntry("Bo", Admin: true)));
        Assert.Equal([Company.Id("bo")], company.Settings.Admins);
    }

    [Fact]
    public void A_guest_who_is_an_admin_somewhere_else_is_none_here()
    {
        company.Hear("gast", new Said.Joined(new DirectoryEntry("Gast", Outside: true, Admin: true)));

        Assert.Empty(company.Settings.Admins);
    }

    [Fact]
    public void Who_leaves_leaves_nobody_waiting()
    {
        company.Post("ana", "help with my deck");
        company.Post("tom", "help with the rollback");
        var toms = company.Ask("tom").Id;
        company.Submit("tom", new Act(Verb.InviteChosen, toms), (Fields.People, "ana,bo"));
        company.Press("ana", Verb.OfferHelp, toms);

        company.Hear("ana", new Said.Left());

        Assert.Equal(Stage.Withdrawn, company.Ask("ana").Stage);
        Assert.Equal(HelpStage.Released, company.Ask("tom").HelpOf(Company.Id("ana"))!.Stage);
        Assert.True(company.Ask("tom").IsOpen);
        Assert.Equal(Presence.Left, company["ana"].Presence);
    }

    [Fact]
    public void Who_left_can_do_nothing_and_hears_nothing()
    {
        company.Hear("ana", new Said.Left());

        var said = company.Say("ana", "hello");
        Assert.Equal("refusal", said.Answer().Kind);
        Assert.Empty(said.Changed);
        Assert.Empty(company.ToldTo("ana"));
    }

    [Fact]
    public void A_channel_gets_one_introduction_that_names_who_added_it()
    {
        var channel = new Place(PlaceKind.Channel, "c1", "data");
        var added = company.Hear("bo", new Said.Added(), channel);

        var tell = Assert.IsType<Effect.Tell>(Assert.Single(added.Effects));
        Assert.Equal((channel, (TeammateId?)null), (tell.To, tell.OnlyFor));
        Assert.Contains("Bo added me here", tell.Card.Words(), StringComparison.Ordinal);
        Assert.Empty(company.Sent);
    }
}
