using System.Text;

namespace ChatConnector.Slack.Hearing;

/// <summary>Text as Slack writes it, turned into text as people read it: marks become names or ids, escapes become characters.</summary>
public static class Tokens
{
    /// <param name="workspace">Whose people are mentioned.</param>
    /// <param name="self">Connector's own user, whose mention is taken away.</param>
    public static string ToWords(string text, string workspace, string self)
    {
        if (!text.Contains('<', StringComparison.Ordinal))
            return Unescape(text).Trim();
        var words = new StringBuilder(text.Length);
        var at = 0;
        while (at < text.Length)
        {
            var open = text.IndexOf('<', at);
            var close = open < 0 ? -1 : text.IndexOf('>', open);
            if (close < 0)
                break;
            words.Append(Unescape(text[at..open])).Append(Meaning(text[(open + 1)..close], workspace, self));
            at = close + 1;
        }

        return words.Append(Unescape(text[at..])).ToString().Trim();
    }

    private static string Unescape(string text) => text.Contains('&', StringComparison.Ordinal)
        ? text.Replace("&lt;", "<", StringComparison.Ordinal).Replace("&gt;", ">", StringComparison.Ordinal).Replace("&amp;", "&", StringComparison.Ordinal)
        : text;

    private static string Meaning(string token, string workspace, string self)
    {
        var bar = token.IndexOf('|', StringComparison.Ordinal);
        var target = bar < 0 ? token : token[..bar];
        var label = Unescape(bar < 0 ? "" : token[(bar + 1)..]);
        return target switch
        {
            ['@', .. var user] when user == self => "",
            ['@', .. var user] when SlackIds.IsId(user) => $"<@{SlackIds.Teammate(workspace, user)}>",
            ['#', ..] => label.Length > 0 ? "#" + label : "a channel",
            ['!', .. var special] => Special(special, label),
            _ => Link(Unescape(target), label),
        };
    }

    private static string Special(string special, string label) => label.Length > 0
        ? label
        : special.StartsWith("subteam", StringComparison.Ordinal) ? "@group" : "@" + special;

    // A label that hides where a link leads is told apart from the link.
    private static string Link(string target, string label)
    {
        var address = target.StartsWith("mailto:", StringComparison.Ordinal) ? target["mailto:".Length..] : target;
        return label.Length == 0 || address == label || address.EndsWith("://" + label, StringComparison.Ordinal) ? address : $"{label} ({address})";
    }
}
