using System.Net;

namespace ChatConnector.Host.TryIt;

/// <summary>
/// Lets in only requests from this computer that were meant for it. Anybody else finds nothing here: a page elsewhere that
/// talks to this address under another name (DNS rebinding), another machine, and another site's script all get a 404.
/// </summary>
public static class Gate
{
    public static bool IsOpenTo(HttpContext context) =>
        IsLocal(context.Connection)
        && IsOurName(context.Request.Host.Host)
        && IsOurPage(context.Request);

    /// <summary>No inline script, nothing from elsewhere, no frame around it.</summary>
    public static void AddHeaders(HttpContext context)
    {
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; manifest-src 'self'; "
            + "form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "same-origin";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers.CacheControl = "no-cache";
    }

    /// <summary>A request without an address never left this process.</summary>
    private static bool IsLocal(ConnectionInfo connection) => connection.RemoteIpAddress is not { } from || IPAddress.IsLoopback(from);

    private static bool IsOurName(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase) || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));

    private static bool IsOurPage(HttpRequest request)
    {
        if (request.Headers["Sec-Fetch-Site"] is [{ } site] && site is not ("same-origin" or "none") && !IsLinkFollowed(request))
            return false;
        return request.Headers.Origin is not [{ } origin] || origin == $"{request.Scheme}://{request.Host}";
    }

    /// <summary>Somebody followed a link to a page, such as the one in a README shown elsewhere; no script reads what comes back.</summary>
    private static bool IsLinkFollowed(HttpRequest request) =>
        HttpMethods.IsGet(request.Method) && request.Headers["Sec-Fetch-Mode"] == "navigate" && request.Headers["Sec-Fetch-Dest"] == "document";
}
