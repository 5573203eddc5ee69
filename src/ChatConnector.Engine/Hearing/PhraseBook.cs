namespace ChatConnector.Engine.Hearing;

/// <summary>
/// Phrases and what they mean, found in time proportional to the words. A phrase is written as it is said:
/// <c>can (anyone|someone) help (me|) with …</c>. Brackets hold alternatives, an empty one makes the others optional;
/// <c>…</c> at the end stands for more words to come, without it nothing may follow; words after <c>^</c> belong to
/// what is kept; <c>@</c> is a mention, <c>#</c> a number, <c>*</c> any one word.
/// </summary>
internal sealed class PhraseBook<T>
{
    private const string Any = "*";
    private const int Unknown = -1;

    // Words of the phrases as numbers: there are many states, and each looks for the word that was said.
    private readonly Dictionary<string, int> sorts = new(StringComparer.Ordinal);
    private readonly Dictionary<PhraseGraph<T>.Node, State> states = [];
    private readonly State start = new(null, null);

    public PhraseBook(params IEnumerable<(string Phrase, T Meaning)> phrases)
    {
        var graph = new PhraseGraph<T>();
        foreach (var (phrase, meaning) in phrases)
            graph.Add(phrase, meaning);
        foreach (var (node, keeps) in graph.Root.Reached)
            Connect(start, node, keeps);
    }

    /// <summary>The longest phrase that starts at a word and, unless it is open-ended, goes up to the end.</summary>
    public Found<T>? At(IReadOnlyList<Word> words, int start, int end)
    {
        Found<T>? best = null;
        List<Step> reached = [new(this.start, null)];
        for (var at = start; at < end && reached.Count > 0; at++)
        {
            var next = at + 1;
            reached = GoOn(reached, words[at], at, isFirst: at == start);
            if (reached.FindIndex(s => s.State.Opens is not null) is >= 0 and var open)
                best = new(reached[open].State.Opens!.Value, next, reached[open].Kept ?? next, next < end);
            if (next == end && reached.FindIndex(s => s.State.IsAll is not null) is >= 0 and var whole)
                best = new(reached[whole].State.IsAll!.Value, next, reached[whole].Kept ?? next, false);
        }
        return best;
    }

    /// <summary>The phrase that is exactly these words.</summary>
    public Found<T>? Whole(IReadOnlyList<Word> words, int start, int end) =>
        At(words, start, end) is { HasRest: false } found && found.End == end ? found : null;

    private State StateOf(PhraseGraph<T>.Node node)
    {
        if (states.TryGetValue(node, out var known))
            return known;
        var state = states[node] = new State(node.Opens, node.IsAll);
        Connect(state, node, false);
        return state;
    }

    private void Connect(State from, PhraseGraph<T>.Node node, bool isKept)
    {
        foreach (var (word, nodes) in node.Next)
        {
            if (!sorts.TryGetValue(word, out var sort))
                sorts[word] = sort = sorts.Count;
            if (!from.Next.TryGetValue(sort, out var arrivals))
                from.Next[sort] = arrivals = [];
            arrivals.AddRange(nodes.SelectMany(n => n.Reached).Select(r => new Arrival(StateOf(r.Node), r.Keeps ? Keeping.After : isKept ? Keeping.This : Keeping.AsBefore))
                .DistinctBy(a => a.State));
        }
    }

    private List<Step> GoOn(List<Step> from, Word word, int at, bool isFirst)
    {
        List<Step> reached = [];
        // What a word may stand for in a phrase, the most particular first.
        ReadOnlySpan<int> sorts = word.Mentioned is not null ? [Number("@")] : [Number(word.IsNumber ? "#" : Noise.Like(word.Folded)), Number(Any)];
        foreach (var sort in sorts)
        {
            foreach (var step in from)
            {
                if (!step.State.Next.TryGetValue(sort, out var arrivals))
                    continue;
                reached.EnsureCapacity(reached.Count + arrivals.Count);
                foreach (var (state, keeping) in arrivals)
                    Reach(reached, new(state, keeping switch { Keeping.After => at + 1, Keeping.This => at, _ => step.Kept }), mayBeThere: !isFirst);
            }
        }
        if (!isFirst && Noise.Words.Contains(word.Folded))
        {
            // What is kept does not begin with a word that changes nothing.
            foreach (var step in from)
                Reach(reached, step.Kept == at ? step with { Kept = at + 1 } : step, mayBeThere: true);
        }
        return reached;
    }

    // From the same state everything goes on alike, so only the first to get there counts.
    private static void Reach(List<Step> reached, Step step, bool mayBeThere)
    {
        if (mayBeThere)
        {
            foreach (var other in reached)
            {
                if (other.State == step.State)
                    return;
            }
        }
        reached.Add(step);
    }

    private int Number(string word) => sorts.GetValueOrDefault(word, Unknown);

    private enum Keeping
    {
        AsBefore, This, After,
    }

    /// <param name="Keeping">From which word on words are kept, seen from the word that led here.</param>
    private readonly record struct Arrival(State State, Keeping Keeping);

    /// <param name="Kept">The word from which on words are kept, if any yet.</param>
    private readonly record struct Step(State State, int? Kept);

    private sealed class State(Meaning<T>? opens, Meaning<T>? isAll)
    {
        public Meaning<T>? Opens => opens;

        public Meaning<T>? IsAll => isAll;

        public Dictionary<int, List<Arrival>> Next { get; } = [];
    }
}

/// <summary>A phrase that was found.</summary>
/// <param name="End">The word after it.</param>
/// <param name="Kept">The first word that belongs to what is kept.</param>
/// <param name="HasRest">Whether words follow that belong to what was said.</param>
internal sealed record Found<T>(T Meaning, int End, int Kept, bool HasRest);
