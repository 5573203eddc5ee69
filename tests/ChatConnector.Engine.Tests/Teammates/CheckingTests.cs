namespace ChatConnector.Engine.Tests.Teammates;

public sealed class CheckingTests
{
    private readonly Company company = new("ana", "bo", "tom");

    [Fact]
    public void A_form_is_held_to_what_it_says_of_its_own_fields()
    {
        Assert.Equal(FormErrors.Required, company.Check("ana", new Act(Verb.PostAsk), (Fields.Need, "  "))[Fields.Need]);
        Assert.Equal(FormErrors.TooLong(301, 300), company.Check("ana", new Act(Verb.PostAsk), (Fields.Need, new string('x', 301)))[Fields.Need]);
        Assert.Equal(FormErrors.TooLong(201, 200), company.Check("ana", new Act(Verb.PostAsk), (Fields.Need, "x"), (Fields.Goal, new string('x', 201)))[Fields.Goal]);
        Assert.Empty(company.Check("ana", new Act(Verb.PostAsk), (Fields.Need, new string('x', 300))));
    }

    [Fact]
    public void Nobody_asks_or_refers_themselves()
    {
        company.Post("ana", "help with my deck");
        var id = company.Ask("ana").Id;
        Assert.Equal(FormErrors.ThatIsYou, company.Check("ana", new Act(Verb.InviteChosen, id), (Fields.People, "bo,ana"))[Fields.People]);
        Assert.Equal(FormErrors.UnknownPerson, company.Check("ana", new Act(Verb.InviteChosen, id), (Fields.People, "bo,nobody"))[Fields.People]);
        Assert.Equal(FormErrors.TooManyPeople(5), company.Check("ana", new Act(Verb.InviteChosen, id), (Fields.People, "a,b,c,d,e,f"))[Fields.People]);

        company.Submit("ana", new Act(Verb.InviteChosen, id), (Fields.People, "bo"));
        Assert.Equal(FormErrors.TheyAsk, company.Check("bo", new Act(Verb.ReferSomeone, id), (Fields.Person, "ana"), (Fields.Why, "x"))[Fields.Person]);
        Assert.Equal(FormErrors.Required, company.Check("bo", new Act(Verb.SendPointer, id), (Fields.Text, ""))[Fields.Text]);
    }

    [Theory]
    [InlineData("2026-11-22", false)]
    [InlineData("2026-11-23", true)]
    [InlineData("2027-11-23", true)]
    [InlineData("2029-01-01", false)]
    [InlineData("2026-02-30", false)]
    [InlineData("tomorrow", false)]
    public void A_helper_writes_on_a_day_that_is_still_ahead(string day, bool isFine)
    {
        company.Post("ana", "help with my deck");
        var id = company.Ask("ana").Id;
        company.Submit("ana", new Act(Verb.InviteChosen, id), (Fields.People, "bo"));
        company.Press("bo", Verb.OfferHelp, id);

        Assert.Equal(isFine, company.Check("bo", new Act(Verb.SuitDate, id), (Fields.Date, day)).Count == 0);
    }

    [Theory]
    [InlineData("9", 9, 0)]
    [InlineData("09:30", 9, 30)]
    [InlineData("9.30", 9, 30)]
    [InlineData("5:15 pm", 17, 15)]
    [InlineData("12am", 0, 0)]
    public void Times_are_read_as_people_type_them(string typed, int hour, int minute) => Assert.Equal(new LocalTime(hour, minute), LocalTimes.Read(typed));

    [Theory]
    [InlineData("")]
    [InlineData("24:00")]
    [InlineData("9:60")]
    [InlineData("noonish")]
    public void And_others_are_not(string typed) => Assert.Null(LocalTimes.Read(typed));

    [Fact]
    public void Days_are_written_as_they_are_read()
    {
        LocalDate[] days = [new(2026, 12, 24), new(2026, 12, 25), new(2026, 12, 26), new(2026, 12, 31), new(2027, 1, 1), new(2027, 4, 1)];

        Assert.Equal("2026-12-24 to 2026-12-26\n2026-12-31 to 2027-01-01\n2027-04-01", LocalDates.Write(days));
        Assert.Equal(days, LocalDates.Write(days).Split('\n').SelectMany(line => LocalDates.ReadSpan(line)!));
    }
}
