using System.Diagnostics;
using ChatConnector.Tests.Slack;

namespace ChatConnector.Tests.Host;

/// <summary>The host as a process of its own: what it says when it cannot start, and how it ends.</summary>
public sealed class ProcessTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    [Fact]
    public async Task Every_wrong_setting_is_on_one_screen_and_no_value_is()
    {
        var (code, _, screen) = await RunAsync(
            "--environment", "Production", "--Storage:Kind", "memory", "--TryIt:Enabled", "perhaps-secret", "--OpenTelemetry:Endpoint", "somewhere-secret",
            "--Health:DrainSeconds", "999", "--Storage:Pth", "x-secret");
        Assert.Equal(78, code);
        Assert.Contains("5 settings need your attention", screen, StringComparison.Ordinal);
        foreach (var key in (string[])["Storage:Kind", "TryIt:Enabled", "OpenTelemetry:Endpoint", "Health:DrainSeconds", "Storage:Pth"])
            Assert.Matches($@"(?m)^  {key}   \(environment: {key.Replace(":", "__", StringComparison.Ordinal)}\)\n    expected: .+\n    remedy:   .+$", screen);
        Assert.DoesNotContain("secret", screen, StringComparison.Ordinal);
        Assert.DoesNotContain("999", screen, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_try_it_chat_cannot_be_switched_on_in_Production()
    {
        var (code, _, screen) = await RunAsync("--environment", "Production", "--Storage:Path", folder.Database, "--TryIt:Enabled", "true");
        Assert.Equal(78, code);
        Assert.Contains("Anyone could be anyone", screen, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_any_platform_there_is_nothing_to_start()
    {
        var (code, _, screen) = await RunAsync("--environment", "Production", "--Storage:Path", folder.Database);
        Assert.Equal(78, code);
        Assert.Contains("the settings of at least one platform", screen, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_is_no_database_of_ours_is_named_and_left_alone()
    {
        var file = folder.Database;
        await File.WriteAllTextAsync(file, "Dear diary, this is not a database at all.");
        var (code, _, screen) = await RunAsync("--environment", "Development", "--Storage:Path", file);
        Assert.Equal(78, code);
        Assert.Contains("Storage:Path", screen, StringComparison.Ordinal);
        Assert.Contains(file, screen, StringComparison.Ordinal);
        Assert.Equal("Dear diary, this is not a database at all.", await File.ReadAllTextAsync(file));
    }

    [Fact]
    public async Task An_address_in_use_is_a_sentence_and_not_a_trace()
    {
        using var other = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, 0);
        other.Start();
        var (code, _, screen) = await RunAsync("--environment", "Development", "--Storage:Path", folder.Database, "--urls", $"http://127.0.0.1:{((System.Net.IPEndPoint)other.LocalEndpoint).Port}");
        Assert.Equal(78, code);
        Assert.Contains("an address nobody listens on yet", screen, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", screen, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_bot_token_that_Slack_refuses_is_named_and_not_shown()
    {
        await using var slack = await SlackServer.StartAsync();
        var (code, _, screen) = await RunAsync(
            "--environment", "Development", "--Storage:Path", folder.Database, "--Slack:Keys", folder.Keys, "--urls", "http://127.0.0.1:0",
            "--Slack:SigningSecret", "a-secret", "--Slack:BotToken", "xoxb-refused", "--Slack:ApiBaseUrl", $"{slack.Address}");
        Assert.Equal(78, code);
        Assert.Contains("a bot token that Slack takes", screen, StringComparison.Ordinal);
        Assert.DoesNotContain("xoxb-refused", screen, StringComparison.Ordinal);
        Assert.DoesNotContain("a-secret", screen, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Wrong_settings_of_Teams_are_named_and_their_values_are_not()
    {
        var (code, _, screen) = await RunAsync(
            "--environment", "Production", "--Storage:Path", folder.Database, "--Teams:AppId", "my-bot-hidden", "--Teams:AppPassword", "p-hidden", "--Teams:CertificatePath", "/no/such-hidden",
            "--Teams:TokenUrl", "http://login.example/hidden", "--Teams:AllowedTenants:0", "t1", "--Teams:Tenent", "x-hidden");
        Assert.Equal(78, code);
        foreach (var key in (string[])["Teams:AppId", "Teams:TenantId", "Teams:CertificatePath", "Teams:TokenUrl", "Teams:Tenent"])
            Assert.Contains($"  {key}   (environment: ", screen, StringComparison.Ordinal);
        Assert.DoesNotContain("hidden", screen, StringComparison.Ordinal);
        Assert.DoesNotContain("Teams:AllowedTenants", screen.Replace("one of", "", StringComparison.Ordinal).Split("Teams:Tenent")[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_is_let_into_Teams_without_a_token_outside_Development()
    {
        var (code, _, screen) = await RunAsync("--environment", "Production", "--Storage:Path", folder.Database, "--Teams:AllowUnauthenticated", "true");
        Assert.Equal(78, code);
        Assert.Contains("Teams:AllowUnauthenticated", screen, StringComparison.Ordinal);
    }

    public void Dispose() => folder.Dispose();

    private static async Task<(int Code, string Said, string Screen)> RunAsync(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "ChatConnector.Host.dll"), .. arguments])
        {
            RedirectStandardError = true,
            RedirectStandardOutput = true,
        };
        start.Environment.Remove("ASPNETCORE_ENVIRONMENT");
        using var process = Process.Start(start)!;
        using var giveUp = new CancellationTokenSource(Eventually.Limit);
        var said = process.StandardOutput.ReadToEndAsync(giveUp.Token);
        var screen = process.StandardError.ReadToEndAsync(giveUp.Token);
        try
        {
            await process.WaitForExitAsync(giveUp.Token);
        }
        finally
        {
            if (!process.HasExited)
                process.Kill();
        }
        return (process.ExitCode, await said, await screen);
    }
}
