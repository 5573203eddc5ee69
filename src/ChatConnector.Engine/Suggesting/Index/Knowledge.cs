using ChatConnector.Engine.Suggesting.Reading;

namespace ChatConnector.Engine.Suggesting.Index;

/// <summary>
/// All that is known of who knows what. Each piece is put in and taken out by itself, and what is known afterwards does not
/// depend on the order in which it came.
/// </summary>
internal sealed class Knowledge
{
    private readonly Dictionary<string, Learned> learned = new(StringComparer.Ordinal);
    private readonly Terms terms;
    private readonly Bag bag = new();
    private readonly Profiles profiles;

    public Knowledge(Idiom idiom)
    {
        Idiom = idiom;
        terms = new Terms(idiom);
        profiles = new Profiles(this);
        Senses = new Senses(this);
    }

    public Idiom Idiom { get; }

    public Vocabulary Vocabulary { get; } = new();

    public People People { get; } = new();

    public Names Names { get; } = new();

    /// <summary>Asks people helped with. What an ask is about stands in its headline; the rest tells how it came about.</summary>
    public Shelf Asks { get; } = new() { HeadlineCounts = 3 };

    /// <summary>What people were thanked or endorsed for, and what they wrote.</summary>
    public Shelf Contributions { get; } = new();

    /// <summary>What people say of themselves, and their titles.</summary>
    public Shelf Standing { get; } = new();

    /// <summary>Where people know people.</summary>
    public Shelf Connecting { get; } = new();

    /// <summary>Helps of everybody, in the order of time.</summary>
    public Timeline Timeline { get; } = new();

    /// <summary>Helps of everybody, by channel.</summary>
    public Channels Channels { get; } = new();

    /// <summary>Helps of everybody, by month.</summary>
    public Months Months { get; } = new();

    /// <summary>Who refused which term.</summary>
    public Dictionary<int, HashSet<int>> Refusals { get; } = [];

    /// <summary>People whose referrals led to help.</summary>
    public HashSet<int> Connectors { get; } = [];

    public InvitationLoad Load { get; } = new();

    /// <summary>What the texts mean, where a model was asked.</summary>
    public Senses Senses { get; }

    public void Learn(Teammate row)
    {
        profiles.Learn(row);
        Load.Learn(row);
    }

    public void Learn(Evidence row)
    {
        if (learned.TryGetValue(row.Id, out var before))
        {
            if (before.Same(row))
                return;
            Unlearn(row.Id, before);
        }
        if (ShelfOf(row.Origin).IsFull)
            return;
        var about = People.FindOrAdd(row.About);
        var from = row.From is { } id ? People.FindOrAdd(id).Number : -1;
        var document = new Document(about.Number, MinuteOf(row.At), from, (float)WeightOf(row.Origin), (byte)row.Origin) { Channel = Channels.NumberOf(row.Channel) };
        var number = Put(ShelfOf(row.Origin), document, row.Text);
        learned[row.Id] = new Learned(row.Origin, number, HashOf(row));
        if (row.Origin is EvidenceOrigin.Helped or EvidenceOrigin.Offered)
            RememberHelp(number, document);
        else if (row.Origin == EvidenceOrigin.Connected)
            CountReferral(about, 1);
    }

    /// <summary>Takes in evidence that another index has read; it cannot be forgotten by itself.</summary>
    public void Relearn(EvidenceOrigin origin, Document document, Bag read)
    {
        var number = ShelfOf(origin).Add(document, read);
        if (origin is EvidenceOrigin.Helped or EvidenceOrigin.Offered)
            RememberHelp(number, document);
    }

    /// <summary>As if this evidence had never been given.</summary>
    public void ForgetEvidence(string id)
    {
        if (learned.TryGetValue(id, out var what))
            Unlearn(id, what);
    }

    /// <summary>As if this person had never been heard of, neither as helper nor as requester.</summary>
    public void Forget(TeammateId who)
    {
        if (People.Find(who) is not { } person)
            return;
        profiles.Forget(person);
        Load.Forget(who);
        Senses.Forget(who);
        foreach (var (id, what) in learned.Where(l => Concerns(l.Value, person.Number)).ToList())
            Unlearn(id, what);
    }

    /// <summary>The ids of all evidence in which this person stands, oldest first.</summary>
    public IReadOnlyList<string> EvidenceConcerning(TeammateId who) => People.Find(who) is { } person
        ? [.. learned.Where(l => Concerns(l.Value, person.Number)).Select(l => l.Key).Order(StringComparer.Ordinal)]
        : [];

    /// <summary>Where a piece of evidence stands; null when it is not known.</summary>
    public (Shelf Shelf, int Number)? PlaceOf(string evidence) =>
        learned.TryGetValue(evidence, out var what) ? (ShelfOf(what.Origin), what.Document) : null;

