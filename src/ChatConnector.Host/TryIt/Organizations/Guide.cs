using System.Text;
using ChatConnector.Host.TryIt.Screens;
using NodaTime;

namespace ChatConnector.Host.TryIt.Organizations;

/// <summary>Who is in the organization and where they can talk.</summary>
public static class Guide
{
    public static Task<IReadOnlyList<Person>> PeopleAsync(Screen screen, CancellationToken cancellation) =>
        screen.ListAsync("person|", ScreenJson.Default.Person, cancellation);

    public static async Task<Person?> PersonAsync(Screen screen, string? id, CancellationToken cancellation) =>
        id is { Length: > 0 } ? await screen.ReadAsync("person|" + id, ScreenJson.Default.Person, cancellation) : null;

    /// <summary>The conversations open to this person, their private one with Connector first.</summary>
    public static async Task<IReadOnlyList<Talk>> TalksAsync(Screen screen, string person, CancellationToken cancellation)
    {
        var talks = await screen.ListAsync("talk|", ScreenJson.Default.Talk, cancellation);
        return [Talk.PrivateWith(person), .. talks.Where(t => t.IsOpenTo(person))];
    }

    /// <summary>The conversation, if it is there and open to this person.</summary>
    public static async Task<Talk?> TalkAsync(Screen screen, string id, string person, CancellationToken cancellation)
    {
        var talk = Talk.KindOf(id) == Engine.PlaceKind.Private ? Talk.PrivateWith(person) : await screen.ReadAsync("talk|" + id, ScreenJson.Default.Talk, cancellation);
        return talk?.Id == id && talk.IsOpenTo(person) ? talk : null;
    }

    /// <summary>The person's time zone; UTC when theirs is unknown.</summary>
    public static DateTimeZone ZoneOf(Person person) => DateTimeZoneProviders.Tzdb.GetZoneOrNull(person.Zone) ?? DateTimeZone.Utc;

    /// <summary>An id made of a name's letters, unlike any that is taken.</summary>
    public static string IdFor(string name, IReadOnlyCollection<string> taken)
    {
        var letters = new StringBuilder();
        foreach (var letter in name.Split(' ')[0].Where(char.IsAsciiLetterOrDigit))
            letters.Append(char.ToLowerInvariant(letter));
        var id = letters.Length > 0 ? letters.ToString() : "teammate";
        return taken.Contains(id) || id == Line.Connector ? Enumerable.Range(2, taken.Count + 1).Select(n => $"{id}{n}").First(i => !taken.Contains(i)) : id;
    }
}
