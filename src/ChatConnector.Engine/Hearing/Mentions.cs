using System.Text;

namespace ChatConnector.Engine.Hearing;

/// <summary>People named in a text as <c>&lt;@id&gt;</c>.</summary>
public static class Mentions
{
    /// <summary>The text with every mention replaced by the person's name.</summary>
    public static string ToNames(Decision d, string text) =>
        Replace(text, id => d.Teammate(id) is { IsKnown: true } teammate ? teammate.Name : null);

    /// <summary>The text with every mention replaced; null leaves one as it is.</summary>
    public static string Replace(string text, Func<TeammateId, string?> by)
    {
        var at = text.IndexOf("<@", StringComparison.Ordinal);
        if (at < 0)
            return text;
        var named = new StringBuilder();
        var from = 0;
        while (at >= 0 && text.IndexOf('>', at) is > 0 and var end)
        {
            named.Append(text, from, at - from).Append(by(new TeammateId(text[(at + 2)..end])) ?? text[at..(end + 1)]);
            from = end + 1;
            at = text.IndexOf("<@", from, StringComparison.Ordinal);
        }

        return named.Append(text, from, text.Length - from).ToString();
    }
}
