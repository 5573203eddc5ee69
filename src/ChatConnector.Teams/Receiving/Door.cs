using System.Text.Json;
using ChatConnector.Teams.Hearing;
using ChatConnector.Teams.Trust;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace ChatConnector.Teams.Receiving;

/// <summary>Lets in what Teams sent to us, and nothing else.</summary>
/// <param name="check">Null lets in what comes from this machine without a token; for development.</param>
public sealed class Door(TeamsSettings settings, TokenCheck? check, ServiceHosts hosts)
{
    private const int LargestBody = 1 << 20;
    private const string Teams = "msteams";

    /// <summary>The activity, or the status to refuse with. A refusal says nothing about its reason.</summary>
    public async ValueTask<(Activity? Activity, int Refused)> OpenAsync(HttpContext context, CancellationToken cancellation)
    {
        var request = context.Request;
        BotToken? token = null;
        if (check is not null)
        {
            token = await check.CheckAsync(Single(request.Headers.Authorization), cancellation);
            if (token is null)
                return (null, StatusCodes.Status401Unauthorized);
        }
        else if (!Nearby.Is(context))
        {
            return (null, StatusCodes.Status401Unauthorized);
        }

        if (!StringValues.IsNullOrEmpty(request.Headers.ContentEncoding))
            return (null, StatusCodes.Status415UnsupportedMediaType);
        if (await ForeignBytes.ReadAsync(request.Body, request.ContentLength, LargestBody, cancellation) is not { } body)
            return (null, StatusCodes.Status413PayloadTooLarge);
        try
        {
            using var json = ForeignJson.Parse(body);
            var activity = Activity.Read(json.RootElement);
            return WhyNot(activity, token) is { } refused ? (null, refused) : (activity, 0);
        }
        catch (JsonException)
        {
            return (null, StatusCodes.Status400BadRequest);
        }
    }

    private int? WhyNot(Activity activity, BotToken? token)
    {
        if (token is not null && token.Covers(activity.Channel, activity.ServiceUrl) is var trusted and not Trusted.Yes)
            return trusted == Trusted.NotForThisChannel ? StatusCodes.Status403Forbidden : StatusCodes.Status401Unauthorized;
        var isMeantForUs = activity.Channel == Teams
            && (token is null ? TeamsIds.IsId(activity.Bot.Id) : activity.Bot.Id == "28:" + settings.AppId)
            && TeamsIds.IsId(activity.Conversation)
            && settings.Allows(activity.Tenant)
            && hosts.Accept(activity.ServiceUrl) is not null;
        return isMeantForUs ? null : StatusCodes.Status403Forbidden;
    }

    /// <summary>A header that came twice is nobody's word.</summary>
    private static string? Single(StringValues header) => header.Count == 1 ? header[0] : null;
}
