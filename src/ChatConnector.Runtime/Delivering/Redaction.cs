using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using ChatConnector.Runtime.Rows;

namespace ChatConnector.Runtime.Delivering;

/// <summary>Replaces one person's id and name wherever they stand in a row, be it as an id, in a key, in a mention or in a sentence.</summary>
internal sealed class Redaction
{
    private const string NobodyInParticular = "somebody";
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(1);

    private readonly Regex id;
    private readonly Regex? name;
    private readonly string tombstone;
    private readonly RowJson json;

    public Redaction(string id, string? name, string tombstone, RowJson json)
    {
        // An id stands alone, in a list, in a key or in a mention; the same letters inside a sentence are a word.
        this.id = new Regex($@"(?<=^|[/|,]|<@){Regex.Escape(id)}(?=$|[/|,>])", RegexOptions.CultureInvariant, Limit);
        // A name of one word may be a word as well ("Will", "Hope"), so its capital counts.
        this.name = string.IsNullOrWhiteSpace(name) ? null : new Regex(
            $@"(?<![\p{{L}}\p{{N}}]){Regex.Escape(name.Trim())}(?![\p{{L}}\p{{N}}])",
            RegexOptions.CultureInvariant | (name.Trim().Contains(' ', StringComparison.Ordinal) ? RegexOptions.IgnoreCase : RegexOptions.None),
            Limit);
        this.tombstone = tombstone;
        this.json = json;
    }

    /// <summary>The row without the person; null when they do not stand in it.</summary>
    public Row? Redact(Row row)
    {
        var changed = false;
        var redacted = Walk(JsonNode.Parse(RowJson.Write(row, 1))!, ref changed);
        return changed ? json.Read(redacted.ToJsonString(RowJson.Options)).Row : null;
    }

    /// <summary>Whether a text of JSON names the person.</summary>
    public bool Names(string text)
    {
        var changed = false;
        try
        {
            Walk(JsonNode.Parse(text)!, ref changed);
        }
        catch (JsonException)
        {
            // Not JSON: better one dead letter too few than a name too many.
            return true;
        }

        return changed;
    }

    private JsonNode Walk(JsonNode node, ref bool changed)
    {
        switch (node)
        {
            case JsonObject obj:
                var renamed = new JsonObject();
                foreach (var (key, value) in obj)
                    renamed[Replace(key, ref changed)] = value is null ? null : Walk(value, ref changed);
                return renamed;
            case JsonArray array:
                var items = new JsonArray();
                foreach (var item in array)
                    items.Add(item is null ? null : Walk(item, ref changed));
                return items;
            case JsonValue text when text.GetValueKind() == JsonValueKind.String:
                return JsonValue.Create(Replace(text.GetValue<string>(), ref changed));
            default:
                return node.DeepClone();
        }
    }

    private string Replace(string text, ref bool changed)
    {
        var replaced = id.Replace(text, tombstone);
        replaced = name?.Replace(replaced, NobodyInParticular) ?? replaced;
        changed |= replaced != text;
        return replaced;
    }
}
