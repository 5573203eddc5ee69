namespace ChatConnector.Browser.Tests;

/// <summary>A test that needs Chromium. Without it the test is skipped and says how to get it; under CI it fails instead.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class BrowserFactAttribute : FactAttribute
{
    public BrowserFactAttribute()
    {
        if (Chromium.Path is null && !Chromium.IsWanted)
            Skip = Chromium.HowToGetIt;
    }
}

/// <summary>The browser on this machine.</summary>
internal static class Chromium
{
    public const string HowToGetIt = "Chromium was not found. Install it (apt-get install chromium) or name it in CHROMIUM.";

    public static string? Path { get; } = ((string?[])[
            Environment.GetEnvironmentVariable("CHROMIUM"), "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome",
            "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome", @"C:\Program Files\Google\Chrome\Application\chrome.exe"])
        .FirstOrDefault(File.Exists);

    /// <summary>Whether missing it is a failure.</summary>
    public static bool IsWanted => Environment.GetEnvironmentVariable("CI") == "true";

    public static async Task<IBrowser> LaunchAsync(IPlaywright playwright) => await playwright.Chromium.LaunchAsync(new()
    {
        ExecutablePath = Path ?? throw new InvalidOperationException(HowToGetIt),
        // Containers run as root, where Chromium's sandbox cannot.
        Args = ["--no-sandbox"],
        Timeout = Site.Milliseconds,
    });
}
