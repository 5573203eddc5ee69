using System.Text.Json;
using System.Text.RegularExpressions;

namespace ChatConnector.Tests;

/// <summary>As much of JSON Schema as the schemas of the platforms use. A word it does not know fails, so that no rule is passed over in silence.</summary>
public sealed class JsonSchema
{
    private static readonly HashSet<string> Documentation =
        ["$schema", "$id", "id", "title", "description", "definitions", "default", "examples", "example", "format", "errorMessage", "version", "features", "_note"];

    private readonly JsonElement root;

    public JsonSchema(string path) => root = JsonElement.Parse(File.ReadAllText(path));

    public IEnumerable<string> Definitions => root.GetProperty("definitions").EnumerateObject().Select(d => d.Name);

    /// <summary>What is wrong, as <c>/path: complaint</c>; empty when nothing is.</summary>
    public IReadOnlyList<string> Check(JsonElement value, string? definition = null) =>
        [.. Check(definition is null ? root : root.GetProperty("definitions").GetProperty(definition), value, "")];

    private IEnumerable<string> Check(JsonElement schema, JsonElement value, string at)
    {
        if (schema.ValueKind is JsonValueKind.True or JsonValueKind.False)
            return schema.GetBoolean() ? [] : [$"{at}: not allowed"];
        return schema.EnumerateObject().SelectMany(rule => Check(schema, rule.Name, rule.Value, value, at));
    }

    private IEnumerable<string> Check(JsonElement schema, string rule, JsonElement said, JsonElement value, string at) => value.ValueKind switch
    {
        _ when Documentation.Contains(rule) => [],
        _ when CheckAny(rule, said, value, at) is { } any => any,
        JsonValueKind.String when CheckText(rule, said, value.GetString()!, at) is { } text => text,
        JsonValueKind.Array when CheckList(rule, said, value, at) is { } list => list,
        JsonValueKind.Object when CheckObject(schema, rule, said, value, at) is { } members => members,
        JsonValueKind.Number when rule is "minimum" => Fails(value.GetDecimal() < said.GetDecimal(), at, $"less than {said}"),
        JsonValueKind.Number when rule is "maximum" => Fails(value.GetDecimal() > said.GetDecimal(), at, $"more than {said}"),
        _ when rule is "minLength" or "maxLength" or "pattern" or "regex" or "minItems" or "maxItems" or "uniqueItems" or "items" or "required" or "properties"
            or "patternProperties" or "additionalProperties" or "minProperties" or "dependencies" or "minimum" or "maximum" => [],
        _ => [$"{at}: the schema says {rule}, which is not understood here"],
    };

    private IEnumerable<string>? CheckAny(string rule, JsonElement said, JsonElement value, string at) => rule switch
    {
        "$ref" => Check(said.GetString()!.Split('/').Skip(1).Aggregate(root, (place, name) => place.GetProperty(name)), value, at),
        "type" => Fails(!Types(said).Any(t => Is(t, value)), at, $"should be {said}"),
        "const" => Fails(!JsonElement.DeepEquals(said, value), at, $"should be {said}"),
        "enum" => Fails(!said.EnumerateArray().Any(e => JsonElement.DeepEquals(e, value)), at, $"should be one of {said}"),
        "allOf" => said.EnumerateArray().SelectMany(s => Check(s, value, at)),
        "anyOf" => AnyOf(said, value, at),
        "oneOf" => Fails(said.EnumerateArray().Count(s => !Check(s, value, at).Any()) != 1, at, "should fit exactly one of several forms"),
        _ => null,
    };

    private static IEnumerable<string>? CheckText(string rule, JsonElement said, string value, string at) => rule switch
    {
        "minLength" => Fails(value.Length < said.GetInt32(), at, $"too short: {value}"),
        "maxLength" => Fails(value.Length > said.GetInt32(), at, $"longer than {said}: {value}"),
        // Slack's manifests say regex where JSON Schema says pattern.
        "pattern" or "regex" => Fails(!Regex.IsMatch(value, said.GetString()!, RegexOptions.ECMAScript), at, $"does not match {said}: {value}"),
        _ => null,
    };

