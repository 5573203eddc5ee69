using System.Text.Json;
using System.Text.Json.Serialization;
using NodaTime.Text;

namespace ChatConnector.Runtime.Rows;

/// <summary>Writes and reads one of NodaTime's types in its ISO form, to the nanosecond.</summary>
internal sealed class TimeConverter<T>(IPattern<T> pattern) : JsonConverter<T>
{
    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        pattern.Parse(reader.GetString() ?? "") is { Success: true, Value: var value } ? value : throw new JsonException("Not a time in its ISO form.");

    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WriteStringValue(pattern.Format(value));
}
