using System.Collections.Concurrent;
using System.Net;
using System.Text.Json;

namespace ChatConnector.Tests.Host;

/// <summary>A real process, killed again and again while people talk to it: what was accepted is answered, and answered once.</summary>
public sealed class KillTests : IDisposable
{
    private const int Kills = 50;

    private static readonly string[] People = ["priya", "bo", "tom", "ana"];

    private readonly ConcurrentDictionary<string, bool> accepted = new();
    private readonly HostProcess host = new();

    [Fact]
    public async Task Whatever_was_accepted_before_a_kill_is_answered_once()
    {
        var luck = new Random(50);
        await host.StartAsync();
        using var founder = host.OpenAs("priya");
        await founder.PostAsync("organization", new { kind = "sample" });
        var atFirst = new Dictionary<string, int>();
        foreach (var who in People)
            atFirst[who] = (await CardsAsync(who)).Count;

        for (var kill = 0; kill < Kills; kill++)
        {
            var enough = accepted.Count + luck.Next(1, 40);
            var talking = People.Select(who => TalkAsync(who)).ToList();
            await Eventually.Is(() => accepted.Count >= enough);
            await host.KillAsync();
            await Task.WhenAll(talking);
            await host.StartAsync();
        }

        // What the last one held in its hands is worked on by the next when its leases have run out.
        await founder.MoveClock("hour");
        foreach (var who in People)
            await CheckAsync(who, atFirst[who]);
    }

    public void Dispose() => host.Dispose();

    /// <summary>Says one thing after another until nobody answers; the id of what was accepted is in the words.</summary>
    private async Task TalkAsync(string who)
    {
        using var window = host.OpenAs(who);
        try
        {
            while (true)
            {
                var id = Window.NewId();
                if ((await window.Say("help", id: id)).Status == HttpStatusCode.Accepted)
                    accepted[$"{who}/{id}"] = true;
            }
        }
        catch (HttpRequestException)
        {
            // The process is gone.
        }
    }

    /// <summary>One answer for everything accepted; what was said and not accepted may be answered too, but no more than once.</summary>
    private async Task CheckAsync(string who, int atFirst)
    {
        var mine = accepted.Keys.Count(k => k.StartsWith(who + "/", StringComparison.Ordinal));
        Assert.True(mine > 0, $"{who} was never heard, so nothing was shown.");
        await Eventually.Is(async () => (await CardsAsync(who)).Count - atFirst >= mine);
        var said = (await LinesAsync(who)).Count(l => l.TryGetProperty("text", out _));
        Assert.InRange((await CardsAsync(who)).Count - atFirst, mine, said);
    }

    private async Task<IReadOnlyList<JsonElement>> CardsAsync(string who) =>
        [.. (await LinesAsync(who)).Where(l => l.TryGetProperty("card", out _))];

    private async Task<IReadOnlyList<JsonElement>> LinesAsync(string who)
    {
        using var window = host.OpenAs(who);
        var lines = new List<JsonElement>();
        for (IReadOnlyList<JsonElement> page = await window.Lines(); page.Count > 0;)
        {
            lines.AddRange(page);
            var first = page[0].GetProperty("number").GetInt64();
            page = [.. (await window.GetAsync($"lines?as={who}&talk={Uri.EscapeDataString(window.Private)}&before={first}")).Json.GetProperty("lines").EnumerateArray()];
        }
        return lines;
    }
}
