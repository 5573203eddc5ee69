using System.Diagnostics;
using System.Text.Json;
using System.Threading.Channels;

namespace ChatConnector.Tests.Slack.Peers;

/// <summary>One of the programs in <c>tests/peers</c>, made of Slack's own libraries. It ends when this does, or when our process does.</summary>
internal sealed class Peer : IDisposable
{
    public const string HowToGetIt = "Slack's own libraries were not found. Install Node 20 or later, then run \"npm ci\" in tests/peers.";
    public const string Secret = "8f742231b10e8888abcd99yyyzzz85a5";

    private static readonly string Folder = Path.Combine(Repository.Root, "tests", "peers");

    private readonly Channel<JsonElement> said = Channel.CreateUnbounded<JsonElement>();
    private readonly Process process;

    private Peer(Process process)
    {
        this.process = process;
        process.OutputDataReceived += (_, line) =>
        {
            if (line.Data is null)
                said.Writer.Complete();
            else
                said.Writer.TryWrite(JsonElement.Parse(line.Data));
        };
        process.BeginOutputReadLine();
    }

    public static bool IsInstalled => Node.HasInstalled(Folder);

    /// <summary>Where it listens.</summary>
    public Uri Address { get; private set; } = null!;

    /// <summary>Returns when it is ready.</summary>
    public static async Task<Peer> StartAsync(string program, params IEnumerable<string> arguments)
    {
        Assert.True(IsInstalled, HowToGetIt);
        var start = new ProcessStartInfo(Node.Program!, [program, .. arguments]) { WorkingDirectory = Folder, RedirectStandardInput = true, RedirectStandardOutput = true };
        start.Environment["SLACK_SIGNING_SECRET"] = Secret;
        var peer = new Peer(Process.Start(start)!);
        peer.Address = new Uri($"http://127.0.0.1:{(await peer.SaysAsync()).GetProperty("port").GetInt32()}");
        return peer;
    }

    /// <summary>The next thing it says.</summary>
    public async Task<JsonElement> SaysAsync() => await said.Reader.ReadAsync().AsTask().WaitAsync(Eventually.Limit);

    public void Dispose()
    {
        process.Kill(entireProcessTree: true);
        process.Dispose();
    }
}
