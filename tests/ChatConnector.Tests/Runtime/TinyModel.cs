using System.Collections.Concurrent;
using ChatConnector.Runtime.Ports;

namespace ChatConnector.Tests.Runtime;

/// <summary>A model of three dimensions: leave, laptops, and everything else. It remembers what it was told.</summary>
public sealed class TinyModel(string name = "tiny") : IEmbeddings
{
    public ConcurrentQueue<IReadOnlyList<string>> Calls { get; } = new();

    public string? Model => name;

    public int? Dimension { get; private set; }

    /// <summary>Dimensions besides, that tell nothing.</summary>
    public int More { get; set; }

    public IEnumerable<string> Heard => Calls.SelectMany(call => call);

    /// <summary>What it answers instead; null for what it knows.</summary>
    public Func<IReadOnlyList<string>, Embedded?> Instead { get; set; } = _ => null;

    /// <summary>What an answer waits for.</summary>
    public Func<CancellationToken, Task> Delay { get; set; } = _ => Task.CompletedTask;

    public async Task<Embedded> EmbedAsync(IReadOnlyList<string> texts, CancellationToken cancellation)
    {
        Calls.Enqueue(texts);
        await Delay(cancellation);
        if (Instead(texts) is { } instead)
            return instead;
        Dimension = 3 + More;
        return new Embedded.Vectors([.. texts.Select(text => (float[])[.. VectorOf(text), .. new float[More]])]);
    }

    private static float[] VectorOf(string text) =>
        text.Contains("leave", StringComparison.Ordinal) || text.Contains("holiday", StringComparison.Ordinal) ? [1, 0, 0.1f]
        : text.Contains("laptop", StringComparison.Ordinal) ? [0, 1, 0.1f]
        : [0, 0, 1];
}
