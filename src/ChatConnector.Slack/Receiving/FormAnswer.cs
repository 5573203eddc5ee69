using System.Text.Json;
using System.Text.Json.Serialization;

namespace ChatConnector.Slack.Receiving;

/// <summary>Keeps a submitted form open and says beside its fields what is wrong.</summary>
public sealed record FormAnswer(
    [property: JsonPropertyName("response_action")] string ResponseAction, [property: JsonPropertyName("errors")] IReadOnlyDictionary<string, string> Errors)
{
    /// <summary>The answer to a form; null where nothing is wrong and it closes.</summary>
    public static FormAnswer? To(IReadOnlyDictionary<string, string> errors) => errors.Count == 0 ? null : new FormAnswer("errors", errors);
}

/// <summary>Tells Slack that an envelope is kept.</summary>
public sealed record Acknowledgement(
    [property: JsonPropertyName("envelope_id")] string Envelope,
    [property: JsonPropertyName("payload"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] FormAnswer? Answer)
{
    public byte[] ToJson() => JsonSerializer.SerializeToUtf8Bytes(this, AnswerJson.Default.Acknowledgement);
}

[JsonSerializable(typeof(FormAnswer))]
[JsonSerializable(typeof(Acknowledgement))]
internal sealed partial class AnswerJson : JsonSerializerContext;
