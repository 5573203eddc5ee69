using System.Text.RegularExpressions;

namespace ChatConnector.Engine.Tests.Chats;

/// <summary>Reads one line of a <c>.chat</c> file.</summary>
internal static partial class StepReader
{
    /// <summary>Weekdays count from here: week 1 begins on this Monday.</summary>
    public static readonly LocalDate FirstMonday = new(2026, 3, 2);

    private static readonly string[] Weekdays = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

    public static Step Read(string line)
    {
        if (SettingLine().Match(line) is { Success: true } setting)
            return new Step.Setting(setting.Groups["what"].Value, setting.Groups["text"].Value.Trim());
        if (TimeLine().Match(line) is { Success: true } passes)
            return new Step.TimePasses(ReadWhen(passes.Groups["when"].Value) ?? throw new FormatException("Say until when time passes."));
        if (line.Trim() == "(to the next reminder)")
            return new Step.TimePasses(null);
        if (CloseLine().Match(line) is { Success: true } closes)
            return new Step.Closes(closes.Groups["where"].Value, closes.Groups["how"].Value == "nothing");
        if (DeedLine().Match(line) is { Success: true } deed)
            return new Step.Does(ReadWhen(deed.Groups["when"].Value), deed.Groups["who"].Value, ReadDeed(deed.Groups["what"].Value));
        throw new FormatException("A line is a setting, a comment, or: time, two spaces, who, two spaces, what.");
    }

    private static When? ReadWhen(string text)
    {
        if (text.Length == 0)
            return null;
        var parts = text.Split(' ');
        var time = NodaTime.Text.LocalTimePattern.CreateWithInvariantCulture("H:mm").Parse(parts[^1]).GetValueOrThrow();
        if (NodaTime.Text.LocalDatePattern.Iso.Parse(parts[0]) is { Success: true } date)
            return new When(date.Value, time);
        var week = parts.Length == 3 ? int.Parse(parts[0][2..]) : 1;
        return new When(FirstMonday.PlusWeeks(week - 1).PlusDays(Array.IndexOf(Weekdays, parts[^2])), time);
    }

    private static Deed ReadDeed(string what)
    {
        if (PressLine().Match(what) is { Success: true } press)
        {
            return new Deed.Presses(press.Groups["label"].Value, press.Groups["on"] is { Success: true } on ? on.Value : null, press.Groups["old"].Success,
                press.Groups["twice"].Success ? 2 : 1, press.Groups["fields"] is { Success: true } fields ? ReadFields(fields.Value) : null);
        }
        if (what.StartsWith("presses", StringComparison.Ordinal))
            throw new FormatException("""Write: presses "Label", presses the old "Label", presses "Label" on "words on the card", and then perhaps: twice, or; fills field = value; field = value""");
        if (what.StartsWith("fills ", StringComparison.Ordinal))
            return new Deed.Fills(ReadFields(what["fills ".Length..]));
        if (AddLine().Match(what) is { Success: true } adds)
            return new Deed.AddsConnector(adds.Groups["channel"] is { Success: true } to ? to.Value : null);
        if (what.StartsWith("corrects it to: ", StringComparison.Ordinal))
            return new Deed.Corrects(Unescape(what["corrects it to: ".Length..]));
        if (what.StartsWith("joins as ", StringComparison.Ordinal))
            return new Deed.Joins(what["joins as ".Length..]);
        if (what.StartsWith("belongs to ", StringComparison.Ordinal))
            return new Deed.Belongs([.. what["belongs to ".Length..].Split(", ")]);
        if (LookLine().Match(what) is { Success: true } looks)
            return new Deed.Looks(looks.Groups["on"].Value);
        return what switch
        {
            "opens home" => new Deed.OpensHome(),
            "leaves the company" => new Deed.Leaves(),
            "takes it back" => new Deed.TakesBack(),
            _ when ChannelLine().Match(what) is { Success: true } channel => new Deed.Says(channel.Groups["channel"].Value, Unescape(channel.Groups["text"].Value)),
            _ => new Deed.Says(null, Unescape(what)),
        };
    }

    private static List<Filled> ReadFields(string text) =>
        [.. text.Split("; ").Select(field => field.Split(" = ", 2) is [var name, var value]
            ? new Filled(name.Trim(), Unescape(value.Trim().Trim('"')))
            : throw new FormatException($"A field is filled like this: name = value; this is not: {field}"))];

    private static string Unescape(string text) => text.Replace("\\n", "\n", StringComparison.Ordinal);

    [GeneratedRegex(@"^(?<what>org|settings|past)\s{2,}(?<text>.+)$")]
    private static partial Regex SettingLine();

    [GeneratedRegex(@"^(?<when>((wk\d+ )?(mon|tue|wed|thu|fri|sat|sun)|\d{4}-\d\d-\d\d) \d?\d:\d\d)\s{2,}\(time passes\)$")]
    private static partial Regex TimeLine();

    [GeneratedRegex(@"^\s{2,}\((?<how>nothing|everything) can be shown (to|in) (?<where>#?[\w+-]+)\)$")]
    private static partial Regex CloseLine();

    [GeneratedRegex(@"^(?<when>((wk\d+ )?(mon|tue|wed|thu|fri|sat|sun)|\d{4}-\d\d-\d\d) \d?\d:\d\d|)\s{2,}(?<who>[\p{L}\d-]+)\s{2,}(?<what>\S.*)$")]
    private static partial Regex DeedLine();

    [GeneratedRegex("^presses (?<old>the old )?\"(?<label>[^\"]+)\"( on \"(?<on>[^\"]+)\")?(?<twice> twice)?(; fills (?<fields>.+))?$")]
    private static partial Regex PressLine();

    [GeneratedRegex("^looks at \"(?<on>[^\"]+)\"$")]
    private static partial Regex LookLine();

    [GeneratedRegex(@"^adds Connector( to #(?<channel>[\w-]+))?$")]
    private static partial Regex AddLine();

    [GeneratedRegex(@"^in #(?<channel>[\w-]+): (?<text>.+)$")]
    private static partial Regex ChannelLine();
}
