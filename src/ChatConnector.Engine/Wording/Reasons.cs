using System.Globalization;

namespace ChatConnector.Engine.Wording;

/// <summary>Why a colleague was thought of, in words that go on after their name.</summary>
public static class Reasons
{
    public const string You = "you";
    public const string AColleague = "a colleague";
    public const string HelpedYouBefore = "helped you before";
    public const string HelpsLately = "has been helping colleagues lately";
    public const string Together = "you two have worked on something together";
    public const string LongAgoTogether = "you two haven't talked in a while";
    public const string OtherTeam = "is on a different team";
    public const string OftenHelpsThere = "often helps where you asked";
    public const string KnowsPeople = "tends to know who to ask";

    /// <param name="channel">Where the ask is open, without a leading #; empty when its name is not known.</param>
    public static string OftenHelpsIn(string channel) => channel.Length > 0 ? $"often helps in #{channel}" : OftenHelpsThere;

    public static string OnTheirList(string topic) => $"put '{topic}' on their ask-me list";

    public static string HappyToBeAsked(string topic) => $"is happy to be asked about '{topic}'";

    public static string WorksAs(string title) => $"works as {title}";

    public static string InTeam(string team) => $"is in the {team} team";

    public static string KnowsPeopleIn(string field) => $"knows people in '{field}'";

    public static string Connected(string about) => $"found the right person for {about} before";

    /// <param name="about">Quoted words both asks share.</param>
    /// <param name="when">When it was, and now.</param>
    public static string Helped(string whom, string about, (Instant At, Instant Now) when) => $"helped {whom} with {about} {Month(when)}";

    public static string SteppedIn(string about, (Instant At, Instant Now) when) => $"stepped in when a colleague asked about {about} {Month(when)}";

    public static string Thanked(string about, (Instant At, Instant Now) when) => $"was thanked for help with {about} {Month(when)}";

    public static string Endorsed(string about) => $"was endorsed for {about} by a colleague";

    public static string Phrases(IReadOnlyList<string> phrases) => phrases.Count switch
    {
        0 => "something similar",
        1 => $"'{phrases[0]}'",
        _ => $"'{phrases[0]}' and '{phrases[1]}'",
    };

    /// <summary>The same reason for the eyes of the one it is about, where it can be told without giving away who asks.</summary>
    /// <param name="anonymous">Leave out what only the two of them could know.</param>
    public static string ToThem(string reason, bool anonymous) =>
        string.Join("; ", reason.Split("; ").Select(phrase => InTheirEyes(phrase, anonymous)).Where(phrase => phrase.Length > 0));

    private static string InTheirEyes(string phrase, bool anonymous)
    {
        if (phrase is Together or LongAgoTogether)
            return anonymous ? "" : phrase;
        if (phrase == OftenHelpsThere)
            return "you often help where they asked";
        if (phrase.StartsWith("helped you ", StringComparison.Ordinal))
            return anonymous ? "" : "you helped them " + phrase["helped you ".Length..];
        var (begins, instead) = Turned.FirstOrDefault(t => phrase.StartsWith(t.Begins, StringComparison.Ordinal), (Begins: "", Instead: "you "));
        return instead + phrase[begins.Length..].Replace(" on their ask-me list", " on your ask-me list", StringComparison.Ordinal);
    }

    private static readonly (string Begins, string Instead)[] Turned =
    [
        ("is happy to be asked ", "you're happy to be asked "), ("is ", "you're "), ("was ", "you were "), ("works ", "you work "), ("knows ", "you know "),
        ("tends ", "you tend "), ("has been ", "you've been "), ("often helps in ", "you often help in "),
    ];

    public static string Join(string reason, string? aside) => aside is null ? reason : $"{reason}; {aside}";

    private static string Month((Instant At, Instant Now) when)
    {
        var (then, now) = (when.At.InUtc().Date, when.Now.InUtc().Date);
        var months = (now.Year - then.Year) * 12 + now.Month - then.Month;
        return months switch
        {
            <= 0 => "this month",
            < 12 => then.ToString("'in' MMMM", CultureInfo.InvariantCulture),
            _ => then.ToString("'in' MMMM yyyy", CultureInfo.InvariantCulture),
        };
    }
}
