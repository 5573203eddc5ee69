namespace ChatConnector.Tests;

/// <summary>Where the files lie that tests read, and golden files that they write.</summary>
public static class Repository
{
    public static string Root { get; } = Up(AppContext.BaseDirectory);

    public static string Slack { get; } = Path.Combine(Root, "tests", "ChatConnector.Tests", "Slack");

    public static string Sample(string name) => File.ReadAllText(Path.Combine(Slack, "Samples", name));

    private static string Up(string from) =>
        File.Exists(Path.Combine(from, "ChatConnector.sln")) ? from : Up(Path.GetDirectoryName(from) ?? throw new DirectoryNotFoundException("No ChatConnector.sln above the tests."));
}
