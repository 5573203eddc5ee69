using System.Net;
using System.Text.Json;
using ChatConnector.Host.Health;
using ChatConnector.Runtime.Ports;
using ChatConnector.Storage.Memory;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace ChatConnector.Tests.Host;

public class HealthTests
{
    [Theory]
    [InlineData("Development")]
    [InlineData("Production")]
    public async Task A_process_that_can_work_says_so(string environment)
    {
        await using var host = TryItHost.Fresh(environment);
        Assert.Equal(HttpStatusCode.OK, (await AskAsync(host, "/health/live")).Status);
        var ready = await AskAsync(host, "/health/ready");
        Assert.Equal(HttpStatusCode.OK, ready.Status);
        Assert.Equal("ready", ready.Json.GetProperty("status").GetString());
        Assert.All(ready.Json.GetProperty("checks").EnumerateObject(), check => Assert.Equal("ok", check.Value.GetString()));
    }

    [Fact]
    public async Task A_process_whose_store_takes_nothing_is_alive_but_not_ready()
    {
        await using var whole = TryItHost.Fresh();
        await using var host = whole.WithWebHostBuilder(b => b.ConfigureServices(s => s.AddSingleton<IStore>(new Full())));
        Assert.Equal(HttpStatusCode.OK, (await AskAsync(host, "/health/live")).Status);
        var ready = await AskAsync(host, "/health/ready");
        Assert.Equal(HttpStatusCode.ServiceUnavailable, ready.Status);
        Assert.Equal(["storeWrite"], Failing(ready.Json));
    }

    [Fact]
    public async Task A_process_that_was_told_to_stop_is_not_ready_any_more()
    {
        await using var host = TryItHost.Fresh();
        host.CreateClient();
        await host.Services.GetRequiredService<Draining>().StoppingAsync(CancellationToken.None);
        Assert.Equal(["staying"], Failing((await AskAsync(host, "/health/ready")).Json));
        Assert.Equal(HttpStatusCode.OK, (await AskAsync(host, "/health/live")).Status);
    }

    private static IEnumerable<string> Failing(JsonElement ready) =>
        ready.GetProperty("checks").EnumerateObject().Where(c => c.Value.GetString() != "ok").Select(c => c.Name);

    private static async Task<Answer> AskAsync(WebApplicationFactory<Program> host, string path) =>
        await Answer.OfAsync(await host.CreateClient().GetAsync(new Uri(path, UriKind.Relative)));

    /// <summary>A store whose disk is full: it reads and takes nothing.</summary>
    private sealed class Full : IStore
    {
        private readonly MemoryStore inner = new();

        public Task<IReadOnlyList<StoredRow>> ReadAsync(string partition, IReadOnlyCollection<string> keys, CancellationToken cancellation) =>
            inner.ReadAsync(partition, keys, cancellation);

        public Task<IReadOnlyList<StoredRow>> ScanAsync(string partition, string from, string before, int most, CancellationToken cancellation) =>
            inner.ScanAsync(partition, from, before, most, cancellation);

        public Task<IReadOnlyList<string>> PartitionsAsync(CancellationToken cancellation) => inner.PartitionsAsync(cancellation);

        public Task<bool> CommitAsync(string partition, IReadOnlyList<RowChange> changes, CancellationToken cancellation) => throw new StorageException("The disk is full.");
    }
}
