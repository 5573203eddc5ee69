using System.Buffers.Binary;
using System.IO.Compression;
using System.Text.Json;
using ChatConnector.Engine;
using ChatConnector.Engine.Hearing;
using ChatConnector.Engine.Wording;
using ChatConnector.Teams.Hearing;
using ChatConnector.Teams.Packaging;
using NodaTime;

namespace ChatConnector.Tests.Teams;

/// <summary>The app package: what Teams takes, and what its store lets in.</summary>
public class PackageTests
{
    private static readonly AppPackage Package = new(Publisher.AppId, "Acme", new Uri("https://acme.example/"));
    private static readonly JsonElement Manifest = JsonElement.Parse(Package.Manifest());

    [Fact]
    public void The_manifest_fits_the_official_schema() =>
        Assert.Empty(new JsonSchema(TeamsData.PathOf("schemas", "teams-manifest-1.25", "MicrosoftTeams.schema.json")).Check(Manifest));

    [Fact]
    public async Task The_package_holds_the_manifest_and_two_icons_and_nothing_else()
    {
        using var stream = new MemoryStream();
        await Package.WriteAsync(stream, default);
        stream.Position = 0;
        await using var zip = new ZipArchive(stream);
        Assert.Equal(["color.png", "manifest.json", "outline.png"], zip.Entries.Select(e => e.FullName).Order());
        Assert.Equal((192, 192, 6), await PictureAsync(zip, "color.png"));
        Assert.Equal((32, 32, 6), await PictureAsync(zip, "outline.png"));
    }

    [Fact]
    public void The_outline_is_white_on_nothing()
    {
        var pixels = Pixels(File.ReadAllBytes(Path.Combine(TeamsData.Root, "..", "..", "..", "manifests", "teams", "outline.png")), 32);
        Assert.All(pixels, p => Assert.Equal((255, 255, 255), (p.Red, p.Green, p.Blue)));
        Assert.Contains(pixels, p => p.Alpha == 0);
        Assert.Contains(pixels, p => p.Alpha == 255);
    }

    [Fact]
    public void The_app_is_named_as_the_store_wants()
    {
        var name = Manifest.GetProperty("name");
        Assert.Equal("Connector", name.GetProperty("short").GetString());
        foreach (var text in name.EnumerateObject().Select(n => n.Value.GetString()!))
            Assert.DoesNotContain(["Teams", "Microsoft", "Chat", "Contacts", "Calendar", "Calls", "Files", "Activity", "Apps", "Help"], word => text.Contains(word, StringComparison.OrdinalIgnoreCase));
        Assert.DoesNotContain("Slack", Package.Manifest(), StringComparison.OrdinalIgnoreCase);
        Assert.NotEqual(Publisher.AppId, Manifest.GetProperty("id").GetString());
        Assert.True(Guid.TryParseExact(Manifest.GetProperty("id").GetString(), "D", out _));
    }

    [Fact]
    public void It_asks_for_no_permission() =>
        Assert.DoesNotContain(Manifest.EnumerateObject(), p => p.Name is "permissions" or "authorization" or "webApplicationInfo" or "validDomains");

    [Fact]
    public void Every_command_is_understood_short_and_there_once()
    {
        foreach (var list in Manifest.GetProperty("bots")[0].GetProperty("commandLists").EnumerateArray())
        {
            var commands = list.GetProperty("commands").EnumerateArray().ToList();
            Assert.InRange(commands.Count, 1, 10);
            var titles = commands.Select(c => c.GetProperty("title").GetString()!).ToList();
            Assert.Equal(titles.Distinct(StringComparer.OrdinalIgnoreCase).Count(), titles.Count);
            Assert.All(titles, t => Assert.True(t.Length <= 32 && t[0] != '/'));
            Assert.All(commands, c => Assert.InRange(c.GetProperty("description").GetString()!.Length, 1, 128));
            Assert.All(titles, t => Assert.NotEqual(Verb.NotUnderstood, Listener.Hear(new Said.Words(t), new LocalDate(2026, 11, 23)).Verb));
        }
    }

    [Fact]
    public void The_message_extension_has_the_commands_that_are_heard() => Assert.Equal(
        new[] { Extension.AskAbout, Extension.Ask, Extension.Thank }.Order(),
        Manifest.GetProperty("composeExtensions")[0].GetProperty("commands").EnumerateArray().Select(c => c.GetProperty("id").GetString()).Order());

    [Fact]
    public void No_button_is_called_like_one_of_Teams()
    {
        var labels = Directory.GetFiles(Path.Combine(TeamsData.Root, "Golden"), "*.json")
            .SelectMany(f => TeamsCards.Objects(JsonElement.Parse(File.ReadAllText(f)))).Where(o => TeamsCards.TypeOf(o).StartsWith("Action.", StringComparison.Ordinal) && o.TryGetProperty("title", out _))
            .Select(o => o.GetProperty("title").GetString()!).Append(Frames.OpenTheDraft).ToList();
        Assert.NotEmpty(labels);
        Assert.DoesNotContain(labels, l => l.Equals("Start chat", StringComparison.OrdinalIgnoreCase) || l.Equals("Start meeting", StringComparison.OrdinalIgnoreCase) || l.Contains("Slack", StringComparison.OrdinalIgnoreCase));
    }

    [Theory]
    [InlineData("", "Acme", "https://acme.example")]
    [InlineData(Publisher.AppId, "", "https://acme.example")]
    [InlineData(Publisher.AppId, "A name of thirty-three characters", "https://acme.example")]
    [InlineData(Publisher.AppId, "Acme", "http://acme.example")]
    public void What_Teams_would_not_take_is_not_packed(string bot, string developer, string website) => Assert.NotNull(new AppPackage(bot, developer, new Uri(website)).WhyNot);

    private static async Task<(int Width, int Height, int Kind)> PictureAsync(ZipArchive zip, string name)
    {
        using var content = new MemoryStream();
        await using (var file = await zip.GetEntry(name)!.OpenAsync())
            await file.CopyToAsync(content);
        var bytes = content.ToArray();
        return (BinaryPrimitives.ReadInt32BigEndian(bytes.AsSpan(16)), BinaryPrimitives.ReadInt32BigEndian(bytes.AsSpan(20)), bytes[25]);
    }

    /// <summary>The pixels of a picture with one data chunk and no filters, as ours are.</summary>
    private static List<(int Red, int Green, int Blue, int Alpha)> Pixels(byte[] png, int size)
    {
        var length = BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(33));
        using var packed = new ZLibStream(new MemoryStream(png, 41, length), CompressionMode.Decompress);
        using var plain = new MemoryStream();
        packed.CopyTo(plain);
        var rows = plain.ToArray();
        return [.. from y in Enumerable.Range(0, size) from x in Enumerable.Range(0, size) let at = (y * ((size * 4) + 1)) + 1 + (x * 4) select ((int)rows[at], (int)rows[at + 1], (int)rows[at + 2], (int)rows[at + 3])];
    }
}
