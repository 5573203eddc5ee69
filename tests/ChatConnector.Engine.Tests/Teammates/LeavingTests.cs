namespace ChatConnector.Engine.Tests.Teammates;

public sealed class LeavingTests
{
    private readonly Company company = new("ana", "bo", "tom");

    [Fact]
    public void Whoever_wants_to_go_is_asked_once_and_then_forgotten()
    {
        company.Post("ana", "help with my deck");
        var asked = company.Press("ana", Verb.ForgetMe);
        Assert.Equal("forget-me", asked.Answer().Kind);
        Assert.Empty(asked.Changed);

        var id = company.Ask("ana").Id;
        var gone = company.Hear("ana", new Said.Acted(asked.Answer().Buttons.Single(b => b.Act.Verb == Verb.ForgetMeForSure).Act));
        Assert.Equal("Goodbye, Ana, and thank you for having been here. From now on I know nothing about you.", gone.Answer().Summary);
        Assert.Equal(new Effect.Forget(Company.Id("ana")), gone.Effects[^1]);
        Assert.Null(company.AllRows.GetValueOrDefault(Teammate.KeyOf(Company.Id("ana"))));
        Assert.Null(company.AllRows.GetValueOrDefault(Ask.KeyOf(id)));
    }

    [Fact]
    public void People_who_were_promised_a_hand_hear_that_it_will_be_somebody_else()
    {
        company.Post("tom", "help with the rollback");
        company.Submit("tom", new Act(Verb.InviteChosen, company.Ask("tom").Id), (Fields.People, "ana,bo"));
        company.Press("ana", Verb.OfferHelp, company.Ask("tom").Id);
        company.Press("tom", Verb.AcceptIntroduction, company.Ask("tom").Id, about: "ana");
        company.Press("ana", Verb.ForgetMeForSure);

        Assert.Contains(company.ToldTo("tom"), c => c.Kind == "helper-released");
        Assert.True(company.Ask("tom").IsOpen);
    }

    [Fact]
    public void Afterwards_they_are_a_stranger_and_hear_nothing_more()
    {
        company.Post("ana", "help with my deck");
        company.Press("ana", Verb.ForgetMeForSure);
        var before = company.ToldTo("ana").Count;
        company.GoOn(Duration.FromDays(60));

        Assert.Equal(before, company.ToldTo("ana").Count);
        Assert.Equal("refusal", company.Press("ana", Verb.WriteAsk).Answer().Kind);
        Assert.Equal("nothing-kept", company.Press("ana", Verb.Export).Answer().Kind);
        Assert.Equal("nothing-kept", company.Press("ana", Verb.ForgetMeForSure).Answer().Kind);
    }

    [Fact]
    public void Whoever_comes_back_starts_afresh()
    {
        company.Submit("ana", new Act(Verb.SaveProfile), (Fields.AskMeAbout, "Postgres"));
        company.Press("ana", Verb.ForgetMeForSure);
        company.Hear("ana", new Said.Joined(new DirectoryEntry("Ana", "Data engineer")));

        Assert.Equal([("Data engineer", TopicState.Proposed)], company["ana"].Topics.Select(t => (t.Name, t.State)));
    }

    [Fact]
    public void An_admin_who_is_forgotten_looks_after_nothing_any_more()
    {
        company.Hear("ana", new Said.Joined(new DirectoryEntry("Ana", Admin: true)));
        company.Rows(company.Settings with { Stewards = [Company.Id("ana"), Company.Id("bo")] });
        company.Press("ana", Verb.ForgetMeForSure);

        Assert.Equal((0, 1), (company.Settings.Admins.Count, company.Settings.Stewards.Count));
    }

    [Fact]
    public void The_export_holds_everything_that_is_kept()
    {
        company.Hear("ana", new Said.Joined(new DirectoryEntry("Ana", "Data engineer", "Data", "Europe/Zurich")));
        company.Submit("ana", new Act(Verb.SaveProfile), (Fields.AskMeAbout, "Postgres"), (Fields.StillLearning, "Kubernetes"), (Fields.KnowsPeopleIn, "Finance"));
        company.Submit("ana", new Act(Verb.SavePreferences), (Fields.PerWeek, "2"), (Fields.DaysOff, "2026-12-24"));
        company.Press("ana", Verb.Avoid, about: "bo");
        company.Post("ana", "help with my deck", (Fields.Goal, "a deck people read"));
        company.Post("tom", "help with the rollback");
        company.Submit("tom", new Act(Verb.InviteChosen, company.Ask("tom").Id), (Fields.People, "ana"));
        company.Rows(new Evidence("1", Company.Id("ana"), EvidenceOrigin.Helped, "the billing release", company.Now) { From = Company.Id("tom") });
        company.Say("ana", "xyzzy plugh");

        var export = company.Press("ana", Verb.Export).Answer();
        var file = Assert.Single(export.Parts.OfType<Part.Document>());
        Assert.Equal("connector-about-me.md", file.FileName);
        foreach (var kept in new[]
        {
            "Title: Data engineer", "Team: Data", "Postgres – you put it on your list – used", "Data engineer – from your title – a guess, not used", "Kubernetes", "Finance",
            "At most 2 asks a week", "Days off: 2026-12-24", "You keep apart from: Bo", "Need: help with my deck", "What good would look like: a deck people read",
            "Tom: help with the rollback – waiting for you", "you helped Tom – the billing release", "xyzzy plugh",
        })
        {
            Assert.Contains(kept, file.Content, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void The_export_never_tells_who_asked_anonymously_or_who_said_no()
    {
        company.Post("tom", "help with the rollback", (Fields.Audience, nameof(Ask.Anonymous)));
        company.Submit("tom", new Act(Verb.InviteChosen, company.Ask("tom").Id), (Fields.People, "ana,bo"));
        company.Press("bo", Verb.DeclineKindly, company.Ask("tom").Id);

        Assert.DoesNotContain("Tom", company.Press("ana", Verb.Export).Answer().Words(), StringComparison.Ordinal);
        Assert.DoesNotContain("Bo", company.Press("tom", Verb.Export).Answer().Words(), StringComparison.Ordinal);
    }

    [Fact]
    public void Asked_for_in_a_channel_it_is_sent_privately()
    {
        var exported = company.Hear("ana", new Said.Acted(new Act(Verb.Export)), new Place(PlaceKind.Channel, "c1", "data"));

        var tells = exported.Effects.OfType<Effect.Tell>().ToList();
        Assert.All(tells.Where(t => t.Card.Parts.OfType<Part.Document>().Any()), t => Assert.Equal(Company.Id("ana"), t.To.Owner));
        Assert.Contains(tells, t => t.Card.Kind == "export-sent" && t.OnlyFor == Company.Id("ana"));
    }

    [Fact]
    public void What_somebody_typed_cannot_break_the_export()
    {
        company.Post("ana", "somebody who\n# knows\n- my | <b>deck</b> ```");

        Assert.Contains("- Need: somebody who # knows - my | <b>deck</b> ```", company.Press("ana", Verb.Export).Answer().Words(), StringComparison.Ordinal);
    }
}
