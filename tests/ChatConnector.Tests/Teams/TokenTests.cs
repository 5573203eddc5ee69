using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using ChatConnector.Teams.Trust;

namespace ChatConnector.Tests.Teams;

public sealed class TokenTests : IDisposable
{
    private readonly ManualTime time = new();
    private readonly Publisher microsoft = new();
    private readonly Wire wire;
    private readonly HttpClient http;
    private readonly SigningKeys keys;
    private readonly TokenCheck check;

    public TokenTests()
    {
        wire = microsoft.Wire();
        http = new HttpClient(wire);
        keys = new SigningKeys(Publisher.Metadata, http, time);
        check = new TokenCheck(Publisher.AppId, keys, time);
    }

    public static TheoryData<string> Vectors => [.. TeamsData.Json("jwt", "jwt_vectors.json").GetProperty("cases").EnumerateArray().Select(c => c.GetProperty("name").GetString()!)];

    [Theory]
    [MemberData(nameof(Vectors))]
    public async Task Every_vector_is_judged_as_it_should_be(string name)
    {
        var vectors = TeamsData.Json("jwt", "jwt_vectors.json");
        var clock = new ManualTime();
        clock.Shift(vectors.GetProperty("now").GetDateTimeOffset() - clock.GetUtcNow());
        using var published = Wire.Client(r => vectors.GetProperty(r.RequestUri == Publisher.Metadata ? "openid_metadata" : "jwks").GetRawText());
        using var theirs = new SigningKeys(Publisher.Metadata, published, clock);
        var judge = new TokenCheck(vectors.GetProperty("app_id").GetString()!, theirs, clock);
        var vector = vectors.GetProperty("cases").EnumerateArray().Single(c => c.GetProperty("name").GetString() == name);
        var activity = vector.GetProperty("activity");

        // Twice, so that a remembered token is judged like a new one.
        for (var time = 0; time < 2; time++)
        {
            var token = await judge.CheckAsync(vector.GetProperty("authorization").GetString(), default);
            var trusted = token?.Covers(activity.GetProperty("channelId").GetString(), activity.GetProperty("serviceUrl").GetString()) ?? Trusted.No;
            Assert.Equal(vector.GetProperty("expected_status").GetInt32(), trusted switch { Trusted.Yes => 200, Trusted.NotForThisChannel => 403, _ => 401 });
        }
    }

    [Fact]
    public async Task A_remembered_token_is_not_valid_beyond_its_time()
    {
        var good = await Good();

        time.Advance(TimeSpan.FromMinutes(64));
        Assert.NotNull(await check.CheckAsync(good, default));
        time.Advance(TimeSpan.FromMinutes(2));
        Assert.Null(await check.CheckAsync(good, default));
    }

    [Fact]
    public async Task A_remembered_token_is_forgotten_when_its_key_is_no_longer_published()
    {
        var good = await Good();
        microsoft.Withdraw("key-1");
        microsoft.Publish("key-2", "msteams");
        Assert.NotNull(await check.CheckAsync(good, default));

        time.Advance(SigningKeys.LeastBetweenReads);
        Assert.NotNull(await check.CheckAsync("Bearer " + microsoft.Sign(Publisher.Claims(time.GetUtcNow()), "key-2"), default));
        Assert.Null(await check.CheckAsync(good, default));
    }

    [Fact]
    public async Task The_keys_are_read_again_twice_a_day_and_kept_when_that_fails()
    {
        await Good();
        microsoft.IsDown = true;
        time.Advance(SigningKeys.ReadAgainAfter);
        await Good();
        await Eventually.Is(() => wire.Asked.Count == 3);

        await Good();
        Assert.Equal(3, wire.Asked.Count);
        microsoft.IsDown = false;
        time.Advance(SigningKeys.LeastBetweenReads);
        await Good();
        await Eventually.Is(() => wire.Asked.Count == 5);
    }

