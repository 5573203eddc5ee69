using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace ChatConnector.Teams.Hearing;

/// <summary>Text as Teams writes it, turned into text as people read it: mentions become ids, Connector's own goes, escapes become characters.</summary>
public static partial class PlainWords
{
    /// <param name="people">Our ids of those mentioned, by their chat account; whoever is not in it stays a name.</param>
    public static string Of(Activity activity, IReadOnlyDictionary<string, TeammateId> people)
    {
        if (!activity.Text.AsSpan().ContainsAny('<', '&'))
            return Tidy(activity.Text);
        var (text, left) = (activity.Text, activity.Mentions.Where(m => m.Shown.Length > 0).ToList());
        var words = new StringBuilder(text.Length);
        var at = 0;
        while (at < text.Length)
        {
            var open = text.IndexOf("<at", at, StringComparison.OrdinalIgnoreCase);
            if (open < 0)
                break;
            words.Append(Decoded(text[at..open]));
            // A name may hold anything, brackets and tags too: what Teams says the mention looks like tells where it ends.
            if (left.Find(m => string.CompareOrdinal(text, open, m.Shown, 0, m.Shown.Length) == 0) is { } mention)
            {
                words.Append(mention.Account == activity.Bot.Id ? " " : Named(mention, people));
                // Two of one name stand one after the other in both.
                if (left.Count(m => m.Shown == mention.Shown) > 1)
                    left.Remove(mention);
                at = open + mention.Shown.Length;
            }
            else
            {
                var close = text.IndexOf('>', open);
                at = close < 0 ? open + "<at".Length : close + 1;
            }
        }

        return Tidy(words.Append(Decoded(at < text.Length ? text[at..] : "")).ToString());
    }

    /// <summary>What another message says, as a message extension is given it.</summary>
    public static string OfMessage(JsonElement body) => body.Text("contentType") == "html" ? OfHtml(body.Text("content")) : Tidy(body.Text("content"));

    private static string OfHtml(string html)
    {
        var broken = Breaks().Replace(html, "\n");
        return Tidy(Decoded(Tags().Replace(broken, "")));
    }

    private static string Named(Mentioning mention, IReadOnlyDictionary<string, TeammateId> people) =>
        people.TryGetValue(mention.Account, out var who) ? $"<@{who}>" : Decoded(Tags().Replace(mention.Shown, ""));

    private static string Decoded(string text) => WebUtility.HtmlDecode(text.Replace("</at>", "", StringComparison.OrdinalIgnoreCase));

    private static string Tidy(string text) => Spaces().Replace(text.Replace('\u00a0', ' '), " ").Trim();

    [GeneratedRegex("<[^>]*>", RegexOptions.None, 200)]
    private static partial Regex Tags();

    [GeneratedRegex(@"<br\s*/?>|</(p|div|li|h[1-6]|blockquote|tr)>", RegexOptions.IgnoreCase, 200)]
    private static partial Regex Breaks();

    [GeneratedRegex("[ \t]{2,}", RegexOptions.None, 200)]
    private static partial Regex Spaces();
}
