namespace ChatConnector.Engine.Suggesting.Reading;

/// <summary>
/// Words and abbreviations that mean the same in an organization. Whichever of a line stands in a text, evidence or ask, is read
/// as the first of its line, so that "k8s" finds "kubernetes" and a phrase counts as the one thing it is.
/// </summary>
public sealed class SameWords
{
    public static readonly SameWords None = new([], []);

    private static readonly char[] Between = [',', '=', ';'];

    private readonly ImmutableList<string> lines;
    private readonly Dictionary<string, List<Phrase>>.AlternateLookup<ReadOnlySpan<char>> byFirst;

    private SameWords(ImmutableList<string> lines, ImmutableArray<Language> languages)
    {
        this.lines = lines;
        var phrases = new Dictionary<string, List<Phrase>>(StringComparer.Ordinal);
        byFirst = phrases.GetAlternateLookup<ReadOnlySpan<char>>();
        foreach (var same in Joined(lines.Select(line => Split(line).SelectMany(words => languages.Select(language => Phrase.Of(words, language))).Where(p => p.Terms.Length > 0).ToList())))
            foreach (var phrase in same.Where(p => p.Terms.Length > 1 || p.Key != same[0].Key))
                Add(phrases, phrase with { Means = same[0].Key });
    }

    /// <param name="lines">What means the same, a line each, separated by commas or equals signs.</param>
    /// <param name="languages">How the words themselves are read: as any of these.</param>
    public static SameWords Of(ImmutableList<string> lines, ImmutableArray<Language> languages) => lines.IsEmpty ? None : new(lines, languages);

    public static IReadOnlyList<string> Split(string line) => line.Split(Between, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    public bool AreThoseOf(ImmutableList<string> others) => ReferenceEquals(lines, others) || lines.SequenceEqual(others);

    /// <summary>The longest phrase that begins at this place of a text, if any does, and the place of its last term.</summary>
    internal (Phrase? Phrase, int Last) Find(Terms text, int at)
    {
        if (lines.IsEmpty || !byFirst.TryGetValue(text[at], out var phrases))
            return (null, at);
        foreach (var phrase in phrases)
            if (phrase.EndOf(text, at) is >= 0 and var last)
                return (phrase, last);
        return (null, at);
    }

    // Lines that have something in common mean the same altogether, in whatever order they came.
    private static List<List<Phrase>> Joined(IEnumerable<List<Phrase>> lines)
    {
        var groups = new List<List<Phrase>>();
        foreach (var line in lines)
        {
            var common = groups.FindAll(group => group.Exists(p => line.Exists(q => q.Key == p.Key)));
            var place = common.Count > 0 ? groups.IndexOf(common[0]) : groups.Count;
            groups.RemoveAll(common.Contains);
            groups.Insert(place, [.. common.SelectMany(group => group), .. line]);
        }

        return groups;
    }

    private static void Add(Dictionary<string, List<Phrase>> phrases, Phrase phrase)
    {
        if (!phrases.TryGetValue(phrase.Terms[0], out var beginning))
            phrases[phrase.Terms[0]] = beginning = [];
        // The longest first; of equals the one whose line comes first.
        var place = beginning.FindIndex(p => p.Terms.Length < phrase.Terms.Length);
        beginning.Insert(place < 0 ? beginning.Count : place, phrase);
    }

    /// <summary>Something that means the same as something else.</summary>
    /// <param name="Gaps">How many characters may stand between each term and the next.</param>
    /// <param name="Means">The term it is read as.</param>
    internal sealed record Phrase(string[] Terms, int[] Gaps, string Means)
    {
        /// <summary>One for all ways of writing it. A phrase's has spaces, so no word is ever taken for it.</summary>
        public string Key => string.Join(' ', Terms);

        public static Phrase Of(string words, Language language)
        {
            var read = new Terms(new Idiom(language)).Read(words);
            // Parts of a made-up name are left to the whole.
            var whole = Enumerable.Range(0, read.Count).Where(i => !Enumerable.Range(0, read.Count).Any(j => Contains(read.At(j), read.At(i)))).ToList();
            return new([.. whole.Select(i => read[i].ToString())], [.. whole.Zip(whole.Skip(1), (i, next) => Math.Max(1, read.At(next).From - read.At(i).Until))], "");
        }

        /// <summary>The place of its last term in a text where its first stands at a place; -1 when the others do not follow.</summary>
        public int EndOf(Terms text, int at)
        {
            for (var i = 1; i < Terms.Length; i++)
            {
                var before = text.At(at++);
                // The parts of a compound come after it.
                while (at < text.Count && Contains(before, text.At(at)))
                    at++;
                if (at >= text.Count || !text[at].SequenceEqual(Terms[i]) || text.At(at).From - before.Until > Gaps[i - 1])
                    return -1;
            }
            return at;
        }

        private static bool Contains(Term whole, Term part) =>
            whole.From <= part.From && whole.Until >= part.Until && whole.Until - whole.From > part.Until - part.From;
    }
}
