using System.Net;
using ChatConnector.Runtime.Ports;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace ChatConnector.Tests.Host;

/// <summary>The real host on a database file of its own, answering in memory.</summary>
public sealed class TryItHost(string file, string environment = "Development", IPAddress? from = null, params (string Key, string Value)[] settings)
    : WebApplicationFactory<Program>
{
    /// <summary>A host on an empty file.</summary>
    public static TryItHost Fresh(string environment = "Development", IPAddress? from = null) => new(NewFile(), environment, from);

    public static string NewFile() => Path.Combine(System.IO.Directory.CreateTempSubdirectory("chatconnector-").FullName, "try.db");

    /// <summary>The same file in a new process's place.</summary>
    public async Task<TryItHost> RestartAsync()
    {
        await CloseAsync();
        return new TryItHost(file, environment, from, settings);
    }

    // The program disposes of itself once it has stopped, on a thread of its own; only the file tells when it is done.
    private async Task CloseAsync()
    {
        await DisposeAsync();
        await Eventually.Is(() => !File.Exists(file + "-wal"));
    }

    /// <summary>The host with its sample company, as the first visit sets it up. It is set up once and copied.</summary>
    public static async Task<TryItHost> WithCompanyAsync()
    {
        var file = NewFile();
        foreach (var part in System.IO.Directory.GetFiles(Path.GetDirectoryName(await Company.Value)!))
            File.Copy(part, Path.Combine(Path.GetDirectoryName(file)!, Path.GetFileName(part)));
        return new TryItHost(file);
    }

    private static readonly Lazy<Task<string>> Company = new(async () =>
    {
        var file = NewFile();
        var host = new TryItHost(file);
        await host.FoundAsync("sample");
        await host.CloseAsync();
        return file;
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
        builder.UseEnvironment(environment).UseSetting("Storage:Path", file).UseSetting("Health:DrainSeconds", "0");
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
