namespace ChatConnector.Runtime.Ports;

/// <summary>A language model that tells what texts mean. Optional: everything works without one, and it only ever re-scores people who were found by words.</summary>
public interface IEmbeddings
{
    /// <summary>The model's name, as kept beside what it told; null when there is none, and then it is never asked.</summary>
    string? Model { get; }

    /// <summary>How many numbers its vectors have; null before it has told any. A model may be another than the one of that name that was asked before a restart.</summary>
    int? Dimension { get; }

    /// <summary>One vector for each text, in their order. Never throws for what the model's server does; see <see cref="Embedded"/>.</summary>
    Task<Embedded> EmbedAsync(IReadOnlyList<string> texts, CancellationToken cancellation);
}

/// <summary>What a model told.</summary>
public abstract record Embedded
{
    private Embedded()
    {
    }

    /// <summary>A vector for each text, all of the same length, finite, and none of them zero.</summary>
    public sealed record Vectors(IReadOnlyList<float[]> List) : Embedded;

    /// <summary>Nothing now: wait at least this long (null: as you think fit) and try again.</summary>
    /// <param name="Why">The kind of trouble; never what a text or an answer said.</param>
    public sealed record NotNow(string Why, TimeSpan? After = null) : Embedded;

    /// <summary>Never for all of these texts together; fewer may do.</summary>
    public sealed record Refused : Embedded;
}

/// <summary>No model: people are found by words alone.</summary>
public sealed class NoEmbeddings : IEmbeddings
{
    public string? Model => null;

    public int? Dimension => null;

    public Task<Embedded> EmbedAsync(IReadOnlyList<string> texts, CancellationToken cancellation) => Task.FromResult<Embedded>(new Embedded.Refused());
}
