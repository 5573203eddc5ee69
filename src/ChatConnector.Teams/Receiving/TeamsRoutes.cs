using System.Text.Json;
using ChatConnector.Runtime;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace ChatConnector.Teams.Receiving;

/// <summary>The address Teams calls. Verified, then read, then kept, then answered.</summary>
public static class TeamsRoutes
{
    public static void MapTeams(this IEndpointRouteBuilder routes) => routes.MapPost("/api/messages", AnswerAsync);

    private static async Task<IResult> AnswerAsync(HttpContext context, Door door, TeamsEars ears, Surroundings around)
    {
        try
        {
            var (activity, refused) = await door.OpenAsync(context, context.RequestAborted);
            if (activity is null)
                return Results.StatusCode(refused);
            var answer = await ears.HearAsync(activity, around.Now, context.RequestAborted);
            return answer.Body is { } body ? Results.Json(body, TeamsJson.Options, statusCode: answer.Status) : Results.StatusCode(answer.Status);
        }
        catch (JsonException)
        {
            return Results.StatusCode(StatusCodes.Status400BadRequest);
        }
        catch (StorageException)
        {
            // Teams tries again, or tells the person that it did not work.
            return Results.StatusCode(StatusCodes.Status503ServiceUnavailable);
        }
    }
}
