using FsCheck;
using FsCheck.Fluent;

namespace ChatConnector.Engine.Tests.Teammates;

/// <summary>A person with any calendar and any wishes, and a list of things Connector would like to say to them.</summary>
internal sealed record Attentions(Settings Settings, Teammate Person, ImmutableList<Wish> Wishes)
{
    private static readonly TeammateId Ana = Company.Id("ana");
    private static readonly Instant Start = Instant.FromUtc(2026, 1, 1, 0, 0);
    private static readonly ImmutableList<string> AllZones = [.. DateTimeZoneProviders.Tzdb.Ids, "W. Europe Standard Time", "Not/AZone", ""];

    public static Arbitrary<Attentions> Any { get; } = Arb.From(
        from zone in Gen.Elements<string>(AllZones)
        from starts in Gen.Choose(0, 20)
        from length in Gen.Choose(1, 12)
        from free in Gen.ListOf(Gen.Choose(1, 7), 2)
        from off in Gen.ListOf(Gen.Choose(0, 200))
        from holidays in Gen.ListOf(Gen.Choose(0, 200))
        from perDay in Gen.Frequency((4, Gen.Constant(1)), (1, Gen.Choose(2, 3)))
        from perWeek in Gen.Choose(1, 4)
        from pause in Gen.Frequency((3, Gen.Constant(0)), (1, Gen.Choose(1, 60 * 24)))
        from muted in Gen.Frequency((3, Gen.Constant(-1)), (1, Gen.Choose(0, Muting.Kinds.Length - 1)))
        from wishes in Gen.ListOf(AnyWish)
        select Make(zone, (starts, Math.Min(starts + length, 23)), free, (off, holidays), (perDay, perWeek), (pause, muted), wishes),
        Shrink);

    private static Gen<Wish> AnyWish { get; } =
        from kind in Gen.Elements<Contact>(Muting.Kinds)
        from minutes in Gen.Frequency((3, Gen.Choose(0, 60 * 24 * 120)), (1, Gen.Choose(0, 60 * 24 * 3)))
        from today in Gen.Frequency((4, Gen.Constant(false)), (1, Gen.Constant(true)))
        from reacts in Gen.Frequency((2, Gen.Constant(false)), (1, Gen.Constant(true)))
        select new Wish(kind, Start + Duration.FromMinutes(minutes), today, reacts);

    /// <summary>Lets time pass until nothing waits any more, and tells what was said when.</summary>
    public IReadOnlyList<Said> Live()
    {
        var rows = new Dictionary<string, Row?> { [Settings.TheKey] = Settings, [Person.Key] = Person };
        var queue = new List<Pending>();
        for (var i = 0; i < Wishes.Count; i++)
        {
            var ask = new Ask(new AskId($"ask{i}"), Company.Id("bo"), "a hand", Start) { ByWhen = Wishes[i].ForToday ? ByWhen.Today : ByWhen.ThisWeek };
            var wish = new Pending(new Reminder(ReminderKind.KickOff, ask.Id, Ana, $"{i}"), Wishes[i].At);
            rows[ask.Key] = ask with { Pending = [wish] };
            queue.Add(wish);
        }

        var said = new List<Said>();
        for (var turns = 0; queue.MinBy(p => (p.At, p.MessageId.Text)) is { } due; turns++)
        {
            Assert.True(turns < 5_000, "Something waits for ever.");
            queue.Remove(due);
            // News that waits for working hours is not one of the wishes; it has its own tests.
            if (due.Reminder.Kind != ReminderKind.KickOff)
                continue;
            var wish = Wishes[int.Parse(due.Reminder.Detail)];
            var d = Speak(rows, due, wish.Kind);
            foreach (var effect in d.Effects)
            {
                if (effect is Effect.Remind again)
                    queue.Add(again.Pending);
                else if (effect is Effect.Tell tell)
                    said.Add(new Said(wish, due.At, tell.Contact));
            }

            if (wish.Reacts && d.Effects.Exists(e => e is Effect.Tell))
                d = Attending.Reacted(d, new Act(Verb.KeepPromise, due.Reminder.Ask));
            foreach (var (key, row) in d.Changed)
                rows[key] = row;
        }

        return said;
    }

    private static Decision Speak(Dictionary<string, Row?> rows, Pending due, Contact kind)
    {
        var message = new Message(due.MessageId, new OrganizationId("o"), Ana, Place.PrivateWith(Ana), due.At, Guid.Empty, new Engine.Said.Due(due.Reminder));
        var d = new Decision(new Situation(rows, new Colleagues()), message);
        return d.Start(due.Reminder, Ana, kind, new CardKey($"{due.Reminder.Ask}/any/ana"), _ => Card.Of("any", Text.Of("Hello")));
    }

    private static Attentions Make(
        string zone, (int Starts, int Ends) day, IEnumerable<int> free, (IEnumerable<int> Own, IEnumerable<int> Everybodys) off,
        (int Day, int Week) most, (int PauseHours, int Muted) wish, IEnumerable<Wish> wishes)
    {
        LocalDate Day(int days) => new LocalDate(2026, 1, 1).PlusDays(days);
        var preferences = new Preferences
        {
            DayStarts = new LocalTime(day.Starts, 0),
            DayEnds = new LocalTime(day.Ends, 30),
            FreeWeekdays = [.. free.Distinct().Select(d => (IsoDayOfWeek)d)],
            DaysOff = [.. off.Own.Select(Day)],
            PausedUntil = wish.PauseHours == 0 ? null : Start + Duration.FromHours(wish.PauseHours),
            Muted = wish.Muted < 0 ? ImmutableDictionary<Contact, Instant>.Empty
                : ImmutableDictionary<Contact, Instant>.Empty.Add(Muting.Kinds[wish.Muted], Start + Duration.FromDays(40)),
        };
        var settings = new Settings
        {
            Zone = "America/New_York",
            Holidays = [.. off.Everybodys.Select(Day)],
            Attention = new AttentionSettings(most.Day, most.Week),
        };
        return new Attentions(settings, new Teammate(Ana, "Ana") { Zone = zone, Preferences = preferences }, [.. wishes]);
    }

    private static IEnumerable<Attentions> Shrink(Attentions all)
    {
        for (var i = 0; i < all.Wishes.Count; i++)
            yield return all with { Wishes = all.Wishes.RemoveAt(i) };
        if (all.Settings.Holidays.Count > 0)
            yield return all with { Settings = all.Settings with { Holidays = [] } };
    }

    public override string ToString() =>
        $"{Person.Zone} {Person.Preferences.DayStarts}-{Person.Preferences.DayEnds} free {string.Join(' ', Person.Preferences.FreeWeekdays!)} {Settings.Attention} wishes\n{string.Join('\n', Wishes)}";

    /// <summary>Something Connector said of its own accord.</summary>
    internal sealed record Said(Wish Wish, Instant At, Contact Contact);
}

/// <summary>Something Connector would like to say from some moment on.</summary>
/// <param name="ForToday">About an ask for today.</param>
/// <param name="Reacts">The reader reacts to it at once.</param>
internal sealed record Wish(Contact Kind, Instant At, bool ForToday, bool Reacts);
