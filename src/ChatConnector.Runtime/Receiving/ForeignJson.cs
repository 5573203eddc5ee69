using System.Text.Json;

namespace ChatConnector.Runtime.Receiving;

/// <summary>
/// Reads what platforms send. Anything may be missing, null or of another kind; then it is empty. Text that is no text
/// (half a surrogate pair, broken UTF-8) is refused with a <see cref="JsonException"/>.
/// </summary>
public static class ForeignJson
{
    /// <summary>Deeper than any payload of a platform's, and shallow enough to be harmless.</summary>
    public const int Deepest = 32;

    private static readonly JsonDocumentOptions Strict = new() { MaxDepth = Deepest, AllowDuplicateProperties = false };

    /// <exception cref="JsonException">It is not JSON, too deep, or says a thing twice.</exception>
    public static JsonDocument Parse(ReadOnlyMemory<byte> utf8) => JsonDocument.Parse(utf8, Strict);

    /// <inheritdoc cref="Parse(ReadOnlyMemory{byte})"/>
    public static JsonDocument Parse(string json) => JsonDocument.Parse(json, Strict);

    /// <summary>What is read outlives its bytes.</summary>
    /// <inheritdoc cref="Parse(ReadOnlyMemory{byte})"/>
    public static JsonElement Read(ReadOnlyMemory<byte> utf8)
    {
        using var document = Parse(utf8);
        return document.RootElement.Clone();
    }

    extension(JsonElement json)
    {
        public JsonElement Get(string name) => json.ValueKind == JsonValueKind.Object && json.TryGetProperty(name, out var value) ? value : default;

        /// <summary>The text under this name; empty when there is none.</summary>
        public string Text(string name) => json.Get(name).Text();

        public string Text()
        {
            try
            {
                return json.ValueKind == JsonValueKind.String ? json.GetString()! : "";
            }
            catch (InvalidOperationException broken)
            {
                throw new JsonException("Broken text.", broken);
            }
        }

        /// <summary>The whole number under this name; 0 when there is none.</summary>
        public int Number(string name) => json.Get(name) is { ValueKind: JsonValueKind.Number } value && value.TryGetInt32(out var number) ? number : 0;

        public bool Is(string name) => json.Get(name).ValueKind == JsonValueKind.True;

        public IEnumerable<JsonElement> Items(string name) => json.Get(name) is { ValueKind: JsonValueKind.Array } array ? array.EnumerateArray() : [];

        public IEnumerable<JsonProperty> Properties(string name) => json.Get(name) is { ValueKind: JsonValueKind.Object } found ? found.EnumerateObject() : [];
    }

    /// <summary>The first that says anything.</summary>
    public static string Either(params ReadOnlySpan<string> texts)
    {
        foreach (var text in texts)
        {
            if (text.Length > 0)
                return text;
        }

        return "";
    }
}
