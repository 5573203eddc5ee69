using System.Text.Json;
using ChatConnector.Slack.Hearing;
using ChatConnector.Slack.Installing;
using Mono.Cecil;
using Mono.Cecil.Cil;

namespace ChatConnector.Tests.Slack;

/// <summary>The manifest asks for what the code needs, and for nothing else.</summary>
public sealed class ManifestTests
{
    /// <summary>The scopes Slack wants for a method, as far as Connector uses it.</summary>
    private static readonly Dictionary<string, string[]> Methods = new()
    {
        ["apps.connections.open"] = [],
        ["auth.teams.list"] = [],
        ["auth.test"] = [],
        ["chat.delete"] = ["chat:write"],
        ["chat.getPermalink"] = [],
        ["chat.postEphemeral"] = ["chat:write"],
        ["chat.postMessage"] = ["chat:write"],
        ["chat.update"] = ["chat:write"],
        // Private chats only; what cannot be looked into elsewhere is posted again.
        ["conversations.history"] = ["im:history"],
        ["conversations.replies"] = ["im:history"],
        ["conversations.info"] = ["channels:read", "groups:read"],
        ["conversations.join"] = ["channels:join"],
        ["conversations.list"] = ["channels:read"],
        ["conversations.open"] = ["im:write", "mpim:write"],
        ["oauth.v2.access"] = [],
        ["reactions.add"] = ["reactions:write"],
        ["team.info"] = ["team:read"],
        ["usergroups.list"] = ["usergroups:read"],
        ["users.conversations"] = ["channels:read"],
        ["users.info"] = ["users:read"],
        ["users.list"] = ["users:read"],
        ["users.lookupByEmail"] = ["users:read.email"],
        ["users.profile.get"] = ["users.profile:read"],
        ["views.open"] = [],
        ["views.publish"] = [],
        ["views.update"] = [],
    };

    /// <summary>The scopes Slack wants for an event.</summary>
    private static readonly Dictionary<string, string[]> Events = new()
    {
        ["app_home_opened"] = [],
        ["app_mention"] = ["app_mentions:read"],
        ["app_uninstalled"] = [],
        ["channel_archive"] = ["channels:read"],
        ["channel_rename"] = ["channels:read"],
        ["member_joined_channel"] = ["channels:read", "groups:read"],
        ["member_left_channel"] = ["channels:read", "groups:read"],
        ["message.im"] = ["im:history"],
        ["reaction_added"] = ["reactions:read"],
        ["team_join"] = ["users:read"],
        ["tokens_revoked"] = [],
        ["user_change"] = ["users:read"],
    };

    private static readonly JsonElement Manifest = JsonElement.Parse(File.ReadAllText(Path.Combine(Repository.Root, "manifests", "slack.json")));

    [Theory]
    [InlineData("manifest.schema.1.0.0.json")]
    [InlineData("manifest.schema.2.0.0.json")]
    public void It_is_as_Slack_takes_it(string schema) => Assert.Empty(new JsonSchema(Path.Combine(Repository.Slack, "Schemas", schema)).Check(Manifest));

    [Fact]
    public void Its_scopes_are_those_of_what_is_called_and_heard()
    {
        var needed = Called().SelectMany(m => Methods[m]).Concat(Heard().SelectMany(e => Events[e])).Append("commands").Distinct().Order(StringComparer.Ordinal).ToList();
        Assert.Equal(needed, Texts("oauth_config", "scopes", "bot"));
        Assert.Equal(needed, Scopes.Bot.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void It_subscribes_to_what_is_heard() => Assert.Equal(Heard().Order(StringComparer.Ordinal), Texts("settings", "event_subscriptions", "bot_events"));

    [Fact]
    public void Every_method_that_is_called_is_known_here() =>
        Assert.Empty(Strings(t => t.Namespace == "ChatConnector.Slack.Calling").Where(s => s.Split('.') is [var family, _, ..] && IsFamily(family)).Except(Methods.Keys));

    [Fact]
    public void Its_shortcuts_are_those_that_are_heard() => Assert.Equal(
        [InteractionHearing.AskShortcut, InteractionHearing.AskAboutShortcut],
        Manifest.GetProperty("features").GetProperty("shortcuts").EnumerateArray().Select(s => s.GetProperty("callback_id").GetString()));

    [Fact]
    public void Its_addresses_are_answered()
    {
        var features = Manifest.GetProperty("features").GetProperty("slash_commands").EnumerateArray().Select(c => c.GetProperty("url").GetString()!);
        var settings = Manifest.GetProperty("settings");
        var addresses = features.Concat(Texts("oauth_config", "redirect_urls"))
            .Append(settings.GetProperty("event_subscriptions").GetProperty("request_url").GetString()!)
            .Append(settings.GetProperty("interactivity").GetProperty("request_url").GetString()!);
        Assert.Empty(addresses.Select(a => new Uri(a).AbsolutePath).Except(Strings(_ => true)));
    }

    [Fact]
    public void Every_scope_and_event_has_its_reason()
    {
        var reasons = File.ReadAllText(Path.Combine(Repository.Root, "manifests", "README.md"));
        Assert.All(Texts("oauth_config", "scopes", "bot").Concat(Texts("settings", "event_subscriptions", "bot_events")), s => Assert.Contains($"`{s}`", reasons, StringComparison.Ordinal));
    }

    private static IEnumerable<string> Called() => Strings(t => t.Namespace == "ChatConnector.Slack.Calling").Where(Methods.ContainsKey);

    private static IEnumerable<string> Heard() =>
        Strings(t => t.Name == nameof(EventHearing)).Select(s => s == "message" ? "message.im" : s).Where(Events.ContainsKey);

    private static bool IsFamily(string word) => Methods.Keys.Any(m => m.StartsWith(word + ".", StringComparison.Ordinal));

    private static IReadOnlyList<string> Texts(params IEnumerable<string> path) =>
        [.. path.Aggregate(Manifest, (at, name) => at.GetProperty(name)).EnumerateArray().Select(s => s.GetString()!)];

    /// <summary>The texts that stand in the compiled code of these types and whatever is nested in them.</summary>
    private static IReadOnlySet<string> Strings(Func<TypeDefinition, bool> wanted)
    {
        using var assembly = AssemblyDefinition.ReadAssembly(Path.Combine(AppContext.BaseDirectory, "ChatConnector.Slack.dll"));
        return assembly.MainModule.Types.Where(wanted).SelectMany(Whole).SelectMany(t => t.Methods).Where(m => m.HasBody)
            .SelectMany(m => m.Body.Instructions).Where(i => i.OpCode == OpCodes.Ldstr).Select(i => (string)i.Operand).ToHashSet(StringComparer.Ordinal);
    }

    private static IEnumerable<TypeDefinition> Whole(TypeDefinition type) => type.NestedTypes.SelectMany(Whole).Prepend(type);
}
