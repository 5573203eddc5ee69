namespace ChatConnector.Engine.Tests.Chats;

public class ScenarioTests
{
    [Theory]
    [MemberData(nameof(Scenarios.Names), MemberType = typeof(Scenarios))]
    public void The_story_goes_as_it_is_told(string name)
    {
        var told = Scenarios.Read(name);
        var played = new ChatRunner(ChatScript.Parse(name, told)).Play();

        if (Scenarios.UpdateGolden && played != told)
            Scenarios.Write(name, played);
        else
            Assert.True(played == told, Difference.Between(told, played));
    }

    [Theory]
    [MemberData(nameof(Scenarios.Names), MemberType = typeof(Scenarios))]
    public void The_story_begins_with_what_it_promises(string name) =>
        Assert.Matches(@"\A# \S.+[.]\n", Scenarios.Read(name));

    [Fact]
    public void There_are_stories() => Assert.NotEmpty(Scenarios.Names);
}
