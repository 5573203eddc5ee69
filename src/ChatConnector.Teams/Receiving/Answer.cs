using ChatConnector.Engine.Wording;
using ChatConnector.Teams.Calling;
using ChatConnector.Teams.Rendering;
using Microsoft.AspNetCore.Http;

namespace ChatConnector.Teams.Receiving;

/// <summary>What Teams is answered.</summary>
/// <param name="Status">Of HTTP.</param>
/// <param name="Body">For Teams to show; null for nothing.</param>
public sealed record Answer(int Status, object? Body = null)
{
    private const string Sentence = "application/vnd.microsoft.activity.message";
    private const string Error = "application/vnd.microsoft.error";

    /// <summary>It is kept and will be worked on.</summary>
    public static readonly Answer Heard = new(StatusCodes.Status202Accepted);

    /// <summary>A dialog closes.</summary>
    public static readonly Answer Closed = new(StatusCodes.Status200OK);

    /// <summary>Nothing we know.</summary>
    public static readonly Answer Unknown = new(StatusCodes.Status501NotImplemented);

    /// <summary>A press is heard; what comes of it is shown in the chat.</summary>
    public static readonly Answer Pressed = new(StatusCodes.Status200OK, new Pressing(200, Sentence, Frames.Heard));

    /// <summary>A press that leads nowhere any more.</summary>
    public static readonly Answer Stale = new(StatusCodes.Status200OK, new Pressing(200, Sentence, Frames.Stale));

    /// <summary>There is no other version of the card for them: what is shown stays.</summary>
    public static readonly Answer NothingToSee = new(StatusCodes.Status200OK, new Pressing(400, Error, new Failure("BadRequest", Frames.Stale)));

    /// <summary>Nobody can tell now what else the card would show: what is shown stays.</summary>
    public static readonly Answer NotNow = new(StatusCodes.Status200OK, new Pressing(500, Error, new Failure("ServiceError", Frames.NotNow)));

    /// <summary>The card in the version of the one who looks at it.</summary>
    public static Answer Of(AdaptiveCard card) => new(StatusCodes.Status200OK, new Pressing(200, AdaptiveCard.ContentType, card));

    /// <summary>A dialog with a form.</summary>
    public static Answer Of(Dialog dialog) => new(StatusCodes.Status200OK, new Tasking(new Showing("continue", new TaskInfo(dialog.Title, "medium", dialog.Height, new Attachment(AdaptiveCard.ContentType, dialog.Card)))));

    /// <summary>A dialog with a sentence.</summary>
    public static Answer Of(string sentence) => new(StatusCodes.Status200OK, new Tasking(new Showing("message", sentence)));
}

/// <param name="Value">A sentence, a card or a <see cref="Failure"/>.</param>
internal sealed record Pressing(int StatusCode, string Type, object Value);

internal sealed record Failure(string Code, string Message);

internal sealed record Tasking(Showing Task);

/// <param name="Value">A <see cref="TaskInfo"/>, or a sentence.</param>
internal sealed record Showing(string Type, object Value);

internal sealed record TaskInfo(string Title, string Width, string Height, Attachment Card);
