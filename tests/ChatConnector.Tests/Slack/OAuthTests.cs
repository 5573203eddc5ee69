using System.Net;
using ChatConnector.Runtime.Ports;
using ChatConnector.Slack.Installing;
using ChatConnector.Storage.Memory;
using Microsoft.AspNetCore.WebUtilities;

namespace ChatConnector.Tests.Slack;

/// <summary>How workspaces let Connector in, through the very addresses their people's browsers visit.</summary>
public sealed class OAuthTests : SlackHostTests
{
    private readonly Browser browser = new();

    [Fact]
    public async Task Whoever_installs_it_is_told_so_and_introduced_to_it_once()
    {
        var page = await Host.InstallAsync(new SlackVisitor("T1", "UADA"));
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Contains("app_redirect?app=A0CONNECTOR&amp;team=T1", page.Html, StringComparison.Ordinal);
        await Eventually.Is(() => Slack.Messages.Count == 1);
        Assert.Equal(("T1", "DUADA"), (Slack.Messages[0].Workspace, Slack.Messages[0].Channel));

        Assert.Equal(HttpStatusCode.OK, (await Host.InstallAsync(new SlackVisitor("T1", "UADA"))).Status);
        await Host.HearAsync("/slack/events", Words("T1", "UADA", "help"));
        await Eventually.Is(() => Slack.Messages.Count == 2);
        Assert.DoesNotContain("introduc", Slack.Messages[1].Said["text"]!.ToString(), StringComparison.OrdinalIgnoreCase);
        Assert.Empty(Slack.Complaints);
    }

    [Fact]
    public async Task Several_workspaces_are_each_answered_with_their_own_token()
    {
        await Host.InstallAsync(new SlackVisitor("T1", "UADA"));
        await Host.InstallAsync(new SlackVisitor("T2", "UBEN"));
        await Host.HearAsync("/slack/events", Words("T2", "UZOE", "hello"));
        await Eventually.Is(() => Slack.Messages.Any(m => m.Channel == "DUZOE"));
        Assert.All(Slack.Messages, m => Assert.Equal(m.Channel is "DUADA" ? "T1" : "T2", m.Workspace));
        Assert.NotEqual((await FindAsync("T1"))!.Token, (await FindAsync("T2"))!.Token);
    }

    [Fact]
    public async Task A_whole_organization_is_one_install_whose_workspaces_are_chosen_next()
    {
        var page = await Host.InstallAsync(new SlackVisitor("E1", "WADA", IsEnterprise: true));
        Assert.Contains("https://app.slack.com/manage/E1/integrations/profile/A0CONNECTOR/workspaces/add", page.Html, StringComparison.Ordinal);
        Assert.True((await FindAsync("E1"))!.Install.IsEnterprise);
        await Host.HearAsync("/slack/commands", "command=%2Fconnector&text=help&team_id=T7&enterprise_id=E1&is_enterprise_install=true&user_id=WZOE&channel_id=C1&trigger_id=1.2");
        await Eventually.Is(() => Slack.Messages.Any(m => m.Said.ToJsonString().Contains("WZOE", StringComparison.Ordinal) || m.OnlyFor == "WZOE" || m.Channel == "DWZOE"));
    }

    [Fact]
    public async Task Slack_is_asked_for_exactly_what_is_needed_and_the_browser_keeps_a_secret_only_it_can_send()
    {
        var begun = await Host.VisitAsync("/slack/install", browser);
        var asked = QueryHelpers.ParseQuery(begun.Location!.Query);
        Assert.Equal(Slack.AuthorizeAddress, new Uri(begun.Location.GetLeftPart(UriPartial.Path)));
        Assert.Equal(["client_id", "scope", "state"], asked.Keys.Order());
        Assert.Equal(string.Join(',', Scopes.Bot), asked["scope"]);
        var cookie = Assert.Single(begun.Cookies);
        Assert.StartsWith("__Host-", cookie, StringComparison.Ordinal);
        Assert.All((string[])["secure", "samesite=lax", "httponly", "path=/", "max-age=600"], part => Assert.Contains(part, cookie.ToLowerInvariant().Split("; ")));
        Assert.DoesNotContain(cookie.Split(';')[0].Split('=')[1], asked["state"].ToString(), StringComparison.Ordinal);
        Assert.Empty(await Land.Store.PartitionsAsync(default));
    }

