using System.Globalization;
using System.Text;
using ChatConnector.Slack.Verifying;

namespace ChatConnector.Tests.Slack.Peers;

/// <summary>Requests with up to three things changed, at random, before or after they are signed. The same luck makes the same request.</summary>
internal sealed class Mutation(IReadOnlyList<(string Path, string Body)> seeds)
{
    private const int Near = SigningSecrets.WindowSeconds - 60;
    private const int Far = SigningSecrets.WindowSeconds + 60;
    private static readonly string?[] Types = [null, WireRequest.Form, WireRequest.Json, "text/plain"];

    public WireRequest Of(Random luck)
    {
        var (path, body) = seeds[luck.Next(seeds.Count)];
        var request = WireRequest.Of(path, path == "/slack/interactions" ? "payload=" + Uri.EscapeDataString(body) : body);
        for (var n = luck.Next(4); n > 0; n--)
            request = Change(request, luck);
        return request;
    }

    private static WireRequest Change(WireRequest request, Random luck) => luck.Next(12) switch
    {
        0 => request with { Body = Scratched(request.Body, luck) },
        1 or 2 or 3 => (request with { Body = Scratched(request.Body, luck) }).Signed(),
        4 => (request with { Body = [.. request.Body, .. Encoding.UTF8.GetBytes(request.IsForm ? $"&text={luck.Next()}" : " ")] }).Signed(),
        5 => request with { Signature = Scratched(request.Signature, luck) },
        6 => request with { Timestamp = Scratched(request.Timestamp, luck) },
        7 => (request with { Timestamp = AwayFromTheEdge(Scratched(request.Timestamp, luck)) }).Signed(),
        8 => (request with { Timestamp = AwayFromTheEdge(WireRequest.Now(luck.Next(10, 800) * (luck.Next(2) == 0 ? 1 : -1))) }).Signed(),
        9 => request.Signed(luck.Next().ToString(CultureInfo.InvariantCulture)),
        10 => luck.Next(2) == 0 ? request with { Signature = null } : request with { Timestamp = null },
        _ => request with { ContentType = Types[luck.Next(Types.Length)] },
    };

    private static byte[] Scratched(byte[] body, Random luck)
    {
        var scratched = body.ToArray();
        for (var n = luck.Next(1, 4); n > 0 && body.Length > 0; n--)
            scratched[luck.Next(body.Length)] = (byte)luck.Next(256);
        return scratched;
    }

    /// <summary>Where a second may pass between one receiver and the other, they may be of two minds.</summary>
    private static string? AwayFromTheEdge(string? timestamp) =>
        double.TryParse(timestamp, CultureInfo.InvariantCulture, out var sent) && Math.Abs(DateTimeOffset.UtcNow.ToUnixTimeSeconds() - sent) is > Near and < Far ? WireRequest.Now(Far) : timestamp;

    private static string? Scratched(string? text, Random luck)
    {
        if (text is null or "")
            return text;
        var at = luck.Next(text.Length);
        var sign = (char)luck.Next('!', '~');
        return luck.Next(3) switch
        {
            0 => text.Remove(at, 1),
            1 => text.Insert(at, $"{sign}"),
            _ => text.Remove(at, 1).Insert(at, $"{sign}"),
        };
    }
}
