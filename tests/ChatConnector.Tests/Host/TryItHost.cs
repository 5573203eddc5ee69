using System.Net;
using ChatConnector.Runtime.Ports;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace ChatConnector.Tests.Host;

/// <summary>The real host on a database file of its own, answering in memory.</summary>
/// <param name="folder">Where the file lies; gone when the host is.</param>
public sealed class TryItHost(TemporaryFolder folder, string environment = "Development", IPAddress? from = null, params (string Key, string Value)[] settings)
    : WebApplicationFactory<Program>
{
    private bool isHandedOn;

    /// <summary>A host on an empty file.</summary>
    public static TryItHost Fresh(string environment = "Development", IPAddress? from = null) => new(new TemporaryFolder(), environment, from);

    /// <summary>The same file in a new process's place.</summary>
    public async Task<TryItHost> RestartAsync()
    {
        isHandedOn = true;
        await DisposeAsync();
        return new TryItHost(folder, environment, from, settings);
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        // The program disposes of itself once it has stopped, on a thread of its own; only the file tells when it is done.
        await Eventually.Is(() => !File.Exists(folder.Database + "-wal"));
        if (!isHandedOn)
            folder.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>The host with its sample company, as the first visit sets it up. It is set up once and copied.</summary>
    public static async Task<TryItHost> WithCompanyAsync()
    {
        var folder = new TemporaryFolder();
        await File.WriteAllBytesAsync(folder.Database, await Company.Value);
        return new TryItHost(folder);
    }

    private static readonly Lazy<Task<byte[]>> Company = new(async () =>
    {
        var folder = new TemporaryFolder();
        await using var first = new TryItHost(folder);
        await first.FoundAsync("sample");
        // What is written ahead is in the file when the first is closed.
        await using var second = await first.RestartAsync();
        return await File.ReadAllBytesAsync(folder.Database);
    });

    public async Task FoundAsync(string kind)
    {
        using var browser = CreateClient();
        using var answer = await browser.PostAsync("/try/organization", Json.Of(new { kind }));
        answer.EnsureSuccessStatusCode();
    }

    public Window OpenAs(string who) => new(CreateClient(), who);

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment(environment).UseSetting("Storage:Path", folder.Database).UseSetting("Health:DrainSeconds", "0");
        foreach (var (key, value) in settings)
            builder.UseSetting(key, value);
        // In Production some platform must be there; which one does not matter here.
        if (environment != "Development")
            builder.ConfigureServices(services => services.AddSingleton<IChat>(new Deaf()));
        if (from is not null)
            builder.ConfigureServices(services => services.AddSingleton<IStartupFilter>(new ComesFrom(from)));
    }

    private sealed class Deaf : IChat
    {
        public string Platform => "elsewhere";

        public Task<Delivered> DeliverAsync(Delivery delivery, CancellationToken cancellation) => Task.FromResult<Delivered>(new Delivered.Refused("nobody is here"));
    }

    /// <summary>Requests seem to come from this address.</summary>
    private sealed class ComesFrom(IPAddress address) : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            app.Use((context, go) =>
            {
                context.Connection.RemoteIpAddress = address;
                return go(context);
            });
            next(app);
        };
    }
}
