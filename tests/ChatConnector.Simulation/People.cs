using ChatConnector.Engine.Hearing;
using ChatConnector.Engine.Teammates;

namespace ChatConnector.Simulation;

/// <summary>
/// The people of the organization. They ask, look at their screens, and press something sooner or later; some press twice. Their
/// platform repeats what was not answered, at once and after one and five minutes, and sometimes what was.
/// </summary>
public sealed class People(World world)
{
    private readonly int mostPresses = world.Luck.Next(world.Luck.Next(1, 7));
    private static readonly string[] Needs = ["help with postgres", "somebody who knows kubernetes", "feedback on a design", "help with payroll"];
    private static readonly Act Pause = new Act(Verb.PauseUntil).With(Fields.Until, "2026-03-20");
    private static readonly TimeSpan[] Retries = [TimeSpan.Zero, TimeSpan.FromSeconds(2), TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5)];
    private static readonly TimeSpan AnswerLimit = TimeSpan.FromSeconds(3);

    private static readonly Place Channel = new(PlaceKind.Channel, "data", "data");

    private readonly HashSet<MessageId> spoken = [];
    private readonly Dictionary<MessageId, MessageId> takenBack = [];
    private int presses;
    private int words;

    public static IReadOnlyList<Teammate> Everybody { get; } = [.. Enumerable.Range(0, 4).Select(Somebody)];

    /// <summary>What was said in words and answered with "received".</summary>
    public IReadOnlyCollection<MessageId> Spoken => spoken;

    /// <summary>What was said and deleted again, with the message that told so.</summary>
    public IReadOnlyDictionary<MessageId, MessageId> TakenBack => takenBack;

    public void Begin()
    {
        for (var i = world.Luck.Next(4) == 0 ? 2 : 1; i > 0; i--)
        {
            var who = Anybody();
            world.Time.At(VirtualTime.Begin + world.Weather * (world.Luck.NextDouble() * 0.5), () => Ask(who));
        }
    }

    /// <summary>A card came up or changed: whoever reads it may press something later.</summary>
    public void Noticed(IReadOnlyList<Screens.Post> posts, string reference)
    {
        if (!int.TryParse(reference, out var at))
            return;
        var post = posts[at];
        var reader = post.Reader ?? (post.People.Count > 0 ? post.People[0] : Anybody());
        if (presses >= mostPresses || !post.Card.Buttons.Any() || world.Luck.Next(3) == 0)
            return;
        presses++;
        var when = world.Time.Now + TimeSpan.FromSeconds(Math.Pow(10, world.Luck.NextDouble() * 3.7));
        world.Time.At(when, () => Press(post, reader));
    }

    private static Teammate Somebody(int number) => new(new TeammateId($"t{number}"), $"Teammate {number}")
    {
        Team = $"Team {number % 3}",
        Zone = number % 2 == 0 ? "Europe/Berlin" : "Europe/London",
        Topics = [new Topic(number % 2 == 0 ? "postgres" : "kubernetes", TopicOrigin.Declared, TopicState.Confirmed, Instant.FromUtc(2026, 1, 1, 0, 0))],
    };

    private TeammateId Anybody() => Everybody[world.Luck.Next(Everybody.Count)].Id;

    // Some ask aloud, and some of those think better of it and delete what they said.
    private void Ask(TeammateId who)
    {
        var aloud = world.Luck.Next(3) == 0;
        var asked = Say(who, new Said.Words("I need " + Needs[world.Luck.Next(Needs.Length)], aloud), aloud ? Channel : null);
        if (!aloud || world.Luck.Next(2) == 0)
            return;
        world.Time.At(world.Time.Now + TimeSpan.FromSeconds(Math.Pow(10, world.Luck.NextDouble() * 3.7)), () =>
        {
            if (!world.IsEvening)
                takenBack[asked] = Say(who, new Said.TakenBack(asked), Channel);
        });
    }

    private void Press(Screens.Post post, TeammateId who)
    {
        var buttons = post.Card.Buttons.ToList();
        if (buttons.Count == 0 || world.IsEvening)
            return;
        var act = Filled(buttons[world.Luck.Next(buttons.Count)].Act);
        Say(who, new Said.Acted(act));
        if (world.Luck.Next(4) == 0)
            Say(who, new Said.Acted(act));
        // Whoever is about to be asked has just had enough. All of them, because what is sent late meets few as it is.
        if (act.Verb == Verb.InviteThese && world.Luck.Next(3) > 0)
            foreach (var other in Everybody.Select(teammate => teammate.Id).Where(id => id != who))
                world.Time.At(world.Time.Now + TimeSpan.FromSeconds(Math.Pow(10, world.Luck.NextDouble() * 2.5 - 1)), () => Say(other, new Said.Acted(Pause)));
    }

    /// <summary>What a form opened by this act would submit.</summary>
    private Act Filled(Act act)
    {
        var about = Anybody();
        return act.Verb switch
        {
            Verb.WriteAsk => new Act(Verb.PostAsk).With(Fields.Need, "help with postgres"),
            Verb.RewriteAsk => new Act(Verb.EditAsk, act.Ask).With(Fields.Need, "help with kubernetes"),
            Verb.ChoosePeople => new Act(Verb.InviteChosen, act.Ask).With(Fields.People, about.Text),
            Verb.ChooseChannel => new Act(Verb.PostInChannel, act.Ask).With(Fields.Channel, "data"),
            Verb.ExplainWhy => new Act(Verb.SayWhy, act.Ask).With(Fields.Why, "you know it"),
            Verb.ThinkOfSomeone => new Act(Verb.ReferSomeone, act.Ask).With(Fields.Person, about.Text).With(Fields.Why, "did it before"),
            Verb.WritePointer => new Act(Verb.SendPointer, act.Ask).With(Fields.Text, "look at the wiki").With(Fields.Reachable, Fields.Yes),
            Verb.ShareLead => new Act(Verb.LeaveLead, act.Ask).With(Fields.Text, "ask the platform team"),
            Verb.WriteThanks => new Act(Verb.SendThanks, act.Ask, act.About).With(Fields.Did, "you walked me through it").With(Fields.Changed, "we shipped"),
            Verb.TellOutcome => new Act(Verb.SendOutcome, act.Ask, act.About).With(Fields.Text, "it is live"),
            Verb.ChoosePause => Pause,
            _ => act,
        };
    }

    private MessageId Say(TeammateId who, Said said, Place? place = null)
    {
        world.Count.Messages++;
        world.MayFail();
        var message = new Message(
            new MessageId($"m{words++}"), World.Organization, who, place ?? Place.PrivateWith(who),
            Instant.FromDateTimeOffset(world.Time.Now), world.Draw(), said);
        Deliver(message, 0);
        if (world.MayStrike(world.Faults.Duplicate))
            world.Time.At(world.Time.Now + TimeSpan.FromSeconds(world.Luck.Next(1, 400)), () => Deliver(message, Retries.Length));
        return message.Id;
    }

    /// <summary>One delivery by the platform; what is not answered in time is delivered again, and in the end pressed again by hand.</summary>
    private async void Deliver(Message message, int attempt)
    {
        var isAnswered = false;
        if (attempt < Retries.Length)
        {
            world.Time.At(world.Time.Now + AnswerLimit, () =>
            {
                if (!isAnswered)
                    world.Time.At(world.Time.Now + (attempt + 1 < Retries.Length ? Retries[attempt + 1] : TimeSpan.FromMinutes(40)), () => Deliver(message, Math.Min(attempt + 1, Retries.Length - 1)));
            });
        }

        if (world.AnyReplica is not { } replica)
            return;
        try
        {
            await replica.Inbox.AcceptAsync(message, default);
            isAnswered = true;
            Answered(message);
            world.LookBy(TimeSpan.FromMilliseconds(1));
        }
        catch (StorageException)
        {
            // Answered with an error: the platform delivers it again.
        }
    }

    private void Answered(Message message)
    {
        if (message.Said is Said.Words)
            spoken.Add(message.Id);
        world.Witness.Accepted(message.Id);
    }
}
