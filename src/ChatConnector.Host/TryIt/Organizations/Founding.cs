using ChatConnector.Engine;
using ChatConnector.Engine.Hearing;
using ChatConnector.Host.TryIt.Api;
using ChatConnector.Host.TryIt.Clock;
using ChatConnector.Host.TryIt.Screens;
using NodaTime;

namespace ChatConnector.Host.TryIt.Organizations;

/// <summary>Sets up an organization: everything it can be told goes through the inbox, as any platform would tell it.</summary>
public sealed class Founding(CurrentOrganization current, BrowserEars ears, ClockHand clock, History history)
{
    private static readonly Person Nobody = new("", "", "", "", "");

    private static readonly IReadOnlyList<Talk> EmptyChannels =
    [
        new("channel:everybody", "everybody", "For everybody here", null),
        new("channel:questions", "questions", "Questions of every kind", null),
    ];

    public async Task<Chosen> FoundAsync(string kind, CancellationToken cancellation)
    {
        var sample = kind == "sample";
        var screen = await current.BeginAsync(kind, sample ? SampleOrganization.Name : "Your organization", cancellation);
        var channels = sample ? SampleOrganization.Channels : EmptyChannels;
        await screen.WriteAsync(null, _ => [.. channels.Select(Put.Row)], cancellation);
        if (sample)
            await SettleAsync(screen, cancellation);
        var founder = sample ? SampleOrganization.People[0].Person : Nobody;
        await ears.TellAsync([.. channels.Select(c => new Telling(new Visit(screen, founder, c), "added" + c.Name, new Said.Added()))], cancellation);
        // Nobody comes in to unread signs for what they told Connector themselves.
        var read = from person in sample ? SampleOrganization.People.Select(r => r.Person) : []
                   from talk in channels.Append(Talk.PrivateWith(person.Id))
                   select (person.Id, talk.Id);
        await screen.WriteAsync(null, last => [.. read.Select(r => Put.Row(new ReadMark(r.Item1, r.Item2, last)))], cancellation);
        return (await current.ReadAsync(cancellation))!;
    }

    /// <summary>Somebody new; the first one looks after the settings.</summary>
    public async Task<Person> AddAsync(Screen screen, Adds adds, CancellationToken cancellation)
    {
        var people = await Guide.PeopleAsync(screen, cancellation);
        var zone = DateTimeZoneProviders.Tzdb.GetZoneOrNull(adds.Zone ?? "")?.Id ?? "Etc/UTC";
        var person = new Person(
            Guide.IdFor(adds.Name, [.. people.Select(p => p.Id)]), adds.Name.Trim(), adds.Title?.Trim() ?? "", adds.Team?.Trim() ?? "", zone,
            adds.Admin || people.Count == 0);
        await screen.WriteAsync(null, _ => [Put.Row(person)], cancellation);
        await ears.TellAsync([Joins(screen, person)], cancellation);
        return person;
    }

    private async Task SettleAsync(Screen screen, CancellationToken cancellation)
    {
        var people = SampleOrganization.People.Select(r => r.Person).ToList();
        await clock.MoveToAsync(screen, clock.GoodStart(people[0]), cancellation);
        await history.WriteAsync(screen.Organization, SampleOrganization.History, cancellation);
        await screen.WriteAsync(null, _ => [.. people.Select(Put.Row)], cancellation);
        await ears.TellAsync([.. people.Select(p => Joins(screen, p))], cancellation);
        await ears.TellAsync([.. SampleOrganization.People.Select(r => Does(screen, r.Person, ProfileOf(r)))], cancellation);
        var admin = people.Single(p => p.Admin);
        var settings = new Act(Verb.SaveSettings).With(Fields.Stewards, SampleOrganization.Steward).With(Fields.Zone, admin.Zone);
        await ears.TellAsync([Does(screen, admin, settings)], cancellation);
    }

    private static Act ProfileOf(Resident resident) => new Act(Verb.SaveProfile)
        .With(Fields.AskMeAbout, resident.AskMeAbout).With(Fields.StillLearning, resident.StillLearning).With(Fields.KnowsPeopleIn, resident.KnowsPeopleIn);

    private static Telling Joins(Screen screen, Person person) =>
        new(At(screen, person), "joined" + person.Id, new Said.Joined(new DirectoryEntry(person.Name, person.Title, person.Team, person.Zone, Admin: person.Admin)));

    private static Telling Does(Screen screen, Person who, Act act) => new(At(screen, who), $"{act.Verb}{who.Id}", new Said.Acted(act));

    private static Visit At(Screen screen, Person person) => new(screen, person, Talk.PrivateWith(person.Id));
}

/// <summary>Something to tell Connector on somebody's behalf.</summary>
public sealed record Telling(Visit By, string Id, Said Said);
