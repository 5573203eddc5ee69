using ChatConnector.Engine.Tests.Teammates;

namespace ChatConnector.Engine.Tests.Connecting;

/// <summary>Between a suggestion and an invitation people may change what they are asked about.</summary>
public sealed class TrueToTheDayTests
{
    private readonly Company company = new("ana", "bo", "tom");

    [Theory]
    [InlineData("Kafka, Postgres", "you put 'Postgres' on your ask-me list")]
    [InlineData("Kafka", "they thought of you")]
    [InlineData("Postgres tuning", "you put 'Postgres tuning' on your ask-me list")]
    public void An_invitation_says_why_as_it_is_when_it_goes_out(string askMeAbout, string why)
    {
        company.Submit("bo", new Act(Verb.SaveProfile), (Fields.AskMeAbout, "Kafka, Postgres"));
        company.Post("ana", "help with our slow Postgres");
        Assert.Equal("put 'Postgres' on their ask-me list", company.Ask("ana").Suggestions.Single().Reason);
        company.Change("bo", t => Knowing.Rewrite(t, Knowing.Split(askMeAbout), company.Now));
        company.Press("ana", Verb.InviteThese, company.Ask("ana").Id);

        Assert.Contains($"Why you: {why}\n", company.ToldTo("bo")[^1].Words(), StringComparison.Ordinal);
    }

    [Fact]
    public void So_does_one_to_somebody_who_knows_people()
    {
        company.Submit("bo", new Act(Verb.SaveProfile), (Fields.KnowsPeopleIn, "Legal"));
        company.Post("ana", "help with a question for legal");
        company.Press("ana", Verb.InviteAnyone, company.Ask("ana").Id);
        Assert.Contains("you know people in 'Legal'", company.ToldTo("bo")[^1].Words(), StringComparison.Ordinal);
    }
}
