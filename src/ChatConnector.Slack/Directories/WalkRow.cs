using System.Text.Json;
using System.Text.Json.Serialization;

namespace ChatConnector.Slack.Directories;

/// <summary>How far a walk has come.</summary>
/// <param name="Occasion">What it was begun for; another one begins anew.</param>
/// <param name="Began">Unix milliseconds.</param>
/// <param name="Team">In an Enterprise Grid organization, the workspace it is in; null between two.</param>
/// <param name="LastTeam">The one it was in before.</param>
/// <param name="Cursor">Where Slack's next page begins; null for the first.</param>
public sealed record WalkRow(int Version, string Occasion, long Began, string? Team = null, string? LastTeam = null, string? Cursor = null, bool IsDone = false)
{
    public const int Current = 2;

    public string Write() => JsonSerializer.Serialize(this, WalkJson.Default.WalkRow);

    /// <summary>Null for what a program wrote that did it differently.</summary>
    public static WalkRow? Read(string json)
    {
        try
        {
            return JsonSerializer.Deserialize(json, WalkJson.Default.WalkRow) is { Version: Current } row ? row : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

[JsonSerializable(typeof(WalkRow))]
internal sealed partial class WalkJson : JsonSerializerContext;
