using ChatConnector.Runtime.Upkeep;
using ChatConnector.Slack.Sockets;
using Microsoft.AspNetCore.Mvc;
using NodaTime;

namespace ChatConnector.Host.Health;

/// <summary><c>/health/live</c> says that the process answers, <c>/health/ready</c> that it can do its work.</summary>
public static class HealthRoutes
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    /// <summary>Zones on both sides of the date line, one of them with daylight saving below zero.</summary>
    private static readonly string[] Zones = ["Europe/Dublin", "America/New_York", "Pacific/Kiritimati"];

    public static void MapHealth(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/health/live", () => Results.Json(new { status = "live" }));
        routes.MapGet("/health/ready", async (Readiness readiness, Draining draining, [FromServices] SocketMode? slack, CancellationToken cancellation) =>
        {
            var checks = await CheckAsync(readiness, draining, cancellation);
            // A bot that Slack cannot reach looks as well as any other.
            if (slack is not null)
                checks["slackSocket"] = slack.IsListening;
            var ready = checks.Values.All(works => works);
            return Results.Json(
                new { status = ready ? "ready" : "not ready", checks = checks.ToDictionary(c => c.Key, c => c.Value ? "ok" : "failing") },
                statusCode: ready ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable);
        });
    }

    private static async Task<Dictionary<string, bool>> CheckAsync(Readiness readiness, Draining draining, CancellationToken cancellation)
    {
        // A store that never answers is as good as one that says no.
        using var limited = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limited.CancelAfter(Patience);
        Runtime.Upkeep.Health? found = null;
        try
        {
            found = await readiness.CheckAsync(limited.Token);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            // Nothing found; every check below says so.
        }
        return new Dictionary<string, bool>
        {
            ["queue"] = found is { QueueReachable: true },
            ["storeRead"] = found is { StoreReadable: true },
            ["storeWrite"] = found is { StoreWritable: true },
            ["receiving"] = found is { Receiving: true },
            ["timeZones"] = Zones.All(z => DateTimeZoneProviders.Tzdb.GetZoneOrNull(z) is not null),
            ["staying"] = !draining.HasBegun,
        };
    }
}
