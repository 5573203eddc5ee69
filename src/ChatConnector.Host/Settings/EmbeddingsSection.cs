namespace ChatConnector.Host.Settings;

/// <summary>The settings of the model that tells what texts mean; none of them set means that none is asked.</summary>
public static class EmbeddingsSection
{
    public const string Name = "Embeddings";

    private const string UrlKey = "Embeddings:Url";

    public static EmbeddingsSettings? Read(SettingsReader reader, IConfiguration configuration)
    {
        if (!configuration.GetSection(Name).Exists())
            return null;
        var (url, model, key) = (Url(reader), reader.Text("Embeddings:Model"), reader.Text("Embeddings:Key"));
        if (model is null)
            reader.Refuse("Embeddings:Model", "the name of a model the endpoint knows", "Look it up in the endpoint's own list of models, or leave out all of Embeddings to find people by words alone.");
        if (key is not null && !key.All(letter => letter is > ' ' and < (char)127))
            reader.Refuse("Embeddings:Key", "a key of plain letters, digits and signs", "Copy it again, without line breaks and quotes; an endpoint that wants none needs none.");
        return new EmbeddingsSettings(url ?? new Uri("http://localhost"), model ?? "", key)
        {
            AskLimit = TimeSpan.FromMilliseconds(reader.Number("Embeddings:AskMilliseconds", 1500, 100, 2000)),
            BatchLimit = TimeSpan.FromSeconds(reader.Number("Embeddings:BatchSeconds", 30, 2, 300)),
        };
    }

    private static Uri? Url(SettingsReader reader)
    {
        const string Expected = "an https address such as https://embeddings.example.com, or http on this machine";
        if (reader.Text(UrlKey) is not { } text)
            reader.Refuse(UrlKey, Expected, "Set the address of an OpenAI-compatible endpoint, without /v1/embeddings at its end, or leave out all of Embeddings.");
        else if (!Uri.TryCreate(text, UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https") || address.UserInfo.Length > 0 || address.Query.Length > 0)
            reader.Refuse(UrlKey, Expected, "Write the whole address with https://; a key belongs into Embeddings:Key.");
        else if (address is { Scheme: "http", IsLoopback: false })
            reader.Refuse(UrlKey, Expected, "People's words would travel in plain sight: write https://.");
        else
            return address;
        return null;
    }
}

/// <param name="Key">Sent as a bearer token; null for an endpoint that wants none.</param>
public sealed record EmbeddingsSettings(Uri Url, string Model, string? Key)
{
    /// <summary>How long a decision waits for what an ask means.</summary>
    public TimeSpan AskLimit { get; init; } = TimeSpan.FromMilliseconds(1500);

    /// <summary>How long one call in the background may take.</summary>
    public TimeSpan BatchLimit { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>With or without <c>/v1</c> at the end of the address.</summary>
    public Uri Endpoint
    {
        get
        {
            var url = Url.AbsoluteUri.TrimEnd('/');
            return new Uri(url + (url.EndsWith("/v1", StringComparison.Ordinal) ? "" : "/v1") + "/embeddings");
        }
    }

    /// <summary>Without the key.</summary>
    public override string ToString() => $"{Model} at {Url.Host}";
}
