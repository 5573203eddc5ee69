using System.Reflection;
using System.Text.RegularExpressions;

namespace ChatConnector.Engine.Tests.Chats;

/// <summary>Sets the scene: who is there, how things are set, what happened before.</summary>
internal static partial class Cast
{
    public static void Apply(Workplace place, Step.Setting setting)
    {
        switch (setting.What)
        {
            case "org":
                foreach (var person in setting.Text.Split(" · "))
                    Add(place, person);
                break;
            case "past":
                AddPast(place, setting.Text);
                break;
            default:
                place.Put(setting.Text.Split("; ").Aggregate(place.Settings, Set));
                break;
        }
    }

    /// <summary>What the directory says of somebody written as <c>Bo Lund (DBA, Platform, Europe/Zurich; outside)</c>.</summary>
    public static DirectoryEntry Entry(string person)
    {
        var (name, about, more) = Parse(person);
        return new DirectoryEntry(name, Part(about, 0), Part(about, 1), Part(about, 2), more.Contains("outside"), more.Contains("admin"));
    }

    public static TeammateId IdOf(string name) => new(name.Split(' ')[0].ToLowerInvariant());

    private static void Add(Workplace place, string person)
    {
        var entry = Entry(person);
        var more = Parse(person).More;
        var id = IdOf(entry.Name);
        if (place.Teammate(id).IsKnown)
            throw new FormatException($"There is somebody called {id} already; people go by their first name.");
        place.Put(new Teammate(id, entry.Name)
        {
            Title = entry.Title ?? "",
            Team = entry.Team ?? "",
            Zone = entry.Zone ?? "",
            Presence = entry.Outside ? Presence.Outside : Presence.Here,
            Topics = [.. After(more, "knows ").Select(t => new Topic(t, TopicOrigin.Declared, TopicState.Confirmed, place.Now))],
            StillLearning = [.. After(more, "learns ")],
            KnowsPeopleIn = [.. After(more, "knows people in ")],
        });
        if (entry.Admin)
            place.Put(place.Settings with { Admins = place.Settings.Admins.Add(id) });
        if (more.Contains("steward"))
            place.Put(place.Settings with { Stewards = place.Settings.Stewards.Add(id) });
    }

    private static void AddPast(Workplace place, string text)
    {
        if (Past().Match(text) is not { Success: true } past)
            throw new FormatException("Write: past  2026-01-20 bo helped priya with postgres failover, or: bo helped priya in #data with ...");
        var at = NodaTime.Text.LocalDatePattern.Iso.Parse(past.Groups["day"].Value).GetValueOrThrow().At(new LocalTime(12, 0)).InUtc().ToInstant();
        var helper = IdOf(past.Groups["who"].Value);
        var ask = new AskId($"past{at.ToUnixTimeSeconds():x}");
        var channel = past.Groups["channel"] is { Success: true } named ? named.Value : null;
        place.Put(new Evidence(Evidence.IdAt(at, ask, helper), helper, EvidenceOrigin.Helped, past.Groups["what"].Value, at)
        {
            From = IdOf(past.Groups["whom"].Value),
            Ask = ask,
            Channel = channel,
        });
    }

    // "stewards = mia, tom", "zone = Europe/Berlin", "Inviting.WaveSize = 1": any setting by its name.
    private static Settings Set(Settings settings, string text)
    {
        if (text.Split(" = ", 2) is not [var path, var value])
            throw new FormatException($"A setting is written name = value; this is not: {text}");
        return (Settings)Set(settings, path.Split('.'), value);
    }

    private static object Set(object record, string[] path, string value)
    {
        var copy = record.GetType().GetMethod("<Clone>$")!.Invoke(record, null)!;
        var property = record.GetType().GetProperty(path[0], BindingFlags.IgnoreCase | BindingFlags.Public | BindingFlags.Instance)
            ?? throw new FormatException($"There is no setting called {path[0]}.");
        property.SetValue(copy, path.Length > 1 ? Set(property.GetValue(record)!, path[1..], value) : Convert(property.PropertyType, value));
        return copy;
    }

    private static object Convert(Type type, string value) => type switch
    {
        _ when type == typeof(string) => value,
        _ when type == typeof(int) => int.Parse(value),
        _ when type == typeof(double) => double.Parse(value),
        _ when type == typeof(bool) => value == "yes",
        _ when type == typeof(LocalTime) => NodaTime.Text.LocalTimePattern.CreateWithInvariantCulture("H:mm").Parse(value).GetValueOrThrow(),
        _ when type == typeof(ImmutableList<TeammateId>) => value.Split(", ").Select(IdOf).ToImmutableList(),
        _ when type == typeof(ImmutableList<LocalDate>) => value.Split(", ").Select(d => NodaTime.Text.LocalDatePattern.Iso.Parse(d).GetValueOrThrow()).ToImmutableList(),
        _ => throw new FormatException($"Nobody has said how to write a setting of type {type.Name}."),
    };

    private static (string Name, string[] About, string[] More) Parse(string person)
    {
        var open = person.IndexOf('(', StringComparison.Ordinal);
        if (open < 0)
            return (person.Trim(), [], []);
        var inside = person[(open + 1)..].TrimEnd(')', ' ').Split(';', StringSplitOptions.TrimEntries);
        return (person[..open].Trim(), inside[0].Split(',', StringSplitOptions.TrimEntries), inside[1..]);
    }

    private static string? Part(string[] about, int at) => at < about.Length && about[at].Length > 0 ? about[at] : null;

    private static IEnumerable<string> After(string[] more, string word) =>
        more.Where(m => m.StartsWith(word, StringComparison.Ordinal) && !(word == "knows " && m.StartsWith("knows people in ", StringComparison.Ordinal)))
            .SelectMany(m => m[word.Length..].Split(',', StringSplitOptions.TrimEntries));

    [GeneratedRegex(@"^(?<day>\d{4}-\d\d-\d\d)\s+(?<who>\w+) helped (?<whom>\w+)( in #(?<channel>[\w-]+))? with (?<what>.+)$")]
    private static partial Regex Past();
}
