using ChatConnector.Runtime;
using ChatConnector.Slack.Installing;

namespace ChatConnector.Slack.Hearing;

/// <summary>Slash commands.</summary>
public sealed class CommandHearing(Surroundings around)
{
    public Meaning Hear(SlashCommand command, Install install)
    {
        if (!SlackIds.IsId(command.User) || !SlackIds.IsId(command.Channel) || command.Trigger.Length is 0 or > 200)
            return new Meaning.Nothing("not a command");
        var speaker = SlackIds.Teammate(install.Workspace, command.User);
        var place = Places.IsPrivate(command.Channel)
            ? Place.PrivateWith(speaker)
            : new Place(PlaceKind.Channel, SlackIds.Channel(install.Workspace, command.Channel), Places.NameOf(command.ChannelName));
        var said = new Said.Command(command.Name.TrimStart('/').ToLowerInvariant(), Tokens.ToWords(command.Text, install.Workspace, install.BotUser));
        return new Meaning.Wants(
            new Message(new MessageId($"{SlackIds.Platform}/{command.Trigger}"), install.Organization, speaker, place, around.Now, around.Draw(), said), command.Trigger);
    }
}
