using ChatConnector.Engine;
using ChatConnector.Host.TryIt.Rendering;

namespace ChatConnector.Host.TryIt.Screens;

/// <summary>One thing said or shown in a conversation.</summary>
/// <param name="Talk">The conversation it stands in.</param>
/// <param name="Number">Its place in the order of everything that happened; unique in the organization.</param>
/// <param name="From">A teammate's id, or <see cref="Connector"/>.</param>
public sealed record Line(string Talk, long Number, string From, DateTimeOffset At)
{
    public const string Connector = "connector";

    public string? Text { get; init; }
    public CardView? Card { get; init; }

    /// <summary>The id a person said it under; null for what Connector shows.</summary>
    public string? SaidAs { get; init; }

    /// <summary>In a channel or group: the one teammate who sees it.</summary>
    public string? OnlyFor { get; init; }

    /// <summary>The line it answers, when it stands in a thread.</summary>
    public long? Thread { get; init; }

    public bool Edited { get; init; }

    /// <summary>It was taken away again; only its number is left.</summary>
    public bool Gone { get; init; }

    public string Key => KeyOf(Talk, Number);

    public static string KeyOf(string talk, long number) => $"{PrefixOf(talk)}{number:D10}";

    public static string PrefixOf(string talk) => $"line|{talk}|";

    public static long NumberIn(string key) => long.Parse(key.AsSpan(key.LastIndexOf('|') + 1));

    public bool IsSeenBy(string person) => !Gone && IsFor(person);

    /// <summary>Whether it is or was for this person's eyes.</summary>
    public bool IsFor(string person) => OnlyFor is null || OnlyFor == person;
}

/// <summary>A conversation people can open. Its id says its kind: <c>private:</c>, <c>channel:</c> or <c>group:</c> and the place's own id.</summary>
/// <param name="Members">Who is in it; null for everybody.</param>
public sealed record Talk(string Id, string Name, string About, IReadOnlyList<string>? Members)
{
    public PlaceKind Kind => KindOf(Id) ?? PlaceKind.Channel;

    public string Key => "talk|" + Id;

    public Place Place => PlaceOf(Id, Name);

    public bool IsOpenTo(string person) => Members?.Contains(person) ?? true;

    public static Talk PrivateWith(string person) => new("private:" + person, "Connector", "Just you and Connector", [person]);

    public static string IdOf(Place place) => $"{place.Kind.ToString().ToLowerInvariant()}:{place.Id}";

    public static PlaceKind? KindOf(string id) => id.Split(':')[0] switch
    {
        "private" => PlaceKind.Private,
        "channel" => PlaceKind.Channel,
        "group" => PlaceKind.Group,
        _ => null,
    };

    private static Place PlaceOf(string id, string name)
    {
        var own = id[(id.IndexOf(':', StringComparison.Ordinal) + 1)..];
        return KindOf(id) == PlaceKind.Private ? Place.PrivateWith(new TeammateId(own)) : new Place(KindOf(id) ?? PlaceKind.Channel, own, name);
    }
}

/// <summary>Somebody in the browser's directory.</summary>
public sealed record Person(string Id, string Name, string Title, string Team, string Zone, bool Admin = false)
{
    public string Key => "person|" + Id;
}

/// <summary>That something changed, in the order it did; what a window that was away has to catch up with.</summary>
/// <param name="What"><c>line</c>, <c>talk</c>, <c>person</c>, <c>home</c>, <c>read</c> or <c>clock</c>.</param>
/// <param name="Row">The key of the row to look at now.</param>
public sealed record Change(long Number, string What, string Row)
{
    public string Key => KeyOf(Number);

    public static string KeyOf(long number) => $"change|{number:D10}";
}

/// <summary>How far a teammate has read a conversation.</summary>
public sealed record ReadMark(string Person, string Talk, long UpTo)
{
    public string Key => KeyOf(Person, Talk);

    public static string KeyOf(string person, string talk) => $"read|{person}|{talk}";
}

/// <summary>A teammate's home page as it was last published.</summary>
public sealed record HomePage(string Person, CardView Card)
{
    public string Key => KeyOf(Person);

    public static string KeyOf(string person) => "home|" + person;
}

/// <summary>That an effect or a press was carried out before, and what came of it.</summary>
public sealed record Done(string Id, string Reference)
{
    public string Key => KeyOf(Id);

    public static string KeyOf(string id) => "done|" + id;
}

/// <summary>The number of the last change.</summary>
public sealed record Head(long Number)
{
    public const string TheKey = "head";
}
