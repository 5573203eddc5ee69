using System.Text.Json;

namespace ChatConnector.Tests.Slack;

/// <summary>The checker is only worth something if it can say no.</summary>
public class BlockKitTests
{
    [Theory]
    [InlineData("""[{"type":"nonsense"}]""")]
    [InlineData("""[{"type":"header","text":{"type":"mrkdwn","text":"x"}}]""")]
    [InlineData("""[{"type":"actions","elements":[]}]""")]
    [InlineData("""[{"type":"actions","elements":[{"type":"button","text":{"type":"plain_text","text":"x"},"style":"purple"}]}]""")]
    [InlineData("""[{"type":"actions","elements":[{"type":"button","text":{"type":"plain_text","text":"x"},"valu":"y"}]}]""")]
    [InlineData("""[{"type":"context","elements":[{"type":"plain_text"}]}]""")]
    [InlineData("""[{"type":"rich_text","elements":[{"type":"rich_text_section","elements":[{"type":"user"}]}]}]""")]
    [InlineData("""[{"type":"rich_text","block_id":"a","elements":[]},{"type":"rich_text","block_id":"a","elements":[]}]""")]
    [InlineData("""{"type":"modal","title":{"type":"plain_text","text":"1234567890123456789012345"},"blocks":[]}""")]
    [InlineData("""{"type":"modal","title":{"type":"plain_text","text":"x"},"blocks":[{"type":"input","label":{"type":"plain_text","text":"x"},"element":{"type":"plain_text_input","action_id":"a"}}]}""")]
    [InlineData("""{"type":"home"}""")]
    public void What_Slack_would_refuse_is_refused(string json)
    {
        using var document = JsonDocument.Parse(json);
        Assert.NotEmpty(BlockKit.Complaints(document.RootElement.ValueKind == JsonValueKind.Object && !document.RootElement.TryGetProperty("blocks", out _)
            ? JsonSerializer.SerializeToElement(new { type = "home", blocks = Array.Empty<object>(), surprise = 1 }) : document.RootElement));
    }

    [Fact]
    public void Too_many_blocks_and_too_long_texts_are_refused()
    {
        var block = """{"type":"context","elements":[{"type":"plain_text","text":"x"}]}""";
        using var many = JsonDocument.Parse($"[{string.Join(',', Enumerable.Repeat(block, 51))}]");
        Assert.NotEmpty(BlockKit.Complaints(many.RootElement));
        using var full = JsonDocument.Parse($"[{string.Join(',', Enumerable.Repeat(block, 50))}]");
        Assert.Empty(BlockKit.Complaints(full.RootElement));
        using var label = JsonDocument.Parse(full.RootElement.GetRawText().Replace("\"x\"", $"\"{new string('x', 3001)}\"", StringComparison.Ordinal));
        Assert.NotEmpty(BlockKit.Complaints(label.RootElement));
    }
}
