namespace ChatConnector.Engine.Hearing;

/// <summary>Hears thanks: to somebody, or to Connector itself.</summary>
internal static class Thanking
{
    private const string Thanks = "(thanks|thank you|kudos|props|shoutout|shout out|hats off|big up|merci|danke|gracias|a thank you|a shoutout|a shout out|respect)";
    private const string Much = "(so much|very much|a lot|a ton|a bunch|a million|again|go out|goes out|go|goes|)";
    private const string Say = "(i want to say|i wanted to say|i'd like to say|wanted to say|want to say|i have to say|let me say|say|giving|give|sending|send|)";
    private const string Big = "(a|) (huge|big|massive|special|many|lots of|so many|warm|heartfelt|million|) (huge|big|massive|)";

    private const int LongestName = 4;

    private static readonly PhraseBook<bool> ToSomebody = new(
        ($"{Say} {Big} {Thanks} {Much} (to|) (my|our|dear|) ^@…", true),
        ("(i want to|i'd like to|i wanted to|wanted to|i would like to|i have to|let me|can i|i must|want to|we'd like to|we want to) (publicly|) thank ^@…", true),
        ("thank ^@…", true),
        ($"^@ (you're|you are|) (a|the|) (star|hero|legend|lifesaver|best|) (so|) {Big} {Thanks}…", true));

    private static readonly PhraseBook<bool> ToConnector = new(
        ($"{Big} {Thanks} {Much} (everyone|everybody|all|team|folks|guys|connector|bot|in advance|man|mate|friend|)", true),
        ($"{Big} {Thanks} {Much} (everyone|everybody|all|team|folks|guys|connector|bot|) (for|that|this|it|i|you|but|and|so|anyway|though|in)…", true),
        ("(thankyou|appreciated|much appreciated|much obliged|i appreciate it|appreciate it|you're the best|you rock|great job|good job|well done|good bot|nice one|obrigado|obrigada|grazie|tack|takk|arigato|ありがとう|спасибо|谢谢)", true));

    private static readonly PhraseBook<bool> ToAName = new(
        ($"{Say} {Big} {Thanks} {Much} (to|) ^*…", true),
        ("(i want to|i'd like to|i wanted to|let me) (publicly|) thank ^*…", true),
        ("thank ^*…", true),
        ("thank (you|god|goodness|heaven|heavens|christ|the lord)…", false));

    public static Act? Hear(Heard heard)
    {
        var from = heard.Gist.Begin(0);
        if (ToSomebody.At(heard.Words, from, heard.Words.Count) is { } found)
            return ToPeople(heard, from, found.Kept);
        if (ToConnector.At(heard.Words, from, heard.EndOfSentence(from)) is not null)
            return new Act(Verb.Greet, Detail: Details.Thanks);
        return ToAName.At(heard.Words, from, heard.Words.Count) is { Meaning: true } name && heard.PauseBefore(name.Kept) == Pause.None
            && (IsThanked(heard, name.Kept) || char.IsUpper(heard.Text[heard.Words[name.Kept].Start]))
            ? new Act(Verb.ThankInWords).With(Fields.Text, ToThem(heard, from, name.Kept))
            : null;
    }

    private static bool IsThanked(Heard heard, int name) => heard.Words[name - 1].Folded == "thank";

    // "Thank Bo for the plan" is said to Connector, and reads to Bo as "thanks for the plan".
    private static string ToThem(Heard heard, int from, int name)
    {
        var reason = Enumerable.Range(name + 1, LongestName).FirstOrDefault(at => at < heard.Words.Count && heard.Words[at].Folded == "for");
        return IsThanked(heard, name) && reason > 0 ? "thanks " + heard.Cut(reason, heard.Words.Count) : heard.Cut(from, heard.Words.Count);
    }

    /// <summary>Thanks after <c>/thanks</c>, which needs no "thank you" of its own.</summary>
    public static Act HearAll(Heard heard)
    {
        if (heard.Words.Count == 0)
            return new Act(Verb.WriteThanks);
        var first = heard.Words.TakeWhile(w => w.Mentioned is null).Count();
        if (first == heard.Words.Count)
            return new Act(Verb.ThankInWords).With(Fields.Text, heard.Cut(0, heard.Words.Count));
        return Hear(heard) is { Verb: Verb.ThankInWords } said ? said : ToPeople(heard, first, first);
    }

    // The thanks stay in the person's own words, without the names: "thanks for the rollback plan".
    private static Act ToPeople(Heard heard, int from, int name)
    {
        var after = name;
        for (; after < heard.Words.Count && (heard.Words[after].Mentioned is not null || heard.Words[after].Folded is "and"); after++)
        {
        }
        var people = heard.Words.Take(after).Skip(name).Select(w => w.Mentioned).OfType<TeammateId>().Distinct().ToList();
        var rest = heard.Cut(after, heard.Words.Count);
        var opening = Opening(heard, from, name);
        if (opening.Length == 0 && after < heard.Words.Count && heard.Words[after].Folded is "for" or "because")
            opening = "thanks";
        var separator = heard.PauseBefore(after) == Pause.None ? " " : ", ";
        return new Act(Verb.ThankInWords, About: people[0])
            .With(Fields.Text, rest.Length == 0 || opening.Length == 0 ? rest : opening + separator + rest)
            .With(Fields.Others, people.Count > 1 ? string.Join(',', people.Skip(1)) : null);
    }

    private static string Opening(Heard heard, int from, int name)
    {
        while (name > from && heard.Words[name - 1].Folded is "to" or "my" or "our" or "dear")
            name--;
        return name > from && heard.Words[name - 1].Folded != "thank" ? heard.Cut(from, name) : "";
    }
}
