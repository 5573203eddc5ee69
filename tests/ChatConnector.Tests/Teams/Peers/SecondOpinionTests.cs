using System.Security.Cryptography;
using System.Text.Json;
using ChatConnector.Runtime;
using ChatConnector.Teams.Calling;
using ChatConnector.Teams.Finding;
using ChatConnector.Teams.Trust;

namespace ChatConnector.Tests.Teams.Peers;

/// <summary>What Microsoft's own libraries for Teams say to the same cards, tokens and calls.</summary>
public sealed class SecondOpinionTests : IDisposable
{
    private const string Tenant = "aaaaaaaa-1111-2222-3333-444444444444";
    private const string Channel = "19:data@thread.tacv2";
    private static readonly Person Priya = new(Tenant, "Priya Nair", 1);

    private readonly Publisher microsoft = new();
    private readonly HttpClient http;
    private readonly SigningKeys keys;
    private readonly TokenCheck check;

    public SecondOpinionTests()
    {
        microsoft.Publish("bare", null);
        http = new HttpClient(microsoft.Wire());
        keys = new SigningKeys(Publisher.Metadata, http, TimeProvider.System);
        check = new TokenCheck(Publisher.AppId, keys, TimeProvider.System);
    }

    public void Dispose()
    {
        keys.Dispose();
        http.Dispose();
        microsoft.Dispose();
    }

    [PeerFact]
    public async Task Every_card_and_form_is_read_without_a_warning()
    {
        var cards = Directory.GetFiles(Path.Combine(TeamsData.Root, "Golden"), "*.json")
            .ToDictionary(f => Path.GetFileNameWithoutExtension(f), f => TeamsCards.WithoutExtras(JsonElement.Parse(File.ReadAllText(f))));
        cards["wrong"] = JsonElement.Parse("""{"type":"AdaptiveCard","version":"1.5","body":[{"type":"Input.Text","isRequired":true},{"type":"Nonsense"}]}""");
        var warnings = (await Peer.AskAsync("cards.mjs", cards)).EnumerateObject().SelectMany(c => c.Value.EnumerateArray().Select(w => $"{c.Name}: {w}")).ToLookup(w => w.StartsWith("wrong: ", StringComparison.Ordinal));
        Assert.Empty(warnings[false]);
        Assert.NotEmpty(warnings[true]);
    }

    [PeerFact]
    public async Task Every_vector_is_judged_alike_or_differently_for_a_reason()
    {
        var vectors = TeamsData.Json("jwt", "jwt_vectors.json");
        var cases = vectors.GetProperty("cases").EnumerateArray().ToList();
        var theirs = await JudgeAsync(
            vectors.GetProperty("app_id").GetString()!, vectors.GetProperty("now").GetString(), vectors.GetProperty("jwks"),
            cases.Select(c => new { authorization = c.GetProperty("authorization").GetString(), activity = c.GetProperty("activity") }));
        var differ = cases.Zip(theirs).Where(c => c.Second != (c.First.GetProperty("expected_status").GetInt32() == 200)).Select(c => c.First.GetProperty("name").GetString()).ToList();
        // A token without an end is good for ever once stolen. The case of an address says nothing; Microsoft's library for .NET ignores it too.
        Assert.Equal(["missing_exp", "serviceurl_case_differs"], differ);
    }

    [PeerFact]
    public async Task Of_thousands_of_mutated_tokens_nobody_lets_in_what_means_something_else()
    {
        using var ours = RSA.Create(2048);
        var (random, now) = (new Random(4712), DateTimeOffset.UtcNow);
        var good = "Bearer " + microsoft.Sign(Publisher.Claims(now));
        List<string> requests = [good, .. Enumerable.Range(0, 3_000).Select(_ => Mutation.Of(good, microsoft, ours, now, random))];
        var theirs = await JudgeAsync(requests);
        Assert.True(theirs[0] && await WeLetInAsync(good));
        foreach (var (request, theyDo) in requests.Zip(theirs).Skip(1))
        {
            Assert.False(await WeLetInAsync(request), request);
            // They decode the last letter's spare bits away; to us that is another token.
            Assert.True(!theyDo || MeansTheSame(request, good), request);
        }
    }

