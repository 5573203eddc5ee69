namespace ChatConnector.Engine.Tests.Teammates;

public sealed class AvoidingTests
{
    private readonly Company company = new("ana", "bo", "tom");

    [Theory]
    [InlineData("ana", "bo")]
    [InlineData("bo", "ana")]
    public void Whoever_of_the_two_wished_it_they_are_never_brought_together(string who, string other)
    {
        company.Submit("bo", new Act(Verb.SaveProfile), (Fields.AskMeAbout, "Postgres"));
        company.Press(who, Verb.Avoid, about: other);

        company.Post("ana", "help with Postgres");
        Assert.DoesNotContain(company.ToldTo("ana"), c => c.Kind != "avoiding" && c.Words().Contains("Bo", StringComparison.Ordinal));
        var chosen = company.Submit("ana", new Act(Verb.InviteChosen, company.Ask("ana").Id), (Fields.People, "bo"));
        Assert.Empty(company.Ask("ana").Invitations);
        Assert.Contains("can't be asked just now", chosen.Answer().Words(), StringComparison.Ordinal);
        company.GoOn(Duration.FromDays(20));
        Assert.DoesNotContain(company.ToldTo("bo"), c => c.Kind is "invitation" or "referral");
    }

    [Fact]
    public void A_third_person_who_is_avoided_cannot_be_referred_and_nobody_learns_why()
    {
        company.Press("ana", Verb.Avoid, about: "bo");
        company.Post("ana", "help with Postgres");
        company.Submit("ana", new Act(Verb.InviteChosen, company.Ask("ana").Id), (Fields.People, "tom"));

        var referred = company.Submit("tom", new Act(Verb.ReferSomeone, company.Ask("ana").Id), (Fields.Person, "bo"), (Fields.Why, "knows it"));
        Assert.Contains("Bo can't be asked just now", referred.Answer().Words(), StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_under_way_between_them_ends_as_it_does_every_day()
    {
        company.Post("ana", "help with Postgres");
        company.Submit("ana", new Act(Verb.InviteChosen, company.Ask("ana").Id), (Fields.People, "bo"));

        var avoided = company.Press("ana", Verb.Avoid, about: "bo");
        Assert.Equal(InvitationState.Withdrawn, company.Ask("ana").InvitationOf(Company.Id("bo"))!.State);
        var edit = Assert.Single(avoided.Effects.OfType<Effect.Edit>(), e => e.Key == Keys.Invitation(company.Ask("ana"), Company.Id("bo")));
        Assert.Equal("covered", edit.Card.Kind);
    }

    [Fact]
    public void On_an_open_ask_the_avoided_one_hears_what_everybody_hears_when_it_is_settled()
    {
        var channel = new Place(PlaceKind.Channel, "c1", "data");
        company.Press("ana", Verb.Avoid, about: "bo");
        company.Hear("ana", new Said.Acted(new Act(Verb.PostAsk).With(Fields.Need, "help with Postgres")), channel);

        foreach (var verb in new[] { Verb.OfferHelp, Verb.SendPointer, Verb.ThinkOfSomeone })
        {
            var tried = company.Hear("bo", new Said.Acted(new Act(verb, company.Ask("ana").Id).With(Fields.Text, "hi")), channel);
            Assert.Equal(Refusals.AnsweredAlready.Plain, tried.Answer().Summary);
            Assert.Empty(tried.Changed);
        }
    }

    [Fact]
    public void A_steward_who_is_avoided_is_not_called()
    {
        company.Rows(company.Settings with { Stewards = [Company.Id("bo")] });
        company.Press("ana", Verb.Avoid, about: "bo");
        company.Post("ana", "help with falconry");
        company.GoOn(Duration.FromDays(10));

        Assert.Empty(company.ToldTo("bo"));
    }

    [Fact]
    public void Nothing_the_other_one_can_see_gives_it_away()
    {
        company.Press("ana", Verb.Avoid, about: "bo");

        Assert.DoesNotContain("Ana", company.Press("bo", Verb.Export).Answer().Words(), StringComparison.Ordinal);
        Assert.DoesNotContain("Ana", company.Home("bo").Words(), StringComparison.Ordinal);
        Assert.DoesNotContain("Bo", company.Home("ana").Words(), StringComparison.Ordinal);
    }

    [Fact]
    public void The_form_is_the_whole_list_and_it_can_be_undone()
    {
        company.Submit("ana", new Act(Verb.Avoid, Detail: Avoiding.WholeList), (Fields.People, "bo,tom"));
        var changed = company.Submit("ana", new Act(Verb.Avoid, Detail: Avoiding.WholeList), (Fields.People, "tom"));
        Assert.Equal([Company.Id("tom")], company["ana"].Preferences.Avoids);

        company.Hear("ana", new Said.Acted(changed.Answer().Buttons.First(b => b.Label == "Undo for Tom").Act));
        Assert.Empty(company["ana"].Preferences.Avoids);
        Assert.Equal("not-avoiding", company.Press("ana", Verb.StopAvoiding, about: "tom").Answer().Kind);
    }

    [Fact]
    public void Nobody_avoids_themselves_or_somebody_nobody_knows()
    {
        Assert.Empty(company.Press("ana", Verb.Avoid, about: "ana").Changed);
        Assert.Empty(company.Press("ana", Verb.Avoid, about: "nobody").Changed);
        Assert.Equal(FormErrors.ThatIsYou, company.Check("ana", new Act(Verb.Avoid), (Fields.People, "ana"))[Fields.People]);
        Assert.Equal(FormErrors.UnknownPerson, company.Check("ana", new Act(Verb.Avoid), (Fields.People, "nobody"))[Fields.People]);
    }
}
