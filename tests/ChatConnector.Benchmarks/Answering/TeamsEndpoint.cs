using ChatConnector.Runtime;
using ChatConnector.Runtime.Receiving;
using ChatConnector.Storage;
using ChatConnector.Teams;
using ChatConnector.Teams.Receiving;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace ChatConnector.Benchmarks.Answering;

/// <summary>Connector's address for Teams on a database file, in a process of its own. What is accepted waits, so that only accepting is measured.</summary>
internal static class TeamsEndpoint
{
    public static async Task RunAsync(string port, string file, Uri cloud)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls($"http://127.0.0.1:{port}");
        builder.Services.AddSqliteStorage(file).AddConversation().AddTeams(new TeamsSettings(Cloud.AppId, Cloud.Tenant)
        {
            Secret = new BotSecret.Password("none"),
            TokenUrl = new Uri(cloud, "token"),
            OpenIdMetadata = new Uri(cloud, "metadata"),
            MoreHosts = ["127.0.0.1"],
        });
        var app = builder.Build();
        app.MapTeams();
        await app.StartAsync();
        await app.Services.GetRequiredService<Pump>().StopAsync(default);
        await app.WaitForShutdownAsync();
    }
}
