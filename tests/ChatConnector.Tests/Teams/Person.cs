using System.Text.Json;
using System.Text.Json.Nodes;

namespace ChatConnector.Tests.Teams;

/// <summary>Somebody with an account in a tenant.</summary>
internal sealed record Person(string Tenant, string Name, int Number)
{
    public string Directory => $"bbbbbbbb-0000-0000-0000-{Number:D12}";

    public string Account => $"29:{Name.ToLowerInvariant().Replace(' ', '.')}-{Number}";

    /// <summary>Their private chat with Connector.</summary>
    public string Private { get => field ?? $"a:{Number}"; init; }

    public string Principal => $"{Name.Split(' ')[0].ToLowerInvariant()}@{Tenant[..2]}.example";

    public bool IsGuest { get; init; }

    public JsonObject Json() => new()
    {
        ["id"] = Account,
        ["aadObjectId"] = Directory,
        ["name"] = Name,
        ["tenantId"] = Tenant,
        ["userRole"] = IsGuest ? "guest" : "user",
        ["userPrincipalName"] = Principal,
    };
}

/// <summary>A message as it stands.</summary>
internal sealed record Shown(string Id, string Conversation, string? OnlyFor, JsonElement Card)
{
    public int Edits { get; init; }

    public bool Says(string text) => string.Concat(TeamsCards.Objects(Card).Where(o => o.TryGetProperty("text", out _)).Select(o => o.GetProperty("text").GetString())).Contains(text, StringComparison.Ordinal);

    /// <summary>What a press on the button of this title sends.</summary>
    public JsonElement? Button(string title) =>
        TeamsCards.Objects(Card).Where(o => TeamsCards.TypeOf(o) is "Action.Execute" or "Action.Submit" && o.TryGetProperty("title", out var its) && its.GetString() == title).Select(o => (JsonElement?)o.GetProperty("data")).FirstOrDefault();
}
