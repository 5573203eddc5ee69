using ChatConnector.Engine;
using ChatConnector.Engine.Wording;
using ChatConnector.Runtime;
using NodaTime;

namespace ChatConnector.Tests.Runtime;

/// <summary>How often something was counted, and what it waits for.</summary>
public sealed record Tally(string Name, int Count) : Row
{
    public override string Key => KeyOf(Name);

    public static string KeyOf(string name) => "tally|" + name;
}

/// <summary>
/// A small conversation whose every effect follows from the words: <c>count a</c>, <c>tell bo hello</c>, <c>card k bo hello</c>,
/// <c>edit k hello</c>, <c>take k</c>, <c>meet k ann+bo hello</c>, <c>home bo hello</c>, <c>remind a 60</c>, <c>drop a</c>, <c>forget bo</c>,
/// <c>quiet bo</c>; several are separated by semicolons.
/// </summary>
public static class Toy
{
    public static readonly Rules Rules = new(Decide, WhyNotSend);

    public static Card CardOf(string words) => Card.Of("toy", Text.Said(words));

    private static Decision Decide(Situation situation, Message message)
    {
        var d = new Decision(situation, message);
        return message.Said switch
        {
            Said.Words words => words.Text.Split(';', StringSplitOptions.TrimEntries).Aggregate(d, (so, one) => Do(so, one.Split(' '))),
            Said.Due due => Woken(d, due.Reminder),
            Said.Refused refused => Count(d, $"{refused.Card} for {message.From} in {message.Place.Id}"),
            _ => d,
        };
    }

    private static Decision Do(Decision d, string[] words) => words[0] switch
    {
        "count" => Count(d, words[1]),
        "tell" => d.Do(new Effect.Tell(Private(words[1]), null, CardOf(Rest(words, 2)), Contact.News)),
        "card" => d.Do(new Effect.Tell(Private(words[2]), new CardKey(words[1]), CardOf(Rest(words, 3)), Contact.News)),
        "edit" => d.Do(new Effect.Edit(new CardKey(words[1]), CardOf(Rest(words, 2)))),
        "take" => d.Do(new Effect.TakeAway(new CardKey(words[1]), CardOf("taken away"))),
        "meet" => d.Do(new Effect.Introduce(new CardKey(words[1]), [.. words[2].Split('+').Select(w => new TeammateId(w))], CardOf(Rest(words, 3)), "Hello!")),
        "home" => d.Do(new Effect.ShowHome(new TeammateId(words[1]), CardOf(Rest(words, 2)))),
        "remind" => Remind(d, words[1], d.Now + Duration.FromSeconds(int.Parse(words[2]))),
        "drop" => d.Save(TallyOf(d, words[1]) with { Pending = [] }),
        "forget" => d.Do(new Effect.Forget(new TeammateId(words[1]))),
        "quiet" => d.Save(new Tally("quiet/" + words[1], 1)),
        "fail" => throw new InvalidOperationException("This engine is not total."),
        _ => d,
    };

    private static Decision Count(Decision d, string name) => d.Save(TallyOf(d, name) with { Count = TallyOf(d, name).Count + 1 });

    private static Decision Remind(Decision d, string name, Instant at)
    {
        var pending = new Pending(new Reminder(ReminderKind.TryAgain, null, new TeammateId(name)), at);
        var tally = TallyOf(d, name);
        return d.Save(tally with { Pending = tally.Pending.Add(pending) });
    }

    private static Decision Woken(Decision d, Reminder reminder)
    {
        var tally = TallyOf(d, reminder.Who.Text);
        d = d.Save(tally with { Count = tally.Count + 1, Pending = tally.Pending.RemoveAll(p => p.MessageId == d.Message.Id) });
        return d.Do(new Effect.Tell(Place.PrivateWith(reminder.Who), null, CardOf($"woken {tally.Count + 1}"), Contact.News));
    }

    private static Tally TallyOf(Decision d, string name) => d.Read<Tally>(Tally.KeyOf(name)) ?? new Tally(name, 0);

    private static string? WhyNotSend(Situation situation, Message now, Place to, Contact contact) =>
        situation.Read<Tally>(Tally.KeyOf("quiet/" + to.Id)) is null ? null : "wants quiet";

    private static Place Private(string who) => Place.PrivateWith(new TeammateId(who));

    private static string Rest(string[] words, int from) => string.Join(' ', words.Skip(from));
}
