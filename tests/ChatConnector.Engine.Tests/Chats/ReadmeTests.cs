namespace ChatConnector.Engine.Tests.Chats;

/// <summary>The README opens with a chat that really happens.</summary>
public class ReadmeTests
{
    [Fact]
    public void The_chat_in_the_README_is_a_story_that_passes()
    {
        var readme = File.ReadAllText(Path.Combine(Scenarios.Folder, "..", "..", "..", "README.md")).ReplaceLineEndings("\n");
        Assert.Contains($"```\n{Scenarios.Read("bo-can-help").Trim()}\n```", readme, StringComparison.Ordinal);
    }
}
