using System.Globalization;
using ChatConnector.Engine.Suggesting.Ranking;
using ChatConnector.Engine.Suggesting.Reading;

namespace ChatConnector.Benchmarks.Quality;

/// <summary>The product's own index, fed with rows as the product would be.</summary>
public class Ours : IRanker
{
    protected const int Deep = 100;

    public Ours(int people, Signs? weights = null, string name = "ours")
    {
        Name = name;
        Colleagues = new Colleagues(Idiom.English, weights ?? Weights.Default);
        for (var person = 0; person < people; person++)
            Colleagues.Learn(TeammateOf(person));
    }

    public string Name { get; }

    protected Colleagues Colleagues { get; }

    public virtual IReadOnlyList<int> Rank(Question question) => [.. Colleagues.Rank(QueryOf(question), Deep).Select(c => NumberOf(c.Who))];

    public void Hear(Question question)
    {
    }

    /// <summary>An answer is a help with the ask, and its own words show what the person knows.</summary>
    public void Hear(Answer answer)
    {
        var at = Instant.FromUnixTimeSeconds(answer.Time);
        var about = IdOf(answer.Person);
        Colleagues.Learn(new Evidence($"{answer.Number:D7}-help", about, EvidenceOrigin.Helped, answer.Question.Said, at) { From = IdOf(answer.Question.Asker), Channel = ChannelOf(answer.Question) });
        Colleagues.Learn(new Evidence($"{answer.Number:D7}-words", about, EvidenceOrigin.Thanked, answer.Text, at) { From = IdOf(answer.Question.Asker) });
    }

    protected static Teammate TeammateOf(int person) => new(IdOf(person), NameOf(person));

    public static TeammateId IdOf(int person) => new(NameOf(person));

    public static int NumberOf(TeammateId id) => int.Parse(id.Text.AsSpan(1), CultureInfo.InvariantCulture);

    protected static Query QueryOf(Question question) => new(question.Said, IdOf(question.Asker), Instant.FromUnixTimeSeconds(question.Time))
    {
        Place = ChannelOf(question) is { } channel ? new Place(PlaceKind.Channel, channel) : null,
    };

    private static string? ChannelOf(Question question) => question.Channel.Length > 0 ? question.Channel : null;

    private static string NameOf(int person) => $"u{person:D6}";
}
