using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using ChatConnector.Slack.Rendering;

namespace ChatConnector.Slack;

/// <summary>How what we send is written.</summary>
[JsonSerializable(typeof(IReadOnlyList<Block>))]
[JsonSerializable(typeof(View))]
public sealed partial class SlackJson : JsonSerializerContext
{
    /// <summary>Slack takes UTF-8 as it is, so nothing needs escaping for its sake.</summary>
    public static readonly SlackJson Wire = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });
}
