using System.Net;
using ChatConnector.Host.Settings;
using ChatConnector.Slack.Installing;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Hosting;

namespace ChatConnector.Tests.Host;

/// <summary>What must be set for Slack, and what is refused before anything starts.</summary>
public class SlackSettingsTests
{
    private static readonly string[] Whole = ["SigningSecret=s3cret", "ClientId=1.2", "ClientSecret=c"];

    [Theory]
    [InlineData("SigningSecret=s3cret BotToken=xoxb-1")]
    [InlineData("SigningSecret=old,new BotToken=xoxb-1 ApiBaseUrl=https://slack.com/api/")]
    [InlineData("AppToken=xapp-1 BotToken=xoxb-1")]
    [InlineData("AppToken=xapp-1 SigningSecret=s3cret BotToken=xoxb-1 Connections=10")]
    [InlineData("SigningSecret=s3cret ClientId=1.2 ClientSecret=c")]
    [InlineData("SigningSecret=s3cret ClientId=1.2 ClientSecret=c AuthorizeUrl=https://acme.slack.com/oauth/v2/authorize")]
    public void One_workspace_by_its_token_or_several_that_install_it_themselves_will_do(string settings) => Assert.Empty(Problems("Production", settings.Split(' ')));

    [Theory]
    [InlineData("SigningSecret", "BotToken=xoxb-1")]
    [InlineData("SigningSecret", "SigningSecret=, BotToken=xoxb-1")]
    [InlineData("BotToken", "SigningSecret=s3cret")]
    [InlineData("BotToken", "AppToken=xapp-1")]
    [InlineData("AppToken", "AppToken=xoxb-1 BotToken=xoxb-1")]
    [InlineData("Connections", "AppToken=xapp-1 BotToken=xoxb-1 Connections=11")]
    [InlineData("BotToken", "SigningSecret=s3cret BotToken=xoxp-1")]
    [InlineData("BotToken", "SigningSecret=s3cret BotToken=xoxb-1 ClientId=1.2 ClientSecret=c")]
    [InlineData("ClientSecret", "SigningSecret=s3cret ClientId=1.2")]
    [InlineData("ClientId", "SigningSecret=s3cret ClientSecret=c")]
    [InlineData("ClientID2", "SigningSecret=s3cret BotToken=xoxb-1 ClientID2=1.2")]
    public void What_is_missing_contradicts_or_means_nothing_is_named(string key, string settings) =>
        Assert.Equal(["Slack:" + key], Problems("Production", settings.Split(' ')).Select(p => p.Key));

    [Theory]
    [InlineData("http://slack.com/")]
    [InlineData("https://slack.com.evil.example/")]
    [InlineData("https://evilslack.com/")]
    [InlineData("https://me@slack.com/")]
    [InlineData("http://localhost:4003/")]
    [InlineData("slack.com/")]
    public void Tokens_and_people_go_to_Slack_alone_except_on_somebodys_own_machine(string address)
    {
        foreach (var key in (string[])["ApiBaseUrl", "AuthorizeUrl"])
        {
            Assert.Equal(["Slack:" + key], Problems("Production", [.. Whole, $"{key}={address}"]).Select(p => p.Key));
            Assert.Equal(address == "slack.com/" ? 1 : 0, Problems("Development", [.. Whole, $"{key}={address}"]).Count);
        }
    }

    [Fact]
    public async Task A_process_with_a_client_id_sends_people_to_Slack_for_everything_Connector_needs()
    {
        using var host = new HostProcess();
        await host.StartAsync(
            "--environment", "Production", "--Slack:SigningSecret", "s3cret", "--Slack:ClientId", "1.2", "--Slack:ClientSecret", "c", "--Slack:Keys", host.Keys);
        using var client = ChatConnector.Slack.Calling.SlackWire.Connect(host.Address);
        using var begun = await client.GetAsync(new Uri("/slack/install", UriKind.Relative));
        Assert.Equal(HttpStatusCode.Found, begun.StatusCode);
        Assert.Equal("https://slack.com/oauth/v2/authorize", begun.Headers.Location!.GetLeftPart(UriPartial.Path));
        Assert.Equal(string.Join(',', Scopes.Bot), QueryHelpers.ParseQuery(begun.Headers.Location.Query)["scope"]);
        using var back = await client.GetAsync(new Uri("/slack/oauth?code=1&state=2", UriKind.Relative));
        Assert.Equal(HttpStatusCode.BadRequest, back.StatusCode);
    }

    private static IReadOnlyList<Problem> Problems(string environment, IEnumerable<string> settings)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([
            new("Storage:Path", "chat.db"), .. settings.Select(s => s.Split('=', 2)).Select(s => KeyValuePair.Create<string, string?>("Slack:" + s[0], s[1]))]).Build();
        try
        {
            HostSettings.Read(configuration, new Surrounding(environment));
            return [];
        }
        catch (BadSettingsException bad)
        {
            return bad.Problems;
        }
    }

    private sealed class Surrounding(string environment) : IHostEnvironment
    {
        public string EnvironmentName { get; set; } = environment;

        public string ApplicationName { get; set; } = "ChatConnector";

        public string ContentRootPath { get; set; } = Path.GetTempPath();

        public IFileProvider ContentRootFileProvider { get; set; } = new NullFileProvider();
    }
}
