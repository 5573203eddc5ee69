using System.Text.Json;
using System.Text.Json.Serialization;
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
        routes.MapPost("/slack/events", (HttpContext context, SignedRequest signed, Requests requests) => AnswerAsync(context, signed, requests.EventAsync));
        routes.MapPost("/slack/commands", (HttpContext context, SignedRequest signed, Requests requests) => AnswerAsync(context, signed, requests.CommandAsync));
        routes.MapPost("/slack/interactions", (HttpContext context, SignedRequest signed, Requests requests) => AnswerAsync(context, signed, requests.InteractionAsync));
        if (routes.ServiceProvider.GetService<InstallFlow>() is not null)
            routes.MapInstall();
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
public sealed class Requests(Installs installs, SlackEars ears, EventHearing events, CommandHearing commands, InteractionHearing interactions)
{
    public async Task<IResult> EventAsync(byte[] body, CancellationToken cancellation)
    {
        using var json = Wire.Parse(body);
        var envelope = json.RootElement;
        return envelope.Text("type") switch
        {
            "url_verification" => Results.Text(envelope.Text("challenge")),
            "event_callback" => await HearAsync(Sender.WorkspaceOfEvent(envelope), install => events.Hear(envelope, install), cancellation),
            _ => Results.Ok(),
        };
    }

    public async Task<IResult> CommandAsync(byte[] body, CancellationToken cancellation)
    {
        var fields = FormBody.Parse(body);
        return fields.ContainsKey("ssl_check") ? Results.Ok() : await HearAsync(Sender.WorkspaceOfCommand(fields), install => commands.Hear(fields, install), cancellation);
    }

    public async Task<IResult> InteractionAsync(byte[] body, CancellationToken cancellation)
    {
        if (!FormBody.Parse(body).TryGetValue("payload", out var text))
            return Results.Ok();
        using var json = Wire.Parse(text);
        var payload = json.RootElement;
        return await HearAsync(Sender.WorkspaceOfInteraction(payload), install => interactions.Hear(payload, install), cancellation);
    }

    private async Task<IResult> HearAsync(string workspace, Func<Install, Meaning> hear, CancellationToken cancellation)
    {
        if (await installs.FindAsync(workspace, cancellation) is not { } at)
            return Results.Ok();
        var errors = await ears.HearAsync(hear(at.Install), at, cancellation);
        return errors.Count == 0 ? Results.Ok() : Results.Json(new FormAnswer("errors", errors), AnswerJson.Default.FormAnswer);
    }
}

/// <summary>Keeps a submitted form open and says beside its fields what is wrong.</summary>
internal sealed record FormAnswer(
    [property: JsonPropertyName("response_action")] string ResponseAction, [property: JsonPropertyName("errors")] IReadOnlyDictionary<string, string> Errors);

[JsonSerializable(typeof(FormAnswer))]
internal sealed partial class AnswerJson : JsonSerializerContext;
