namespace ChatConnector.Teams.Trust;

/// <summary>
/// The hosts answers may be sent to. An activity says where to answer; whoever could choose that freely would be sent our
/// token, so it is looked at when it is heard and again before a token is attached.
/// </summary>
/// <param name="more">Hosts of this deployment beside Microsoft's, such as <c>proxy.example.com</c> or <c>127.0.0.1:4000</c>.</param>
/// <param name="anyLoopback">Whether every address of this machine will do; for development.</param>
public sealed class ServiceHosts(IReadOnlyList<string> more, bool anyLoopback = false)
{
    private static readonly string[] Exact =
    [
        "smba.trafficmanager.net",
        "smba.infra.gcc.teams.microsoft.com",
        "smba.infra.gov.teams.microsoft.us",
        "smba.infra.dod.teams.microsoft.us",
    ];

    // Never .trafficmanager.net or .azurewebsites.net: anybody can have a name there.
    private static readonly string[] Endings = [".botframework.com", ".teams.microsoft.com"];

    // Nearly every activity names the same one as the one before.
    private volatile Accepted? last;

    /// <summary>The address, if answers may go there; otherwise null.</summary>
    public Uri? Accept(string? serviceUrl)
    {
        if (last is { } known && known.Text == serviceUrl)
            return known.Url;
        if (serviceUrl is not { Length: > 0 and < 1000 } || serviceUrl.AsSpan().ContainsAny('\\', '@', '\t') || !Uri.TryCreate(serviceUrl, UriKind.Absolute, out var url))
            return null;
        if (!Allows(url))
            return null;
        last = new Accepted(serviceUrl, url);
        return url;
    }

    public bool Allows(Uri url)
    {
        if (url.UserInfo.Length > 0 || url.Query.Length > 0 || url.Fragment.Length > 0)
            return false;
        // A name that reads differently once translated is somebody playing tricks.
        if (url.HostNameType is not (UriHostNameType.Dns or UriHostNameType.IPv4 or UriHostNameType.IPv6)
            || (url.HostNameType == UriHostNameType.Dns && !string.Equals(url.Host, url.IdnHost, StringComparison.Ordinal)))
            return false;
        if (url.Scheme == Uri.UriSchemeHttps && url.IsDefaultPort && IsMicrosofts(url.IdnHost))
            return true;
        if (url.Scheme != Uri.UriSchemeHttps && !(url.Scheme == Uri.UriSchemeHttp && url.IsLoopback))
            return false;
        return (anyLoopback && url.IsLoopback) || more.Any(host => Names(host, url));
    }

    private static bool IsMicrosofts(string host) =>
        Exact.Contains(host, StringComparer.OrdinalIgnoreCase) || Endings.Any(ending => host.Length > ending.Length && host.EndsWith(ending, StringComparison.OrdinalIgnoreCase));

    /// <summary>A listed host without a port means the usual one, or on this machine any.</summary>
    private static bool Names(string listed, Uri url) =>
        string.Equals(listed, url.Authority, StringComparison.OrdinalIgnoreCase)
        || (string.Equals(listed, url.IdnHost, StringComparison.OrdinalIgnoreCase) && (url.IsDefaultPort || url.IsLoopback));

    private sealed record Accepted(string Text, Uri Url);
}
