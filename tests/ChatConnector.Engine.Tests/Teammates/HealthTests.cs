namespace ChatConnector.Engine.Tests.Teammates;

public sealed class HealthTests
{
    private static readonly string[] Nine = ["ana", "bo", "cleo", "dora", "emil", "fay", "gus", "hal", "ida"];

    private readonly Company company = new(Nine);

    public HealthTests() => company.Hear("ana", new Said.Joined(new DirectoryEntry("Ana", Team: "Data", Admin: true)));

    [Fact]
    public void Few_people_are_never_a_figure()
    {
        foreach (var who in Nine[..7])
            company.Post(who, "help with my deck");

        var health = company.Press("ana", Verb.SeeHealth).Answer().Words();
        Assert.Contains("Fewer than 8 people asked", health, StringComparison.Ordinal);
        Assert.DoesNotContain("7 asks", health, StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_person_twice_is_one_person()
    {
        company.Post("ana", "help with my deck");
        company.Post("ana", "help with my talk");

        Assert.Equal((2, 1), (Figures[Measure.Asks], Figures[Measure.Askers]));
    }

    [Fact]
    public void Enough_people_are_counted_together()
    {
        foreach (var who in Nine)
            company.Post(who, "help with my deck");
        company.Hear("bo", new Said.Joined(new DirectoryEntry("Bo", Team: "Platform")));
        Introduce("ana", "bo");

        Assert.Equal((1, 1, 1, 1), (Figures[Measure.AnsweredInOneDay], Figures[Measure.AnsweredInTwoDays], Figures[Measure.Introductions], Figures[Measure.AcrossTeams]));
        var health = company.Press("ana", Verb.SeeHealth).Answer().Words();
        Assert.Contains("9 asks from 9 people.", health, StringComparison.Ordinal);
        Assert.Contains("Answered by somebody within a working day: 11%", health, StringComparison.Ordinal);
    }

    [Fact]
    public void A_late_answer_is_no_quick_one()
    {
        company.Post("ana", "help with my deck");
        company.Submit("ana", new Act(Verb.InviteChosen, company.Ask("ana").Id), (Fields.People, "bo"));
        company.GoOn(Duration.FromHours(30));
        company.Press("bo", Verb.OfferHelp, company.Ask("ana").Id);

        Assert.Equal((0, 1), (Figures[Measure.AnsweredInOneDay], Figures[Measure.AnsweredInTwoDays]));
    }

    [Fact]
    public void Pauses_and_what_is_turned_off_are_counted_as_a_sign_to_be_quieter()
    {
        company.Press("bo", Verb.PauseAsks);
        company.Press("bo", Verb.PauseAsks);
        company.Press("cleo", Verb.Fewer, detail: nameof(Contact.Hello));
        company.Submit("dora", new Act(Verb.SavePreferences), (Fields.PerWeek, "0"));

        Assert.Equal((1, 2), (Figures[Measure.Paused], Figures[Measure.TurnedOff]));
        Assert.Contains("Something turned off twice (22% of 9 people", company.Press("ana", Verb.SeeHealth).Answer().Words(), StringComparison.Ordinal);
    }

    [Fact]
    public void Nobody_stands_in_what_is_counted()
    {
        foreach (var who in Nine)
            company.Post(who, "help with my deck");
        company.Press("bo", Verb.PauseAsks);

        Assert.All(company.AllRows.Values.OfType<Health>(), row => Assert.DoesNotContain(Nine, name => $"{row.Key} {row}".Contains(name, StringComparison.Ordinal)));
    }

    [Fact]
    public void What_is_refused_is_not_counted()
    {
        company.Press("stranger", Verb.PauseAsks);

        Assert.DoesNotContain(company.AllRows.Values, row => row is Health);
    }

    private Figures Figures => Health.Of(new Decision(company.Situation(), company.MessageOf("ana", new Said.OpenedHome())), new LocalDate(2026, 11, 1));

    private void Introduce(string requester, string helper)
    {
        company.Submit(requester, new Act(Verb.InviteChosen, company.Ask(requester).Id), (Fields.People, helper));
        company.Press(helper, Verb.OfferHelp, company.Ask(requester).Id);
        company.Press(requester, Verb.AcceptIntroduction, company.Ask(requester).Id, about: helper);
    }
}
