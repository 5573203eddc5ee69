using System.Globalization;
using System.Text.Json;
using ChatConnector.Runtime;
using ChatConnector.Slack.Installing;

namespace ChatConnector.Slack.Hearing;

/// <summary>Events: what people write, who comes and goes, and that Connector was let in or thrown out.</summary>
public sealed class EventHearing(Surroundings around)
{
    private static readonly Meaning.Nothing NotForUs = new("not for us");

    /// <param name="envelope">An <c>event_callback</c>.</param>
    public Meaning Hear(JsonElement envelope, Install install)
    {
        var said = envelope.Get("event");
        return said.Text("type") switch
        {
            "app_mention" when IsNewWords(said) && Sender.IsOurs(envelope, install) => Words(envelope, install, Shared(envelope) ? null : ThreadOf(said)),
            "message" when said.Text("channel_type") == "im" && IsNewWords(said) && Sender.IsOurs(envelope, install) => PrivateWords(envelope, install),
            "message" when said.Text("channel_type") == "im" && Afterthought.Read(envelope, install) is { } after => Private(envelope, install, after.Author, after.Said),
            "app_home_opened" when said.Text("tab") is "home" or "" => Private(envelope, install, said.Text("user"), new Said.OpenedHome()),
            "member_joined_channel" when said.Text("user") == install.BotUser && !Shared(envelope) => Added(envelope, install),
            "team_join" or "user_change" when Directory.Read(said.Get("user"), install) is { } news => Private(envelope, install, said.Get("user").Text("id"), news),
            "app_uninstalled" => new Meaning.Uninstalled(TimeOf(envelope)),
            "tokens_revoked" => new Meaning.Revoked([.. said.Get("tokens").Items("bot").Select(user => user.Text())], TimeOf(envelope)),
            _ => NotForUs,
        };
    }

    /// <summary>Not an edit, a deletion, a notice or a bot's words, our own least of all.</summary>
    private static bool IsNewWords(JsonElement said) => Afterthought.IsSomebodys(said) && !said.Is("hidden") && said.Get("edited").ValueKind != JsonValueKind.Object;

    /// <summary>What is said where other organizations read along is answered in private.</summary>
    private static bool Shared(JsonElement envelope) => envelope.Is("is_ext_shared_channel");

    /// <summary>A mention is answered in its thread, and begins one if there is none.</summary>
    private static string ThreadOf(JsonElement said) => ForeignJson.Either(said.Text("thread_ts"), said.Text("ts"));

    private Meaning Words(JsonElement envelope, Install install, string? thread)
    {
        var said = envelope.Get("event");
        var user = said.Text("user");
        if (user == install.BotUser)
            return NotForUs;
        var place = thread is null || !SlackIds.IsId(said.Text("channel"))
            ? Place.PrivateWith(SlackIds.Teammate(install.Workspace, user))
            : new Place(PlaceKind.Channel, SlackIds.Channel(install.Workspace, said.Text("channel")), Thread: thread.Length > 0 ? thread : null);
        return Heard(envelope, install, user, place, new Said.Words(Tokens.ToWords(said.Text("text"), install.Workspace, install.BotUser), Mentioned: true));
    }

    private Meaning PrivateWords(JsonElement envelope, Install install)
    {
        var said = envelope.Get("event");
        var words = new Said.Words(Tokens.ToWords(said.Text("text"), install.Workspace, install.BotUser)) { NamedAs = Afterthought.NameOf(said, said.Text("ts"), install) };
        return said.Text("user") == install.BotUser ? NotForUs : Private(envelope, install, said.Text("user"), words);
    }

    /// <summary>Connector was invited to a channel; who did it introduces it.</summary>
    private Meaning Added(JsonElement envelope, Install install)
    {
        var said = envelope.Get("event");
        if (!SlackIds.IsId(said.Text("channel")))
            return NotForUs;
        var by = SlackIds.IsId(said.Text("inviter")) ? said.Text("inviter") : install.BotUser;
        return Heard(envelope, install, by, new Place(PlaceKind.Channel, SlackIds.Channel(install.Workspace, said.Text("channel"))), new Said.Added());
    }

    private Meaning Private(JsonElement envelope, Install install, string user, Said said) => SlackIds.IsId(user)
        ? Heard(envelope, install, user, Place.PrivateWith(SlackIds.Teammate(install.Workspace, user)), said)
        : NotForUs;

    private Meaning Heard(JsonElement envelope, Install install, string user, Place place, Said said) => envelope.Text("event_id") is { Length: > 0 and < 100 } id
        ? new Meaning.Said(new Message(new MessageId($"{SlackIds.Platform}/{id}"), install.Organization, SlackIds.Teammate(install.Workspace, user), place, around.Now, around.Draw(), said))
        : NotForUs;

    /// <summary>When it happened, as far as Slack says; otherwise now.</summary>
    private Instant TimeOf(JsonElement envelope) =>
        envelope.Get("event_time") is { ValueKind: JsonValueKind.Number } time && long.TryParse(time.GetRawText(), NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) && seconds < 1L << 33
            ? Instant.FromUnixTimeSeconds(seconds)
            : around.Now;
}
