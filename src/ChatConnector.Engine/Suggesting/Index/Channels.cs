namespace ChatConnector.Engine.Suggesting.Index;

/// <summary>Who has helped in which channel with asks that were open there, and how often. What was asked in private is in none.</summary>
internal sealed class Channels
{
    /// <summary>The number of no channel.</summary>
    public const ushort None = 0;

    private readonly Dictionary<string, ushort> numbers = new(StringComparer.Ordinal);
    private readonly List<Channel> channels = [new Channel("")];

    /// <summary>Numbers given so far, that of none included.</summary>
    public int Count => channels.Count;

    /// <summary>Helps in all channels together.</summary>
    public int Helps { get; private set; }

    public Channel this[int number] => channels[number];

    /// <summary>Null as well when nobody has helped there, or all of it is forgotten.</summary>
    public Channel? Find(string? id) => id is not null && numbers.TryGetValue(id, out var number) && channels[number].Timeline.Count > 0 ? channels[number] : null;

    /// <summary>The channel's number, given when there is none yet. An organization with more channels than numbers goes without the rest of them.</summary>
    public ushort NumberOf(string? id)
    {
        if (id is null)
            return None;
        if (numbers.TryGetValue(id, out var number) || channels.Count > ushort.MaxValue)
            return number;
        numbers[id] = number = (ushort)channels.Count;
        channels.Add(new Channel(id));
        return number;
    }

    public void Add(Document help, Person helper) => Change(help, helper, 1);

    public void Remove(Document help, Person helper) => Change(help, helper, -1);

    private void Change(Document help, Person helper, int change)
    {
        if (help.Channel == None)
            return;
        channels[help.Channel].Change(help.Minute, helper.Number, change);
        helper.HelpsInChannels += change;
        Helps += change;
    }
}

/// <summary>The helps in one channel.</summary>
internal sealed class Channel(string id)
{
    private readonly Dictionary<int, int> byPerson = [];

    public string Id { get; } = id;

    /// <summary>In the order of time.</summary>
    public Timeline Timeline { get; } = new();

    public int HelpsOf(int person) => byPerson.GetValueOrDefault(person);

    public void Change(int minute, int person, int change)
    {
        if (change > 0)
            Timeline.Add(minute, person);
        else
            Timeline.Remove(minute, person);
        byPerson[person] = HelpsOf(person) + change;
        if (byPerson[person] == 0)
            byPerson.Remove(person);
    }
}
