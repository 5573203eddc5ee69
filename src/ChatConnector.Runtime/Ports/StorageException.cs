namespace ChatConnector.Runtime.Ports;

/// <summary>A store or queue cannot do what was asked; the message says what is wrong and what to do about it.</summary>
public sealed class StorageException : IOException
{
    public StorageException()
    {
    }

    public StorageException(string message)
        : base(message)
    {
    }

    public StorageException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