    private IEnumerable<string>? CheckList(string rule, JsonElement said, JsonElement value, string at) => rule switch
    {
        "minItems" => Fails(value.GetArrayLength() < said.GetInt32(), at, "too few"),
        "maxItems" => Fails(value.GetArrayLength() > said.GetInt32(), at, $"more than {said}"),
        "uniqueItems" => Fails(said.GetBoolean() && value.EnumerateArray().Select(e => e.GetRawText()).Distinct().Count() < value.GetArrayLength(), at, "twice the same"),
        "items" => value.EnumerateArray().SelectMany((e, i) => Check(said, e, $"{at}/{i}")),
        _ => null,
    };

    private IEnumerable<string>? CheckObject(JsonElement schema, string rule, JsonElement said, JsonElement value, string at) => rule switch
    {
        "required" => said.EnumerateArray().Where(n => !value.TryGetProperty(n.GetString()!, out _)).Select(n => $"{at}: lacks {n}"),
        "properties" => said.EnumerateObject().Where(p => value.TryGetProperty(p.Name, out _)).SelectMany(p => Check(p.Value, value.GetProperty(p.Name), $"{at}/{p.Name}")),
        "patternProperties" => said.EnumerateObject().SelectMany(p => value.EnumerateObject().Where(v => Matches(v.Name, p.Name)).SelectMany(v => Check(p.Value, v.Value, $"{at}/{v.Name}"))),
        "additionalProperties" => value.EnumerateObject().Where(v => !Foresees(schema, v.Name)).SelectMany(v => Check(said, v.Value, $"{at}/{v.Name}")),
        "minProperties" => Fails(value.EnumerateObject().Count() < said.GetInt32(), at, "too few"),
        "dependencies" => said.EnumerateObject().Where(d => value.TryGetProperty(d.Name, out _))
            .SelectMany(d => d.Value.EnumerateArray().Where(n => !value.TryGetProperty(n.GetString()!, out _)).Select(n => $"{at}: {d.Name} needs {n}")),
        _ => null,
    };

    /// <summary>The complaints of the branch that fits best: the one whose <c>type</c> is meant.</summary>
    private List<string> AnyOf(JsonElement branches, JsonElement value, string at)
    {
        var complaints = branches.EnumerateArray().Select(branch => Check(branch, value, at).ToList()).ToList();
        return complaints.Exists(c => c.Count == 0) ? [] : complaints.OrderBy(c => c.Exists(x => x.StartsWith($"{at}/type:", StringComparison.Ordinal))).ThenBy(c => c.Count).First();
    }

    private static IEnumerable<string> Fails(bool fails, string at, string why) => fails ? [$"{at}: {why}"] : [];

    private static bool Foresees(JsonElement schema, string name) =>
        (schema.TryGetProperty("properties", out var known) && known.TryGetProperty(name, out _))
        || (schema.TryGetProperty("patternProperties", out var patterns) && patterns.EnumerateObject().Any(p => Matches(name, p.Name)));

    private static bool Matches(string name, string pattern) => Regex.IsMatch(name, pattern);

    private static IEnumerable<string> Types(JsonElement said) => said.ValueKind == JsonValueKind.Array ? said.EnumerateArray().Select(t => t.GetString()!) : [said.GetString()!];

    private static bool Is(string type, JsonElement value) => type switch
    {
        "object" => value.ValueKind == JsonValueKind.Object,
        "array" => value.ValueKind == JsonValueKind.Array,
        "string" => value.ValueKind == JsonValueKind.String,
        "boolean" => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
        "null" => value.ValueKind == JsonValueKind.Null,
        "integer" => value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out _),
        "number" => value.ValueKind == JsonValueKind.Number,
        _ => false,
    };
}
