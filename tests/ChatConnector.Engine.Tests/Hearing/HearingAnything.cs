using System.Diagnostics;
using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using Rune = System.Text.Rune;

namespace ChatConnector.Engine.Tests.Hearing;

/// <summary>Whatever comes in, an act comes out, quickly, and nothing in it can do harm.</summary>
public class HearingAnything
{
    private const int LongestInPieces = 12;

    // "who knows" becomes "someone who knows how to" at most.
    private const int LongestBeginning = 40;

    private static readonly string[] Pieces =
    [
        .. new AskPhrasings().AsEnumerable<object[]>().SelectMany(row => ((string)row[0]).Split(' ').Chunk(3).Select(words => string.Join(' ', words))).Distinct(),
        .. new NoAsks().AsEnumerable<object[]>().Select(row => (string)row[0]),
        "hi", "hey all", "please", "thanks", "thank you", "so that we can", "so that", "help", "help me with", "I need", "looking for", "who can", "who knows", "how do I", "stuck on",
        "can anyone", "does anyone know", "any experts on", "pause until", "for two weeks", "Friday", "3 March", "2026-12-01", "my asks", "solved", "no rush", "asap", "by tomorrow",
        "quick question", "anonymously", "feedback", "ask me about", "and", "but", "so", "<@bo>", "<@>", "<@bo", "@bo", "99999999999", "30 minutes",
        "\u202E", "\u200B", "\u200D", "\uFEFF", "\uD800", "\uDC00", "\0", "\a", "\t", "\r\n", "\u2028", "👩‍👩‍👧‍👦", "🙏", "مرحبا", "עזרה", "助けて", "नमस्ते", "e\u0301",
        "<script>", "**bold**", "`code`", "<!channel>", "<https://example.com|x>", "$(rm -rf)", "(", ")", "((", ":)", "?", "!", "...", "…", ",", ";", ":", " - ", "–", "'", "’", "\"", "|",
    ];

    private static readonly Gen<string> Texts =
        from length in Gen.Choose(0, LongestInPieces)
        from pieces in Gen.OneOf(Gen.Elements(Pieces), Gen.Elements(Pieces), ArbMap.Default.GeneratorFor<string>().Select(s => s ?? "")).ListOf(length)
        from separators in Gen.Elements(" ", " ", " ", ", ", ". ", "? ", "", "\n").ListOf(pieces.Count)
        select string.Concat(pieces.Zip(separators, (piece, separator) => piece + separator));

    [Fact]
    public void There_is_always_an_act() => ForAll(text =>
    {
        foreach (var act in HeardFrom(text))
        {
            Assert.True(Enum.IsDefined(act.Verb));
            Assert.All(act.Fields.Values, AssertHarmless);
        }
    });

    [Fact]
    public void An_ask_always_says_what_is_needed() => ForAll(text =>
    {
        foreach (var act in HeardFrom(text).Where(a => a.Verb == Verb.PostAsk))
        {
            Assert.Contains(act.Field(Fields.Need), char.IsLetterOrDigit);
            Assert.InRange(act.Field(Fields.Need).Length, 1, text.Length + LongestBeginning);
            AssertIsOf<ByWhen>(act, Fields.By);
            AssertIsOf<Size>(act, Fields.Size);
            AssertIsOf<AskType>(act, Fields.Type);
        }
    });

    [Fact]
    public void Hearing_again_what_is_needed_changes_nothing() => ForAll(text =>
    {
        foreach (var act in new[] { Hear.Words(text), Hear.Command("ask", text) }.Where(a => a.Verb == Verb.PostAsk))
            Assert.Equal(act.Field(Fields.Need), Hear.Command("ask", act.Field(Fields.Need)).Field(Fields.Need));
    });

    [Fact]
    public void Thanks_in_words_are_to_somebody_or_say_something() => ForAll(text =>
    {
        foreach (var act in new[] { Hear.Words("thanks " + text), Hear.Command("thanks", text) }.Where(a => a.Verb == Verb.ThankInWords))
            Assert.True(act.About is not null || act.Field(Fields.Text).Length > 0);
    });

    [Fact]
    public void A_pause_that_is_heard_ends_in_the_future() => ForAll(text =>
    {
        if (Hear.Words("pause " + text) is { Verb: Verb.PauseUntil } pause)
            Assert.True(LocalDates.Read(pause.Field(Fields.Until)) > Hear.Monday);
    });

    [Theory]
    [MemberData(nameof(LongTexts))]
    public void Ten_thousand_characters_are_heard_at_once(string piece)
    {
        var text = string.Concat(Enumerable.Repeat(piece, 10_000 / piece.Length + 1))[..10_000];
        HeardFrom(piece);
        var watch = Stopwatch.StartNew();

        HeardFrom(text);

        // A few milliseconds on a quiet machine; anything that grows with the square of the text takes minutes.
        Assert.InRange(watch.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(5));
    }

    public static TheoryData<string> LongTexts =>
    [
        "a", "a. b, ", "1 ", ". ", "((", "\uD800", "\u200B", "👩‍👩‍👧‍👦", "<@bo> ", "<@", "so ", "and so ", "so that we can ", "please ", "please, ", "hi, ", "thanks. ", "thanks, ",
        "can anyone help me with ", "can anyone help me with, ", "who knows. ", "looking for ", "looking for help me with ", "I need ", "any any ", "for 5 ", "pause until ", "add a b c d to my topics ",
    ];

    private static Act[] HeardFrom(string text) => [Hear.Words(text), Hear.Command("ask", text), Hear.Command("thanks", text), Hear.Command("connector", text)];

    private static void ForAll(Action<string> property) =>
        Check.One(Cases.Many, Prop.ForAll(Texts.ToArbitrary(), property));

    private static void AssertHarmless(string text)
    {
        Assert.DoesNotContain(text, char.IsControl);
        Assert.DoesNotContain('\uFFFD', text);
        foreach (var rune in text.EnumerateRunes())
            Assert.True(Rune.GetUnicodeCategory(rune) is not UnicodeCategory.Format || rune.Value is 0x200C or 0x200D, $"U+{rune.Value:X4}");
    }

    private static void AssertIsOf<T>(Act act, string field)
        where T : struct, Enum => Assert.True(act.Field(field).Length == 0 || Enum.GetNames<T>().Contains(act.Field(field)));
}
