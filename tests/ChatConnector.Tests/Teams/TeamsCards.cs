using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using ChatConnector.Engine.Wording;
using ChatConnector.Teams;
using ChatConnector.Teams.Rendering;

namespace ChatConnector.Tests.Teams;

/// <summary>What Teams would say to a card.</summary>
internal static class TeamsCards
{
    private static readonly JsonSchema Official = new(TeamsData.PathOf("schemas", "adaptive-card-1.5.0.json"));

    public static JsonElement Json(object card) => JsonSerializer.SerializeToElement(card, card.GetType(), TeamsJson.Options);

    public static JsonElement Rendered(Card card, bool mentions = true) => Json(new CardRendering(TeamsOffice.Tenant, mentions) { Own = "29:priya" }.Render(card));

    public static Dialog Rendered(Form form) => new FormRendering(TeamsOffice.Tenant, [new Option($"teams:{TeamsOffice.Tenant}:19:data@thread.tacv2", "Analytics › data")]).Render(form);

    /// <summary>What is wrong with it: by the official schema, by what Teams takes, by what people can use.</summary>
    public static IReadOnlyList<string> Complaints(JsonElement card)
    {
        var complaints = new List<string>(Official.Check(WithoutExtras(card)));
        if (Encoding.UTF8.GetByteCount(card.GetRawText()) > CardRendering.MostBytes)
            complaints.Add("over 28 KB");
        complaints.AddRange(ComplaintsOfRefresh(card));
        var all = Objects(WithoutRefresh(card)).ToList();
        if (all.Count(o => IsAction(o) && !o.TryGetProperty("mode", out _)) > CardRendering.MostPrimary)
            complaints.Add("more than six actions in plain sight");
        var inputs = all.Where(o => TypeOf(o).StartsWith("Input.", StringComparison.Ordinal)).ToList();
        if (inputs.Select(i => i.GetProperty("id").GetString()).Distinct().Count() < inputs.Count)
            complaints.Add("two inputs of the same id");
        complaints.AddRange(inputs.Where(i => i.TryGetProperty("isRequired", out _) && !i.TryGetProperty("errorMessage", out _)).Select(i => $"{i.GetProperty("id")} is required and says nothing when it is empty"));
        var mentions = card.TryGetProperty("msteams", out var extras) ? extras.GetProperty("entities").EnumerateArray().Select(e => e.GetProperty("text").GetString()!).ToList() : [];
        if (mentions.Distinct().Count() < mentions.Count)
            complaints.Add("one text mentions two people");
        complaints.AddRange(mentions.Where(m => !Texts(card).Any(t => t.Contains(m, StringComparison.Ordinal))).Select(m => $"{m} is mentioned nowhere"));
        complaints.AddRange(Texts(card).Where(t => mentions.Aggregate(t, (rest, m) => rest.Replace(m, "", StringComparison.Ordinal)).Contains("<at", StringComparison.OrdinalIgnoreCase)).Select(t => $"a mention of nobody: {t}"));
        return complaints;
    }

    /// <summary>For whom Teams asks by itself, by their chat account.</summary>
    public static IReadOnlyList<string> RefreshedFor(JsonElement card) =>
        card.TryGetProperty("refresh", out var refresh) ? [.. refresh.GetProperty("userIds").EnumerateArray().Select(a => a.GetString()!)] : [];

    private static IEnumerable<string> ComplaintsOfRefresh(JsonElement card)
    {
        if (!card.TryGetProperty("refresh", out var refresh))
            yield break;
        // Without a list Teams asks for everybody, as long as they are few.
        if (!refresh.TryGetProperty("userIds", out _) || RefreshedFor(card) is not { Count: > 0 and <= 60 } accounts)
            yield return "refreshed for nobody in particular, or for too many";
        else if (accounts.Any(a => !a.StartsWith("29:", StringComparison.Ordinal)) || accounts.Distinct().Count() < accounts.Count)
            yield return "refreshed for what is nobody's chat account";
        if (TypeOf(refresh.GetProperty("action")) != "Action.Execute" || !refresh.GetProperty("action").TryGetProperty("verb", out _))
            yield return "refreshed by what Teams does not do";
    }

    // What refreshes a card is no button on it.
    private static JsonElement WithoutRefresh(JsonElement card)
    {
        var node = JsonObject.Create(card)!;
        node.Remove("refresh");
        return JsonSerializer.SerializeToElement(node);
    }

    /// <summary>Every text in which Teams reads Markdown and mentions.</summary>
    public static IEnumerable<string> Texts(JsonElement card) => Objects(card).Where(o => TypeOf(o) == "TextBlock").Select(o => o.GetProperty("text").GetString()!);

    public static IEnumerable<JsonElement> Objects(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Object => json.EnumerateObject().SelectMany(p => Objects(p.Value)).Prepend(json),
        JsonValueKind.Array => json.EnumerateArray().SelectMany(Objects),
        _ => [],
    };

    public static string TypeOf(JsonElement o) => o.TryGetProperty("type", out var type) && type.ValueKind == JsonValueKind.String ? type.GetString()! : "";

    private static bool IsAction(JsonElement o) => TypeOf(o).StartsWith("Action.", StringComparison.Ordinal) && !(TypeOf(o) == "Action.Submit" && IsFallback(o));

    // A fallback stands in for its action and is never seen beside it.
    private static bool IsFallback(JsonElement o) => o.GetProperty("data").TryGetProperty("msteams", out _) is false && !o.GetProperty("data").GetProperty("connector").TryGetProperty("people", out _)
        && !o.TryGetProperty("style", out _);

    /// <summary>The official schema does not know what Teams adds to it and documents elsewhere.</summary>
    public static JsonElement WithoutExtras(JsonElement card)
    {
        var node = JsonObject.Create(card)!;
        node.Remove("msteams");
        // Whom Teams offers to choose from is not in the card.
        foreach (var input in node["body"]!.AsArray().OfType<JsonObject>().Where(input => input.Remove("choices.data")))
            input["choices"] = new JsonArray(new JsonObject { ["title"] = "Bo Lund", ["value"] = "bo" });
        return JsonSerializer.SerializeToElement(node);
    }
}
