using ChatConnector.Engine;
using ChatConnector.Host.TryIt.Clock;
using ChatConnector.Host.TryIt.Organizations;
using ChatConnector.Host.TryIt.Screens;

namespace ChatConnector.Host.TryIt.Api;

/// <summary>Everything the page does, as HTTP; see "Driving the try-it chat from a script" in src/README.md.</summary>
public static class TryItApi
{
    private const int LongestId = 64;
    private const int LongestText = 20_000;

    public static void MapTryItApi(this IEndpointRouteBuilder routes)
    {
        var api = routes.MapGroup("/try");
        api.MapGet("/state", StateAsync);
        api.MapGet("/lines", LinesAsync);
        api.MapGet("/stream", StreamAsync);
        api.MapPost("/say", SayAsync);
        api.MapPost("/rewrite", RewriteAsync);
        api.MapPost("/take-back", TakeBackAsync);
        api.MapPost("/press", PressAsync);
        api.MapPost("/submit", SubmitAsync);
        api.MapPost("/shortcut", MakeAskAsync);
        api.MapPost("/read", ReadAsync);
        api.MapPost("/home", OpenHomeAsync);
        api.MapGet("/clock", ClockAsync);
        api.MapPost("/clock", MoveClockAsync);
        api.MapPost("/organization", ChooseAsync);
        api.MapPost("/people", AddAsync);
    }

    private static async Task<IResult> StateAsync(string @as, CurrentOrganization current, Sight sight, CancellationToken cancellation) =>
        await Visit.ToAsync(current, @as, null, cancellation) is ({ } visit, _)
            ? Results.Json(await sight.StateAsync(visit.Screen, visit.Me, cancellation), ApiJson.Default.StateView)
            : Answers.Refuse(StatusCodes.Status404NotFound, "There is nobody with that name here. Choose who you are.");

    private static async Task<IResult> LinesAsync(string @as, string talk, long? before, CurrentOrganization current, CancellationToken cancellation)
    {
        var (visit, refusal) = await Visit.ToAsync(current, @as, talk, cancellation);
        return visit is null ? refusal! : Results.Json(await Sight.LinesAsync(visit.Screen, visit.Talk, @as, before, cancellation), ApiJson.Default.LinesView);
    }

    private static async Task<IResult> StreamAsync(
        string @as, string? of, long? after, HttpRequest request, CurrentOrganization current, Sight sight, CancellationToken cancellation)
    {
        var (visit, refusal) = await Visit.ToAsync(current, @as, null, cancellation);
        // A window that was away while somebody started over still shows the organization that was. Looked at last, because it may end just now.
        if (of is not null && (await current.ScreenAsync(cancellation))?.Organization.Text != of)
            return Results.ServerSentEvents(Sight.Over());
        if (visit is null)
            return refusal!;
        // A browser that lost its connection says what it saw last; that is newer than what its page began with.
        var last = long.TryParse(request.Headers["Last-Event-ID"], out var seen) ? seen : after ?? await visit.Screen.LastAsync(cancellation);
        return Results.ServerSentEvents(sight.StreamAsync(visit.Screen, visit.Me, last, cancellation));
    }

    private static async Task<IResult> SayAsync(Says says, CurrentOrganization current, BrowserEars ears, CancellationToken cancellation)
    {
        var (visit, refusal) = await Visit.ToAsync(current, says.As, says.Talk, cancellation);
        if (visit is null)
            return refusal!;
        return WrongId(says.Id) ?? WrongText(says.Text) ?? Answers.Of(await ears.SayAsync(visit, says, cancellation));
    }

    private static async Task<IResult> RewriteAsync(Rewrites rewrites, CurrentOrganization current, BrowserEars ears, CancellationToken cancellation)
    {
        var (visit, refusal) = await Visit.ToAsync(current, rewrites.As, rewrites.Talk, cancellation);
        if (visit is null)
            return refusal!;
        if ((WrongId(rewrites.Id) ?? WrongText(rewrites.Text)) is { } wrong)
            return wrong;
        return await LineAsync(visit, rewrites.Line, cancellation) is { } line && line.From == rewrites.As
            ? Answers.Of(await ears.RewriteAsync(visit, line, rewrites.Text, rewrites.Id, cancellation))
            : NotThere();
    }

    private static async Task<IResult> TakeBackAsync(TakesBack takes, CurrentOrganization current, BrowserEars ears, CancellationToken cancellation)
    {
        var (visit, refusal) = await Visit.ToAsync(current, takes.As, takes.Talk, cancellation);
        if (visit is null)
            return refusal!;
        if (WrongId(takes.Id) is { } wrong)
            return wrong;
        return await LineAsync(visit, takes.Line, cancellation) is { } line && line.From == takes.As
            ? Answers.Of(await ears.TakeBackAsync(visit, line, takes.Id, cancellation))
            : NotThere();
    }

    private static async Task<IResult> PressAsync(Presses presses, CurrentOrganization current, BrowserEars ears, CancellationToken cancellation)
    {
        var (visit, refusal) = await Visit.ToAsync(current, presses.As, presses.Talk, cancellation);
        if (visit is null)
            return refusal!;
        return WrongId(presses.Id) ?? (Act.FromButtonValue(presses.Act) is { } act
            ? Answers.Of(await ears.ActAsync(visit, presses.Thread, presses.Id, act, cancellation))
            : UnknownButton());
    }

