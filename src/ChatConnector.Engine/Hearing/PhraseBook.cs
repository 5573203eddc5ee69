namespace ChatConnector.Engine.Hearing;

/// <summary>
/// Phrases and what they mean, found in time proportional to the words. A phrase is written as it is said:
/// <c>can (anyone|someone) help (me|) with …</c>. Brackets hold alternatives, an empty one makes the others optional;
/// <c>…</c> at the end stands for more words to come, without it nothing may follow; words after <c>^</c> belong to
/// what is kept; <c>@</c> is a mention, <c>#</c> a number, <c>*</c> any one word.
/// </summary>
internal sealed class PhraseBook<T>
{
    private const string Rest = "…";
    private const char Keep = '^';
    private const string Any = "*";

    private readonly Node root = new();
    private readonly Dictionary<string, List<Step>> openings = [];

    public PhraseBook(params IEnumerable<(string Phrase, T Meaning)> phrases)
    {
        foreach (var (phrase, meaning) in phrases)
            Add(phrase, meaning);
        foreach (var step in root.Reached)
        {
            foreach (var (word, nodes) in step.Node.Next)
                (openings.TryGetValue(word, out var there) ? there : openings[word] = []).AddRange(nodes.Select(n => step with { Node = n }));
        }
    }

    /// <summary>The longest phrase that starts at a word and, unless it is open-ended, goes up to the end.</summary>
    public Found<T>? At(IReadOnlyList<Word> words, int start, int end)
    {
        Found<T>? best = null;
        List<Step> reached = [];
        for (var at = start; at < end && (at == start || reached.Count > 0); at++)
        {
            var next = at + 1;
            reached = at == start ? Begin(words[at], start) : GoOn(reached, words[at], next);
            if (reached.FindIndex(s => s.Node.Opens is not null) is >= 0 and var open)
                best = new(reached[open].Node.Opens!.Value, next, reached[open].Kept ?? next, next < end);
            if (next == end && reached.FindIndex(s => s.Node.IsAll is not null) is >= 0 and var whole)
                best = new(reached[whole].Node.IsAll!.Value, next, reached[whole].Kept ?? next, false);
        }
        return best;
    }

    /// <summary>The phrase that is exactly these words.</summary>
    public Found<T>? Whole(IReadOnlyList<Word> words, int start, int end) =>
        At(words, start, end) is { HasRest: false } found && found.End == end ? found : null;

    // Of two phrases that are said alike, the first counts.
    private void Add(string phrase, T meaning)
    {
        var at = 0;
        var open = phrase.EndsWith(Rest, StringComparison.Ordinal);
        var last = Grow(root, open ? phrase[..^Rest.Length] : phrase, ref at);
        if (open)
            last.Opens = new(meaning);
        else
            last.IsAll = new(meaning);
    }

    // Alternatives meet again in one node, so that the book grows with the length of its phrases and not with the number of ways to say them.
    private static Node Grow(Node from, string phrase, ref int at)
    {
        Node here = from, end = new();
        for (; at < phrase.Length && phrase[at] != ')'; at++)
        {
            if (phrase[at] == '|')
            {
                here.Silently.Add(end);
                here = from;
            }
            else if (phrase[at] == '(')
            {
                at++;
                here = Grow(here, phrase, ref at);
            }
            else if (phrase[at] != ' ')
            {
                var start = at;
                while (phrase[start] != Keep && at + 1 < phrase.Length && phrase[at + 1] is not (' ' or '|' or '(' or ')'))
                    at++;
                here = phrase[start] == Keep ? here.KeepFromHere() : here.Then(Noise.Like(phrase[start..(at + 1)]));
            }
        }
        here.Silently.Add(end);
        return end;
    }

    private List<Step> Begin(Word word, int start)
    {
        var reached = new List<Step>();
        foreach (var sort in Sorts(word))
        {
            foreach (var step in openings.GetValueOrDefault(sort) ?? [])
                Reach(reached, step.Node, step.Kept is null ? null : start, start + 1);
        }
        return reached;
    }

    private static List<Step> GoOn(List<Step> from, Word word, int next)
    {
        var reached = new List<Step>();
        var noise = Noise.Words.Contains(word.Folded);
        foreach (var sort in Sorts(word))
        {
            foreach (var step in from)
            {
                foreach (var node in step.Node.Next.GetValueOrDefault(sort) ?? [])
                    Reach(reached, node, step.Kept, next);
            }
        }
        if (noise)
            reached.AddRange(from.Where(s => !reached.Contains(s)));
        return reached;
    }

    private static void Reach(List<Step> reached, Node node, int? kept, int next)
    {
        foreach (var (silent, keeps) in node.Reached)
        {
            var step = new Step(silent, keeps is null ? kept : next);
            if (!reached.Contains(step))
                reached.Add(step);
        }
    }

    // What a word may stand for in a phrase, the most particular first.
    private static string[] Sorts(Word word) =>
        word.Mentioned is not null ? ["@"] : word.IsNumber ? ["#", Any] : [Noise.Like(word.Folded), Any];

    private sealed record Meaning(T Value);

    /// <param name="Kept">The word from which on words are kept, if any yet.</param>
    private readonly record struct Step(Node Node, int? Kept);

    private sealed class Node
    {
        private List<Step>? reached;

        public Dictionary<string, List<Node>> Next { get; } = [];

        public Meaning? Opens { get; set; }
        public Meaning? IsAll { get; set; }

        /// <summary>What is kept begins here.</summary>
        public bool Keeps { get; private init; }

        /// <summary>Reached together with this one, without a word.</summary>
        public List<Node> Silently { get; } = [];

        /// <summary>This node and all that are reached with it, where anything can be found or go on; with a number when words are kept from there on.</summary>
        public IReadOnlyList<Step> Reached => reached ??= [.. Closure(null, []).Where(s => s.Node.Next.Count > 0 || s.Node.Opens is not null || s.Node.IsAll is not null)];

        public Node Then(string word)
        {
            var node = new Node();
            (Next.TryGetValue(word, out var nodes) ? nodes : Next[word] = []).Add(node);
            return node;
        }

        public Node KeepFromHere()
        {
            var node = new Node { Keeps = true };
            Silently.Add(node);
            return node;
        }

        private IEnumerable<Step> Closure(int? kept, HashSet<Step> seen)
        {
            var step = new Step(this, Keeps ? 0 : kept);
            return seen.Add(step) ? [step, .. Silently.SelectMany(s => s.Closure(step.Kept, seen))] : [];
        }
    }
}

/// <summary>A phrase that was found.</summary>
/// <param name="End">The word after it.</param>
/// <param name="Kept">The first word that belongs to what is kept.</param>
/// <param name="HasRest">Whether words follow that belong to what was said.</param>
internal sealed record Found<T>(T Meaning, int End, int Kept, bool HasRest);
