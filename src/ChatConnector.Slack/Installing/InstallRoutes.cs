using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace ChatConnector.Slack.Installing;

/// <summary>The addresses people's browsers come to for an install.</summary>
internal static class InstallRoutes
{
    private const string Begin = "/slack/install";
    private const string Html = "text/html; charset=utf-8";

    public static void MapInstall(this IEndpointRouteBuilder routes)
    {
        var cookie = new InstallCookie(IsSecure: !routes.ServiceProvider.GetRequiredService<IHostEnvironment>().IsDevelopment());
        routes.MapGet(Begin, (HttpContext context, InstallFlow flow) => BeginAt(context, flow, cookie));
        routes.MapGet("/slack/oauth", (HttpContext context, InstallFlow flow) => FinishAsync(context, flow, cookie));
    }

    private static void BeginAt(HttpContext context, InstallFlow flow, InstallCookie cookie)
    {
        var (address, secret) = flow.Begin();
        cookie.Give(context.Response, secret);
        context.Response.Headers.CacheControl = "no-store";
        context.Response.Redirect(address);
    }

    private static async Task FinishAsync(HttpContext context, InstallFlow flow, InstallCookie cookie)
    {
        var ending = await flow.FinishAsync(Single(context, "code"), Single(context, "error"), Single(context, "state"), cookie.Of(context.Request), context.RequestAborted);
        var (status, page) = new InstallPages(context.Request.PathBase + Begin).Of(ending);
        cookie.Take(context.Response);
        context.Response.StatusCode = status;
        context.Response.ContentType = Html;
        AddHeaders(context.Response.Headers, page);
        await context.Response.WriteAsync(page, context.RequestAborted);
    }

    /// <summary>What stands in an address twice is nobody's word.</summary>
    private static string Single(HttpContext context, string name) => context.Request.Query[name] is [{ } value] ? value : "";

    // The address holds the code: it is not kept, and not told to whoever is visited next.
    private static void AddHeaders(IHeaderDictionary headers, string page)
    {
        headers.CacheControl = "no-store";
        headers["Referrer-Policy"] = "no-referrer";
        headers.XContentTypeOptions = "nosniff";
        headers.ContentSecurityPolicy = $"default-src 'none'; style-src '{StyleHash(page)}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
    }

    private static string StyleHash(string page)
    {
        const string Opening = "<style>";
        var style = page[(page.IndexOf(Opening, StringComparison.Ordinal) + Opening.Length)..page.IndexOf("</style>", StringComparison.Ordinal)];
        return "sha256-" + Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(style)));
    }
}

/// <summary>Where a browser keeps its secret between going to Slack and coming back.</summary>
/// <param name="IsSecure">Whether it travels by https alone, and no other host of the domain can set it.</param>
internal sealed record InstallCookie(bool IsSecure)
{
    private string Name => IsSecure ? "__Host-connector-install" : "connector-install";

    public void Give(HttpResponse response, string secret) => response.Cookies.Append(Name, secret, Options(States.Lifetime.ToTimeSpan()));

    public string Of(HttpRequest request) => request.Cookies[Name] ?? "";

    public void Take(HttpResponse response) => response.Cookies.Delete(Name, Options(null));

    // Lax, because the way back is a link on Slack's page.
    private CookieOptions Options(TimeSpan? life) =>
        new() { HttpOnly = true, Secure = IsSecure, SameSite = SameSiteMode.Lax, Path = "/", MaxAge = life, IsEssential = true };
}