    [Fact]
    public async Task Unknown_keys_do_not_hammer_the_publisher()
    {
        await Good();
        var asked = wire.Asked.Count;
        using var ours = RSA.Create(2048);
        for (var i = 0; i < 50; i++)
            Assert.Null(await check.CheckAsync("Bearer " + microsoft.Sign(Publisher.Claims(time.GetUtcNow()), $"key-{i + 10}", with: ours), default));
        Assert.Equal(asked, wire.Asked.Count);

        time.Advance(SigningKeys.LeastBetweenReads);
        for (var i = 0; i < 50; i++)
            Assert.Null(await check.CheckAsync("Bearer " + microsoft.Sign(Publisher.Claims(time.GetUtcNow()), $"key-{i + 10}", with: ours), default));
        Assert.Equal(asked + 2, wire.Asked.Count);
    }

    [Fact]
    public async Task A_failed_first_read_is_not_remembered()
    {
        microsoft.IsDown = true;
        Assert.Null(await check.CheckAsync("Bearer " + microsoft.Sign(Publisher.Claims(time.GetUtcNow())), default));

        microsoft.IsDown = false;
        time.Advance(TimeSpan.FromSeconds(5));
        await Good();
    }

    [Fact]
    public async Task Whoever_comes_while_the_keys_are_first_read_waits_for_them()
    {
        var published = new TaskCompletionSource();
        using var slow = new Slow(published.Task, wire);
        using var client = new HttpClient(slow, disposeHandler: false);
        using var theirs = new SigningKeys(Publisher.Metadata, client, time);
        var judge = new TokenCheck(Publisher.AppId, theirs, time);
        var checks = Enumerable.Range(0, 5).Select(n => judge.CheckAsync("Bearer " + microsoft.Sign(Publisher.Claims(time.GetUtcNow())), default).AsTask()).ToList();
        published.SetResult();
        Assert.All(await Task.WhenAll(checks), Assert.NotNull);
    }

    [Fact]
    public async Task Whoever_comes_just_as_the_keys_were_read_knows_them()
    {
        var published = new TaskCompletionSource();
        using var slow = new Slow(published.Task, wire);
        using var client = new HttpClient(slow, disposeHandler: false);
        var hesitant = new HesitantTime();
        using var theirs = new SigningKeys(Publisher.Metadata, client, hesitant);
        var first = theirs.KnowingAsync("key-1", default).AsTask();
        // While the second looks at the clock, the first has read them.
        hesitant.Meanwhile(() =>
        {
            published.SetResult();
            first.Wait();
        });
        Assert.NotNull(await theirs.KnowingAsync("key-1", default));
        Assert.NotNull(await first);
    }

    [Fact]
    public async Task Keys_of_another_issuer_or_without_https_are_not_read()
    {
        foreach (var metadata in new[]
        {
            """{"issuer":"https://evil.example","jwks_uri":"https://login.botframework.com/keys"}""",
            """{"issuer":"https://api.botframework.com","jwks_uri":"http://login.botframework.com/keys"}""",
            """{"issuer":"https://api.botframework.com"}""",
            """[]""",
            """<html>""",
        })
        {
            using var client = Wire.Client(r => r.RequestUri == Publisher.Metadata ? metadata : microsoft.KeysJson());
            using var theirs = new SigningKeys(Publisher.Metadata, client, time);
            Assert.Null(await theirs.KnowingAsync("key-1", default));
        }
    }

    [Fact]
    public async Task A_government_token_is_accepted_where_the_government_publishes_the_keys_and_nowhere_else()
    {
        var claims = Publisher.Claims(time.GetUtcNow());
        claims["iss"] = "https://api.botframework.us";
        var token = "Bearer " + microsoft.Sign(claims);
        Assert.Null(await check.CheckAsync(token, default));

        using var client = Wire.Client(r => r.RequestUri == Publisher.Metadata
            ? Publisher.MetadataJson(new Uri("https://login.botframework.com/keys")).Replace(".com\"", ".us\"", StringComparison.Ordinal)
            : microsoft.KeysJson());
        using var government = new SigningKeys(Publisher.Metadata, client, time);
        Assert.NotNull(await new TokenCheck(Publisher.AppId, government, time).CheckAsync(token, default));
    }

