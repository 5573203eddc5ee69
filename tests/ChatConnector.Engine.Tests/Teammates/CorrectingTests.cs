namespace ChatConnector.Engine.Tests.Teammates;

public class CorrectingTests
{
    private readonly Company company = new("priya", "bo");

    private MessageId Said1 => company.Ask("priya").Source!.Value;

    [Fact]
    public void An_edited_message_edits_the_ask_that_came_of_it()
    {
        Ask("I need help with a Postgres migration");
        company.Hear("priya", new Said.Corrected(Said1, "I need help with a MySQL migration"));
        Assert.Contains("MySQL", company.Ask("priya").Need, StringComparison.Ordinal);
    }

    [Fact]
    public void A_deleted_message_withdraws_the_ask_that_came_of_it()
    {
        Ask("I need help with a Postgres migration");
        company.Hear("priya", new Said.TakenBack(Said1));
        Assert.Equal(Stage.Withdrawn, company.Ask("priya").Stage);
    }

    [Fact]
    public void Where_the_platform_names_words_otherwise_than_the_message_that_name_finds_the_ask()
    {
        var name = new MessageId("chat/priya/1788264000.000100");
        company.Hear("priya", new Said.Words("I need help with a Postgres migration") { NamedAs = name });
        company.Hear("priya", new Said.Corrected(name, "I need help with a MySQL migration"));
        Assert.Contains("MySQL", company.Ask("priya").Need, StringComparison.Ordinal);
        company.Hear("priya", new Said.TakenBack(name));
        Assert.Equal(Stage.Withdrawn, company.Ask("priya").Stage);
    }

    [Fact]
    public void Nobody_else_can_change_it_by_naming_the_message()
    {
        Ask("I need help with a Postgres migration");
        Assert.Empty(company.Hear("bo", new Said.TakenBack(Said1)).Effects);
        Assert.Empty(company.Hear("bo", new Said.Corrected(Said1, "I need help with lunch")).Effects);
        Assert.True(company.Ask("priya").IsOpen);
        Assert.Contains("Postgres", company.Ask("priya").Need, StringComparison.Ordinal);
    }

    [Fact]
    public void Words_that_no_ask_came_from_and_words_that_are_none_any_more_change_nothing()
    {
        Ask("I need help with a Postgres migration");
        Assert.Empty(company.Hear("priya", new Said.TakenBack(new MessageId("words-2"))).Effects);
        Assert.Empty(company.Hear("priya", new Said.Corrected(Said1, "hello")).Effects);
        Assert.Empty(company.Hear("priya", new Said.Corrected(Said1, "I need help with a Postgres migration")).Effects);
        Assert.True(company.Ask("priya").IsOpen);
    }

    [Fact]
    public void An_ended_ask_stays_as_it_is()
    {
        Ask("I need help with a Postgres migration");
        company.Press("priya", Verb.MarkSolved, company.Ask("priya").Id);
        Assert.Empty(company.Hear("priya", new Said.TakenBack(Said1)).Effects);
        Assert.Equal(Stage.Solved, company.Ask("priya").Stage);
    }

    [Fact]
    public void What_was_asked_in_a_channel_and_deleted_does_not_go_on_standing_there_however_it_ended()
    {
        company.Say("priya", "I need help with a Postgres migration", new Place(PlaceKind.Channel, "data", "data"));
        var open = Keys.Open(company.Ask("priya"));
        company.Press("priya", Verb.MarkSolved, company.Ask("priya").Id);
        var effects = company.Hear("priya", new Said.TakenBack(Said1)).Effects;
        Assert.Equal(open, Assert.IsType<Effect.TakeAway>(Assert.Single(effects)).Key);
        Assert.Equal(Stage.Solved, company.Ask("priya").Stage);
    }

    [Fact]
    public void Whoever_lets_Connector_in_is_greeted()
    {
        company.Hear("bo", new Said.Added());
        Assert.Contains(company.Sent, s => s.Card.Kind == "welcome");
    }

    private void Ask(string words) => company.Say("priya", words);
}
