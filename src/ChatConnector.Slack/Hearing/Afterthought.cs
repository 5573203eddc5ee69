using System.Buffers;
using System.Text.Json;
using ChatConnector.Slack.Installing;

namespace ChatConnector.Slack.Hearing;

/// <summary>
/// Somebody changed or deleted what they had written. Slack names the message by its channel and time, and tells by the same
/// event of much that its author did not do: a link was unfolded, a reply came, a bot edited its own message.
/// </summary>
/// <param name="Author">Slack's id of whoever had written it.</param>
internal sealed record Afterthought(string Author, Said Said)
{
    private const int LongestTime = 30;
    private static readonly SearchValues<char> InTimes = SearchValues.Create(".0123456789");

    /// <summary>What became of somebody's words; null where that is nothing they did.</summary>
    public static Afterthought? Read(JsonElement envelope, Install install)
    {
        var told = envelope.Get("event");
        var (before, now) = (told.Get("previous_message"), told.Get("message"));
        if (!IsSomebodys(before) || before.Text("user") == install.BotUser || !Sender.IsOurs(envelope, before, install))
            return null;
        return told.Text("subtype") switch
        {
            "message_deleted" when NameOf(told, told.Text("deleted_ts"), install) is { } deleted => new Afterthought(before.Text("user"), new Said.TakenBack(deleted)),
            // A message that was replied to leaves a stone in its place.
            "message_changed" when now.Text("subtype") == "tombstone" && NameOf(told, before.Text("ts"), install) is { } buried => new Afterthought(before.Text("user"), new Said.TakenBack(buried)),
            "message_changed" when IsEdit(before, now) && NameOf(told, before.Text("ts"), install) is { } edited =>
                new Afterthought(before.Text("user"), new Said.Corrected(edited, Tokens.ToWords(now.Text("text"), install.Workspace, install.BotUser))),
            _ => null,
        };
    }

    /// <summary>How Slack names a message when it tells what became of it; null when it gives no time.</summary>
    public static MessageId? NameOf(JsonElement told, string time, Install install) =>
        SlackIds.IsId(told.Text("channel")) && time.Length is > 0 and <= LongestTime && !time.AsSpan().ContainsAnyExcept(InTimes)
            ? new MessageId($"{SlackIds.Platform}/{install.Workspace}/{told.Text("channel")}/{time}")
            : null;

    /// <summary>Whether a person wrote it: not a notice, and not a bot's words.</summary>
    public static bool IsSomebodys(JsonElement said) =>
        said.Text("subtype") is "" or "file_share" or "thread_broadcast" or "me_message" && said.Text("bot_id").Length == 0 && SlackIds.IsId(said.Text("user"));

    private static bool IsEdit(JsonElement before, JsonElement now) =>
        IsSomebodys(now) && now.Text("user") == before.Text("user") && now.Get("edited").Text("user") == before.Text("user") && now.Text("text") != before.Text("text");
}
