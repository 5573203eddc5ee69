using System.Text.Json;
using ChatConnector.Runtime;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace ChatConnector.Teams.Receiving;

/// <summary>The address Teams calls. Verified, then read, then kept, then answered.</summary>
public static class TeamsRoutes
{
    public static void MapTeams(this IEndpointRouteBuilder routes)
    {
        var services = routes.ServiceProvider;
        var (door, ears, around) = (services.GetRequiredService<Door>(), services.GetRequiredService<TeamsEars>(), services.GetRequiredService<Surroundings>());
        routes.MapPost("/api/messages", context => AnswerAsync(context, door, ears, around));
    }

    private static async Task AnswerAsync(HttpContext context, Door door, TeamsEars ears, Surroundings around)
    {
        var response = context.Response;
        try
        {
            var (activity, refused) = await door.OpenAsync(context, context.RequestAborted);
            if (activity is null)
            {
                response.StatusCode = refused;
                return;
            }

            var answer = await ears.HearAsync(activity, around.Now, context.RequestAborted);
            response.StatusCode = answer.Status;
            if (answer.Body is { } body)
                await response.WriteAsJsonAsync(body, TeamsJson.Options, context.RequestAborted);
        }
        catch (JsonException)
        {
            response.StatusCode = StatusCodes.Status400BadRequest;
        }
        catch (StorageException)
        {
            // Teams tries again, or tells the person that it did not work.
            response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        }
    }
}
