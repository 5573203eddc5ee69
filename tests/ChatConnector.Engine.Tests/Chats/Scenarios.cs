namespace ChatConnector.Engine.Tests.Chats;

/// <summary>The stories on disk, beside this project.</summary>
public static class Scenarios
{
    /// <summary><c>UPDATE_GOLDEN=1 dotnet test</c> writes down what Connector does now; the diff is the review.</summary>
    public static bool UpdateGolden => Environment.GetEnvironmentVariable("UPDATE_GOLDEN") == "1";

    public static TheoryData<string> Names => [.. Files];

    internal static IEnumerable<ChatScript> All => Files.Select(name => ChatScript.Parse(name, Read(name)));

    private static IEnumerable<string> Files => new DirectoryInfo(Folder).GetFiles("*.chat").Select(f => f.Name[..^".chat".Length]).Order(StringComparer.Ordinal);

    internal static string Folder { get; } = FindFolder();

    public static string Read(string name) => File.ReadAllText(PathOf(name)).ReplaceLineEndings("\n");

    public static void Write(string name, string text) => File.WriteAllText(PathOf(name), text);

    private static string PathOf(string name) => Path.Combine(Folder, name + ".chat");

    private static string FindFolder()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "ChatConnector.sln")))
            folder = folder.Parent;
        return Path.Combine(folder?.FullName ?? throw new DirectoryNotFoundException("The tests run outside the repository."), "tests", "ChatConnector.Engine.Tests", "Scenarios");
    }
}
