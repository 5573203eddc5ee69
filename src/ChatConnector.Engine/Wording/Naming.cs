namespace ChatConnector.Engine.Wording;

/// <summary>How people and asks are called in sentences.</summary>
public static class Naming
{
    private const int ShortLength = 60;

    private static readonly ImmutableArray<string> AskedLike = ["help with ", "some help with ", "a hand with ", "a bit of help with ", "advice on ", "help on "];

    /// <summary>The requester by name, or "a colleague in Data" while an anonymous ask has not brought them together.</summary>
    public static Text Asker(Decision d, Ask ask, TeammateId reader)
    {
        var requester = d.Teammate(ask.Requester);
        if (!ask.Anonymous || ask.HelpOf(reader)?.Stage == HelpStage.Introduced)
            return Text.Of($"{requester}");
        return requester.Team.Length > 0 ? Text.Of($"a colleague in {requester.Team}") : Text.Of("a colleague");
    }

    /// <summary>The requester by name, or "the person who asked" for those whom an anonymous ask did not introduce.</summary>
    public static Text Author(Decision d, Ask ask, TeammateId reader) =>
        ask.Anonymous && ask.HelpOf(reader)?.Stage != HelpStage.Introduced ? Text.Of("the person who asked") : Named(d, ask.Requester);

    public static Text Named(Decision d, TeammateId who) => Text.Of($"{d.Teammate(who)}");

    /// <summary>What is needed, to stand after a colon: a whole sentence does without the "help" that leads up to it elsewhere.</summary>
    public static Text Need(Ask ask) => Text.Said(Bare(ask));

    /// <summary>
    /// The ask in a few words that go on after "with", "on" or "about": "a Postgres migration" for "help with a Postgres migration";
    /// anything else set apart as a title. Once its text is forgotten, its topics.
    /// </summary>
    public static Text Short(Ask ask)
    {
        if (ask.Need.Length == 0)
            return ask.Topics.IsEmpty ? Text.Of("an earlier ask") : Text.Said(string.Join(", ", ask.Topics));
        var asked = AskedLike.FirstOrDefault(like => ask.Need.Length > like.Length && ask.Need.StartsWith(like, StringComparison.OrdinalIgnoreCase));
        return asked is not null ? Text.Said(Shortened(ask.Need[asked.Length..], ShortLength)) : Text.Of($"“{Shortened(Bare(ask), ShortLength)}”");
    }

    private static string Bare(Ask ask) => ask.Need.StartsWith("help: ", StringComparison.Ordinal) ? ask.Need["help: ".Length..] : ask.Need;

    /// <summary>The text, or its beginning up to a word's end and an ellipsis.</summary>
    public static string Shortened(string text, int most)
    {
        if (text.Length <= most)
            return text;
        var cut = text.LastIndexOf(' ', most);
        return text[..(cut > most / 3 ? cut : char.IsHighSurrogate(text[most - 1]) ? most - 1 : most)] + "…";
    }

    public static Text Of(Size size) => Text.Ours(size switch
    {
        Size.Pointer => "a quick pointer",
        Size.FiveMinutes => "5 minutes",
        Size.HalfAnHour => "30 minutes",
        _ => "more than half an hour",
    });

    public static Text Of(ByWhen by) => Text.Ours(by switch
    {
        ByWhen.Today => "today",
        ByWhen.ThisWeek => "this week",
        _ => "no rush",
    });

    /// <summary>"Ana", "Ana and Bo", "Ana, Bo and Cleo".</summary>
    public static Text Each(Decision d, IReadOnlyList<TeammateId> people) => people.Count < 2
        ? Text.Join(Text.Empty, people.Select(p => Named(d, p)))
        : Text.Of($"{Text.Join(Text.Of(", "), people.SkipLast(1).Select(p => Named(d, p)))} and {Named(d, people[^1])}");

    /// <summary>"1 person", "2 people".</summary>
    public static Text People(int count) => Text.Ours(count == 1 ? "1 person" : $"{count} people");

    /// <summary>First letter in upper case, for the start of a sentence.</summary>
    public static Text Capital(Text text) => text.Spans.FirstOrDefault() is Text.Span.Ours { Words: [var letter, .. var word] }
        ? new Text([new Text.Span.Ours(char.ToUpperInvariant(letter) + word), .. text.Spans.Skip(1)])
        : text;
}
