using System.Text.Json;

namespace ChatConnector.Slack.Hearing;

/// <summary>Where things are said, and how a place travels with a form.</summary>
public static class Places
{
    private static readonly HashSet<string> NoNames = ["directmessage", "privategroup"];

    /// <summary>Only private chats have ids that begin with D; the other letters say nothing reliable.</summary>
    public static bool IsPrivate(string channel) => channel.StartsWith('D');

    /// <summary>A channel's name, unless Slack gives a kind instead of one.</summary>
    public static string NameOf(string name) => NoNames.Contains(name) ? "" : name;

    /// <summary>The act a form submits and where it was opened, for Slack to bring back with it.</summary>
    public static string Write(Act submits, Place place) => JsonSerializer.Serialize(new Origin(submits.ToButtonValue(), place), OriginJson.Default.Origin);

    /// <summary>What <see cref="Write"/> wrote; null for anything else.</summary>
    public static Origin? Read(string metadata)
    {
        try
        {
            return metadata.Length > 0 ? JsonSerializer.Deserialize(metadata, OriginJson.Default.Origin) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

/// <summary>What a form carries.</summary>
public sealed record Origin(string Submits, Place Place);

[System.Text.Json.Serialization.JsonSerializable(typeof(Origin))]
internal sealed partial class OriginJson : System.Text.Json.Serialization.JsonSerializerContext;
