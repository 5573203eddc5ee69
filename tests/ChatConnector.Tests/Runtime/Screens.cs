using System.Collections.Concurrent;
using ChatConnector.Runtime.Ports;

namespace ChatConnector.Tests.Runtime;

/// <summary>A platform that remembers what is on its screens, and answers as a test wants it to.</summary>
public sealed class Screens(string platform = "screens") : IChat
{
    private readonly ConcurrentQueue<Delivery> calls = new();
    private readonly ConcurrentDictionary<string, string> shown = new();
    private int last;

    public string Platform => platform;

    /// <summary>Asked before every delivery; null lets it through.</summary>
    public Func<Delivery, Task<Delivered?>> Before { get; set; } = _ => Task.FromResult<Delivered?>(null);

    /// <summary>Asked after every delivery, when it is on the screen; null says so.</summary>
    public Func<Delivery, Delivered?> After { get; set; } = _ => null;

    public IReadOnlyList<Delivery> Calls => [.. calls];

    /// <summary>The words of every card as they stand now, in the order they came.</summary>
    public IReadOnlyList<string> Cards => [.. shown.OrderBy(s => int.Parse(s.Key)).Select(s => s.Value)];

    public async Task<Delivered> DeliverAsync(Delivery delivery, CancellationToken cancellation)
    {
        calls.Enqueue(delivery);
        if (await Before(delivery) is { } instead)
            return instead;
        if (delivery is Delivery.TakeAway away)
        {
            shown.TryRemove(away.Shown, out _);
            return After(delivery) ?? new Delivered.Shown(away.Shown);
        }

        var reference = delivery is Delivery.Edit edit ? edit.Shown : $"{Interlocked.Increment(ref last)}";
        shown[reference] = delivery switch
        {
            Delivery.Post post => $"{post.To.Id}: {post.Card.Summary}",
            Delivery.Edit changed => $"{shown[changed.Shown].Split(": ")[0]}: {changed.Card.Summary}",
            Delivery.Gather gather => $"{string.Join('+', gather.People)}: {gather.Opening.Summary}",
            Delivery.Home home => $"home of {home.Of}: {home.Card.Summary}",
            _ => throw new InvalidOperationException("A delivery of an unknown kind."),
        };
        return After(delivery) ?? new Delivered.Shown(reference);
    }
}
