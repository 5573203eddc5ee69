using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using ChatConnector.Runtime;
using ChatConnector.Slack.Installing;

namespace ChatConnector.Slack.Hearing;

/// <summary>Pressed buttons, submitted forms and shortcuts.</summary>
public sealed class InteractionHearing(Surroundings around)
{
    /// <summary>The shortcut that begins an ask, as the manifest names it.</summary>
    public const string AskShortcut = "ask_for_a_hand";

    /// <summary>The shortcut in a message's menu that makes an ask of it.</summary>
    public const string AskAboutShortcut = "ask_about_message";

    public Meaning Hear(JsonElement payload, Install install)
    {
        if (!SlackIds.IsId(payload.Get("user").Text("id")))
            return new Meaning.Nothing("nobody");
        if (!Sender.IsOursActing(payload, install))
            return new Meaning.Nothing("of another organization");
        return payload.Text("type") switch
        {
            "block_actions" => Pressed(payload, install),
            "view_submission" => Submitted(payload, install),
            "shortcut" when payload.Text("callback_id") == AskShortcut => Wants(payload, install, new Act(Verb.WriteAsk), PrivateWith(payload, install)),
            "message_action" when payload.Text("callback_id") == AskAboutShortcut => Wants(payload, install, About(payload, install), PlaceOf(payload, install, OwnThread(payload))),
            _ => new Meaning.Nothing("not for us"),
        };
    }

    private Meaning Pressed(JsonElement payload, Install install) =>
        payload.Items("actions").Select(a => Act.FromButtonValue(a.Text("value"))).FirstOrDefault(a => a is not null) is { } act
            ? Wants(payload, install, act, PlaceOf(payload, install, ForeignJson.Either(payload.Get("container").Text("thread_ts"), payload.Get("message").Text("thread_ts"))))
            : new Meaning.Nothing("not one of our buttons");

    private Meaning Submitted(JsonElement payload, Install install)
    {
        var view = payload.Get("view");
        if (Places.Read(view.Text("private_metadata")) is not { } origin || Act.FromButtonValue(origin.Submits) is not { } submits)
            return new Meaning.Nothing("not one of our forms");
        var act = FormHearing.Read(view, install.Workspace).Aggregate(submits, (so, field) => so.With(field.Name, field.Text));
        var place = origin.Place?.Id is { } id && SlackIds.Parse(id)?.Workspace == install.Workspace && origin.Place.Kind == PlaceKind.Channel ? origin.Place : PrivateWith(payload, install);
        // Pressing Submit again with nothing changed is the same submission; a corrected form is another one.
        var filled = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Raw(view.Get("state")))).AsSpan(0, 8));
        return new Meaning.Submits(Heard(payload, install, $"{view.Text("id")}/{filled}", place, act));
    }

    private Meaning Wants(JsonElement payload, Install install, Act act, Place place) => payload.Text("trigger_id") is { Length: > 0 and < 200 } trigger
        ? new Meaning.Wants(Heard(payload, install, trigger, place, act), trigger)
        : new Meaning.Nothing("without a trigger");

    private Message Heard(JsonElement payload, Install install, string id, Place place, Act act) =>
        new(new MessageId($"{SlackIds.Platform}/{install.Workspace}/{id}"), install.Organization, Speaker(payload, install), place, around.Now, around.Draw(), new Said.Acted(act));

    private static string Raw(JsonElement json) => json.ValueKind == JsonValueKind.Undefined ? "" : json.GetRawText();

    private static Act About(JsonElement payload, Install install) =>
        new Act(Verb.WriteAsk).With(Fields.Text, Tokens.ToWords(payload.Get("message").Text("text"), install.Workspace, install.BotUser));

    private static string OwnThread(JsonElement payload) => ForeignJson.Either(payload.Get("message").Text("thread_ts"), payload.Text("message_ts"));

    private static TeammateId Speaker(JsonElement payload, Install install) => SlackIds.Teammate(install.Workspace, payload.Get("user").Text("id"));

    private static Place PrivateWith(JsonElement payload, Install install) => Place.PrivateWith(Speaker(payload, install));

    private static Place PlaceOf(JsonElement payload, Install install, string thread)
    {
        var channel = ForeignJson.Either(payload.Get("channel").Text("id"), payload.Get("container").Text("channel_id"));
        return !SlackIds.IsId(channel) || Places.IsPrivate(channel)
            ? PrivateWith(payload, install)
            : new Place(PlaceKind.Channel, SlackIds.Channel(install.Workspace, channel), Places.NameOf(payload.Get("channel").Text("name")), thread.Length > 0 ? thread : null);
    }
}