    [Fact]
    public async Task On_somebodys_own_machine_the_secret_travels_without_https()
    {
        await using var own = await SlackHost.StartAsync(Slack, Land with { Environment = "Development", Store = new MemoryStore() });
        var cookie = Assert.Single((await own.VisitAsync("/slack/install", browser)).Cookies);
        Assert.DoesNotContain("secure", cookie, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task What_was_finished_once_cannot_be_finished_again_not_even_by_another_process()
    {
        var back = await Host.GoToSlackAsync(browser);
        var cookie = browser.Cookie;
        Assert.Equal(HttpStatusCode.OK, (await Host.VisitAsync(back, browser)).Status);
        Assert.Empty(browser.Cookie);
        await using var other = await SlackHost.StartAsync(Slack, Land);
        browser.Keep([cookie]);
        await IsRefusedAsync(await other.VisitAsync(back, browser));
    }

    [Fact]
    public async Task Only_the_browser_that_began_can_finish()
    {
        var back = await Host.GoToSlackAsync(browser);
        var another = new Browser();
        await IsRefusedAsync(await Host.VisitAsync(back, another));
        await Host.VisitAsync("/slack/install", another);
        await IsRefusedAsync(await Host.VisitAsync(back, another));
    }

    [Fact]
    public async Task After_ten_minutes_it_is_too_late()
    {
        var back = await Host.GoToSlackAsync(browser);
        Land.Time.Advance(TimeSpan.FromMinutes(10));
        await IsRefusedAsync(await Host.VisitAsync(back, browser));
    }

    [Theory]
    [InlineData("")]
    [InlineData("&state=")]
    [InlineData("&state=made-up")]
    [InlineData("{state}{state}")]
    [InlineData("{state}x")]
    public async Task A_state_that_is_missing_or_tampered_with_is_refused(string state)
    {
        var back = await Host.GoToSlackAsync(browser);
        var real = "&state=" + QueryHelpers.ParseQuery(new Uri("http://x" + back).Query)["state"];
        await IsRefusedAsync(await Host.VisitAsync("/slack/oauth?code=code-1" + state.Replace("{state}", real, StringComparison.Ordinal), browser));
    }

    [Fact]
    public async Task Somebody_who_says_no_reads_a_kind_word_and_nothing_is_installed()
    {
        var page = await Host.InstallAsync(new SlackVisitor("T1", "UADA", Agrees: false));
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Contains("Nothing was installed", page.Html, StringComparison.Ordinal);
        Assert.Contains("href=\"/slack/install\"", page.Html, StringComparison.Ordinal);
        Assert.Empty(Slack.Calls);
        Assert.Null(await FindAsync("T1"));
    }

    [Theory]
    [InlineData("cannot_install_an_org_installed_app", 400, "already in your organization")]
    [InlineData("invalid_code", 400, "invalid_code")]
    [InlineData("<script>alert(1)</script>", 400, "unreadable_error")]
    [InlineData("internal_error", 503, "wait a minute")]
    public async Task What_Slack_refuses_is_explained_with_a_next_step(string error, int status, string said)
    {
        Slack.Mishaps = call => call.Method == "oauth.v2.access" ? Mishap.Error(error) : null;
        var page = await Host.InstallAsync(new SlackVisitor("T1", "UADA"));
        Assert.Equal(status, (int)page.Status);
        Assert.Contains(said, page.Html, StringComparison.Ordinal);
        Assert.Contains("<a href=", page.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("script", page.Html, StringComparison.Ordinal);
        Assert.Null(await FindAsync("T1"));
    }

    [Fact]
    public async Task A_page_at_an_address_with_a_code_in_it_is_kept_nowhere_and_tells_nobody()
    {
        var page = await Host.InstallAsync(new SlackVisitor("T1", "UADA"));
        Assert.Equal("no-store", page.Headers.CacheControl!.ToString());
        Assert.Equal(["no-referrer"], page.Headers.GetValues("Referrer-Policy"));
        Assert.StartsWith("default-src 'none';", Assert.Single(page.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Tokens_rest_encrypted_and_used_states_are_forgotten_when_they_are_worth_nothing()
    {
        await Host.InstallAsync(new SlackVisitor("T1", "UADA"));
        Assert.DoesNotContain(await RowsAsync(), row => row.Json.Contains("xox", StringComparison.Ordinal));
        Assert.Contains(await RowsAsync(), row => row.Key.StartsWith("state|", StringComparison.Ordinal));
        await Host.Get<States>().TidyAsync(default);
        Assert.Contains(await RowsAsync(), row => row.Key.StartsWith("state|", StringComparison.Ordinal));
        Land.Time.Advance(TimeSpan.FromMinutes(11));
        await Host.Get<States>().TidyAsync(default);
        Assert.DoesNotContain(await RowsAsync(), row => row.Key.StartsWith("state|", StringComparison.Ordinal));
    }

    private async Task IsRefusedAsync(Page page)
    {
        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
        Assert.Contains("This link no longer works", page.Html, StringComparison.Ordinal);
        // Whoever finished before, nobody else had a code exchanged.
        Assert.InRange(Slack.Calls.Count(c => c.Method == "oauth.v2.access"), 0, (await RowsAsync()).Count(r => r.Key.StartsWith("install|", StringComparison.Ordinal)));
    }

    private Task<Installed?> FindAsync(string workspace) => Host.Get<Installs>().FindAsync(workspace, default);

    private Task<IReadOnlyList<StoredRow>> RowsAsync() => Land.Store.ScanAsync("slack", "", "\uffff", 100, default);

    private static string Words(string team, string user, string text) =>
        $$"""{"type":"event_callback","team_id":"{{team}}","event_id":"Ev{{text}}","event":{"type":"message","channel_type":"im","channel":"D1","user":"{{user}}","team":"{{team}}","text":"{{text}}","ts":"1.1"} }""";
}
