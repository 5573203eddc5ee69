using System.Diagnostics;
using System.Net.Http.Headers;
using System.Text;

namespace ChatConnector.Benchmarks.Ingress;

/// <summary>What an authenticated message costs at Teams' address: checked and durably kept by us; checked, and a turn without sending anything, by botbuilder.</summary>
internal static class TeamsBench
{
    private const int Rounds = 5;
    private const int People = 100;

    // Until everybody was met and all code is compiled for good; a server runs for weeks.
    private static readonly TimeSpan Warm = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan Span = TimeSpan.FromSeconds(3);

    /// <param name="atOnce">Numbers of connections.</param>
    public static async Task RunAsync(params int[] atOnce)
    {
        await using var cloud = await Cloud.StartAsync();
        var folder = Directory.CreateTempSubdirectory("chatconnector-ingress-");
        try
        {
            using var ours = await Contender.StartAsync("Connector, durable", address => new ProcessStartInfo(
                Environment.ProcessPath!, ["teams-endpoint", $"{address}", Path.Combine(folder.FullName, "ingress.db"), $"{cloud.Address}"]));
            using var theirs = await Contender.StartAsync("botbuilder", address => Node("echo.mjs", address, cloud));
            await CompareAsync(cloud, ours, theirs, atOnce);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task CompareAsync(Cloud cloud, Contender ours, Contender theirs, int[] numbers)
    {
        var load = new Load(Requests(cloud));
        foreach (var contender in (Contender[])[ours, theirs])
        {
            await RefusesAsync(contender, Requests(cloud)(0));
            await load.RunAsync(contender, 32, Warm);
        }

        Console.WriteLine("| who | at once | a second | p50 ms | p99 ms | CPU us a request | least | MB |\n|---|---|---|---|---|---|---|---|");
        foreach (var atOnce in numbers)
        {
            var rounds = new Dictionary<Contender, List<Round>> { [ours] = [], [theirs] = [] };
            // In turns, so that what else the machine does troubles both.
            for (var round = 0; round < Rounds; round++)
            {
                foreach (var (contender, list) in rounds)
                    list.Add(await load.RunAsync(contender, atOnce, Span));
            }

            foreach (var (contender, list) in rounds)
                Console.WriteLine($"| {contender.Name} | {atOnce} | {Median(list, r => r.ASecond):0} | {Median(list, r => r.P50):0.00} | {Median(list, r => r.P99):0.0} | {Median(list, r => r.Cpu):0.0} | {list.Min(r => r.Cpu):0.0} | {contender.Megabytes} |");
            Console.WriteLine($"| *times less CPU* | {atOnce} | | | | {Median(rounds[theirs], r => r.Cpu) / Median(rounds[ours], r => r.Cpu):0.0} | {rounds[theirs].Min(r => r.Cpu) / rounds[ours].Min(r => r.Cpu):0.0} | |");
        }
    }

    /// <summary>Messages of many people in private, all with the one token that Teams uses for an hour.</summary>
    private static Func<int, HttpRequestMessage> Requests(Cloud cloud)
    {
        var (token, run) = (cloud.Token(), DateTimeOffset.UtcNow.ToUnixTimeMilliseconds());
        return number =>
        {
            var person = number % People;
            var body = $$"""
                {"type":"message","id":"{{run + number}}","timestamp":"2026-11-27T10:20:30.1234567Z","localTimestamp":"2026-11-27T11:20:30.1234567+01:00","localTimezone":"Europe/Berlin","channelId":"msteams",
                "serviceUrl":"{{cloud.ServiceUrl}}","from":{"id":"29:somebody-{{person}}","name":"Somebody","aadObjectId":"{{Cloud.Person(person)}}"},"recipient":{"id":"28:{{Cloud.AppId}}","name":"Connector"},
                "conversation":{"conversationType":"personal","tenantId":"{{Cloud.Tenant}}","id":"a:1tmM8fNuTbzoe-{{person}}"},"textFormat":"plain","locale":"en-GB",
                "text":"I need help with the billing exporter: how does it decide which invoices to send again after a partial failure of the ledger?",
                "attachments":[{"contentType":"text/html","content":"<p>I need help with the billing exporter: how does it decide which invoices to send again after a partial failure of the ledger?</p>"}],
                "entities":[{"locale":"en-GB","country":"GB","platform":"Windows","timezone":"Europe/Berlin","type":"clientInfo"}],"channelData":{"tenant":{"id":"{{Cloud.Tenant}}"} } }
                """;
            var request = new HttpRequestMessage(HttpMethod.Post, "/api/messages") { Content = new StringContent(body, Encoding.UTF8, "application/json") };
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
            return request;
        };
    }

    /// <summary>A server that lets in everybody is fast for the wrong reason.</summary>
    private static async Task RefusesAsync(Contender contender, HttpRequestMessage request)
    {
        using var client = new HttpClient { BaseAddress = contender.Address };
        using (request)
        {
            var token = request.Headers.Authorization!.Parameter!;
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token[..^20] + (token[^20] == 'A' ? 'B' : 'A') + token[^19..]);
            using var answer = await client.SendAsync(request);
            // botbuilder says 500: a forged token is an exception to it.
            if (answer.IsSuccessStatusCode)
                throw new InvalidOperationException($"{contender.Name} lets in a forged token.");
        }
    }

    private static ProcessStartInfo Node(string program, Uri address, Cloud cloud)
    {
        var start = new ProcessStartInfo("node", [program]) { WorkingDirectory = Path.Combine("tests", "ChatConnector.Tests", "Teams", "Peers") };
        foreach (var (name, value) in ((string, string)[])[("PORT", $"{address.Port}"), ("APP_ID", Cloud.AppId), ("METADATA", $"{cloud.Address}metadata"), ("NODE_ENV", "production")])
            start.Environment[name] = value;
        return start;
    }

    private static double Median(List<Round> rounds, Func<Round, double> of) => rounds.Select(of).Order().ElementAt(rounds.Count / 2);
}
