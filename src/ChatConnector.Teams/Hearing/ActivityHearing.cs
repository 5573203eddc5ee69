using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using ChatConnector.Engine.Hearing;
using ChatConnector.Runtime;
using ChatConnector.Teams.Rendering;

namespace ChatConnector.Teams.Hearing;

/// <summary>What people write, who comes and goes, and that Connector was let in or thrown out.</summary>
public sealed class ActivityHearing(Surroundings around)
{
    private static readonly Meaning.Nothing NotForUs = new("not for us");

    /// <param name="people">Our ids of those mentioned, by their chat account.</param>
    public Meaning Hear(Activity activity, IReadOnlyDictionary<string, TeammateId> people) => activity switch
    {
        { Id: "" or { Length: > 200 } } => NotForUs,
        { Type: "conversationUpdate" } => Update(activity),
        { Type: "installationUpdate" } => Installation(activity),
        { From.IsPerson: false } => NotForUs,
        { Type: "message" } => Words(activity, people),
        { Type: "messageUpdate", Event: "editMessage" } when IsForUs(activity) => Corrected(activity, people),
        { Type: "messageDelete" } => new Meaning.Said(Heard(activity, "deleted", new Said.TakenBack(IdOf(activity)))),
        { Type: "invoke" } => Invoke(activity),
        _ => NotForUs,
    };

    /// <summary>In front of others it hears only what mentions it.</summary>
    private static bool IsForUs(Activity activity) => activity.Scope == Scope.Personal || activity.MentionsBot;

    private Meaning Words(Activity activity, IReadOnlyDictionary<string, TeammateId> people)
    {
        // Old clients send a press as a message.
        if (activity.Value.ValueKind == JsonValueKind.Object && activity.Text.Length == 0)
            return new Meaning.Said(Heard(activity, "", new Said.Acted(Pressed.Read(activity.Value, activity.Tenant) ?? new Act(Verb.GetHelp, Detail: Details.Unknown))));
        if (!IsForUs(activity))
            return NotForUs;
        var words = PlainWords.Of(activity, people);
        // A picture or a bare mention says nothing, and is not met with silence.
        return new Meaning.Said(Heard(activity, "", words.Length == 0 ? new Said.Acted(new Act(Verb.GetHelp)) : new Said.Words(words, activity.Scope != Scope.Personal)));
    }

    private Meaning Corrected(Activity activity, IReadOnlyDictionary<string, TeammateId> people)
    {
        var words = PlainWords.Of(activity, people);
        return new Meaning.Said(Heard(activity, "edited/" + Hash(words), new Said.Corrected(IdOf(activity), words)));
    }

    private Meaning Invoke(Activity activity)
    {
        var data = activity.Value.Get("data");
        return activity.Name switch
        {
            "adaptiveCard/action" => Press(activity, activity.Value.Get("action").Get("data")),
            "task/fetch" => Read(activity, data) is { } act ? Wants(activity, act) : new Meaning.Stale(),
            "task/submit" => Submitted(activity, data),
            "composeExtension/fetchTask" => Extension.Read(activity.Value) is { } act ? Wants(activity, act) : new Meaning.Stale(),
            "composeExtension/submitAction" => Submitted(activity, data),
            _ => new Meaning.Unknown(activity.Name),
        };
    }

    private Meaning Press(Activity activity, JsonElement data)
    {
        if (Looked.Read(data) is { } ask)
            return new Meaning.Looks(Heard(activity, "", new Said.OpenedHome()), ask);
        return !activity.IsNobodysAct && Read(activity, data) is { } act ? new Meaning.Pressed(Heard(activity, "", new Said.Acted(act))) : new Meaning.Stale();
    }

    private Meaning.Wants Wants(Activity activity, Act act) => new(Heard(activity, "", new Said.Acted(act)));

    // Pressing Submit again with nothing changed is the same submission; a corrected form is another one.
    private Meaning Submitted(Activity activity, JsonElement data)
    {
        if (Read(activity, data) is not { } act || Pressed.OriginOf(data) is not { } origin)
            return new Meaning.Stale();
        var message = Heard(activity, "", new Said.Acted(act)) with { Id = new MessageId($"{TeamsIds.Platform}/{activity.Tenant}/{activity.From.Id}/{origin.Once}/{Hash(data.GetRawText())}") };
        return new Meaning.Submits(message, origin.Opener, origin.Once);
    }

    private static Act? Read(Activity activity, JsonElement data) => Pressed.Read(data, activity.Tenant);

    private static Meaning Update(Activity activity)
    {
        if (activity.Removed.Any(a => a.Id == activity.Bot.Id))
            return new Meaning.Removed(activity.Conversation, activity.Team);
        if (activity.Added.Any(a => a.Id == activity.Bot.Id))
            return activity.Scope == Scope.Personal ? NotForUs : new Meaning.Arrived();
        if (activity.Added.Where(a => a.IsPerson).ToList() is { Count: > 0 } people)
            return activity.Scope == Scope.Personal ? NotForUs : new Meaning.Came(people);
        return activity.Event switch
        {
            "channelCreated" or "channelRenamed" or "channelRestored" when TeamsIds.IsId(activity.About) && activity.PlaceName.Length > 0 => new Meaning.Renamed(activity.About, activity.PlaceName),
            "channelDeleted" when TeamsIds.IsId(activity.About) => new Meaning.Removed(activity.About),
            _ => NotForUs,
        };
    }

    private Meaning Installation(Activity activity) => activity.Action switch
    {
        "add" when activity.From.IsPerson => new Meaning.Said(Heard(activity, "", new Said.Added())),
        "remove" => new Meaning.Removed(activity.Conversation, activity.Team),
        _ => NotForUs,
    };

    private Message Heard(Activity activity, string what, Said said)
    {
        var id = IdOf(activity).Text;
        return new Message(
            new MessageId(what.Length > 0 ? $"{id}/{what}" : id), TeamsIds.Organization(activity.Tenant), activity.From.InTenant(activity.Tenant), PlaceOf(activity), around.Now, around.Draw(), said);
    }

    /// <summary>Ids are Teams' inside a conversation only, and an installation may bear the id of a message.</summary>
    private static MessageId IdOf(Activity activity) =>
        new($"{TeamsIds.Platform}/{activity.Tenant}/{activity.Conversation}/{(activity.Type.StartsWith("message", StringComparison.Ordinal) ? "message" : activity.Type)}/{activity.Id}");

    private static Place PlaceOf(Activity activity)
    {
        // A message extension is used in chats that Connector has no part in.
        if (activity.Scope == Scope.Personal || activity.IsFromExtension || !TeamsIds.IsId(activity.Conversation))
            return Place.PrivateWith(activity.From.InTenant(activity.Tenant));
        // A mention is answered in its thread, and begins one if there is none.
        var thread = activity.Scope != Scope.Channel ? "" : activity.Thread.Length > 0 ? activity.Thread : activity.Type == "message" ? activity.Id : "";
        return new Place(PlaceKind.Channel, TeamsIds.Conversation(activity.Tenant, activity.Conversation), activity.PlaceName, thread.Length > 0 ? thread : null);
    }

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 8));
}
