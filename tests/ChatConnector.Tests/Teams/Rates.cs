using Microsoft.AspNetCore.Http;

namespace ChatConnector.Tests.Teams;

/// <summary>How often Teams lets a bot call: per conversation for what is sent and begun, twice as often for what is looked up, and per tenant.</summary>
internal sealed class Rates
{
    private static readonly (int Most, TimeSpan In)[] OfAConversation = [(7, TimeSpan.FromSeconds(1)), (8, TimeSpan.FromSeconds(2)), (60, TimeSpan.FromSeconds(30))];
    private static readonly (int Most, TimeSpan In)[] OfATenant = [(50, TimeSpan.FromSeconds(1))];

    private readonly Lock gate = new();
    private readonly Dictionary<string, List<long>> calls = new(StringComparer.Ordinal);

    public bool Allow(HttpRequest request)
    {
        var (tenant, conversation) = ($"{request.RouteValues["tenant"]}", $"{request.RouteValues["conversation"] ?? request.RouteValues["team"]}".Split(';')[0]);
        var looks = request.Method == HttpMethods.Get;
        lock (gate)
        {
            return Allow($"{tenant}", OfATenant, 1)
                && (conversation.Length == 0 || Allow($"{tenant}|{conversation}|{looks}", OfAConversation, looks ? 2 : 1));
        }
    }

    private bool Allow(string key, (int Most, TimeSpan In)[] limits, int times)
    {
        if (!calls.TryGetValue(key, out var list))
            calls[key] = list = [];
        var now = TimeProvider.System.GetTimestamp();
        if (limits.Any(limit => list.Count(at => TimeProvider.System.GetElapsedTime(at, now) < limit.In) >= limit.Most * times))
            return false;
        list.Add(now);
        return true;
    }
}
