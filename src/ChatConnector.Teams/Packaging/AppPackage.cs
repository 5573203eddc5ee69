using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace ChatConnector.Teams.Packaging;

/// <summary>What is uploaded to Teams so that people can add Connector: the manifest, filled in for one bot, and two icons.</summary>
/// <param name="Bot">The Microsoft app id of the bot; never changes, or people would meet a new bot with an empty chat.</param>
/// <param name="Developer">Who offers it, up to 32 characters.</param>
/// <param name="Website">Theirs, with <c>/privacy</c> and <c>/terms</c> below it; https and no slash at the end.</param>
public sealed record AppPackage(string Bot, string Developer, Uri Website)
{
    private const int LongestDeveloper = 32;
    private static readonly string[] Icons = ["color.png", "outline.png"];

    /// <summary>What keeps it from being a package Teams takes; null when nothing does.</summary>
    public string? WhyNot => this switch
    {
        { Developer.Length: 0 or > LongestDeveloper } => $"The developer's name has 1 to {LongestDeveloper} characters.",
        { Website: not { IsAbsoluteUri: true, Scheme: "https", Query: "", Fragment: "" } } => "The website begins with https://.",
        _ when !Guid.TryParseExact(Bot, "D", out _) => "Teams:AppId is not set.",
        _ => null,
    };

    /// <summary>The manifest as JSON.</summary>
    public string Manifest()
    {
        var manifest = JsonNode.Parse(Read("manifest.json"))!;
        Fill(manifest);
        return manifest.ToJsonString(TeamsJson.Options);
    }

    /// <summary>Writes the package; the same for the same bot.</summary>
    public async Task WriteAsync(Stream to, CancellationToken cancellation)
    {
        await using var zip = new ZipArchive(to, ZipArchiveMode.Create, leaveOpen: true);
        await AddAsync(zip, "manifest.json", Encoding.UTF8.GetBytes(Manifest()), cancellation);
        foreach (var icon in Icons)
            await AddAsync(zip, icon, Read(icon), cancellation);
    }

    private static async Task AddAsync(ZipArchive zip, string name, byte[] content, CancellationToken cancellation)
    {
        var entry = zip.CreateEntry(name);
        entry.LastWriteTime = new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
        await using var file = await entry.OpenAsync(cancellation);
        await file.WriteAsync(content, cancellation);
    }

    private void Fill(JsonNode node)
    {
        foreach (var (key, child) in node is JsonObject fields ? fields.ToList() : [])
        {
            if (child is JsonValue value && value.GetValueKind() == JsonValueKind.String)
                node[key] = Filled(value.GetValue<string>());
            else if (child is not null)
                Fill(child);
        }

        foreach (var item in node is JsonArray items ? items.OfType<JsonNode>() : [])
            Fill(item);
    }

    private string Filled(string text) => text
        .Replace("${BOT}", Bot, StringComparison.Ordinal)
        .Replace("${ID}", $"{Id()}", StringComparison.Ordinal)
        .Replace("${WEBSITE}", $"{Website}".TrimEnd('/'), StringComparison.Ordinal)
        .Replace("${DEVELOPER}", Developer, StringComparison.Ordinal);

    // The app has an id of its own, which must not be the bot's and must not change either.
    private Guid Id() => new(SHA256.HashData(Encoding.UTF8.GetBytes("ChatConnector " + Bot)).AsSpan(0, 16));

    private static byte[] Read(string name)
    {
        using var stream = typeof(AppPackage).Assembly.GetManifestResourceStream(name)!;
        using var content = new MemoryStream();
        stream.CopyTo(content);
        return content.ToArray();
    }
}
