namespace ChatConnector.Engine.Tests.Teammates;

public sealed class ProfileTests
{
    private readonly Company company = new("ana", "bo");

    private static readonly Act Form = new(Verb.SaveProfile, Detail: Profile.WholeList);

    [Fact]
    public void What_people_say_they_know_is_added()
    {
        company.Submit("ana", new Act(Verb.SaveProfile), (Fields.AskMeAbout, "Postgres, query tuning"));
        var saved = company.Submit("ana", new Act(Verb.SaveProfile), (Fields.AskMeAbout, "Airflow"));

        Assert.Equal(["Postgres", "query tuning", "Airflow"], Knowing.Confirmed(company["ana"]).Select(t => t.Name));
        Assert.Contains("People may ask you about Postgres, query tuning, Airflow.", saved.Answer().Words(), StringComparison.Ordinal);
    }

    [Fact]
    public void The_form_is_the_whole_list()
    {
        company.Submit("ana", Form, (Fields.AskMeAbout, "Postgres, Airflow"), (Fields.StillLearning, "Kubernetes"), (Fields.KnowsPeopleIn, "Finance\nLisbon"));
        company.Submit("ana", Form, (Fields.AskMeAbout, "airflow, Spark"), (Fields.StillLearning, ""));

        Assert.Equal(["Airflow", "Spark"], Knowing.Confirmed(company["ana"]).Select(t => t.Name));
        Assert.Empty(company["ana"].StillLearning);
        Assert.Equal(["Finance", "Lisbon"], company["ana"].KnowsPeopleIn);
    }

    [Fact]
    public void A_title_is_shown_to_its_owner_before_it_is_used()
    {
        company.Hear("ana", new Said.Joined(new DirectoryEntry("Ana", "Data engineer")));
        Assert.Equal((TopicOrigin.Title, TopicState.Proposed), (company["ana"].Topics[0].Origin, company["ana"].Topics[0].State));
        Assert.DoesNotContain(company.Colleagues.Rank(new Query("a data engineer", Company.Id("bo"), company.Now), 5), c => c.Relevance > 0);

        Assert.Contains("Data engineer", company.Press("ana", Verb.Greet).Answer().Words(), StringComparison.Ordinal);
        Assert.Contains("Data engineer", company.Home("ana").Words(), StringComparison.Ordinal);
        company.Press("ana", Verb.ConfirmTopic, detail: "Data engineer");

        Assert.Equal(Company.Id("ana"), company.Colleagues.Rank(new Query("a data engineer", Company.Id("bo"), company.Now), 5)[0].Who);
    }

    [Fact]
    public void A_removed_topic_is_never_proposed_again()
    {
        company.Hear("ana", new Said.Joined(new DirectoryEntry("Ana", "Data engineer")));
        company.Press("ana", Verb.RemoveTopic, detail: "Data engineer");
        company.Hear("ana", new Said.Joined(new DirectoryEntry("Ana", "Data Engineer", "Data")));

        Assert.Equal(TopicState.Removed, Assert.Single(company["ana"].Topics).State);
        Assert.DoesNotContain("Data engineer", company.Home("ana").Words(), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void A_new_title_replaces_the_guess_from_the_old_one()
    {
        company.Hear("ana", new Said.Joined(new DirectoryEntry("Ana", "Data engineer")));
        company.Hear("ana", new Said.Joined(new DirectoryEntry("Ana", "Product manager")));

        Assert.Equal(["Product manager"], company["ana"].Topics.Select(t => t.Name));
    }

    [Fact]
    public void A_removed_topic_can_be_put_back_with_one_press()
    {
        company.Submit("ana", Form, (Fields.AskMeAbout, "Postgres"));
        var removed = company.Press("ana", Verb.RemoveTopic, detail: "postgres");
        Assert.Empty(Knowing.Confirmed(company["ana"]));

        company.Hear("ana", new Said.Acted(removed.Answer().Buttons.Single(b => b.Label == "Put it back").Act));
        Assert.Equal(["Postgres"], Knowing.Confirmed(company["ana"]).Select(t => t.Name));
    }

    [Fact]
    public void A_topic_nobody_has_is_answered_and_changes_nothing()
    {
        var pressed = company.Press("ana", Verb.ConfirmTopic, detail: "Falconry");

        Assert.Equal("topic-unknown", pressed.Answer().Kind);
        Assert.Empty(pressed.Changed);
    }

    [Fact]
    public void Guesses_ticked_on_the_form_are_used_and_the_others_are_not()
    {
        company.Hear("ana", new Said.Joined(new DirectoryEntry("Ana", "Data engineer")));
        company.Change("ana", t => Knowing.Propose(t, "rollbacks", TopicOrigin.Helped, "you helped Bo with a rollback", company.Now));

        var form = company.Form("ana", new Act(Verb.EditProfile));
        var guesses = Assert.IsType<Field.Choices>(form.Fields.Single(f => f is Field.Choices));
        Assert.Equal(["Data engineer – from your title", "rollbacks – you helped Bo with a rollback"], guesses.Options.Select(o => o.Label));
        company.Submit("ana", form.Submits, (Fields.AskMeAbout, ""), (Fields.Proposed, "rollbacks"));

        Assert.Equal(["rollbacks"], Knowing.Confirmed(company["ana"]).Select(t => t.Name));
        Assert.Equal(["Data engineer"], Knowing.Proposed(company["ana"]).Select(t => t.Name));
    }

    [Theory]
    [InlineData("Postgres,postgres , POSTGRES", "Postgres")]
    [InlineData(" , ;\n, ", "")]
    [InlineData("C#, F#; go\nrust", "C#|F#|go|rust")]
    [InlineData("a|b", "a/b")]
    [InlineData("👩‍💻 pairing,  déjà   vu ", "👩‍💻 pairing|déjà vu")]
    public void Lists_are_read_as_people_write_them(string written, string read) => Assert.Equal(read, string.Join("|", Knowing.Split(written)));

    [Fact]
    public void Too_much_is_said_beside_the_field_and_never_kept()
    {
        var topics = string.Join(",", Enumerable.Range(1, 40).Select(i => $"topic {i}"));
        var errors = company.Check("ana", Form, (Fields.AskMeAbout, topics), (Fields.StillLearning, new string('x', 80)), (Fields.KnowsPeopleIn, "Finance"));

        Assert.Equal([Fields.AskMeAbout, Fields.StillLearning], errors.Keys.Order());
        company.Submit("ana", Form, (Fields.AskMeAbout, topics));
        Assert.Equal(Knowing.MostTopics, company["ana"].Topics.Count);
    }
}
