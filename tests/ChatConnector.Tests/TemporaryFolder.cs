namespace ChatConnector.Tests.Storage;

/// <summary>A folder of a test's own, gone when the test is.</summary>
public sealed class TemporaryFolder : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("chatconnector-");

    public string Database => Path.Combine(folder.FullName, "chat.db");

    public void Dispose() => folder.Delete(recursive: true);
}
