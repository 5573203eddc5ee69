using System.Net;
using System.Text.Json;

namespace ChatConnector.Teams.Calling;

/// <summary>Teams' words for what went wrong, and what each means.</summary>
internal static class ConnectorErrors
{
    /// <summary>Teams does not always say how long.</summary>
    private static readonly TimeSpan DefaultWait = TimeSpan.FromSeconds(30);

    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(15);

    public static ConnectorException Of(string call, HttpResponseMessage answer, byte[] body)
    {
        var status = answer.StatusCode;
        var word = WordIn(body) is { } said ? said : $"status_{(int)status}";
        return status switch
        {
            HttpStatusCode.TooManyRequests => new ConnectorException(call, word, Trouble.Busy, Wait(answer)),
            HttpStatusCode.PreconditionFailed or HttpStatusCode.Conflict => new ConnectorException(call, word, Trouble.Busy),
            HttpStatusCode.Unauthorized => new ConnectorException(call, word, Trouble.Busy, DefaultWait),
            // Consent and hosts are mended by whoever runs Connector; the conversation is not to blame.
            HttpStatusCode.Forbidden when word is "NotEnoughPermissions" or "InvalidBotApiHost" => new ConnectorException(call, word, Trouble.Refused),
            HttpStatusCode.Forbidden => new ConnectorException(call, word, Trouble.NotWanted),
            HttpStatusCode.BadGateway or HttpStatusCode.ServiceUnavailable or HttpStatusCode.GatewayTimeout or HttpStatusCode.InternalServerError or HttpStatusCode.RequestTimeout =>
                new ConnectorException(call, word, Trouble.Uncertain),
            _ => new ConnectorException(call, word, Trouble.Refused),
        };
    }

    /// <summary>The code, in either of the two shapes Teams uses; null where there is none that may stand in a log.</summary>
    private static string? WordIn(byte[] body)
    {
        try
        {
            var json = ForeignJson.Read(body);
            var code = json.Get("error").Text("code");
            if (code.Length == 0 && json.Get("errorCode") is { ValueKind: JsonValueKind.Number } number)
                code = "errorCode_" + number.GetRawText();
            return code.Length is > 0 and <= 80 && code.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-') ? code : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static TimeSpan Wait(HttpResponseMessage answer) =>
        answer.Headers.RetryAfter?.Delta is { } asked ? TimeSpan.FromTicks(Math.Clamp(asked.Ticks, TimeSpan.TicksPerSecond, LongestWait.Ticks)) : DefaultWait;
}
