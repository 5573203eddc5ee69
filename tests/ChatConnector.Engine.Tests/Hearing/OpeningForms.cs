using ChatConnector.Engine.Tests.Teammates;

namespace ChatConnector.Engine.Tests.Hearing;

/// <summary>Whether something can open a form is told by it alone, so that a platform that waits is answered sooner.</summary>
public sealed class OpeningForms
{
    private readonly Company company = new("priya", "bo");

    [Theory]
    [InlineData("ask", "")]
    [InlineData("thanks", "")]
    [InlineData("connector", "profile")]
    [InlineData("connector", "preferences")]
    [InlineData("connector", "feedback")]
    public void A_command_that_opens_a_form_may(string name, string text)
    {
        var message = company.MessageOf("priya", new Said.Command(name, text));
        Assert.NotNull(Conversation.FormFor(company.Situation(), message));
        Assert.True(Conversation.MayOpenForm(message));
    }

    [Fact]
    public void What_may_open_none_opens_none()
    {
        var opened = 0;
        foreach (var verb in Enum.GetValues<Verb>())
        {
            var message = company.MessageOf("priya", new Said.Acted(new Act(verb)));
            var opens = Conversation.FormFor(company.Situation(), message) is not null;
            Assert.True(Conversation.MayOpenForm(message) || !opens, $"{verb} opens a form");
            opened += opens ? 1 : 0;
        }

        Assert.InRange(opened, 5, int.MaxValue);
    }

    [Theory]
    [InlineData("ask", "I need help with a slow Postgres query")]
    [InlineData("connector", "help")]
    [InlineData("connector", "status")]
    public void What_is_answered_otherwise_is_not_looked_into(string name, string text) =>
        Assert.False(Conversation.MayOpenForm(company.MessageOf("priya", new Said.Command(name, text))));

    [Fact]
    public void Words_open_none() => Assert.False(Conversation.MayOpenForm(company.MessageOf("priya", new Said.Words("my profile", false))));
}
