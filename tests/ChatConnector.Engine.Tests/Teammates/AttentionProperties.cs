using FsCheck;
using FsCheck.Fluent;

namespace ChatConnector.Engine.Tests.Teammates;

/// <summary>What holds for everybody, whatever their calendar, their wishes, and however much there would be to say.</summary>
public sealed class AttentionProperties
{
    // One life is lived per case and held against every rule.
    private static readonly (string Rule, Func<Attentions, IReadOnlyList<Attentions.Said>, bool> Holds)[] Rules =
    [
        ("Connector starts nothing outside the hours in which it may speak", (all, said) => said.All(s => IsWithinHours(all, s))),
        ("never more than the day allows", (all, said) => said.GroupBy(s => s.At.InZone(ZoneOf(all)).Date).All(day => day.Count() <= all.Settings.Attention.MostPerDay)),
        ("never more than the week allows", (all, said) =>
            said.All(s => said.Count(t => t.At >= s.At && t.At < s.At + Duration.FromDays(7)) <= all.Settings.Attention.MostPerWeek)),
        ("nothing is started in a pause", (all, said) => !said.Any(s => all.Person.Preferences.PausedUntil > s.At)),
        ("nothing of a kind that is off", (all, said) => !said.Any(s => all.Person.Preferences.Muted.TryGetValue(s.Contact, out var until) && until > s.At)),
        ("after two without any reaction a kind rests for sixty days", (all, said) => said.GroupBy(s => s.Contact).All(kind => RestsWhenIgnored(all, [.. kind]))),
        ("what is wished for is said once at most", (all, said) => said.Select(s => s.Wish).Distinct(ReferenceEqualityComparer.Instance).Count() == said.Count),
        ("nothing is said before its time", (all, said) => said.All(s => s.At >= s.Wish.At)),
    ];

    [Fact]
    public void Attention_is_respected_in_every_life() => Holds(all =>
    {
        var said = all.Live();
        var broken = Rules.Where(rule => !rule.Holds(all, said)).Select(rule => rule.Rule).ToList();
        return broken.Count == 0 ? true : throw new InvalidOperationException($"Broken: {string.Join("; ", broken)}.");
    });

    [Fact]
    public void What_waits_for_the_same_slot_goes_by_its_importance() => Holds(all =>
    {
        // One of each kind, all due in the same night.
        var night = all.Wishes.IsEmpty ? Company.Monday : all.Wishes[0].At;
        var kinds = new[] { Contact.Hello, Contact.Promise, Contact.PayForward, Contact.Outcome, Contact.Thank, Contact.Unanswered };
        var person = all.Person with { Preferences = all.Person.Preferences with { Muted = ImmutableDictionary<Contact, Instant>.Empty, PausedUntil = night + Duration.FromHours(1) } };
        var said = (all with { Person = person, Wishes = [.. kinds.Select(k => new Wish(k, night, false, true))] }).Live();
        return said.Select(s => s.Contact).SequenceEqual(said.Select(s => s.Contact).Order());
    });

    private static void Holds(Func<Attentions, bool> property) => Prop.ForAll(Attentions.Any, property).Check(Cases.Many.WithEndSize(30));

    private static bool RestsWhenIgnored(Attentions all, IReadOnlyList<Attentions.Said> kind) =>
        kind.Count > 0 && kind[0].Contact == Contact.Invitation || Enumerable.Range(0, Math.Max(kind.Count - 2, 0)).All(i =>
            kind[i].Wish.Reacts || kind[i + 1].Wish.Reacts
            || Days(kind[i].At, kind[i + 1].At, all) is 0 or >= 60
            || Days(kind[i + 1].At, kind[i + 2].At, all) is 0 or >= 60);

    // Written down here once more, from the product's rules rather than from the code.
    private static bool IsWithinHours(Attentions all, Attentions.Said said)
    {
        var (settings, wishes) = (all.Settings, all.Person.Preferences);
        var local = said.At.InZone(ZoneOf(all)).LocalDateTime;
        var (from, until) = (LocalTime.Max(new LocalTime(9, 30), wishes.DayStarts!.Value), LocalTime.Min(new LocalTime(16, 30), wishes.DayEnds!.Value));
        if (until <= from)
            (from, until) = (wishes.DayStarts.Value, wishes.DayEnds.Value);
        var endsEarly = local.DayOfWeek == IsoDayOfWeek.Friday && !said.Wish.ForToday;
        return !wishes.FreeWeekdays!.Contains(local.DayOfWeek)
            && !wishes.DaysOff.Contains(local.Date)
            && !settings.Holidays.Contains(local.Date)
            && local.TimeOfDay >= from && local.TimeOfDay < until
            && !(endsEarly && local.TimeOfDay >= new LocalTime(15, 0));
    }

    private static DateTimeZone ZoneOf(Attentions all) => all.Person.Zone switch
    {
        "" or "Not/AZone" => DateTimeZoneProviders.Tzdb["America/New_York"],
        "W. Europe Standard Time" => DateTimeZoneProviders.Tzdb["Europe/Berlin"],
        var id => DateTimeZoneProviders.Tzdb[id],
    };

    private static int Days(Instant from, Instant until, Attentions all) =>
        Period.DaysBetween(from.InZone(ZoneOf(all)).Date, until.InZone(ZoneOf(all)).Date);
}
