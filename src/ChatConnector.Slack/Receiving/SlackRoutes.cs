using System.Text.Json;
using ChatConnector.Slack.Hearing;
using ChatConnector.Slack.Installing;
using ChatConnector.Slack.Verifying;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace ChatConnector.Slack.Receiving;

/// <summary>The addresses Slack calls. Verified, then read, then kept, then answered.</summary>
public static class SlackRoutes
{
    public static void MapSlack(this IEndpointRouteBuilder routes)
    {
        // Without a secret nobody could be told apart; then everything comes through Socket Mode.
        if (routes.ServiceProvider.GetService<SignedRequest>() is not null)
            routes.MapRequests();
        if (routes.ServiceProvider.GetService<InstallFlow>() is not null)
            routes.MapInstall();
    }

    private static void MapRequests(this IEndpointRouteBuilder routes)
    {
        routes.MapPost("/slack/events", (HttpContext context, SignedRequest signed, Requests requests) => AnswerAsync(context, signed, requests.EventAsync));
        routes.MapPost("/slack/commands", (HttpContext context, SignedRequest signed, Requests requests) => AnswerAsync(context, signed, requests.CommandAsync));
        routes.MapPost("/slack/interactions", (HttpContext context, SignedRequest signed, Requests requests) => AnswerAsync(context, signed, requests.InteractionAsync));
    }

    private static async Task<IResult> AnswerAsync(HttpContext context, SignedRequest signed, Func<byte[], CancellationToken, Task<IResult>> hear)
    {
        var (body, refused) = await signed.ReadAsync(context.Request, context.RequestAborted);
        if (body is null)
            return Results.StatusCode(refused);
        try
        {
            return await hear(body, context.RequestAborted);
        }
        catch (JsonException)
        {
            return Results.StatusCode(StatusCodes.Status400BadRequest);
        }
        catch (StorageException)
        {
            // Slack tries again.
            return Results.StatusCode(StatusCodes.Status503ServiceUnavailable);
        }
    }
}

/// <summary>What each address does with a body that Slack signed.</summary>
public sealed class Requests(Reception reception)
{
    public async Task<IResult> EventAsync(byte[] body, CancellationToken cancellation)
    {
        using var json = ForeignJson.Parse(body);
        var envelope = json.RootElement;
        return envelope.Text("type") == "url_verification" ? Results.Text(envelope.Text("challenge")) : Answer(await reception.EventAsync(envelope, cancellation));
    }

    public async Task<IResult> CommandAsync(byte[] body, CancellationToken cancellation)
    {
        var fields = FormBody.Parse(body);
        return fields.ContainsKey("ssl_check") ? Results.Ok() : Answer(await reception.CommandAsync(fields, cancellation));
    }

    public async Task<IResult> InteractionAsync(byte[] body, CancellationToken cancellation)
    {
        if (!FormBody.Parse(body).TryGetValue("payload", out var text))
            return Results.Ok();
        using var json = ForeignJson.Parse(text);
        return Answer(await reception.InteractionAsync(json.RootElement, cancellation));
    }

    private static IResult Answer(IReadOnlyDictionary<string, string> errors) =>
        FormAnswer.To(errors) is { } answer ? Results.Json(answer, AnswerJson.Default.FormAnswer) : Results.Ok();
}
