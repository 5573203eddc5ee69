namespace ChatConnector.Tests;

/// <summary>A folder of a test's own, gone when the test is.</summary>
public sealed class TemporaryFolder : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("chatconnector-");

    public string Path => folder.FullName;

    public string Database => System.IO.Path.Combine(Path, "chat.db");

    /// <summary>Where keys are kept, once there are any.</summary>
    public string Keys => System.IO.Path.Combine(Path, "keys");

    public void Dispose()
    {
        if (Directory.Exists(Path))
            folder.Delete(recursive: true);
    }
}
