namespace ChatConnector.Engine.Tests.Teammates;

public sealed class SettingsTests
{
    private static readonly Act Form = new(Verb.SaveSettings);

    private readonly Company company = new("ana", "bo", "tom");

    public SettingsTests() => company.Hear("ana", new Said.Joined(new DirectoryEntry("Ana", Admin: true)));

    [Fact]
    public void What_the_form_shows_is_what_it_saves()
    {
        var before = company.Settings;
        var form = company.Form("ana", new Act(Verb.EditSettings));
        var saved = company.Submit("ana", form.Submits, [.. form.Fields.Select(f => f switch
        {
            Field.Words words => (words.Name, words.Initial),
            Field.Choices choices => (choices.Name, choices.Initial),
            Field.People people => (people.Name, people.Initial),
            _ => ("", ""),
        })]);

        Assert.Equal("Nothing was different, so nothing has changed.", saved.Answer().Summary);
        Assert.Equal(before.FollowUp, company.Settings.FollowUp);
    }

    [Fact]
    public void Everything_on_the_form_can_be_changed()
    {
        var saved = company.Submit("ana", Form,
            (Fields.Admins, "ana,bo"), (Fields.Stewards, "tom"), (Fields.Zone, "W. Europe Standard Time"), (Fields.DayStarts, "8"), (Fields.DayEnds, "16:00"),
            (Fields.Holidays, "2026-12-24 to 2026-12-26\n2027-01-01"), (Fields.FreeWeekdays, "Friday,Saturday"), (Fields.SpeaksFrom, "9:00"), (Fields.SpeaksUntil, "15:00"),
            (Fields.SpeaksUntilOnFriday, "12:00"), (Fields.Resources, "Our line: 555"), (Fields.ResourceContact, "Dr. Lee"), (Fields.KeepTextDays, "90"), (Fields.KeepAuthorDays, "7"),
            (Fields.MostOpen, "5"), (Fields.MostPerWeek, "2"), (Fields.WaveSize, "3"), (Fields.MostWaves, "2"), (Fields.ThanksAfterHours, "12"), (Fields.OutcomeAfterDays, "14"),
            (Fields.PairRestDays, "10"), (Fields.Languages, "de,en"), (Fields.SameWords, "k8s = Kubernetes\n\nPTO, vacation; leave"));

        var settings = company.Settings;
        Assert.Equal("Saved. Changed: who looks after me, stewards, time zone, working hours, holidays, when I speak, who helps in distress, languages, words that mean the same, limits, following up, how long I keep things.",
            saved.Answer().Summary);
        Assert.Equal((2, 1, 4, 5, 2, 3), (settings.Admins.Count, settings.Stewards.Count, settings.Holidays.Count, settings.Asks.MostOpen, settings.Fairness.MostPerWeek, settings.Inviting.WaveSize));
        Assert.Equal((12, 36, 14, 83), (settings.FollowUp.ThanksAfterHours, settings.FollowUp.LastThanksAfterHours, settings.FollowUp.OutcomeAfterDays, settings.FollowUp.LastOutcomeAfterDays));
        Assert.Equal(["en", "de"], settings.Languages);
        Assert.Equal(["k8s, Kubernetes", "PTO, vacation, leave"], settings.SameWords);
        Assert.Equal(8, OfficeHours.Of(company["tom"], settings).Starts.Hour);
    }

    [Theory]
    [InlineData(Fields.Admins, "")]
    [InlineData(Fields.Admins, "nobody")]
    [InlineData(Fields.Stewards, "bo,nobody")]
    [InlineData(Fields.Zone, "")]
    [InlineData(Fields.Zone, "Middle/Earth")]
    [InlineData(Fields.DayStarts, "nine")]
    [InlineData(Fields.DayEnds, "7:00")]
    [InlineData(Fields.SpeaksUntil, "9:00")]
    [InlineData(Fields.SpeaksFrom, "17:30")]
    [InlineData(Fields.Holidays, "Christmas")]
    [InlineData(Fields.FreeWeekdays, "Monday,Tuesday,Wednesday,Thursday,Friday,Saturday,Sunday")]
    [InlineData(Fields.KeepTextDays, "0")]
    [InlineData(Fields.KeepAuthorDays, "1.5")]
    [InlineData(Fields.MostOpen, "99999999999999")]
    [InlineData(Fields.WaveSize, "🙂")]
    [InlineData(Fields.PairRestDays, "")]
    [InlineData(Fields.Languages, "")]
    [InlineData(Fields.Languages, "tlh")]
    [InlineData(Fields.SameWords, "kubernetes")]
    [InlineData(Fields.SameWords, "k8s = the")]
    [InlineData(Fields.SameWords, "k8s = kubernetes\nk8 = Kubernetes")]
    [InlineData(Fields.SameWords, "k8s = k8s")]
    [InlineData(Fields.SameWords, "a1=b1=c1=d1=e1=f1=g1=h1=i1=j1=k1")]
    [InlineData(Fields.SameWords, "k8s = a word that goes on and on for longer than anybody would ever write it anywhere")]
    public void What_cannot_be_is_said_beside_its_field_and_loses_nothing(string field, string value)
    {
        Assert.Contains(field, company.Check("ana", Form, (field, value)).Keys);

        var saved = company.Submit("ana", Form, (Fields.Resources, "Our line: 555"), (field, value));
        Assert.Equal("not-saved", saved.Answer().Kind);
        Assert.Empty(saved.Changed);
    }

    [Fact]
    public void Only_admins_see_or_change_them()
    {
        Assert.Null(Conversation.FormFor(company.Situation(), company.MessageOf("bo", new Said.Acted(new Act(Verb.EditSettings)))));
        Assert.Equal(Refusals.OnlyForAdmins.Plain, company.Submit("bo", Form, (Fields.Admins, "bo")).Answer().Summary);
        Assert.Equal([Company.Id("ana")], company.Settings.Admins);
    }

    [Fact]
    public void Feedback_goes_word_for_word_to_whoever_looks_after_Connector()
    {
        company.Submit("bo", new Act(Verb.SendFeedback), (Fields.Text, "Fewer emojis <b>please</b>"));
        company.Submit("tom", new Act(Verb.SendFeedback), (Fields.Text, "All good"), (Fields.Anonymous, Fields.Yes));

        var got = company.ToldTo("ana").Where(c => c.Kind == "feedback").ToList();
        Assert.Contains("Bo sends feedback about me:\nFewer emojis <b>please</b>", got[0].Words(), StringComparison.Ordinal);
        Assert.DoesNotContain("Tom", got[1].Words(), StringComparison.Ordinal);
    }

    [Fact]
    public void Feedback_nobody_can_get_is_given_back()
    {
        company.Hear("ana", new Said.Left());

        Assert.Contains("All good", company.Submit("bo", new Act(Verb.SendFeedback), (Fields.Text, "All good")).Answer().Words(), StringComparison.Ordinal);
    }
}
