using System.Text;

namespace ChatConnector.Tests.Slack.Peers;

/// <summary>Requests by what is right or wrong with them.</summary>
/// <param name="Taken">Whether both let it in; where they differ, whether Bolt does.</param>
/// <param name="Because">Why only one lets it in; null when they agree.</param>
internal sealed record SignatureCase(string Name, WireRequest Request, bool Taken, Difference? Because = null)
{
    private const string Event =
        """{"type":"event_callback","team_id":"T1","event_id":"Ev1","event":{"type":"app_mention","user":"U1","text":"<@UB> ünï😀","ts":"1.1","channel":"C1"}}""";

    private const string Command = "command=%2Fask&text=book+a%2Bb+%26+c%3D%C3%BC&team_id=T1&user_id=U1&channel_id=C1&trigger_id=1.2.3";
    private const string Challenge = """{"token":"t","challenge":"abc123","type":"url_verification"}""";

    /// <summary>Made anew each time, because they age.</summary>
    public static IReadOnlyList<SignatureCase> Make() => [.. Kinds(), .. Signatures(), .. Times(), .. Bodies()];

    private static SignatureCase[] Kinds() =>
    [
        new("event", Hello(), true),
        new("command", WireRequest.Of("/slack/commands", Command), true),
        new("press", Payload("""{"type":"block_actions","user":{"id":"U1"},"team":{"id":"T1"},"trigger_id":"1.2.3","actions":[{"type":"button","action_id":"a","value":"42"}]}"""), true),
        new("submitted form", Payload("""{"type":"view_submission","user":{"id":"U1"},"team":{"id":"T1"},"view":{"id":"V1","callback_id":"cb","state":{"values":{}}}}"""), true),
        new("closed form", Payload("""{"type":"view_closed","user":{"id":"U1"},"team":{"id":"T1"},"view":{"id":"V1","callback_id":"cb"}}"""), true),
        new("shortcut", Payload("""{"type":"shortcut","callback_id":"sc","user":{"id":"U1"},"team":{"id":"T1"},"trigger_id":"1.2.3"}"""), true),
        new("options wanted", Payload("""{"type":"block_suggestion","action_id":"ext","value":"ber","user":{"id":"U1"},"team":{"id":"T1"}}"""), true),
        new("challenge", WireRequest.Of("/slack/events", Challenge), true),
        new("challenge, forged", WireRequest.Of("/slack/events", Challenge) with { Signature = "v0=00" }, false),
        new("certificate check", WireRequest.Of("/slack/commands", "ssl_check=1&token=t"), true),
        new("certificate check, not signed", WireRequest.Of("/slack/commands", "ssl_check=1&token=t") with { Signature = "" }, true, Difference.SslCheck),
    ];

    private static SignatureCase[] Signatures() =>
    [
        new("another secret", Hello().Signed("other"), false),
        new("changed on the way", Hello() with { Body = Encoding.UTF8.GetBytes(Event + " ") }, false),
        new("no signature", Hello() with { Signature = null }, false),
        new("empty signature", Hello() with { Signature = "" }, false),
        new("another version", Changed(s => "v1" + s[2..]), false),
        new("no version", Changed(s => s[3..]), false),
        new("capital letters", Changed(s => "v0=" + s[3..].ToUpperInvariant()), false),
        new("cut off", Changed(s => s[..20]), false),
        new("more after another =", Changed(s => s + "=more"), true, Difference.MoreAfterSignature),
    ];

    private static SignatureCase[] Times() =>
    [
        // Not closer to the limit: a busy machine takes its time for all that is tried before. The second itself is tried on the function.
        new("a minute old", At(WireRequest.Now(60)), true),
        new("301 seconds old", At(WireRequest.Now(301)), false),
        new("an hour old", At(WireRequest.Now(3600)), false),
        new("four minutes ahead", At(WireRequest.Now(-240)), true),
        new("ten minutes ahead", At(WireRequest.Now(-600)), true, Difference.FromTomorrow),
        new("an hour ahead", At(WireRequest.Now(-3600)), true, Difference.FromTomorrow),
        new("no number for a time", At("abc"), false),
        new("no time", Hello() with { Timestamp = null }, false),
        new("half seconds", At(WireRequest.Now() + ".5"), true, Difference.OtherNumber),
        new("a plus before the time", Dated(time => "+" + time), true, Difference.OtherNumber),
        new("a nought before the time, signed with it", At("0" + WireRequest.Now()), false, Difference.SignedNumber),
        new("two times", Dated(time => $"{time}, {time}"), false),
    ];

    private static SignatureCase[] Bodies() =>
    [
        new("nothing at all", WireRequest.Of("/slack/events", ""), false),
        new("broken JSON", WireRequest.Of("/slack/events", """{"a":"""), false),
        new("nobody's command", WireRequest.Of("/slack/commands", Command.Replace("ask", "nope", StringComparison.Ordinal)), true),
        new("nobody's event", WireRequest.Of("/slack/events", Event.Replace("app_mention", "zzz", StringComparison.Ordinal)), true),
        new("another address", Hello() with { Path = "/slack/nope" }, false),
        new("a packed body", Hello() with { ContentEncoding = "gzip" }, true, Difference.Packed),
        new("broken JSON that calls itself a form", WireRequest.Of("/slack/events", """{"a":""") with { ContentType = WireRequest.Form }, true, Difference.TypeTakenByBolt),
        new("a command that calls itself JSON", WireRequest.Of("/slack/commands", Command) with { ContentType = WireRequest.Json }, false, Difference.TypeTakenByUs),
        new("a field twice", WireRequest.Of("/slack/commands", Command + "&team_id=T2"), true, Difference.SaidTwice),
        new("a property twice", WireRequest.Of("/slack/events", """{"type":"event_callback","type":"event_callback"}"""), true, Difference.SaidTwice),
        new("deep", WireRequest.Of("/slack/events", new string('[', 40) + new string(']', 40)), true, Difference.TooDeep),
        new("long", WireRequest.Of("/slack/events", Event + new string(' ', 1024 * 1024)), true, Difference.TooLong),
        new("escaped bytes that are no text", WireRequest.Of("/slack/commands", Command + "&channel_name=%ff"), true, Difference.BrokenInside),
        new("half a character", WireRequest.Of("/slack/events", """{"type":"\ud800"}"""), true, Difference.BrokenInside),
        new("bytes that are no text, where nobody looks", Bytes([.. "{\"unread\":\""u8, 0xff, .. "\"}"u8]), false, Difference.BrokenBytes),
        new("bytes that are no text", Bytes([.. "{\"type\":\""u8, 0xff, .. "\"}"u8]), false),
    ];

    private static WireRequest Hello() => WireRequest.Of("/slack/events", Event);

    private static WireRequest Bytes(byte[] body) => new WireRequest("/slack/events", body).Signed();

    private static WireRequest Payload(string json) => WireRequest.Of("/slack/interactions", "payload=" + Uri.EscapeDataString(json));

    private static WireRequest At(string timestamp) => (Hello() with { Timestamp = timestamp }).Signed();

    private static WireRequest Dated(Func<string, string> change)
    {
        var request = Hello();
        return request with { Timestamp = change(request.Timestamp!) };
    }

    private static WireRequest Changed(Func<string, string> change)
    {
        var request = Hello();
        return request with { Signature = change(request.Signature!) };
    }
}
