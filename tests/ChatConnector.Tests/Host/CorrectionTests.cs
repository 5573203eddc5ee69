using System.Net;
using System.Text.Json;

namespace ChatConnector.Tests.Host;

/// <summary>People change and delete what they typed, and what they asked for follows.</summary>
public class CorrectionTests
{
    private const string Data = "channel:data";

    [Fact]
    public async Task An_ask_follows_the_message_it_came_from()
    {
        await using var host = await TryItHost.WithCompanyAsync();
        using var priya = host.OpenAs("priya");
        await priya.Say("I need help with a slow Postgres query");
        await priya.Button("Ask these");
        var line = await MineAsync(priya, priya.Private, "a slow Postgres query");

        Assert.Equal(HttpStatusCode.Accepted, (await priya.Rewrite(line, "I need help with accessible colours")).Status);
        await Eventually.Is(async () => (await priya.Reads()).Contains("Got it – you're looking for help with accessible colours.", StringComparison.Ordinal));
        Assert.Equal("I need help with accessible colours", (await AtAsync(priya, priya.Private, line))!.Value.GetProperty("text").GetString());
        Assert.True((await AtAsync(priya, priya.Private, line))!.Value.GetProperty("edited").GetBoolean());

        Assert.Equal(HttpStatusCode.Accepted, (await priya.TakeBack(line)).Status);
        await Eventually.Is(async () => (await priya.Reads()).Contains("Withdrawn: accessible colours.", StringComparison.Ordinal));
        Assert.Null(await AtAsync(priya, priya.Private, line));
    }

    [Fact]
    public async Task Deleted_in_a_channel_it_is_gone_for_everybody_with_its_card()
    {
        await using var host = await TryItHost.WithCompanyAsync();
        using var priya = host.OpenAs("priya");
        using var ana = host.OpenAs("ana");
        await priya.Say("<@connector> I need help with a slow Postgres query", Data);
        await ana.Button("I can help", Data);
        var line = await MineAsync(priya, Data, "a slow Postgres query");
        var id = Window.NewId();

        Assert.All(
            await Task.WhenAll(priya.TakeBack(line, Data, id), priya.TakeBack(line, Data, id)),
            answer => Assert.True(answer.Status is HttpStatusCode.Accepted or HttpStatusCode.NotFound));
        await Eventually.Is(async () => !(await ana.Reads(Data)).Contains("slow Postgres query", StringComparison.Ordinal));
        Assert.Equal(HttpStatusCode.NotFound, (await priya.Rewrite(line, "<@connector> I need help with Kafka", Data)).Status);
    }

    [Fact]
    public async Task Words_between_people_are_changed_among_themselves()
    {
        await using var host = await TryItHost.WithCompanyAsync();
        using var priya = host.OpenAs("priya");
        using var ana = host.OpenAs("ana");
        await priya.Say("Who knows about Lunch?", Data);
        var line = await MineAsync(priya, Data, "Lunch");
        await priya.Rewrite(line, "<@connector> who knows about Postgres?", Data);
        Assert.Contains("who knows about Postgres?", await ana.Reads(Data), StringComparison.Ordinal);
        await priya.Say("hello");
        await priya.Button("My asks");
        Assert.DoesNotContain("Got it", await priya.Reads(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_changes_what_another_wrote()
    {
        await using var host = await TryItHost.WithCompanyAsync();
        using var priya = host.OpenAs("priya");
        using var ana = host.OpenAs("ana");
        await priya.Say("Lunch?", Data);
        var line = await MineAsync(priya, Data, "Lunch");
        Assert.Equal(HttpStatusCode.NotFound, (await ana.Rewrite(line, "Dinner?", Data)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await ana.TakeBack(line, Data)).Status);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await priya.Rewrite(line, " ", Data)).Status);
        Assert.Contains("Lunch?", await ana.Reads(Data), StringComparison.Ordinal);
    }

    private static async Task<long> MineAsync(Window window, string talk, string words) => (await window.Lines(talk))
        .Last(l => l.TryGetProperty("text", out var text) && text.GetString()!.Contains(words, StringComparison.Ordinal)).GetProperty("number").GetInt64();

    private static async Task<JsonElement?> AtAsync(Window window, string talk, long number)
    {
        var found = (await window.Lines(talk)).Where(l => l.GetProperty("number").GetInt64() == number).ToList();
        return found.Count == 0 ? null : found[0];
    }
}
