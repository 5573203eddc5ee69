using ChatConnector.Host.Settings;
using ChatConnector.Slack;
using ChatConnector.Tests.Slack;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Hosting;

namespace ChatConnector.Tests.Host;

/// <summary>What of Slack's settings is taken, and what is said about the rest.</summary>
public class SlackSettingsTests
{
    private static readonly (string, string) Secret = ("Slack:SigningSecret", "8f742231b10e8888abcd99yyyzzz85a5");
    private static readonly (string, string) Token = ("Slack:BotToken", "xoxb-1-2-3");

    [Fact]
    public void Without_settings_of_Slack_Connector_is_not_in_Slack() => Assert.Null(Read("Production").Slack);

    [Fact]
    public void A_secret_and_a_token_are_enough()
    {
        var settings = Read("Production", Secret, Token);
        Assert.Equal("xoxb-1-2-3", settings.Slack!.BotToken);
        Assert.Equal(SlackSettings.SlackApi, settings.Slack.ApiBaseUrl);
        Assert.DoesNotContain("xoxb", $"{settings}", StringComparison.Ordinal);
    }

    [Fact]
    public void While_a_secret_is_replaced_both_are_taken()
    {
        var secrets = Read("Production", ("Slack:SigningSecret", "old, new"), Token).Slack!.SigningSecrets;
        foreach (var secret in (string[])["old", "new"])
            Assert.True(secrets.Accept("100", "{}"u8, SignedClient.Sign(secret, "100", "{}"u8), 100));
        Assert.False(secrets.Accept("100", "{}"u8, SignedClient.Sign("older", "100", "{}"u8), 100));
    }

    [Theory]
    [InlineData("Slack:SigningSecret", " , ")]
    [InlineData("Slack:BotToken", "")]
    [InlineData("Slack:BotToken", "xapp-1")]
    [InlineData("Slack:ApiBaseUrl", "slack.com")]
    [InlineData("Slack:ApiBaseUrl", "http://slack.com/api/")]
    [InlineData("Slack:ApiBaseUrl", "https://slack.com.evil.example/api/")]
    [InlineData("Slack:ApiBaseUrl", "https://evilslack.com/api/")]
    [InlineData("Slack:ApiBaseUrl", "https://slack.com@evil.example/api/")]
    [InlineData("Slack:ApiBaseUrl", "https://slack.com/api")]
    [InlineData("Slack:Token", "xoxb-1")]
    [InlineData("Storage:Keys", "data")]
    [InlineData("Storage:Keys", "data/keys")]
    [InlineData("Storage:Keys", "/proc/keys")]
    public void A_wrong_setting_is_named(string key, string value)
    {
        var bad = Assert.Throws<BadSettingsException>(() => Read("Production", Secret, Token, (key, value)));
        Assert.Equal(key, Assert.Single(bad.Problems).Key);
    }

    [Fact]
    public void In_Development_any_address_may_stand_for_Slack() =>
        Assert.Equal(new Uri("http://localhost:9000/api/"), Read("Development", Secret, Token, ("Slack:ApiBaseUrl", "http://localhost:9000/api/")).Slack!.ApiBaseUrl);

    [Fact]
    public void A_token_without_a_secret_does_not_start() =>
        Assert.Equal("Slack:SigningSecret", Assert.Single(Assert.Throws<BadSettingsException>(() => Read("Production", Token)).Problems).Key);

    private static HostSettings Read(string environment, params (string Key, string Value)[] settings)
    {
        var root = System.IO.Directory.CreateTempSubdirectory("chatconnector-").FullName;
        var configuration = new ConfigurationManager();
        foreach (var (key, value) in settings)
            configuration[key] = value;
        return HostSettings.Read(configuration, new Somewhere(environment, root));
    }

    private sealed class Somewhere(string name, string root) : IHostEnvironment
    {
        public string EnvironmentName { get; set; } = name;

        public string ApplicationName { get; set; } = "ChatConnector";

        public string ContentRootPath { get; set; } = root;

        public IFileProvider ContentRootFileProvider { get; set; } = new NullFileProvider();
    }
}
