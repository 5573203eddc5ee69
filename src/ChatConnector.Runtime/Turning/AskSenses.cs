using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using ChatConnector.Engine.Suggesting;
using ChatConnector.Runtime.Ports;
using Polly;
using Polly.CircuitBreaker;

namespace ChatConnector.Runtime.Turning;

/// <summary>
/// What asks mean. A decision waits for it only so long, and not at all while the model does not answer; without it people are
/// ranked by words alone, at once.
/// </summary>
public sealed class AskSenses
{
    /// <summary>How long a decision waits unless set otherwise.</summary>
    public static readonly TimeSpan DefaultLimit = TimeSpan.FromMilliseconds(1500);

    // An ask is looked at again and again while it is open.
    private const int MostKept = 1_000;

    // A decision that is made anew after a conflict does not wait anew.
    private static readonly TimeSpan MissHolds = TimeSpan.FromSeconds(30);

    private readonly IEmbeddings embeddings;
    private readonly Surroundings around;
    private readonly ResiliencePipeline<Embedded> pipeline;
    private readonly ConcurrentDictionary<string, (Sense? Sense, long Since)> asked = new(StringComparer.Ordinal);

    public AskSenses(IEmbeddings embeddings, Surroundings around, TimeSpan limit)
    {
        this.embeddings = embeddings;
        this.around = around;
        pipeline = new ResiliencePipelineBuilder<Embedded> { TimeProvider = around.Steady }.AddCircuitBreaker(Breaker()).AddTimeout(limit).Build();
    }

    /// <summary>Whether there is a model to ask.</summary>
    public bool AreOn => embeddings.Model is not null;

    /// <summary>What a text means; null when the model does not tell in time.</summary>
    public async Task<Sense?> OfAsync(string text, CancellationToken cancellation)
    {
        if (embeddings.Model is not { } model)
            return null;
        var told = Sense.Tell(text);
        // The words themselves are not kept.
        var key = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(told)));
        if (asked.TryGetValue(key, out var known) && (known.Sense is { } sensed ? sensed.Numbers.Length == embeddings.Dimension : around.Since(known.Since) < MissHolds))
            return known.Sense;
        var sense = await AskAsync(model, told, cancellation);
        if (asked.Count >= MostKept)
            asked.Clear();
        asked[key] = (sense, around.Mark());
        return sense;
    }

    private async Task<Sense?> AskAsync(string model, string told, CancellationToken cancellation)
    {
        try
        {
            var embedded = await pipeline.ExecuteAsync(
                // A model that does not heed the time limit must not hold a decision for longer.
                static async (state, token) => await state.embeddings.EmbedAsync([state.told], token).WaitAsync(token),
                (embeddings, told),
                cancellation);
            return embedded is Embedded.Vectors { List: [var vector] } ? Sense.Of(model, vector) : null;
        }
        catch (Exception trouble) when (trouble is not OperationCanceledException || !cancellation.IsCancellationRequested)
        {
            return null;
        }
    }

    private static CircuitBreakerStrategyOptions<Embedded> Breaker() => new()
    {
        FailureRatio = 0.5,
        MinimumThroughput = 2,
        SamplingDuration = TimeSpan.FromSeconds(30),
        BreakDuration = TimeSpan.FromSeconds(30),
        ShouldHandle = args => ValueTask.FromResult(args.Outcome.Exception is not null and not OperationCanceledException || args.Outcome.Result is Embedded.NotNow),
    };
}