    private static async Task<IResult> SubmitAsync(Submits submits, CurrentOrganization current, BrowserEars ears, CancellationToken cancellation)
    {
        var (visit, refusal) = await Visit.ToAsync(current, submits.As, submits.Talk, cancellation);
        if (visit is null)
            return refusal!;
        if (WrongId(submits.Id) is { } wrong)
            return wrong;
        if (Act.FromButtonValue(submits.Act) is not { } act)
            return UnknownButton();
        foreach (var (name, text) in submits.Fields)
            act = act.With(name, text.Length > LongestText ? text[..LongestText] : text);
        var (heard, errors) = await ears.SubmitAsync(visit, submits.Thread, submits.Id, act, cancellation);
        return heard is null
            ? Answers.Refuse(StatusCodes.Status422UnprocessableEntity, "Please look at the form once more.", errors)
            : Answers.Of(heard);
    }

    private static async Task<IResult> MakeAskAsync(MakesAsk makes, CurrentOrganization current, BrowserEars ears, CancellationToken cancellation)
    {
        var (visit, refusal) = await Visit.ToAsync(current, makes.As, makes.Talk, cancellation);
        if (visit is null)
            return refusal!;
        return await LineAsync(visit, makes.Line, cancellation) is { } line
            ? Answers.Of(await ears.MakeAskAsync(visit, line, cancellation))
            : NotThere();
    }

    private static async Task<IResult> ReadAsync(Reads reads, CurrentOrganization current, CancellationToken cancellation)
    {
        var (visit, refusal) = await Visit.ToAsync(current, reads.As, reads.Talk, cancellation);
        if (visit is null)
            return refusal!;
        await visit.Screen.WriteAsync(null, _ => [Put.Row(new ReadMark(reads.As, reads.Talk, reads.UpTo))], cancellation);
        return Results.NoContent();
    }

    private static async Task<IResult> OpenHomeAsync(OpensHome opens, CurrentOrganization current, BrowserEars ears, CancellationToken cancellation)
    {
        var (visit, refusal) = await Visit.ToAsync(current, opens.As, null, cancellation);
        return visit is null ? refusal! : Answers.Of(await ears.HearAsync(visit, Guid.NewGuid().ToString("N"), new Said.OpenedHome(), cancellation));
    }

    private static async Task<IResult> ClockAsync(CurrentOrganization current, ClockHand clock, CancellationToken cancellation) =>
        await current.ScreenAsync(cancellation) is { } screen
            ? Results.Json(await clock.ViewAsync(screen.Organization, cancellation), ApiJson.Default.ClockView)
            : Answers.Refuse(StatusCodes.Status409Conflict, "Nothing has been set up yet. Choose an organization first.");

    private static async Task<IResult> MoveClockAsync(MovesClock moves, CurrentOrganization current, ClockHand clock, CancellationToken cancellation)
    {
        var (visit, refusal) = await Visit.ToAsync(current, moves.As, null, cancellation);
        if (visit is null)
            return refusal!;
        var organization = visit.Screen.Organization;
        DateTimeOffset? time = moves.To switch
        {
            "hour" => clock.Now.AddHours(1),
            "working-day" => clock.NextWorkingDay(visit.Me),
            "reminder" => await clock.NextAsync(organization, cancellation),
            _ => null,
        };
        if (time is not { } until)
            return Answers.Refuse(StatusCodes.Status422UnprocessableEntity, "Nothing is waiting to happen, so there is no next reminder to go to.");
        return await clock.MoveToAsync(visit.Screen, until, cancellation)
            ? Results.Json(await clock.ViewAsync(organization, cancellation), ApiJson.Default.ClockView)
            : Answers.Refuse(StatusCodes.Status503ServiceUnavailable, "Something that was due takes longer than usual. The clock waits there; try again.");
    }

    private static async Task<IResult> ChooseAsync(Chooses chooses, Founding founding, CancellationToken cancellation)
    {
        if (chooses.Kind is not ("sample" or "empty"))
            return Answers.Refuse(StatusCodes.Status422UnprocessableEntity, "Choose either sample or empty.");
        return Results.Json(await founding.FoundAsync(chooses.Kind, cancellation), ApiJson.Default.Chosen);
    }

    private static async Task<IResult> AddAsync(Adds adds, CurrentOrganization current, Founding founding, CancellationToken cancellation)
    {
        if (await current.ScreenAsync(cancellation) is not { } screen)
            return Answers.Refuse(StatusCodes.Status409Conflict, "Nothing has been set up yet. Choose an organization first.");
        return string.IsNullOrWhiteSpace(adds.Name) || adds.Name.Length > 80
            ? Answers.Refuse(StatusCodes.Status422UnprocessableEntity, "Give them a name of at most 80 characters.")
            : Results.Json(await founding.AddAsync(screen, adds, cancellation), ApiJson.Default.Person);
    }

    private static IResult UnknownButton() => Answers.Refuse(StatusCodes.Status422UnprocessableEntity, "That button isn't one of mine.");

    private static IResult? WrongId(string id) => id.Length is > 0 and <= LongestId && id.All(char.IsAsciiLetterOrDigit)
        ? null
        : Answers.Refuse(StatusCodes.Status422UnprocessableEntity, $"Send an id of your own with it: letters and digits, at most {LongestId}.");

    private static IResult? WrongText(string text) => !string.IsNullOrWhiteSpace(text) && text.Length <= LongestText
        ? null
        : Answers.Refuse(StatusCodes.Status422UnprocessableEntity, $"Write something, and at most {LongestText} characters of it.");

    /// <summary>A line somebody typed and this visitor sees.</summary>
    private static async Task<Line?> LineAsync(Visit visit, long number, CancellationToken cancellation) =>
        await visit.Screen.ReadAsync(Line.KeyOf(visit.Talk.Id, number), ScreenJson.Default.Line, cancellation) is { Text: not null } line && line.IsSeenBy(visit.Me.Id) ? line : null;

    private static IResult NotThere() => Answers.Refuse(StatusCodes.Status404NotFound, "That message isn't there any more.");
}
