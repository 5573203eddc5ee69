using System.Net;
using Microsoft.AspNetCore.Http;

namespace ChatConnector.Teams.Receiving;

/// <summary>
/// Where nobody has to show a token, only programs on this machine are let in: no other machine, nothing that a proxy or a
/// tunnel passed on, and no page in a browser.
/// </summary>
internal static class Nearby
{
    private static readonly string[] PassedOn = ["Forwarded", "X-Forwarded-For", "X-Forwarded-Host", "X-Original-Host", "Via", "Origin"];

    public static bool Is(HttpContext context) =>
        context.Connection.RemoteIpAddress is { } from && IPAddress.IsLoopback(from)
        && IsOurName(context.Request.Host.Host)
        && !PassedOn.Any(context.Request.Headers.ContainsKey);

    private static bool IsOurName(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase) || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));
}
