using ChatConnector.Host.TryIt.Organizations;
using ChatConnector.Host.TryIt.Screens;

namespace ChatConnector.Host.TryIt.Api;

/// <summary>Who does something, and where: looked up from the untrusted ids of a request.</summary>
public sealed record Visit(Screen Screen, Person Me, Talk Talk)
{
    /// <summary>The visit, or the answer that says why there is none.</summary>
    public static async Task<(Visit? Visit, IResult? Refusal)> ToAsync(
        CurrentOrganization current, string me, string? talk, CancellationToken cancellation)
    {
        if (await current.ScreenAsync(cancellation) is not { } screen)
            return (null, Answers.Refuse(StatusCodes.Status409Conflict, "Nothing has been set up yet. Choose an organization first."));
        if (await Guide.PersonAsync(screen, me, cancellation) is not { } person)
            return (null, Answers.Refuse(StatusCodes.Status404NotFound, "There is nobody with that name here. Choose who you are."));
        return await Guide.TalkAsync(screen, talk ?? Talk.PrivateWith(me).Id, me, cancellation) is { } known
            ? (new Visit(screen, person, known), null)
            : (null, Answers.Refuse(StatusCodes.Status404NotFound, "That conversation isn't there, or isn't open to you."));
    }
}

/// <summary>Answers in JSON.</summary>
public static class Answers
{
    public static IResult Refuse(int status, string sentence, IReadOnlyDictionary<string, string>? errors = null) =>
        Results.Json(new ProblemView(sentence, errors), ApiJson.Default.ProblemView, statusCode: status);

    public static IResult Of(Heard heard) =>
        Results.Json(heard, ApiJson.Default.Heard, statusCode: heard.Form is null ? StatusCodes.Status202Accepted : StatusCodes.Status200OK);
}
