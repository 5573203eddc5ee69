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
        var signed = routes.ServiceProvider.GetRequiredService<SignedRequest>();
        var requests = routes.ServiceProvider.GetRequiredService<Requests>();
        routes.MapPost("/slack/events", context => AnswerAsync(context, signed, requests.EventAsync));
        routes.MapPost("/slack/commands", context => AnswerAsync(context, signed, requests.CommandAsync));
        routes.MapPost("/slack/interactions", context => AnswerAsync(context, signed, requests.InteractionAsync));
    }

    private static async Task AnswerAsync(HttpContext context, SignedRequest signed, Func<byte[], HttpContext, Task> hear)
    {
        var (body, refused) = await signed.ReadAsync(context.Request, context.RequestAborted);
        if (body is null)
        {
            context.Response.StatusCode = refused;
            return;
        }

        try
        {
            await hear(body, context);
        }
        catch (JsonException)
        {
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
        }
        catch (StorageException)
        {
            // Slack tries again.
            context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        }
    }
}

/// <summary>What each address does with a body that Slack signed: 200, empty unless there is something to answer.</summary>
public sealed class Requests(Reception reception)
{
    public async Task EventAsync(byte[] body, HttpContext context)
    {
        using var json = ForeignJson.Parse(body);
        var envelope = json.RootElement;
        if (envelope.Text("type") == "url_verification")
            await Results.Text(envelope.Text("challenge")).ExecuteAsync(context);
        else
            await AnswerAsync(context, await reception.EventAsync(envelope, context.RequestAborted));
    }

    public async Task CommandAsync(byte[] body, HttpContext context)
    {
        var form = new FormBody(body);
        if (!form.Has("ssl_check"u8))
            await AnswerAsync(context, await reception.CommandAsync(SlashCommand.Read(form), context.RequestAborted));
    }

    public async Task InteractionAsync(byte[] body, HttpContext context)
    {
        var form = new FormBody(body);
        if (!form.Has("payload"u8))
            return;
        using var json = ForeignJson.Parse(form.Text("payload"u8));
        await AnswerAsync(context, await reception.InteractionAsync(json.RootElement, context.RequestAborted));
    }

    private static Task AnswerAsync(HttpContext context, IReadOnlyDictionary<string, string> errors) => FormAnswer.To(errors) is { } answer
        ? context.Response.WriteAsJsonAsync(answer, AnswerJson.Default.FormAnswer, contentType: null, context.RequestAborted)
        : Task.CompletedTask;
}
