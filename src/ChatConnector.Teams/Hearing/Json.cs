using System.Text.Json;

namespace ChatConnector.Teams.Hearing;

/// <summary>
/// Reads what Teams sends. Anything may be missing, null or of another kind; then it is empty. Text that is no text
/// (half a surrogate pair, broken UTF-8) is refused with a <see cref="JsonException"/>.
/// </summary>
internal static class Json
{
    private static readonly JsonDocumentOptions Strict = new() { MaxDepth = TeamsJson.Deepest, AllowDuplicateProperties = false };

    /// <exception cref="JsonException">It is not JSON, too deep, or says a thing twice.</exception>
    public static JsonElement Parse(ReadOnlyMemory<byte> utf8)
    {
        using var document = JsonDocument.Parse(utf8, Strict);
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

        public bool Is(string name) => json.Get(name).ValueKind == JsonValueKind.True;

        public IEnumerable<JsonElement> Items(string name) => json.Get(name) is { ValueKind: JsonValueKind.Array } array ? array.EnumerateArray() : [];
    }
}
