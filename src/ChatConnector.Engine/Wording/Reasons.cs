using System.Globalization;

namespace ChatConnector.Engine.Wording;

/// <summary>Why a colleague was thought of, in words that go on after their name.</summary>
public static class Reasons
{
    public const string You = "you";
    public const string AColleague = "a colleague";
    public const string HelpedYouBefore = "helped you before";
    public const string HelpsLately = "has been helping colleagues lately";
    public const string HelpedBefore = "helped colleagues before";
    public const string Together = "you two have worked on something together";
    public const string LongAgoTogether = "you two haven't talked in a while";
    public const string OtherTeam = "is on a different team";
    public const string OftenHelpsThere = "often helps where you asked";
    public const string KnowsPeople = "tends to know who to ask";

    /// <param name="channel">Where the ask is open, without a leading #; empty when its name is not known.</param>
    public static string OftenHelpsIn(string channel) => channel.Length > 0 ? $"often helps in #{channel}" : OftenHelpsThere;

    public static string Tell(Why why) => Besides(why) is { } aside ? $"{Main(why)}; {aside}" : Main(why);

    private static string Main(Why why) => why.Because switch
    {
        Because.TheyDeclaredIt => OnTheirList(why.Words),
        Because.TheyConfirmedIt => HappyToBeAsked(why.Words),
        Because.OfTheirTitle => WorksAs(why.Words),
        Because.OfTheirTeam => InTeam(why.Words),
        Because.TheyHelped => Helped(why.Words, About(why), Month(why)),
        Because.TheySteppedIn => SteppedIn(About(why), Month(why)),
        Because.TheyWereEndorsed => Endorsed(About(why)),
        Because.TheyWereThanked => Thanked(About(why), Month(why)),
        Because.TheyOftenHelpHere => OftenHelpsIn(why.Query.Place!.Name),
        Because.TheyHelpedYou => HelpedYouBefore,
        Because.TheyHelpLately => HelpsLately,
        Because.YouHaveTies => Together,
        Because.TheyHelpedBefore => HelpedBefore,
        Because.TheyKnowPeopleThere => KnowsPeopleIn(why.Words),
        _ => KnowsPeople,
    };

    private static string? Besides(Why why) => why.Aside switch
    {
        Aside.YouHaveTies => Together,
        Aside.YouHadTies => LongAgoTogether,
        Aside.TheyOftenHelpHere => OftenHelpsIn(why.Query.Place!.Name),
        Aside.OtherTeam => OtherTeam,
        _ => null,
    };

    private static string About(Why why) => (Quoted(why, why.First), Quoted(why, why.Second)) switch
    {
        ("", _) => "something similar",
        (var only, "") => $"'{only}'",
        var (first, second) => $"'{first}' and '{second}'",
    };

    private static string Quoted(Why why, Quote quote) => why.Query.Text[quote.From..quote.Until];

    private static string OnTheirList(string topic) => $"put '{topic}' on their ask-me list";

    private static string HappyToBeAsked(string topic) => $"is happy to be asked about '{topic}'";

    private static string WorksAs(string title) => $"works as {title}";

    private static string InTeam(string team) => $"is in the {team} team";

    private static string KnowsPeopleIn(string field) => $"knows people in '{field}'";

    /// <param name="about">Quoted words both asks share.</param>
    private static string Helped(string whom, string about, string month) => $"helped {whom} with {about} {month}";

    private static string SteppedIn(string about, string month) => $"stepped in when a colleague asked about {about} {month}";

    private static string Thanked(string about, string month) => $"was thanked for help with {about} {month}";

    private static string Endorsed(string about) => $"was endorsed for {about} by a colleague";

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

    private static string Month(Why why)
    {
        var (then, now) = (Instant.FromUnixTimeSeconds(why.Minute * 60L).InUtc().Date, why.Query.Now.InUtc().Date);
        var months = (now.Year - then.Year) * 12 + now.Month - then.Month;
        return months switch
        {
            <= 0 => "this month",
            < 12 => then.ToString("'in' MMMM", CultureInfo.InvariantCulture),
            _ => then.ToString("'in' MMMM yyyy", CultureInfo.InvariantCulture),
        };
    }
}
