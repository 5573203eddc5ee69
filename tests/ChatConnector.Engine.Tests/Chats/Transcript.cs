using System.Text;

namespace ChatConnector.Engine.Tests.Chats;

/// <summary>The signs in front of what Connector does.</summary>
internal static class Marks
{
    public const string New = "->";
    public const string Edited = "~>";
    public const string Introduction = "=>";
    public const string Form = "[]";
    public const string Home = "[]";
    public const string Wrong = "!!";
    public const string NotSent = "x>";
    public const string Continued = "|";
}

/// <summary>A story being written down: people's lines as they stand, Connector's lines in columns.</summary>
internal sealed class Transcript
{
    private const int TimeColumn = 11;
    private const int NameColumn = 9;

    private readonly StringBuilder text = new();

    public void Write(string line) => text.Append(line).Append('\n');

    public void Write(string mark, string whose, IEnumerable<string> lines, LocalDateTime? at = null)
    {
        var head = $"{(at is { } time ? Time(time) : "").PadRight(TimeColumn)}{mark} {whose.PadRight(NameColumn)}";
        foreach (var line in lines)
        {
            Write($"{head} {line}".TrimEnd());
            head = new string(' ', TimeColumn) + Marks.Continued.PadRight(NameColumn + 3);
        }
    }

    public void Write(Shown shown, LocalDateTime? at)
    {
        switch (shown)
        {
            case Shown.Card { On: var on, IsNew: var isNew }:
                var mark = !isNew ? Marks.Edited : on.Place.Kind == PlaceKind.Group && on.People.Count > 0 ? Marks.Introduction : Marks.New;
                Write(mark, Where(on.Place) + (on.OnlyFor is { } only ? $" ({only})" : ""), Showing.Lines(on.Card), at);
                break;
            case Shown.TakenAway:
                Write(Marks.NotSent, Where(shown.Place), ["taken away"], at);
                break;
            case Shown.NotSent { Why: var why }:
                Write(Marks.NotSent, Where(shown.Place), [$"not sent: {why}"], at);
                break;
            case Shown.Forgotten { Who: var who }:
                Write(Marks.Wrong, who.Text, ["everything kept about them elsewhere is erased"], at);
                break;
        }
    }

    public override string ToString() => text.ToString();

    private static string Where(Place place) => place switch
    {
        { Kind: PlaceKind.Private } => place.Id,
        { Kind: PlaceKind.Group } => place.Name,
        { Thread: { } thread } => $"#{place.Name}/{thread}",
        _ => $"#{place.Name}",
    };

    private static string Time(LocalDateTime at)
    {
        var week = Period.DaysBetween(StepReader.FirstMonday, at.Date) / 7 + 1;
        return $"{(week > 1 ? $"wk{week} " : "")}{at.DayOfWeek.ToString()[..3].ToLowerInvariant()} {at.TimeOfDay:HH:mm}  ";
    }
}
