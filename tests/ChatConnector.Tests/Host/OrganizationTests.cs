using System.Net;
using ChatConnector.Host.TryIt.Organizations;
using ChatConnector.Runtime.Ports;
using Microsoft.Extensions.DependencyInjection;

namespace ChatConnector.Tests.Host;

/// <summary>The sample company, one's own, and starting over.</summary>
public class OrganizationTests
{
    [Fact]
    public async Task The_sample_is_twelve_people_in_four_teams_and_three_time_zones()
    {
        await using var host = await TryItHost.WithCompanyAsync();
        using var priya = host.OpenAs("priya");
        var people = (await priya.State()).GetProperty("people").EnumerateArray().ToList();
        Assert.Equal(12, people.Count);
        Assert.Equal(4, people.Select(p => p.GetProperty("team").GetString()).Distinct().Count());
        Assert.Equal(3, people.Select(p => p.GetProperty("zone").GetString()).Distinct().Count());
    }

    [Fact]
    public async Task Its_story_begins_in_working_hours_with_nothing_unread()
    {
        await using var host = await TryItHost.WithCompanyAsync();
        using var priya = host.OpenAs("priya");
        var state = await priya.State();
        var zone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Zurich");
        var local = TimeZoneInfo.ConvertTime(state.GetProperty("clock").GetProperty("now").GetDateTimeOffset(), zone);
        Assert.DoesNotContain(local.DayOfWeek, (DayOfWeek[])[DayOfWeek.Saturday, DayOfWeek.Sunday]);
        Assert.InRange(local.Hour, 10, 14);
        Assert.All(state.GetProperty("talks").EnumerateArray(), t => Assert.Equal(0, t.GetProperty("unread").GetInt32()));
    }

    [Fact]
    public async Task Its_past_gives_reasons()
    {
        await using var host = await TryItHost.WithCompanyAsync();
        using var grace = host.OpenAs("grace");
        await grace.Say("I need help with planning a rollback for a billing release");
        await grace.Button("Ask these");
        Assert.Contains("Bo Lindqvist", await grace.Reads(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Starting_empty_the_first_teammate_looks_after_the_settings()
    {
        await using var host = TryItHost.Fresh();
        await host.FoundAsync("empty");
        using var anybody = host.OpenAs("zoe");
        Assert.True((await anybody.PostAsync("people", new { name = "Zoe Ng", zone = "Asia/Tokyo" })).Json.GetProperty("admin").GetBoolean());
        var second = (await anybody.PostAsync("people", new { name = "Zoe Other", title = "Baker" })).Json;
        Assert.Equal(("zoe2", false), (second.GetProperty("id").GetString(), second.GetProperty("admin").GetBoolean()));
        await anybody.Say("hello");
        await anybody.Button("Ask for a hand");
    }

    [Fact]
    public async Task Starting_over_forgets_everything_and_tells_open_windows()
    {
        await using var host = await TryItHost.WithCompanyAsync();
        using var priya = host.OpenAs("priya");
        await priya.Say("I need help with an unforgettable secret");
        await priya.Button("Withdraw");
        var old = (await priya.State()).GetProperty("organization").GetProperty("id").GetString()!;
        var over = priya.Hears((await priya.State()).GetProperty("last").GetInt64(), 100, old);
        await host.FoundAsync("sample");

        Assert.Contains(await over, h => h.Kind == "over");
        Assert.DoesNotContain("unforgettable", await priya.Reads(), StringComparison.Ordinal);
        var store = host.Services.GetRequiredService<IStore>();
        await Eventually.Is(async () => !(await store.PartitionsAsync(CancellationToken.None)).Any(p => p.Contains(old, StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_window_that_was_away_while_somebody_started_over_learns_it_too()
    {
        await using var host = await TryItHost.WithCompanyAsync();
        using var priya = host.OpenAs("priya");
        var old = (await priya.State()).GetProperty("organization").GetProperty("id").GetString()!;
        await host.FoundAsync("empty");
        Assert.Equal("over", Assert.Single(await priya.Hears(1, 100, old)).Kind);
    }

    [Fact]
    public async Task Before_the_first_choice_the_page_leads_to_it()
    {
        await using var host = TryItHost.Fresh();
        using var browser = host.CreateClient(new() { AllowAutoRedirect = false });
        using var answer = await browser.GetAsync(new Uri("/", UriKind.Relative));
        Assert.Equal("/welcome", answer.Headers.Location?.OriginalString);
        using var window = host.OpenAs("priya");
        Assert.Equal(HttpStatusCode.Conflict, (await window.Say("hello")).Status);
    }

    [Theory]
    [InlineData("Priya Nair", "priya")]
    [InlineData("Æther Öst", "ther")]
    [InlineData("王小明", "teammate")]
    [InlineData("Connector Jones", "connector2")]
    [InlineData("<script>alert(1)</script>", "scriptalert1script")]
    public void An_id_is_made_of_plain_letters(string name, string id) => Assert.Equal(id, Guide.IdFor(name, []));
}
