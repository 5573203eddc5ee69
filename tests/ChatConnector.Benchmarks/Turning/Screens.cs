using System.Collections.Concurrent;
using ChatConnector.Runtime.Ports;
using ChatConnector.Runtime.Rows;

namespace ChatConnector.Benchmarks.Turning;

/// <summary>A platform that shows everything at once, and tells when an awaited message has got its answer.</summary>
internal sealed class Screens : IChat
{
    private readonly ConcurrentDictionary<string, (string? Kind, TaskCompletionSource Shown)> awaited = new();

    public string Platform => "screens";

    /// <summary>Ends when a card of this kind (null: any) answers the message.</summary>
    public Task AnswerTo(MessageId message, string? kind = null) =>
        awaited.GetOrAdd(Keys.Short(message), _ => (kind, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously))).Shown.Task;

    public Task<Delivered> DeliverAsync(Delivery delivery, CancellationToken cancellation)
    {
        if (delivery is Delivery.Post post && awaited.TryGetValue(delivery.EffectId.Split('/')[0], out var waits) && (waits.Kind is null || waits.Kind == post.Card.Kind))
            waits.Shown.TrySetResult();
        return Task.FromResult<Delivered>(new Delivered.Shown(delivery.EffectId));
    }
}
