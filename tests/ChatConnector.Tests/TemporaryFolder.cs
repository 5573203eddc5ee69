namespace ChatConnector.Tests;

/// <summary>A folder of a test's own, gone when the test is.</summary>
public sealed class TemporaryFolder : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("chatconnector-");

    public string Database => Path.Combine(folder.FullName, "chat.db");

    /// <summary>Where keys are kept, once there are any.</summary>
    public string Keys => Path.Combine(folder.FullName, "keys");

    public void Dispose()
    {
        if (Directory.Exists(folder.FullName))
            folder.Delete(recursive: true);
    }
}