    /// <summary>What comes out while these documents are not here. Nobody else may read meanwhile.</summary>
    public T Without<T>(IReadOnlyList<Ground> grounds, Func<T> think)
    {
        var helpers = grounds.Where(ground => ground.Shelf == Asks).Select(ground => People[Asks.Documents[ground.Document].Person]).Distinct()
            .Select(helper => (Helper: helper, helper.Activity)).ToList();
        var taken = grounds.Select(ground => (ground, Times: TakeOut(ground.Shelf, ground.Document))).ToList();
        foreach (var (helper, _) in helpers)
            helper.Activity = ActivityOf(helper);
        try
        {
            return think();
        }
        finally
        {
            foreach (var (ground, times) in taken)
                PutBack(ground.Shelf, ground.Document, times);
            foreach (var (helper, activity) in helpers)
                helper.Activity = activity;
        }
    }

    public int Put(Shelf shelf, Document document, string text) => shelf.Add(document, bag.Fill(terms.Read(text), Vocabulary));

    /// <summary>The terms of a few words, by number, each once.</summary>
    public ReadOnlySpan<int> TermsOf(string text) => bag.Fill(terms.Read(text), Vocabulary).Terms;

    public static int MinuteOf(Instant at) => (int)Math.Clamp(at.ToUnixTimeSeconds() / 60, int.MinValue + 1, int.MaxValue - 1);

    private bool Concerns(Learned what, int person)
    {
        var document = ShelfOf(what.Origin).Documents[what.Document];
        return document.Person == person || document.From == person;
    }

    private void Unlearn(string id, Learned what)
    {
        var shelf = ShelfOf(what.Origin);
        var document = shelf.Documents[what.Document];
        if (what.Origin is EvidenceOrigin.Helped or EvidenceOrigin.Offered)
            ForgetHelp(what.Document, document);
        else if (what.Origin == EvidenceOrigin.Connected)
            CountReferral(People[document.Person], -1);
        shelf.Remove(what.Document);
        learned.Remove(id);
    }

    private int[] TakeOut(Shelf shelf, int number)
    {
        if (shelf == Asks)
            Detach(number, shelf.Documents[number]);
        return shelf.TakeOut(number);
    }

    private void PutBack(Shelf shelf, int number, int[] times)
    {
        shelf.PutBack(number, times);
        if (shelf == Asks)
            Attach(number, shelf.Documents[number]);
    }

    private void RememberHelp(int number, Document help)
    {
        var helper = People[help.Person];
        if (Attach(number, help))
        {
            var activity = helper.Activity;
            activity.Add(help.Minute, help.Weight);
            helper.Activity = activity;
        }
        else
        {
            helper.Activity = ActivityOf(helper);
        }
    }

    private void ForgetHelp(int number, Document help)
    {
        Detach(number, help);
        People[help.Person].Activity = ActivityOf(People[help.Person]);
    }

    /// <summary>Counts a help everywhere but in its helper's activity; answers whether it is their newest.</summary>
    private bool Attach(int number, Document help)
    {
        var helper = People[help.Person];
        if (help.From >= 0)
            InsertByTime(People[help.From].Helped, number, help.Minute);
        Timeline.Add(help.Minute, help.Person);
        Channels.Add(help, helper);
        CountMonth(help, 1);
        return InsertByTime(helper.Helps, number, help.Minute);
    }

    private void Detach(int number, Document help)
    {
        var helper = People[help.Person];
        helper.Helps.Remove(number);
        if (help.From >= 0)
            People[help.From].Helped.Remove(number);
        Timeline.Remove(help.Minute, help.Person);
        Channels.Remove(help, helper);
        CountMonth(help, -1);
    }

    private void CountReferral(Person connector, int change)
    {
        connector.Connected += change;
        if (connector.Connected > 0)
            Connectors.Add(connector.Number);
        else
            Connectors.Remove(connector.Number);
    }

    private void CountMonth(Document help, int change)
    {
        Months.Add(help.Minute, change);
        People[help.Person].Months.Add(help.Minute, change);
    }

    // Summed in the order of time, so that the order of learning leaves no trace in the last digit.
    private Activity ActivityOf(Person helper)
    {
        var activity = Activity.None;
        foreach (var help in helper.Helps)
            activity.Add(Asks.Documents[help].Minute, Asks.Documents[help].Weight);
        return activity;
    }

    private bool InsertByTime(List<int> numbers, int number, int minute)
    {
        var place = numbers.Count;
        while (place > 0 && Asks.Documents[numbers[place - 1]].Minute > minute)
            place--;
        numbers.Insert(place, number);
        return place == numbers.Count - 1;
    }

    private Shelf ShelfOf(EvidenceOrigin origin) => origin switch
    {
        EvidenceOrigin.Helped or EvidenceOrigin.Offered => Asks,
        EvidenceOrigin.Connected => Connecting,
        _ => Contributions,
    };

    // Stepping in shows some knowledge; that it helped shows more.
    private static double WeightOf(EvidenceOrigin origin) => origin == EvidenceOrigin.Offered ? 0.5 : 1;

    private static int HashOf(Evidence row) => HashCode.Combine(row.About, row.Origin, row.Text, row.At, row.From, row.Channel);

    private readonly record struct Learned(EvidenceOrigin Origin, int Document, int Hash)
    {
        public bool Same(Evidence row) => Hash == HashOf(row);
    }
}

/// <summary>A document that a reason rests on.</summary>
internal readonly record struct Ground(Shelf Shelf, int Document);
