using System.Text;
using System.Text.Json.Nodes;
using ChatConnector.Runtime.Receiving;
using Microsoft.Extensions.DependencyInjection;

namespace ChatConnector.Tests.Teams;

/// <summary>Signed activities with anything in them, from a tenant Connector is in.</summary>
[Collection(Alone.Name)]
public sealed class NonsenseTests : IAsyncLifetime
{
    private const string Tenant = "aaaaaaaa-1111-2222-3333-444444444444";
    private static readonly string[] Odd = ["null", "true", "-1", "1e400", "\"\"", "\" \"", "\"\\u0000\"", "\"<at>x</at>\"", "\"a|b\"", "[]", "[null]", "{}", "{\"id\":5}", "{\"type\":\"mention\"}"];

    private TeamsRig rig = null!;
    private string authorization = "";

    public async Task InitializeAsync()
    {
        rig = await TeamsRig.StartAsync(Tenant);
        authorization = rig.Signed(rig.Teams.ServiceUrl(Tenant));
        // What is taken stays to be counted.
        await rig.Services.GetRequiredService<Pump>().StopAsync(default);
    }

    public async Task DisposeAsync() => await rig.DisposeAsync();

    [Fact]
    public async Task Signed_nonsense_is_answered_soon_and_without_an_exception_and_what_is_refused_leaves_nothing()
    {
        var luck = new Random(7);
        var seeds = Seeds();
        // What has never run yet is compiled first.
        foreach (var seed in seeds)
            await rig.PostAsync(Nonsense.Of(seed, luck), authorization);
        var taken = 0;
        List<byte[]> refused = [];
        for (var i = 0; i < Nonsense.Rounds; i++)
        {
            var seed = seeds[luck.Next(seeds.Count)];
            var body = luck.Next(2) == 0 ? Nonsense.Of(seed, luck) : Encoding.UTF8.GetBytes(WithSomethingOdd(JsonNode.Parse(seed)!, luck).ToJsonString());
            var status = await Nonsense.AnswerAsync(async () => (await rig.PostAsync(body, authorization)).Status, body);
            Assert.True((int)status is 200 or 202 or 400 or 401 or 403 or 501, $"{status} in round {i}");
            if ((int)status < 300)
                taken++;
            else if (refused.Count < 1_000)
                refused.Add(body);
        }

        Assert.InRange(taken, Nonsense.Rounds / 10, Nonsense.Rounds - refused.Count);
        var before = await Nonsense.TracesAsync(rig.Services);
        foreach (var body in refused)
            Assert.InRange((int)(await rig.PostAsync(body, authorization)).Status, 400, 501);
        Assert.Equal(before, await Nonsense.TracesAsync(rig.Services));
        Assert.InRange(before, 1, int.MaxValue);
    }

    /// <summary>One value, anywhere in it, is another one.</summary>
    private static JsonNode WithSomethingOdd(JsonNode activity, Random luck)
    {
        var at = activity;
        while (true)
        {
            var count = at switch { JsonObject o => o.Count, JsonArray a => a.Count, _ => 0 };
            if (count == 0)
                return activity;
            var next = luck.Next(count);
            var name = at is JsonObject parent ? parent.ElementAt(next).Key : "";
            var inside = at is JsonObject ? at[name] : at[next];
            if (inside is JsonObject { Count: > 0 } or JsonArray { Count: > 0 } && luck.Next(4) > 0)
            {
                at = inside;
                continue;
            }

            var odd = JsonNode.Parse(Odd[luck.Next(Odd.Length)]);
            if (at is JsonObject)
                at[name] = odd;
            else
                at[next] = odd;
            return activity;
        }
    }

    /// <summary>Every sample that does not throw Connector out, as if our server sent it.</summary>
    private List<string> Seeds() =>
    [
        .. new[] { "activities", "composed", "playground" }.SelectMany(f => Directory.GetFiles(TeamsData.PathOf(f), "*.json"))
            .Where(f => !f.Contains("remove", StringComparison.OrdinalIgnoreCase) && !f.Contains("response", StringComparison.Ordinal) && !f.Contains("request", StringComparison.Ordinal))
            .Select(f => Retold(File.ReadAllText(f))),
    ];

    private string Retold(string sample)
    {
        var activity = JsonNode.Parse(sample)!.AsObject();
        activity["channelId"] = "msteams";
        activity["serviceUrl"] = rig.Teams.ServiceUrl(Tenant);
        activity["recipient"] = new JsonObject { ["id"] = "28:" + Publisher.AppId };
        if (activity["conversation"] is JsonObject conversation)
            conversation["tenantId"] = Tenant;
        return activity.ToJsonString();
    }
}
