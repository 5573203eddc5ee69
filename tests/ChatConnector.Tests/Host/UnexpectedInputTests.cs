using System.Net;
using System.Text.Json;
using ChatConnector.Host.TryIt.Organizations;

namespace ChatConnector.Tests.Host;

/// <summary>People type all sorts of things. They come back as what they are: words.</summary>
public class UnexpectedInputTests(UnexpectedInputTests.Shared shared) : IClassFixture<UnexpectedInputTests.Shared>
{
    private static readonly string[] Words =
    [
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "\"><svg onload=alert(1)>",
        "javascript:alert(1)",
        "{{constructor.constructor('alert(1)')()}}",
        "</textarea><script>alert(1)</script>",
        "&lt;b&gt; &#x3C;script&#x3E;",
        "\u202Egnirts desrever\u202C and \u0627\u0644\u0639\u0631\u0628\u064A\u0629",
        "👩🏽‍💻👨‍👩‍👧‍👦 z̴a̵l̶g̷o̸",
        "line one\nline two\r\n\ttabbed",
        "<@ana> <@connector> <@nobody> <!channel> *bold* `code` [link](https://evil.example)",
        "'; DROP TABLE rows; --",
        "a\0b\u0001c",
    ];

    public static TheoryData<string> Typed => [.. Words];

    [Theory]
    [MemberData(nameof(Typed))]
    public async Task What_is_typed_in_a_channel_comes_back_as_it_was(string typed)
    {
        var host = shared.Host;
        using var priya = host.OpenAs("priya");
        using var ana = host.OpenAs("ana");
        Assert.Equal(HttpStatusCode.Accepted, (await priya.Say(typed, "channel:data")).Status);
        Assert.Contains(await ana.Lines("channel:data"), l => l.TryGetProperty("text", out var text) && text.GetString() == typed);
    }

    [Theory]
    [MemberData(nameof(Typed))]
    public async Task In_a_card_it_stands_as_somebodys_words(string typed)
    {
        var host = shared.Host;
        var people = SampleOrganization.People;
        var who = people[Array.IndexOf(Words, typed) % people.Count].Person.Id;
        using var window = host.OpenAs(who);
        var before = (await window.Lines()).Count;
        await window.Submit("PostAsk|||", new { need = typed, audience = "InvitedOnly" });
        await Eventually.Is(async () => (await window.Lines()).Count > before);
        var ours = (await window.Lines()).Skip(before).SelectMany(l => Spans(l.GetProperty("card"))).Where(s => s.GetProperty("type").GetString() is "ours" or "strong");
        Assert.NotEmpty(ours);
        Assert.DoesNotContain(ours, s => s.GetProperty("text").GetString()!.Contains(typed.Trim(), StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_teammate_may_have_any_name()
    {
        await using var host = TryItHost.Fresh();
        await host.FoundAsync("empty");
        using var anybody = host.OpenAs("nobody");
        foreach (var name in Words.Where(n => n.Length <= 80))
            Assert.Equal(name.Trim(), (await anybody.PostAsync("people", new { name })).Json.GetProperty("name").GetString());
        using var browser = host.CreateClient();
        var page = await browser.GetStringAsync(new Uri("/welcome", UriKind.Relative));
        Assert.DoesNotContain("<script>alert", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<img src=x", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<svg onload", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_very_long_ask_is_answered_with_a_sentence()
    {
        var host = shared.Host;
        using var priya = host.OpenAs("priya");
        await priya.Say("I need help with " + new string('x', 10_000));
        await Eventually.Is(async () => (await priya.Lines()).Count >= 3);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await priya.Say(new string('x', 20_001))).Status);
    }

    [Theory]
    [InlineData("say", "not json")]
    [InlineData("say", "{}")]
    [InlineData("press", "[1,2,3]")]
    [InlineData("submit", "{\"as\":\"priya\",\"talk\":\"private:priya\",\"act\":\"PostAsk|||\",\"fields\":null,\"id\":\"a1\"}")]
    [InlineData("say", "{\"as\":\"priya\",\"talk\":\"private:priya\",\"text\":\"hi\",\"id\":\"../../etc\"}")]
    [InlineData("clock", "{\"as\":\"priya\"}")]
    public async Task Nonsense_is_refused_and_breaks_nothing(string path, string body)
    {
        var host = shared.Host;
        using var browser = host.CreateClient();
        using var content = new StringContent(body, System.Text.Encoding.UTF8, "application/json");
        using var answer = await browser.PostAsync(new Uri("/try/" + path, UriKind.Relative), content);
        Assert.InRange((int)answer.StatusCode, 400, 499);
    }

    private static IEnumerable<JsonElement> Spans(JsonElement card) =>
        card.GetProperty("parts").EnumerateArray().SelectMany(p => p.TryGetProperty("spans", out var spans) ? spans.EnumerateArray() : []);

    /// <summary>One company for all; nothing typed here gets in another's way.</summary>
    public sealed class Shared : IAsyncLifetime
    {
        public TryItHost Host { get; private set; } = null!;

        public async Task InitializeAsync() => Host = await TryItHost.WithCompanyAsync();

        public async Task DisposeAsync() => await Host.DisposeAsync();
    }
}
