using ChatConnector.Host.TryIt.Api;
using ChatConnector.Host.TryIt.Clock;
using ChatConnector.Host.TryIt.Organizations;
using ChatConnector.Runtime.Ports;
using Microsoft.AspNetCore.DataProtection;

namespace ChatConnector.Host.TryIt;

/// <summary>The try-it chat as one thing that is there or not.</summary>
public static class TryItRegistration
{
    public static IServiceCollection AddTryIt(this IServiceCollection services)
    {
        services.AddRazorPages(o => o.RootDirectory = "/TryIt/Pages");
        // These pages keep no secret between requests, so no key need rest in anybody's home folder.
        services.AddDataProtection().UseEphemeralDataProtectionProvider();
        services.Configure<RouteHandlerOptions>(o => o.ThrowOnBadRequest = false);
        services.ConfigureHttpJsonOptions(o =>
        {
            o.SerializerOptions.TypeInfoResolverChain.Insert(0, ApiJson.Default);
            o.SerializerOptions.RespectNullableAnnotations = true;
            o.SerializerOptions.RespectRequiredConstructorParameters = true;
        });
        return services
            .AddSingleton<ShiftedClock>()
            .AddSingleton<TimeProvider>(p => p.GetRequiredService<ShiftedClock>())
            .AddHostedService(p => p.GetRequiredService<ShiftedClock>())
            .AddSingleton<IChat, BrowserChat>()
            .AddSingleton<CurrentOrganization>()
            .AddSingleton<BrowserEars>()
            .AddSingleton<ClockHand>()
            .AddSingleton<History>()
            .AddSingleton<Founding>()
            .AddSingleton<Sight>();
    }

    /// <summary>Every route of the chat, its pages and its files alike, stands behind the gate.</summary>
    public static void UseTryIt(this WebApplication app)
    {
        app.UseWhen(
            context => IsOurs(context.Request.Path),
            gated => gated.Use(async (context, next) =>
            {
                if (!Gate.IsOpenTo(context))
                {
                    context.Response.StatusCode = StatusCodes.Status404NotFound;
                    return;
                }
                Gate.AddHeaders(context);
                await next(context);
            }).UseStaticFiles());
        app.MapRazorPages();
        app.MapTryItApi();
    }

    private static bool IsOurs(PathString path) => path == "/" || path.StartsWithSegments("/welcome") || path.StartsWithSegments("/try");
}