    [PeerFact]
    public async Task What_only_they_let_in_is_known()
    {
        var endless = Publisher.Claims(DateTimeOffset.UtcNow);
        endless.Remove("exp");
        string[] requests = ["Bearer " + microsoft.Sign(endless), "Bearer " + microsoft.Sign(Publisher.Claims(DateTimeOffset.UtcNow), "bare")];
        // A token without an end is good for ever once stolen; a key that vouches for no channel does not vouch for Teams.
        Assert.Equal([true, true], await JudgeAsync(requests));
        foreach (var request in requests)
            Assert.False(await WeLetInAsync(request));
    }

    [PeerFact]
    public async Task Their_client_makes_the_calls_we_make_and_our_connector_answers_it()
    {
        await using var teams = await TeamsServer.StartAsync();
        teams.Installed.Add(Priya);
        teams.Conversations[(Tenant, Channel)] = [Priya, new Person(Tenant, "Bo Lund", 2), new Person(Tenant, "Mia Keller", 3)];
        using var client = ConnectorWire.Connect();
        using var tokens = new BotTokens(new SecretAt(new Uri(teams.Address, "token"), Publisher.AppId, teams.Password, client), TimeProvider.System);
        var around = new Surroundings(TimeProvider.System);
        var connector = new Connector(new ConnectorWire(client, new ServiceHosts(["127.0.0.1"]), tokens, around), new Pace(around));
        var card = TeamsCards.Rendered(TeamsOffice.Wording.Cards.First(c => c.Name == "General.Greeting").Card);
        await WeCallAsync(connector, teams.ServiceUrl(Tenant));
        var ours = teams.Calls;

        var told = await Peer.AskAsync("client.mjs", new
        {
            serviceUrl = teams.ServiceUrl(Tenant),
            token = await tokens.GetAsync(null, default),
            tenant = Tenant,
            bot = "28:" + Publisher.AppId,
            conversation = Channel,
            thread = "1788264000124",
            account = Priya.Account,
            card,
        });
        var theirs = teams.Calls.Skip(ours.Count).ToList();
        // Every message has another id.
        Assert.Equal(ours.Select(WithoutNumbers), theirs.Select(WithoutNumbers));
        Assert.Equal((Priya.Private, Priya.Name, 2), (told.GetProperty("begun").GetString(), told.GetProperty("member").GetProperty("name").GetString(), told.GetProperty("people").GetInt32()));
        Assert.Equal(4, teams.Messages.Count);
        Assert.Empty(teams.Complaints);
    }

    // The signature's last letter has room for four bits more than there are.
    private static bool MeansTheSame(string token, string other) =>
        token[..^1] == other[..^1] && Mutation.Letters.IndexOf(token[^1], StringComparison.Ordinal) / 16 == Mutation.Letters.IndexOf(other[^1], StringComparison.Ordinal) / 16;

    private static async Task WeCallAsync(Connector connector, string serviceUrl)
    {
        var at = new Address(Tenant, Channel, serviceUrl, "28:" + Publisher.AppId);
        var card = new ChatConnector.Teams.Rendering.CardRendering(Tenant, mentions: false).Render(TeamsOffice.Wording.Cards.First(c => c.Name == "General.Greeting").Card);
        var message = Outgoing.Of(card, "hello");
        var sent = await connector.SendAsync(at, null, message, default);
        await connector.UpdateAsync(at, null, sent, message, default);
        await connector.SendAsync(at, "1788264000124", message, default);
        await connector.MemberAsync(at, Priya.Account, default);
        await connector.MembersAsync(at, null, default);
        await connector.BeginAsync(at.ServiceUrl, Tenant, at.Bot, Priya.Account, default);
    }

    private static string WithoutNumbers(string call) => System.Text.RegularExpressions.Regex.Replace(call, "/activities/[0-9]+", "/activities/N", System.Text.RegularExpressions.RegexOptions.NonBacktracking);

    private Task<List<bool>> JudgeAsync(IEnumerable<string> requests) => JudgeAsync(
        Publisher.AppId, null, JsonElement.Parse(microsoft.KeysJson()),
        requests.Select(r => new { authorization = r, activity = new { type = "message", channelId = "msteams", serviceUrl = Publisher.ServiceUrl } }));

    private static async Task<List<bool>> JudgeAsync(string appId, string? now, JsonElement keys, IEnumerable<object> requests) =>
        [.. (await Peer.AskAsync("tokens.mjs", new { appId, now, keys, requests })).EnumerateArray().Select(v => v.GetBoolean())];

    private async Task<bool> WeLetInAsync(string authorization) =>
        await check.CheckAsync(authorization, default) is { } token && token.Covers("msteams", Publisher.ServiceUrl) == Trusted.Yes;
}
