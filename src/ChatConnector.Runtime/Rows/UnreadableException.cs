namespace ChatConnector.Runtime.Rows;

/// <summary>Something stored cannot be read by this program, and guessing would be worse.</summary>
public sealed class UnreadableException : Exception
{
    public UnreadableException()
    {
    }

    public UnreadableException(string message)
        : base(message)
    {
    }

    public UnreadableException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    internal static void ThrowIfNewer(int version)
    {
        if (version > RowJson.Version)
            throw new UnreadableException($"Written in version {version}, and this program reads up to {RowJson.Version}. Start the newer program.");
    }
}
