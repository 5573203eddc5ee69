namespace ChatConnector.Engine.Tests.Teammates;

public sealed class PreferenceTests
{
    private static readonly Act Form = new(Verb.SavePreferences);

    private readonly Company company = new("ana", "bo", "tom");

    [Fact]
    public void What_the_form_shows_is_what_it_saves()
    {
        var before = company["ana"];
        var form = company.Form("ana", new Act(Verb.EditPreferences));
        company.Submit("ana", form.Submits, [.. Initials(form)]);

        Assert.Equal(before.Preferences.PerWeek, company["ana"].Preferences.PerWeek);
        Assert.Equal((null, null, null), (company["ana"].Preferences.DayStarts, company["ana"].Preferences.DayEnds, company["ana"].Preferences.FreeWeekdays));
        Assert.Empty(company["ana"].Preferences.Muted);
    }

    [Fact]
    public void Capacity_zero_means_no_asks()
    {
        company.Submit("ana", Form, (Fields.PerWeek, "0"));
        company.Post("tom", "help with the rollback");
        company.Submit("tom", new Act(Verb.InviteChosen, company.Ask("tom").Id), (Fields.People, "ana"));

        Assert.Empty(company.Ask("tom").Invitations);
        Assert.Contains("No asks from others come to you.", company.Home("ana").Words(), StringComparison.Ordinal);
    }

    [Fact]
    public void Own_hours_days_and_zone_are_kept_to()
    {
        var saved = company.Submit("ana", Form, (Fields.DayStarts, "7.30"), (Fields.DayEnds, "3pm"), (Fields.Zone, "asia/kolkata"),
            (Fields.DaysOff, "2026-12-24 to 2026-12-26, 2027-01-04"), (Fields.FreeWeekdays, "Friday,Saturday,Sunday"));

        var hours = OfficeHours.Of(company["ana"], company.Settings);
        Assert.Equal((new LocalTime(7, 30), new LocalTime(15, 0), "Asia/Kolkata"), (hours.Starts, hours.Ends, hours.Zone.Id));
        Assert.Equal(4, company["ana"].Preferences.DaysOff.Count);
        Assert.False(hours.IsWorkday(new LocalDate(2026, 11, 27)));
        Assert.Contains("You work 7:30–15:00, Asia/Kolkata time.", saved.Answer().Words(), StringComparison.Ordinal);
    }

    [Fact]
    public void Emptied_fields_go_back_to_the_organization_s()
    {
        company.Submit("ana", Form, (Fields.PerWeek, "1"), (Fields.DayStarts, "7:00"), (Fields.DayEnds, "15:00"), (Fields.Zone, "Asia/Kolkata"));
        company.Submit("ana", Form, (Fields.PerWeek, ""), (Fields.DayStarts, ""), (Fields.DayEnds, ""), (Fields.Zone, ""));

        Assert.Equal((null, null, null, ""), (company["ana"].Preferences.PerWeek, company["ana"].Preferences.DayStarts, company["ana"].Preferences.DayEnds, company["ana"].Preferences.Zone));
    }

    [Fact]
    public void What_is_ticked_off_stays_off_until_it_is_ticked_on_again()
    {
        company.Press("ana", Verb.Fewer, detail: nameof(Contact.Thank));
        var until = company["ana"].Preferences.Muted[Contact.Thank];
        company.Submit("ana", Form, (Fields.Muted, "Thank,Hello"));

        Assert.Equal((until, Muting.ForGood), (company["ana"].Preferences.Muted[Contact.Thank], company["ana"].Preferences.Muted[Contact.Hello]));
        Assert.Contains("No suggestions to say hello.", company.Home("ana").Words(), StringComparison.Ordinal);
        company.Submit("ana", Form, (Fields.Muted, ""));
        Assert.Empty(company["ana"].Preferences.Muted);
    }

    [Fact]
    public void Replies_and_news_cannot_be_turned_off()
    {
        company.Submit("ana", Form, (Fields.Muted, "Reply,News,7,nonsense"));

        Assert.Empty(company["ana"].Preferences.Muted);
        Assert.Equal("refusal", company.Press("ana", Verb.Fewer, detail: nameof(Contact.News)).Answer().Kind);
        Assert.Equal("refusal", company.Press("ana", Verb.Fewer, detail: "5").Answer().Kind);
    }

    [Theory]
    [InlineData(Fields.PerWeek, "11")]
    [InlineData(Fields.PerWeek, "-1")]
    [InlineData(Fields.PerWeek, "many")]
    [InlineData(Fields.DayStarts, "25:00")]
    [InlineData(Fields.DayEnds, "soon")]
    [InlineData(Fields.DayEnds, "8:00")]
    [InlineData(Fields.Zone, "Not/AZone")]
    [InlineData(Fields.DaysOff, "24.12.")]
    [InlineData(Fields.DaysOff, "2026-12-31 to 2026-12-24")]
    [InlineData(Fields.DaysOff, "2020-01-01 to 2030-01-01")]
    [InlineData(Fields.FreeWeekdays, "Monday,Tuesday,Wednesday,Thursday,Friday,Saturday,Sunday")]
    [InlineData(Fields.AnyTime, "nobody")]
    public void What_cannot_be_is_said_beside_its_field_and_loses_nothing(string field, string value)
    {
        Assert.Equal([field], company.Check("ana", Form, (field, value)).Keys);

        var saved = company.Submit("ana", Form, (Fields.StillLearning, "x"), (field, value));
        Assert.Equal("not-saved", saved.Answer().Kind);
        Assert.Empty(saved.Changed);
    }

    [Fact]
    public void People_who_may_ask_any_time_may_ask_again_at_once()
    {
        company.Submit("ana", Form, (Fields.AnyTime, "tom,ana"));

        Assert.Equal([Company.Id("tom")], company["ana"].Preferences.AnyTime);
    }

    [Fact]
    public void Fewer_of_these_can_be_undone()
    {
        var fewer = company.Press("ana", Verb.Fewer, detail: nameof(Contact.Hello));
        Assert.Equal("Done – no more suggestions to say hello for 60 days.", fewer.Answer().Summary);

        company.Hear("ana", new Said.Acted(fewer.Answer().Buttons.Single(b => b.Label == "Undo").Act));
        Assert.Empty(company["ana"].Preferences.Muted);
    }

    [Fact]
    public void Fewer_asks_means_not_being_asked()
    {
        company.Press("ana", Verb.Fewer, detail: nameof(Contact.Invitation));
        company.Post("tom", "help with the rollback");
        company.Submit("tom", new Act(Verb.InviteChosen, company.Ask("tom").Id), (Fields.People, "ana"));

        Assert.Empty(company.Ask("tom").Invitations);
    }

    private static IEnumerable<(string, string)> Initials(Form form) => form.Fields.Select(f => f switch
    {
        Field.Words words => (words.Name, words.Initial),
        Field.Choices choices => (choices.Name, choices.Initial),
        Field.People people => (people.Name, people.Initial),
        _ => ("", ""),
    }).Where(f => f.Item1.Length > 0);
}
