using System.Globalization;
using System.Text.Json;
using NodaTime.Text;

namespace ChatConnector.Teams.Hearing;

/// <summary>Who reads along where something is said.</summary>
public enum Scope
{
    Personal,
    GroupChat,
    Channel,
}

/// <summary>What Teams sends, as far as it concerns us. Everything in it is a claim until the token was checked; what is missing is empty.</summary>
/// <param name="Type">Such as <c>message</c> or <c>invoke</c>.</param>
/// <param name="Id">Its name inside the conversation.</param>
public sealed record Activity(string Type, string Id)
{
    private const int MostListed = 200;

    /// <summary>Of an invoke: what is asked for, such as <c>task/fetch</c>.</summary>
    public string Name { get; private init; } = "";

    /// <summary>The network it comes from, without what may follow a colon; of Teams it is <c>msteams</c>.</summary>
    public string Channel { get; private init; } = "";

    public string ServiceUrl { get; private init; } = "";

    /// <summary>Whose data it is about: the tenant the conversation lives in.</summary>
    public string Tenant { get; private init; } = "";

    public Account From { get; private init; } = Account.Nobody;

    /// <summary>Connector's own account there.</summary>
    public Account Bot { get; private init; } = Account.Nobody;

    public Scope Scope { get; private init; }

    /// <summary>The conversation's id, without the thread.</summary>
    public string Conversation { get; private init; } = "";

    /// <summary>The message the thread begins with; empty outside threads.</summary>
    public string Thread { get; private init; } = "";

    /// <summary>The channel that is told of, which is not always the one it is told in.</summary>
    public string About { get; private init; } = "";

    public string Team { get; private init; } = "";

    /// <summary>The channel's or group chat's name, where Teams says it.</summary>
    public string PlaceName { get; private init; } = "";

    /// <summary>What kind of change an update tells of.</summary>
    public string Event { get; private init; } = "";

    /// <summary>Of an installation: added, removed or upgraded.</summary>
    public string Action { get; private init; } = "";

    public string Text { get; private init; } = "";

    public IReadOnlyList<Mentioning> Mentions { get; private init; } = [];

    public IReadOnlyList<Account> Added { get; private init; } = [];

    public IReadOnlyList<Account> Removed { get; private init; } = [];

    /// <summary>The author's time zone, IANA; null when Teams does not say.</summary>
    public string? Zone { get; private init; }

    /// <summary>When Teams says it happened.</summary>
    public Instant? At => InstantPattern.ExtendedIso.Parse(Timestamp) is { Success: true } moment ? moment.Value : null;

    private string Timestamp { get; init; } = "";

    /// <summary>What a press, a dialog or a message extension brings with it.</summary>
    public JsonElement Value { get; private init; }

    /// <summary>Whether it comes from the message extension, which people may use where Connector has no part.</summary>
    public bool IsFromExtension => Name.StartsWith("composeExtension/", StringComparison.Ordinal);

    /// <summary>Whether Teams asks by itself, because somebody looks at a card.</summary>
    public bool IsNobodysAct => Value.Text("trigger") == "automatic";

    public bool MentionsBot => Mentions.Any(m => m.Account == Bot.Id);

    /// <summary>What is read outlives the JSON it was read from.</summary>
    /// <exception cref="JsonException">It holds text that is no text.</exception>
    public static Activity Read(JsonElement json)
    {
        var (conversation, data) = (json.Get("conversation"), json.Get("channelData"));
        var (id, thread) = Parts(conversation.Text("id"));
        var entities = json.Items("entities").Take(MostListed).ToList();
        var tenant = Either(conversation.Text("tenantId"), data.Get("tenant").Text("id"));
        var author = Account.Read(json.Get("from"));
        return new Activity(json.Text("type"), json.Text("id"))
        {
            Name = json.Text("name"),
            Channel = json.Text("channelId").Split(':')[0],
            ServiceUrl = json.Text("serviceUrl"),
            Tenant = tenant,
            From = author with { Tenant = Either(author.Tenant, data.Get("tenant").Text("id"), tenant) },
            Bot = Account.Read(json.Get("recipient")),
            Scope = ScopeOf(conversation, id),
            Conversation = id,
            Thread = thread,
            About = data.Get("channel").Text("id"),
            Team = data.Get("team").Text("id"),
            PlaceName = Either(data.Get("channel").Text("name"), conversation.Text("name")),
            Event = data.Text("eventType"),
            Action = json.Text("action"),
            Text = json.Text("text"),
            Mentions = [.. entities.Where(e => e.Text("type") == "mention").Select(e => new Mentioning(e.Text("text"), e.Get("mentioned").Text("id")))],
            Added = Accounts(json, "membersAdded"),
            Removed = Accounts(json, "membersRemoved"),
            Zone = Either(json.Text("localTimezone"), entities.Select(e => e.Text("timezone")).FirstOrDefault(z => z.Length > 0, "")) is { Length: > 0 } zone ? zone : null,
            Timestamp = json.Text("timestamp"),
            Value = json.Get("value") is { ValueKind: not JsonValueKind.Undefined } value ? value.Clone() : default,
        };
    }

    private static IReadOnlyList<Account> Accounts(JsonElement json, string list) =>
        json.Get(list).ValueKind == JsonValueKind.Array ? [.. json.Items(list).Take(MostListed).Select(Account.Read)] : [];

    private static (string Id, string Thread) Parts(string conversation) =>
        conversation.IndexOf(";messageid=", StringComparison.Ordinal) is > 0 and var at ? (conversation[..at], conversation[(at + ";messageid=".Length)..]) : (conversation, "");

    // What says nothing of itself is taken for a place where others read along.
    private static Scope ScopeOf(JsonElement conversation, string id) => conversation.Text("conversationType") switch
    {
        "personal" => Scope.Personal,
        "channel" => Scope.Channel,
        "" when id.StartsWith("a:", StringComparison.Ordinal) => Scope.Personal,
        _ => Scope.GroupChat,
    };

    private static string Either(params ReadOnlySpan<string> texts)
    {
        foreach (var text in texts)
        {
            if (text.Length > 0)
                return text;
        }

        return "";
    }
}

/// <summary>Somebody's or something's account in a chat.</summary>
/// <param name="Id">Teams' own: <c>29:…</c> for people, <c>28:…</c> for bots; another one for every bot that asks.</param>
/// <param name="Directory">The id in the directory of <paramref name="Tenant"/>; empty when Teams does not say.</param>
/// <param name="Tenant">Where they are at home; empty when Teams does not say.</param>
public sealed record Account(string Id, string Name, string Directory, string Tenant)
{
    public static readonly Account Nobody = new("", "", "", "");

    public bool IsPerson => TeamsIds.IsId(Id) && !Id.StartsWith("28:", StringComparison.Ordinal) || IsInDirectory;

    public bool IsInDirectory => TeamsIds.IsDirectoryId(Directory);

    /// <summary>As our teammate: by their id in the directory if it is known, so that they are the same on every card.</summary>
    public TeammateId InTenant(string tenant) => TeamsIds.Teammate(tenant, IsInDirectory ? Directory.ToLower(CultureInfo.InvariantCulture) : Id);

    public static Account Read(JsonElement json)
    {
        var directory = json.Text("aadObjectId");
        return new Account(json.Text("id"), json.Text("name"), directory.Length > 0 ? directory : json.Text("objectId"), json.Text("tenantId"));
    }
}

/// <summary>Somebody mentioned: how the text shows it, and whom it means.</summary>
public sealed record Mentioning(string Shown, string Account);
