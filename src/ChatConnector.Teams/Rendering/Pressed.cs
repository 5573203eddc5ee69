using System.Text.Json;

namespace ChatConnector.Teams.Rendering;

/// <summary>What a press or a filled-in dialog sends back beside the fields. Whoever sees a card can send any of it, so it is only a claim.</summary>
public sealed record Pressed(Carried Connector)
{
    /// <summary>Tells Teams to open a dialog.</summary>
    public PressedExtras? Msteams { get; init; }

    public static Pressed For(Act act) => new(new Carried(act.ToButtonValue()));

    public static Pressed ToOpen(Act act) => For(act) with { Msteams = new PressedExtras("task/fetch") };

    /// <summary>The act that was pressed or submitted, with its fields; null when it is none of ours.</summary>
    /// <param name="tenant">Whose directory picked people belong to.</param>
    public static Act? Read(JsonElement data, string tenant)
    {
        if (data.ValueKind != JsonValueKind.Object || !data.TryGetProperty("connector", out var connector) || connector.ValueKind != JsonValueKind.Object
            || !connector.TryGetProperty("act", out var value) || value.ValueKind != JsonValueKind.String || Act.FromButtonValue(value.GetString()) is not { } act)
            return null;
        var people = Names(connector, "people");
        foreach (var field in data.EnumerateObject())
        {
            if (field.Name is "connector" or "msteams" or "type" || Text(field.Value) is not { } text)
                continue;
            act = act.With(field.Name, people.Contains(field.Name) ? string.Join(',', Picked(text, tenant)) : text);
        }

        return act;
    }

    /// <summary>The act of a button, which fills in nothing; null when it is none of ours.</summary>
    public static Act? ReadButton(JsonElement data, string tenant) => Read(data, tenant) is { } act ? act with { Fields = act.Fields.Clear() } : null;

    /// <summary>The names of the fields that hold people.</summary>
    public static IReadOnlyList<string> PeopleIn(JsonElement data) => [.. Names(data.Get("connector"), "people")];

    /// <summary>What opened the form that was filled in; null when it was none of ours.</summary>
    public static Origin? OriginOf(JsonElement data) =>
        data.ValueKind == JsonValueKind.Object && data.TryGetProperty("connector", out var connector) && connector.ValueKind == JsonValueKind.Object
        && connector.TryGetProperty("opener", out var opener) && Text(opener) is { } value && Act.FromButtonValue(value) is { } act
        && connector.TryGetProperty("once", out var once) && Text(once) is { Length: > 0 and < 100 } name
            ? new Origin(act, name)
            : null;

    private static IEnumerable<string> Picked(string accounts, string tenant) =>
        accounts.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Where(TeamsIds.IsId)
            .Select(id => id.StartsWith(TeamsIds.Platform + ":", StringComparison.Ordinal) ? id : TeamsIds.Teammate(tenant, id).Text);

    private static HashSet<string> Names(JsonElement connector, string list) =>
        connector.ValueKind == JsonValueKind.Object && connector.TryGetProperty(list, out var names) && names.ValueKind == JsonValueKind.Array
            ? [.. names.EnumerateArray().Where(n => n.ValueKind == JsonValueKind.String).Select(n => n.GetString()!)]
            : [];

    private static string? Text(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString(),
        JsonValueKind.True or JsonValueKind.False or JsonValueKind.Number => value.GetRawText(),
        _ => null,
    };
}

/// <param name="Act">See <see cref="Act.ToButtonValue"/>.</param>
public sealed record Carried(string Act)
{
    /// <summary>Names of the fields that hold people.</summary>
    public IReadOnlyList<string>? People { get; init; }

    /// <summary>The act that opened the form.</summary>
    public string? Opener { get; init; }

    /// <summary>Tells one opening of a form from the next.</summary>
    public string? Once { get; init; }
}

/// <summary>How a form came to be open.</summary>
/// <param name="Once">Tells one opening of it from the next.</param>
public sealed record Origin(Act Opener, string Once);

public sealed record PressedExtras(string Type);
