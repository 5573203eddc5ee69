using System.Text.Json;
using ChatConnector.Engine.Wording;
using ChatConnector.Slack;
using ChatConnector.Slack.Rendering;

namespace ChatConnector.Tests.Slack;

/// <summary>What Slack would say to blocks and views: its types, and the limits no type can express.</summary>
public static class BlockKit
{
    private static readonly JsonSchema Schema = new(Path.Combine(Repository.Slack, "Schemas", "blockkit.schema.json"));

    public static JsonElement Message(Card card, string workspace = "T1") => JsonSerializer.SerializeToElement(new CardRendering(workspace).Message(card), SlackJson.Wire.IReadOnlyListBlock);

    public static JsonElement Home(Card card, string workspace = "T1") => JsonSerializer.SerializeToElement(new CardRendering(workspace).Home(card), SlackJson.Wire.View);

    public static JsonElement Modal(Form form, string workspace = "T1", string origin = "{}") => JsonSerializer.SerializeToElement(new FormRendering(workspace).Modal(form, origin), SlackJson.Wire.View);

    /// <summary>What is wrong with the blocks of a message or with a view.</summary>
    public static IReadOnlyList<string> Complaints(JsonElement said)
    {
        var isView = said.ValueKind == JsonValueKind.Object;
        var blocks = isView ? said.GetProperty("blocks") : said;
        List<string> complaints = [.. isView ? Schema.Check(said, said.GetProperty("type").GetString() == "modal" ? "ModalView" : "HomeView") : Schema.Check(said, "MessageBlocks")];
        complaints.AddRange(Twice(Strings(blocks, "block_id"), "block_id").Concat(Twice(Strings(blocks, "action_id").Where(_ => !HasInputs(blocks)), "action_id")));
        if (isView && HasInputs(blocks) && !said.TryGetProperty("submit", out _))
            complaints.Add("a modal with inputs needs a submit button");
        if (Text(blocks).Sum(t => t.Length) is > 13_200 and var length)
            complaints.Add($"msg_blocks_too_long: {length}");
        if (said.GetRawText().Length > 250_000)
            complaints.Add("view_too_large");
        complaints.AddRange(Text(blocks).Where(t => t.Length == 0).Select(_ => "an empty text"));
        return complaints;
    }

    public static bool HasInputs(JsonElement blocks) => blocks.EnumerateArray().Any(b => b.GetProperty("type").GetString() == "input");

    /// <summary>Every text that is shown.</summary>
    public static IEnumerable<string> Text(JsonElement blocks) => Strings(blocks, "text");

    /// <summary>Every string under this name, at any depth.</summary>
    public static IEnumerable<string> Strings(JsonElement json, string name) => json.ValueKind switch
    {
        JsonValueKind.Array => json.EnumerateArray().SelectMany(e => Strings(e, name)),
        JsonValueKind.Object => json.EnumerateObject().SelectMany(p => p.Value.ValueKind == JsonValueKind.String && p.Name == name ? [p.Value.GetString()!] : Strings(p.Value, name)),
        _ => [],
    };

    private static IEnumerable<string> Twice(IEnumerable<string> ids, string what) => ids.GroupBy(id => id).Where(g => g.Count() > 1).Select(g => $"{what} {g.Key} twice");
}