    [Fact]
    public async Task Nothing_signed_in_another_way_gets_in()
    {
        var claims = Publisher.Claims(time.GetUtcNow());
        var head = Publisher.Text(new JsonObject { ["alg"] = "HS256", ["kid"] = "key-1" }) + "." + Publisher.Text(claims);
        var secret = Encoding.UTF8.GetBytes(microsoft["key-1"].ExportSubjectPublicKeyInfoPem());
        var withPublicKey = head + "." + Publisher.Text(HMACSHA256.HashData(secret, Encoding.ASCII.GetBytes(head)));
        using var ours = RSA.Create(2048);
        var good = microsoft.Sign(claims);
        string[] bad =
        [
            withPublicKey,
            microsoft.Sign(claims, with: ours),
            microsoft.Sign(claims, algorithm: "none"),
            microsoft.Sign(claims, algorithm: "HS256"),
            microsoft.Sign(claims, algorithm: "PS256"),
            microsoft.Sign(claims, algorithm: "rs256"),
            good[..(good.LastIndexOf('.') + 1)],
            good[..good.LastIndexOf('.')],
            good + ".",
            good + "=",
            " " + good,
            new string('a', 20_000),
            "..",
            "",
        ];
        Assert.All(await Task.WhenAll(bad.Select(b => check.CheckAsync("Bearer " + b, default).AsTask())), Assert.Null);
        Assert.Null(await check.CheckAsync("Basic " + good, default));
        Assert.Null(await check.CheckAsync(good, default));
    }

    [Theory]
    [InlineData("aud", """["11111111-2222-3333-4444-555555555555","api://other"]""")]
    [InlineData("aud", "\"api://11111111-2222-3333-4444-555555555555\"")]
    [InlineData("aud", "5")]
    [InlineData("iss", "\"https://api.botframework.com/\"")]
    [InlineData("exp", "\"tomorrow\"")]
    [InlineData("exp", "1e300")]
    [InlineData("exp", "-1")]
    [InlineData("exp", "null")]
    [InlineData("serviceurl", "\"\"")]
    [InlineData("serviceurl", "{}")]
    public async Task A_signed_token_with_an_odd_claim_is_refused(string claim, string value)
    {
        var claims = Publisher.Claims(time.GetUtcNow());
        claims[claim] = JsonNode.Parse(value);
        Assert.Null(await check.CheckAsync("Bearer " + microsoft.Sign(claims), default));
    }

    [Fact]
    public async Task A_key_without_endorsements_speaks_for_no_channel()
    {
        microsoft.Publish("bare", null);
        var token = await check.CheckAsync("Bearer " + microsoft.Sign(Publisher.Claims(time.GetUtcNow()), "bare"), default);
        Assert.Equal(Trusted.NotForThisChannel, token!.Covers("msteams", Publisher.ServiceUrl));
    }

    [Fact]
    public async Task Of_ten_thousand_mutated_tokens_none_gets_in()
    {
        var good = await Good();
        using var ours = RSA.Create(2048);
        var random = new Random(4711);
        for (var i = 0; i < 10_000; i++)
        {
            var mutated = Mutation.Of(good, microsoft, ours, time.GetUtcNow(), random);
            Assert.True(await check.CheckAsync(mutated, default) is null, mutated);
        }

        Assert.NotNull(await check.CheckAsync(good, default));
    }

    [Fact]
    public async Task No_more_tokens_are_remembered_than_there_is_room_for()
    {
        var claims = Publisher.Claims(time.GetUtcNow());
        for (var i = 0; i < 1100; i++)
        {
            claims["jti"] = $"{i}";
            Assert.NotNull(await check.CheckAsync("Bearer " + microsoft.Sign(claims), default));
        }

        Assert.InRange(check.Remembered, 1, 1024);
    }

    public void Dispose()
    {
        keys.Dispose();
        http.Dispose();
        wire.Dispose();
        microsoft.Dispose();
    }

    private async Task<string> Good()
    {
        var good = "Bearer " + microsoft.Sign(Publisher.Claims(time.GetUtcNow()));
        Assert.NotNull(await check.CheckAsync(good, default));
        return good;
    }

    /// <summary>A clock that takes long to look at, once.</summary>
    private sealed class HesitantTime : TimeProvider
    {
        private Action? meanwhile;

        public void Meanwhile(Action happens) => meanwhile = happens;

        public override long GetTimestamp()
        {
            Interlocked.Exchange(ref meanwhile, null)?.Invoke();
            return base.GetTimestamp();
        }
    }

    /// <summary>Answers once it is told to.</summary>
    private sealed class Slow(Task until, HttpMessageHandler inner) : DelegatingHandler(inner)
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            await until;
            return await base.SendAsync(request, cancellationToken);
        }
    }
}
