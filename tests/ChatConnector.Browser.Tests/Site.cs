using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using ChatConnector.Tests.Host;

[assembly: CollectionBehavior(DisableTestParallelization = true)]

namespace ChatConnector.Browser.Tests;

/// <summary>The real host as a process of its own, on a database file of its own, and a browser to visit it with.</summary>
public sealed class Site : IAsyncLifetime
{
    /// <summary>Only so that a test that waits in vain ends: a busy machine takes long for everything.</summary>
    public const float Milliseconds = 120_000;

    private static readonly string Root = Up(AppContext.BaseDirectory);

    private readonly string file = Path.Combine(Directory.CreateTempSubdirectory("chatconnector-").FullName, "try.db");
    private readonly HeldPort port = new();
    private readonly HttpClient http = new();
    private readonly ConcurrentQueue<string> said = new();
    private IPlaywright? playwright;
    private IBrowser? browser;
    private Process? process;

    /// <summary>Where screenshots are put, to be looked at.</summary>
    public static string Screenshots { get; } = Directory.CreateDirectory(Path.Combine(Root, "artifacts", "screenshots")).FullName;

    private string Address => $"http://127.0.0.1:{port.Number}";

    public async Task InitializeAsync()
    {
        // Without a browser every test here is skipped; under CI launching it fails and says why.
        if (Chromium.Path is null && !Chromium.IsWanted)
            return;
        Assertions.SetDefaultExpectTimeout(Milliseconds);
        playwright = await Playwright.CreateAsync();
        browser = await Chromium.LaunchAsync(playwright);
        await StartAsync();
    }

    /// <summary>Begins with the sample company, as the first visit does.</summary>
    public async Task StartOverAsync(string kind = "sample") => (await http.PostAsJsonAsync(new Uri(Address + "/try/organization"), new { kind })).EnsureSuccessStatusCode();

    public async Task<Visitor> OpenAsync(string who, string? place = null, int width = 1320, int height = 860, bool dark = false)
    {
        var visitor = await VisitAsync($"/?as={who}" + (place is null ? "" : $"&in={place}"), width, height, dark);
        await visitor.Page.Locator("body[data-ready]").WaitForAsync();
        return visitor;
    }

    public async Task<Visitor> VisitAsync(string path, int width = 1320, int height = 860, bool dark = false, string? zone = null)
    {
        var context = await browser!.NewContextAsync(new()
        {
            ViewportSize = new() { Width = width, Height = height },
            ColorScheme = dark ? ColorScheme.Dark : ColorScheme.Light,
            ReducedMotion = ReducedMotion.Reduce,
            TimezoneId = zone,
        });
        context.SetDefaultTimeout(Milliseconds);
        var visitor = new Visitor(await context.NewPageAsync());
        await visitor.Page.GotoAsync(Address + path);
        return visitor;
    }

    public async Task StartAsync()
    {
        var host = Path.Combine(Root, "src", "ChatConnector.Host");
        var start = new ProcessStartInfo("dotnet", [Path.Combine(host, AppContext.BaseDirectory[AppContext.BaseDirectory.IndexOf("bin", StringComparison.Ordinal)..], "ChatConnector.Host.dll"), "--urls", Address, "--Storage:Path", file])
        {
            WorkingDirectory = host,
            RedirectStandardOutput = true,
        };
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Development";
        process = Process.Start(start)!;
        process.OutputDataReceived += (_, line) => said.Enqueue(line.Data ?? "");
        process.BeginOutputReadLine();
        var began = TimeProvider.System.GetTimestamp();
        while (!await IsReadyAsync())
        {
            Assert.True(!process.HasExited && TimeProvider.System.GetElapsedTime(began).TotalMilliseconds < Milliseconds, "The host did not start.");
            await Task.Delay(50);
        }
    }

    /// <summary>As a crash would.</summary>
    public async Task KillAsync()
    {
        process!.Kill();
        await process.WaitForExitAsync();
    }

    public async Task DisposeAsync()
    {
        await File.WriteAllLinesAsync(Path.Combine(Screenshots, $"host-{Path.GetFileName(Path.GetDirectoryName(file))}.log"), said);
        if (process is { HasExited: false })
            await KillAsync();
        if (browser is not null)
            await browser.DisposeAsync();
        playwright?.Dispose();
        http.Dispose();
        port.Dispose();
        Directory.Delete(Path.GetDirectoryName(file)!, recursive: true);
    }

    private async Task<bool> IsReadyAsync()
    {
        try
        {
            using var answer = await http.GetAsync(new Uri(Address + "/health/ready"));
            return answer.StatusCode == HttpStatusCode.OK;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private static string Up(string from) =>
        File.Exists(Path.Combine(from, "ChatConnector.sln")) ? from : Up(Path.GetDirectoryName(from) ?? throw new DirectoryNotFoundException("No ChatConnector.sln above the tests."));
}
