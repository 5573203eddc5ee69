namespace ChatConnector.Tests;

/// <summary>Node.js, for which the platforms' own libraries are written.</summary>
internal static class Node
{
    /// <summary>Where it is; null when it is not there.</summary>
    public static string? Program => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        .SelectMany(folder => (string[])[Path.Combine(folder, "node"), Path.Combine(folder, "node.exe")]).FirstOrDefault(File.Exists);

    /// <summary>Whether it is there and what the folder's package needs is installed.</summary>
    public static bool HasInstalled(string folder) => Directory.Exists(Path.Combine(folder, "node_modules")) && Program is not null;
}

/// <summary>A test beside a platform's own libraries. Where they are not installed it is skipped and says how to get them; under CI it fails instead.</summary>
[AttributeUsage(AttributeTargets.Method)]
public abstract class NodeFactAttribute : FactAttribute
{
    protected NodeFactAttribute(bool isInstalled, string howToGetIt)
    {
        if (!isInstalled && Environment.GetEnvironmentVariable("CI") != "true")
            Skip = howToGetIt;
    }
}
