namespace ChatConnector.Engine.Hearing;

/// <summary>What was understood, if anything; a meaning may be a value of any kind.</summary>
internal sealed record Meaning<T>(T Value);

/// <summary>Phrases as they are written, word by word. See <see cref="PhraseBook{T}"/> for how.</summary>
internal sealed class PhraseGraph<T>
{
    private const string Rest = "…";
    private const char Keep = '^';

    public Node Root { get; } = new();

    // Of two phrases that are said alike, the first counts.
    public void Add(string phrase, T meaning)
    {
        var at = 0;
        var open = phrase.EndsWith(Rest, StringComparison.Ordinal);
        var last = Grow(Root, open ? phrase[..^Rest.Length] : phrase, ref at);
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

    /// <param name="Keeps">Whether words are kept from there on.</param>
    public readonly record struct Step(Node Node, bool Keeps);

    public sealed class Node
    {
        private List<Step>? reached;

        public Dictionary<string, List<Node>> Next { get; } = [];

        public Meaning<T>? Opens { get; set; }

        public Meaning<T>? IsAll { get; set; }

        /// <summary>What is kept begins here.</summary>
        public bool Keeps { get; private init; }

        /// <summary>Reached together with this one, without a word.</summary>
        public List<Node> Silently { get; } = [];

        /// <summary>This node and all that are reached with it, where anything can be found or go on.</summary>
        public IReadOnlyList<Step> Reached => reached ??= [.. Closure(false, []).Where(s => s.Node.Next.Count > 0 || s.Node.Opens is not null || s.Node.IsAll is not null)];

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

        private IEnumerable<Step> Closure(bool keeps, HashSet<Step> seen)
        {
            var step = new Step(this, keeps || Keeps);
            return seen.Add(step) ? [step, .. Silently.SelectMany(s => s.Closure(step.Keeps, seen))] : [];
        }
    }
}
