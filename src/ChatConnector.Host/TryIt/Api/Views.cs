using ChatConnector.Host.TryIt.Rendering;
using ChatConnector.Host.TryIt.Screens;

namespace ChatConnector.Host.TryIt.Api;

/// <summary>Everything a window needs to begin.</summary>
/// <param name="Last">The number of the last change it holds; the stream goes on from there.</param>
public sealed record StateView(
    Organizations.Chosen Organization, string Me, IReadOnlyList<Person> People, IReadOnlyList<TalkView> Talks, CardView? Home, ClockView Clock, long Last);

/// <param name="Last">The number of the last line this person sees in it.</param>
public sealed record TalkView(string Id, string Kind, string Name, string About, IReadOnlyList<string>? Members, int Unread, long Last);

/// <param name="Now">The shifted time.</param>
/// <param name="Next">When the next reminder is due, if one is waiting.</param>
public sealed record ClockView(DateTimeOffset Now, DateTimeOffset? Next);

public sealed record LinesView(IReadOnlyList<LineView> Lines, bool More);

public sealed record LineView(
    string Talk, long Number, string From, DateTimeOffset At, string? Text, CardView? Card, bool OnlyForYou, long? Thread, bool Edited, bool Gone)
{
    public static LineView Of(Line line) =>
        new(line.Talk, line.Number, line.From, line.At, line.Text, line.Card, line.OnlyFor is not null, line.Thread, line.Edited, line.Gone);
}

public sealed record ReadView(string Talk, long UpTo);

/// <summary>What came of something said or done: usually nothing but that it was heard, sometimes a form to fill in.</summary>
public sealed record Heard(FormView? Form = null);

/// <summary>What went wrong, in a sentence for people, and field by field where there are fields.</summary>
public sealed record ProblemView(string Problem, IReadOnlyDictionary<string, string>? Errors = null);

// What windows and scripts send. Ids are made by the sender: the same id twice is carried out once.

public sealed record Says(string As, string Talk, string Text, string Id, long? Thread = null);

public sealed record Rewrites(string As, string Talk, long Line, string Text, string Id);

public sealed record TakesBack(string As, string Talk, long Line, string Id);

public sealed record Presses(string As, string Talk, string Act, string Id, long? Thread = null);

public sealed record Submits(string As, string Talk, string Act, IReadOnlyDictionary<string, string> Fields, string Id, long? Thread = null);

public sealed record MakesAsk(string As, string Talk, long Line);

public sealed record Reads(string As, string Talk, long UpTo);

public sealed record OpensHome(string As);

/// <param name="To"><c>hour</c>, <c>working-day</c> or <c>reminder</c>.</param>
public sealed record MovesClock(string As, string To);

public sealed record Chooses(string Kind);

public sealed record Adds(string Name, string? Title = null, string? Team = null, string? Zone = null, bool Admin = false);
