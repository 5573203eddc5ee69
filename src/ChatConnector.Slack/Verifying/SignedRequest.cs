using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace ChatConnector.Slack.Verifying;

/// <summary>Reads a request whole and refuses what Slack did not sign, before anything looks inside.</summary>
public sealed class SignedRequest(SigningSecrets secrets, TimeProvider time)
{
    /// <summary>Slack's own requests are far smaller.</summary>
    public const int LongestBody = 1024 * 1024;

    /// <summary>The body, or the status to refuse with. A refusal says nothing about its reason.</summary>
    public async ValueTask<(byte[]? Body, int Refused)> ReadAsync(HttpRequest request, CancellationToken cancellation)
    {
        // A signed but packed body could unpack to anything.
        if (!StringValues.IsNullOrEmpty(request.Headers.ContentEncoding))
            return (null, StatusCodes.Status415UnsupportedMediaType);
        var body = await ForeignBytes.ReadAsync(request.Body, request.ContentLength, LongestBody, cancellation);
        if (body is null)
            return (null, StatusCodes.Status413PayloadTooLarge);
        return secrets.Accept(Single(request.Headers["X-Slack-Request-Timestamp"]), body, Single(request.Headers["X-Slack-Signature"]), time.GetUtcNow().ToUnixTimeSeconds())
            ? (body, 0)
            : (null, StatusCodes.Status401Unauthorized);
    }

    /// <summary>A header that came twice is nobody's word.</summary>
    private static string? Single(StringValues header) => header.Count == 1 ? header[0] : null;
}
