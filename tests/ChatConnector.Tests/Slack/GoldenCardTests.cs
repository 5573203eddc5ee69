using System.Text.Encodings.Web;
using System.Text.Json;

namespace ChatConnector.Tests.Slack;

/// <summary>
/// Every card and form as Slack gets it: one file each in <c>Golden/</c>, ready to paste into Slack's Block Kit Builder.
/// <c>UPDATE_GOLDEN=1 dotnet test</c> writes them anew; the difference is the review.
/// </summary>
public class GoldenCardTests
{
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private static readonly string Folder = Path.Combine(Repository.Slack, "Golden");
    private static readonly bool Update = Environment.GetEnvironmentVariable("UPDATE_GOLDEN") == "1";

    public static TheoryData<string> Everything => [.. Rendered().Keys];

    [Theory]
    [MemberData(nameof(Everything))]
    public void A_card_looks_as_it_did_and_Slack_would_take_it(string name)
    {
        var rendered = Rendered()[name];
        Assert.Empty(BlockKit.Complaints(rendered.ValueKind == JsonValueKind.Object && !rendered.TryGetProperty("type", out _) ? rendered.GetProperty("blocks") : rendered));
        var file = Path.Combine(Folder, name + ".json");
        var json = JsonSerializer.Serialize(rendered, Readable) + "\n";
        if (Update)
            File.WriteAllText(file, json);
        Assert.True(File.Exists(file), $"{name} has no golden file. UPDATE_GOLDEN=1 writes it; look at it before it is kept.");
        Assert.Equal(File.ReadAllText(file), json);
    }

    [Fact]
    public void No_golden_file_is_left_of_a_card_that_is_gone()
    {
        var gone = Directory.GetFiles(Folder, "*.json").Where(f => !Rendered().ContainsKey(Path.GetFileNameWithoutExtension(f))).ToList();
        if (Update)
            gone.ForEach(File.Delete);
        else
            Assert.Empty(gone);
    }

    private static readonly Lazy<Dictionary<string, JsonElement>> Once = new(Render);

    private static Dictionary<string, JsonElement> Rendered() => Once.Value;

    private static Dictionary<string, JsonElement> Render() =>
        SlackOffice.Wording.Cards.Select(c => (c.Name, Json: JsonSerializer.SerializeToElement(new { blocks = BlockKit.Message(c.Card) })))
            .Concat(SlackOffice.Wording.Forms.Select(f => (f.Name, Json: BlockKit.Modal(f.Form))))
            .ToDictionary(r => r.Name, r => r.Json);
}
