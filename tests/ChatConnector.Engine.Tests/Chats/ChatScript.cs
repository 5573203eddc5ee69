using System.Text.RegularExpressions;

namespace ChatConnector.Engine.Tests.Chats;

/// <summary>
/// A story told as a chat. People's lines are input, Connector's lines are golden. The format is described in
/// <c>Scenarios/README.md</c>.
/// </summary>
internal sealed partial record ChatScript(string Name, IReadOnlyList<ChatScript.Line> Lines)
{
    public static ChatScript Parse(string name, string text)
    {
        var lines = new List<Line>();
        foreach (var (raw, number) in text.ReplaceLineEndings("\n").Split('\n').Select((l, i) => (l.TrimEnd(), i + 1)))
        {
            if (IsGolden(raw))
                continue;
            lines.Add(new Line(number, raw, Read(raw, name, number)));
        }
        while (lines.Count > 0 && lines[^1].Raw.Length == 0)
            lines.RemoveAt(lines.Count - 1);
        return new ChatScript(name, lines);
    }

    /// <summary>Connector's own lines: written by the runner, read by nobody but the reviewer.</summary>
    public static bool IsGolden(string line) => GoldenLine().IsMatch(line);

    private static Step? Read(string raw, string name, int number)
    {
        try
        {
            return raw.Length == 0 || raw.StartsWith('#') ? null : StepReader.Read(raw);
        }
        catch (FormatException wrong)
        {
            throw new FormatException($"{name}:{number}: {wrong.Message}\n    {raw}", wrong);
        }
    }

    // A time, or nothing, and then one of the signs in front of what Connector does; or the continuation of such a line.
    [GeneratedRegex(@"^((wk\d+ )?(mon|tue|wed|thu|fri|sat|sun) \d\d:\d\d)?\s+(->|~>|=>|\[\]|x>|!!|\|)( |$)")]
    private static partial Regex GoldenLine();

    /// <summary>One line of the file as it stands, and what happens in it; nothing for comments and blank lines.</summary>
    public sealed record Line(int Number, string Raw, Step? Step);
}

/// <summary>Something that happens in a story.</summary>
internal abstract record Step
{
    private Step()
    {
    }

    /// <summary>Before the story begins: who is there, how things are set, what happened before.</summary>
    public sealed record Setting(string What, string Text) : Step;

    /// <summary>Somebody does something.</summary>
    /// <param name="When">Null: right after what was before.</param>
    public sealed record Does(When? When, string Who, Deed Deed) : Step;

    /// <summary>The platform shows nothing new any more to somebody, or in a channel; or shows it again.</summary>
    public sealed record Closes(string Where, bool IsClosed) : Step;

    /// <summary>Time moves, and whatever is due happens.</summary>
    /// <param name="When">Null: until the next reminder.</param>
    public sealed record TimePasses(When? When) : Step;
}

/// <summary>A time on the clock of whoever acts.</summary>
internal sealed record When(LocalDate Date, LocalTime Time);

/// <summary>What somebody does.</summary>
internal abstract record Deed
{
    private Deed()
    {
    }

    /// <param name="Channel">Null: privately to Connector.</param>
    public sealed record Says(string? Channel, string Text) : Deed;

    /// <param name="On">Words on the card that is meant, when several have such a button.</param>
    /// <param name="Old">Also buttons that are no longer on the screen.</param>
    public sealed record Presses(string Label, string? On, bool Old, int Times, IReadOnlyList<Filled>? Fields) : Deed;

    public sealed record Fills(IReadOnlyList<Filled> Fields) : Deed;

    public sealed record OpensHome : Deed;

    /// <param name="Card">Words on it, as everybody sees it.</param>
    public sealed record Looks(string Card) : Deed;

    public sealed record Joins(string Person) : Deed;

    public sealed record Belongs(ImmutableList<string> Names) : Deed;

    public sealed record Leaves : Deed;

    /// <param name="Channel">Null: to themselves.</param>
    public sealed record AddsConnector(string? Channel) : Deed;

    /// <summary>Changes the last words they said.</summary>
    public sealed record Corrects(string Text) : Deed;

    /// <summary>Deletes the last words they said.</summary>
    public sealed record TakesBack : Deed;
}

/// <summary>A field of a form and what is written into it.</summary>
internal sealed record Filled(string Field, string Value);
