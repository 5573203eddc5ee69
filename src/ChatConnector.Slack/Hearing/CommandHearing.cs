using ChatConnector.Runtime;
using ChatConnector.Slack.Installing;

namespace ChatConnector.Slack.Hearing;

/// <summary>Slash commands.</summary>
public sealed class CommandHearing(Surroundings around)
{
    public Meaning Hear(IReadOnlyDictionary<string, string> fields, Install install)
    {
        string Field(string name) => fields.GetValueOrDefault(name, "");
        var (user, channel, trigger) = (Field("user_id"), Field("channel_id"), Field("trigger_id"));
        if (!SlackIds.IsId(user) || !SlackIds.IsId(channel) || trigger.Length is 0 or > 200)
            return new Meaning.Nothing("not a command");
        var speaker = SlackIds.Teammate(install.Workspace, user);
        var place = Places.IsPrivate(channel) ? Place.PrivateWith(speaker) : new Place(PlaceKind.Channel, SlackIds.Channel(install.Workspace, channel), Places.NameOf(Field("channel_name")));
        var command = new Said.Command(Field("command").TrimStart('/').ToLowerInvariant(), Tokens.ToWords(Field("text"), install.Workspace, install.BotUser));
        return new Meaning.Wants(
            new Message(new MessageId($"{SlackIds.Platform}/{trigger}"), install.Organization, speaker, place, around.Now, around.Draw(), command), trigger);
    }
}
