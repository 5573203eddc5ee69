using System.Security.Cryptography;
using System.Text;

namespace ChatConnector.Benchmarks.Answering;

/// <summary>Signed commands of a few people.</summary>
internal static class SlackTraffic
{
    public const string Secret = "8f742231b10e8888abcd99yyyzzz85a5";
    private const int People = 20;

    private static int number;

    public static readonly Traffic Commands = new(() => Command(Secret), () => Command("another secret"));

    private static byte[] Command(string secret)
    {
        var n = Interlocked.Increment(ref number);
        var body =
            $"token=verification_token&team_id=T1&team_domain=acme&channel_id=C0DATA&channel_name=data&user_id=U{n % People}&user_name=somebody&command=%2Fask" +
            $"&text=I+need+help+with+moving+our+weekly+reports+to+the+new+warehouse+%26+with+number+{n}&api_app_id=A0CONNECTOR&is_enterprise_install=false" +
            $"&response_url=https%3A%2F%2Fhooks.slack.com%2Fcommands%2FT1%2F{n}%2FaBcDeFgHiJkLmNoPqRsTuVwX&trigger_id={n}.{Environment.ProcessId}.803a0bc887a14d10d2c447fce8b6703c";
        var time = DateTimeOffset.UtcNow.ToUnixTimeSeconds();
        var signature = Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.ASCII.GetBytes(secret), Encoding.ASCII.GetBytes($"v0:{time}:{body}")));
        return Traffic.Post(
            "/slack/commands",
            $"User-Agent: Slackbot 1.0\r\nContent-Type: application/x-www-form-urlencoded\r\nX-Slack-Request-Timestamp: {time}\r\nX-Slack-Signature: v0={signature}\r\n",
            body);
    }
}
