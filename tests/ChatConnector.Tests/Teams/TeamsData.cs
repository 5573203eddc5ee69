using System.Text.Json;

namespace ChatConnector.Tests.Teams;

/// <summary>Files these tests are checked against; <c>Data/README.md</c> says where each comes from.</summary>
internal static class TeamsData
{
    public static string Root { get; } = Find();

    public static string PathOf(params ReadOnlySpan<string> parts) => Path.Combine([Root, "Data", .. parts]);

    public static JsonElement Json(params ReadOnlySpan<string> parts) => JsonElement.Parse(File.ReadAllText(PathOf(parts)));

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "ChatConnector.sln")))
                return Path.Combine(folder.FullName, "tests", "ChatConnector.Tests", "Teams");
        }

        throw new DirectoryNotFoundException("The tests run outside the repository.");
    }
}
