using System.Text.Encodings.Web;
using System.Text.Json;

namespace ChatConnector.Tests.Teams;

/// <summary>
/// Every card and form as Teams gets it: one file each in <c>Golden/</c>, ready to paste into the Adaptive Cards designer.
/// <c>UPDATE_GOLDEN=1 dotnet test</c> writes them anew; the difference is the review.
/// </summary>
public class GoldenCardTests
{
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private static readonly string Folder = Path.Combine(TeamsData.Root, "Golden");
    private static readonly bool Update = Environment.GetEnvironmentVariable("UPDATE_GOLDEN") == "1";
    private static readonly Lazy<Dictionary<string, JsonElement>> Rendered = new(() =>
        TeamsOffice.Wording.Cards.Select(c => (c.Name, Json: TeamsCards.Rendered(c.Card)))
            .Concat(TeamsOffice.Wording.Forms.Select(f => (f.Name, Json: TeamsCards.Json(TeamsCards.Rendered(f.Form).Card))))
            .ToDictionary(r => r.Name, r => r.Json));

    public static TheoryData<string> Everything => [.. Rendered.Value.Keys];

    [Theory]
    [MemberData(nameof(Everything))]
    public void A_card_looks_as_it_did_and_Teams_would_take_it(string name)
    {
        var rendered = Rendered.Value[name];
        Assert.Empty(TeamsCards.Complaints(rendered));
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
        var gone = Directory.GetFiles(Folder, "*.json").Where(f => !Rendered.Value.ContainsKey(Path.GetFileNameWithoutExtension(f))).ToList();
        if (Update)
            gone.ForEach(File.Delete);
        else
            Assert.Empty(gone);
    }
}
