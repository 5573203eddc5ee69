namespace ChatConnector.Benchmarks.Answering;

/// <summary>Messages of many people in private, all with the one token that Teams uses for an hour.</summary>
internal static class TeamsTraffic
{
    private const int People = 100;

    public static Traffic From(Cloud cloud)
    {
        var (token, run, number) = (cloud.Token(), DateTimeOffset.UtcNow.ToUnixTimeMilliseconds(), 0);
        var forged = token[..^20] + (token[^20] == 'A' ? 'B' : 'A') + token[^19..];
        return new Traffic(() => Message(token), () => Message(forged));

        byte[] Message(string shown)
        {
            var n = Interlocked.Increment(ref number);
            return Traffic.Post("/api/messages", $"Content-Type: application/json\r\nAuthorization: Bearer {shown}\r\n", Body(cloud, run + n, n % People));
        }
    }

    private static string Body(Cloud cloud, long id, int person) =>
        $$"""
        {"type":"message","id":"{{id}}","timestamp":"2026-11-27T10:20:30.1234567Z","localTimestamp":"2026-11-27T11:20:30.1234567+01:00","localTimezone":"Europe/Berlin","channelId":"msteams",
        "serviceUrl":"{{cloud.ServiceUrl}}","from":{"id":"29:somebody-{{person}}","name":"Somebody","aadObjectId":"{{Cloud.Person(person)}}"},"recipient":{"id":"28:{{Cloud.AppId}}","name":"Connector"},
        "conversation":{"conversationType":"personal","tenantId":"{{Cloud.Tenant}}","id":"a:1tmM8fNuTbzoe-{{person}}"},"textFormat":"plain","locale":"en-GB",
        "text":"I need help with the billing exporter: how does it decide which invoices to send again after a partial failure of the ledger?",
        "attachments":[{"contentType":"text/html","content":"<p>I need help with the billing exporter: how does it decide which invoices to send again after a partial failure of the ledger?</p>"}],
        "entities":[{"locale":"en-GB","country":"GB","platform":"Windows","timezone":"Europe/Berlin","type":"clientInfo"}],"channelData":{"tenant":{"id":"{{Cloud.Tenant}}"} } }
        """;
}
