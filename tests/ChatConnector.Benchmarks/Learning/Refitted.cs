using System.Diagnostics;
using ChatConnector.Benchmarks.Quality;
using ChatConnector.Engine.Suggesting.Learning;
using ChatConnector.Engine.Suggesting.Ranking;
using Question = ChatConnector.Benchmarks.Quality.Question;

namespace ChatConnector.Benchmarks.Learning;

/// <summary>The product's index with weights of the community's own, learned anew every few days from what had happened by then, as the product does at night.</summary>
public sealed class Refitted(Community community, Signs start, int everyDays) : Ours(community.People, start, $"own weights, every {everyDays} days")
{
    private readonly Signs start = start;
    private Signs weights = start;
    private long nextAt;

    /// <summary>How often weights were learned, and kept.</summary>
    public (int Tried, int Kept) Nights { get; private set; }

    /// <summary>The longest that learning took.</summary>
    public TimeSpan Longest { get; private set; }

    public override IReadOnlyList<int> Rank(Question question)
    {
        if (question.Time >= nextAt)
        {
            Learn();
            nextAt = question.Time + everyDays * 86_400L;
        }

        return [.. Colleagues.Rank(QueryOf(question) with { Weights = weights }, Deep).Select(c => NumberOf(c.Who))];
    }

    private void Learn()
    {
        var began = Stopwatch.GetTimestamp();
        var fit = Fit.Learn(Colleagues.Answered(Fit.MostAsks), start);
        Longest = TimeSpan.FromTicks(Math.Max(Longest.Ticks, Stopwatch.GetElapsedTime(began).Ticks));
        weights = fit?.Weights ?? start;
        Nights = (Nights.Tried + 1, Nights.Kept + (fit is null ? 0 : 1));
    }
}
