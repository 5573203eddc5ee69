using System.Collections.Concurrent;
using ChatConnector.Runtime.Ports;
using Polly;
using Polly.CircuitBreaker;
using Polly.Retry;
using Polly.Timeout;

namespace ChatConnector.Runtime.Delivering;

/// <summary>
/// One platform with the care it needs: a time limit for every attempt, short waits when it is busy, silence towards a place
/// for as long as the platform asks, and no calls at all for an organization while it does not answer there.
/// </summary>
public sealed class ChatLine
{
    private const int MostRetries = 3;
    private static readonly TimeSpan AttemptLimit = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan LongestWaitInLine = TimeSpan.FromSeconds(3);

    private readonly IChat chat;
    private readonly Surroundings around;

    // An organization's own trouble, such as a workspace that is being moved, holds up nobody else.
    private readonly ConcurrentDictionary<OrganizationId, ResiliencePipeline<Delivered>> pipelines = new();
    private readonly ConcurrentDictionary<string, (long Since, TimeSpan Span)> silences = new(StringComparer.Ordinal);

    public ChatLine(IChat chat, Surroundings around)
    {
        this.chat = chat;
        this.around = around;
    }

    public string Platform => chat.Platform;

    public Task ForgetAsync(OrganizationId organization, TeammateId who, CancellationToken cancellation) => chat.ForgetAsync(organization, who, cancellation);

    /// <summary>Hands it over, trying again while that is sensible and while it may begin.</summary>
    /// <param name="to">Where it goes, so that silence is kept per place.</param>
    /// <param name="mayBegin">Asked right before every attempt.</param>
    public async Task<Delivered> DeliverAsync(Ports.Delivery delivery, string to, Func<bool> mayBegin, CancellationToken cancellation)
    {
        if (SilenceTowards(to) is { } silence)
            return new Delivered.Busy(silence);
        var outcome = await TryAsync(delivery, mayBegin, cancellation);
        if (outcome is Delivered.Busy { After: { } after } && after > TimeSpan.Zero)
            silences[to] = (around.Mark(), after);
        return outcome;
    }

    private async Task<Delivered> TryAsync(Ports.Delivery delivery, Func<bool> mayBegin, CancellationToken cancellation)
    {
        try
        {
            return await PipelineOf(delivery.Organization).ExecuteAsync(
                static async (state, token) => state.mayBegin()
                    // A platform that does not heed the time limit must not hold a worker for ever.
                    ? await state.chat.DeliverAsync(state.delivery, token).WaitAsync(token)
                    : new Delivered.Busy(TimeSpan.Zero),
                (chat, delivery, mayBegin),
                cancellation);
        }
        catch (BrokenCircuitException)
        {
            return new Delivered.Busy(TimeSpan.FromSeconds(5));
        }
        catch (TimeoutRejectedException)
        {
            return new Delivered.Uncertain("no answer in time");
        }
        catch (Exception trouble) when (trouble is not OperationCanceledException || !cancellation.IsCancellationRequested)
        {
            return new Delivered.Uncertain(trouble.GetType().Name);
        }
    }

    private ResiliencePipeline<Delivered> PipelineOf(OrganizationId organization) => pipelines.GetOrAdd(organization, _ =>
        new ResiliencePipelineBuilder<Delivered> { TimeProvider = around.Steady }
            .AddRetry(Retry())
            .AddCircuitBreaker(Breaker())
            .AddTimeout(AttemptLimit)
            .Build());

    private TimeSpan? SilenceTowards(string to)
    {
        if (!silences.TryGetValue(to, out var silence))
            return null;
        var left = silence.Span - around.Since(silence.Since);
        if (left > TimeSpan.Zero)
            return left;
        silences.TryRemove(KeyValuePair.Create(to, silence));
        return null;
    }

    // Only what was certainly not shown is tried again here; a wait that would outlive the ticket is left to the sweeper.
    private RetryStrategyOptions<Delivered> Retry() => new()
    {
        MaxRetryAttempts = MostRetries,
        Delay = TimeSpan.FromMilliseconds(200),
        BackoffType = DelayBackoffType.Exponential,
        UseJitter = true,
        Randomizer = around.DrawShare,
        ShouldHandle = args => ValueTask.FromResult(
            args.Outcome.Result is Delivered.Busy { After: var after } && after != TimeSpan.Zero && (after ?? TimeSpan.Zero) <= LongestWaitInLine),
        DelayGenerator = args => ValueTask.FromResult((args.Outcome.Result as Delivered.Busy)?.After),
    };

    private static CircuitBreakerStrategyOptions<Delivered> Breaker() => new()
    {
        FailureRatio = 0.5,
        MinimumThroughput = 10,
        SamplingDuration = TimeSpan.FromSeconds(30),
        BreakDuration = TimeSpan.FromSeconds(15),
        ShouldHandle = args => ValueTask.FromResult(args.Outcome.Exception is not null and not OperationCanceledException || args.Outcome.Result is Delivered.Uncertain),
    };
}
