using ChatConnector.Host.Settings;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Hosting.Internal;

namespace ChatConnector.Tests.Host;

/// <summary>What must be set to have a model asked, and what is refused before anything starts.</summary>
public class EmbeddingsSettingsTests
{
    [Fact]
    public void Nothing_set_means_that_no_model_is_asked() => Assert.Null(Read([]).Settings!.Embeddings);

    [Theory]
    [InlineData("Url=https://embeddings.example.com Model=m Key=k")]
    [InlineData("Url=http://localhost:11434 Model=m")]
    [InlineData("Url=http://127.0.0.1:8080/v1/ Model=m AskMilliseconds=500 BatchSeconds=120")]
    public void An_address_and_a_model_will_do(string settings) => Assert.Empty(Read(settings.Split(' ')).Problems);

    [Theory]
    [InlineData("Url", "Model=m")]
    [InlineData("Url", "Url=embeddings.example.com Model=m")]
    [InlineData("Url", "Url=ftp://embeddings.example.com Model=m")]
    [InlineData("Url", "Url=http://embeddings.example.com Model=m")]
    [InlineData("Url", "Url=http://localhost.evil.example Model=m")]
    [InlineData("Url", "Url=https://k3y@embeddings.example.com Model=m")]
    [InlineData("Url", "Url=https://embeddings.example.com?key=k3y Model=m")]
    [InlineData("Model", "Url=https://embeddings.example.com")]
    [InlineData("Key", "Url=https://embeddings.example.com Model=m Key=k3y\nk3y")]
    [InlineData("AskMilliseconds", "Url=https://embeddings.example.com Model=m AskMilliseconds=2001")]
    [InlineData("BatchSeconds", "Url=https://embeddings.example.com Model=m BatchSeconds=1")]
    [InlineData("ApiKey", "Url=https://embeddings.example.com Model=m ApiKey=k3y")]
    public void What_is_missing_or_would_travel_in_plain_sight_is_named_with_a_remedy_and_never_shown(string key, string settings)
    {
        var problem = Assert.Single(Read(settings.Split(' ')).Problems);
        Assert.Equal("Embeddings:" + key, problem.Key);
        Assert.NotEqual("", problem.Remedy);
        Assert.DoesNotContain("k3y", Trouble.Screen([problem]), StringComparison.Ordinal);
    }

    [Fact]
    public void The_key_does_not_stand_among_the_settings_when_they_are_written_out() =>
        Assert.DoesNotContain("k3y", $"{Read(["Url=https://embeddings.example.com", "Model=m", "Key=k3y"]).Settings}", StringComparison.Ordinal);

    private static (HostSettings? Settings, IReadOnlyList<Problem> Problems) Read(string[] settings)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([
            new("Storage:Kind", "Memory"), .. settings.Select(s => s.Split('=', 2)).Select(s => KeyValuePair.Create<string, string?>("Embeddings:" + s[0], s[1]))]).Build();
        try
        {
            return (HostSettings.Read(configuration, new HostingEnvironment { EnvironmentName = Environments.Development, ContentRootPath = Path.GetTempPath() }), []);
        }
        catch (BadSettingsException bad)
        {
            return (null, bad.Problems);
        }
    }
}
