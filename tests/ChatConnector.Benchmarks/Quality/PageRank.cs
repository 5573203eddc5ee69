namespace ChatConnector.Benchmarks.Quality;

/// <summary>Whoever is answered to by those who are answered to: PageRank from asker to answerer, reckoned anew after every two thousand answers.</summary>
public sealed class PageRank : Scoring
{
    private const double Damping = 0.85;
    private const int Rounds = 25;
    private const int Anew = 2000;

    private readonly Dictionary<(int From, int To), int> edges = [];
    private Dictionary<int, double> ranks = [];
    private int answers;

    public override string Name => "PageRank from asker to answerer";

    public override IEnumerable<(int Person, double Value)> Values(Question question) => ranks.Where(r => r.Key != question.Asker).Select(r => (r.Key, r.Value));

    public override void Hear(Question question)
    {
    }

    public override void Hear(Answer answer)
    {
        var edge = (answer.Question.Asker, answer.Person);
        edges[edge] = edges.GetValueOrDefault(edge) + 1;
        if (++answers % Anew == 0)
            ranks = Reckon();
    }

    private Dictionary<int, double> Reckon()
    {
        var leaving = edges.GroupBy(e => e.Key.From).ToDictionary(g => g.Key, g => (double)g.Sum(e => e.Value));
        var people = edges.Keys.SelectMany(e => new[] { e.From, e.To }).Distinct().ToList();
        var now = people.ToDictionary(p => p, _ => 1.0 / people.Count);
        for (var round = 0; round < Rounds; round++)
        {
            var stays = (1 - Damping + Damping * people.Where(p => !leaving.ContainsKey(p)).Sum(p => now[p])) / people.Count;
            var next = people.ToDictionary(p => p, _ => stays);
            foreach (var (edge, times) in edges)
                next[edge.To] += Damping * now[edge.From] * times / leaving[edge.From];
            now = next;
        }
        return now;
    }
}
