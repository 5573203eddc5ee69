namespace ChatConnector.Engine.Suggesting.Index;

/// <summary>
/// Turns teammates' rows into standing documents: what they say people may ask them, their title and team, where they know
/// people. Topics nobody has shown them yet, and topics they removed, are never used.
/// </summary>
internal sealed class Profiles(Knowledge knowledge)
{
    public void Learn(Teammate row)
    {
        var person = knowledge.People.FindOrAdd(row.Id);
        var before = person.Row;
        person.Row = row;
        if (before?.Name != row.Name)
        {
            if (before is not null)
                knowledge.Names.Remove(before.Name, person.Number);
            knowledge.Names.Add(row.Name, person.Number);
        }
        if (before is null || !SaysTheSame(before, row))
            Rewrite(person, row);
    }

    public void Forget(Person person)
    {
        if (person.Row is null)
            return;
        knowledge.Names.Remove(person.Row.Name, person.Number);
        Clear(person);
        person.Row = null;
    }

    private static bool SaysTheSame(Teammate before, Teammate row) =>
        before.Title == row.Title && before.Team == row.Team
        && before.Topics.SequenceEqual(row.Topics) && before.KnowsPeopleIn.SequenceEqual(row.KnowsPeopleIn);

    private void Rewrite(Person person, Teammate row)
    {
        Clear(person);
        RefuseRemoved(person, row);
        foreach (var topic in row.Topics.Where(Counts))
            Put(person, topic.Origin == TopicOrigin.Declared ? StandingKind.Declared : StandingKind.Confirmed, topic.Name);
        // A title stands among the proposals until its owner has seen it there.
        if (Knowing.Topic(row, row.Title) is null or { State: TopicState.Confirmed })
            Put(person, StandingKind.Title, row.Title);
        Put(person, StandingKind.Team, row.Team);
        foreach (var field in row.KnowsPeopleIn)
            Put(person, StandingKind.KnowsPeople, field);
    }

    // What somebody declared needs no confirming; what was inferred does.
    private static bool Counts(Topic topic) =>
        topic.State == TopicState.Confirmed || topic.Origin == TopicOrigin.Declared && topic.State != TopicState.Removed;

    private void Put(Person person, StandingKind kind, string words)
    {
        if (string.IsNullOrWhiteSpace(words))
            return;
        var shelf = kind == StandingKind.KnowsPeople ? knowledge.Connecting : knowledge.Standing;
        if (shelf.IsFull)
            return;
        var document = new Document(person.Number, Document.Always, -1, WeightOf(kind), (byte)kind);
        person.Standing.Add(new Standing(knowledge.Put(shelf, document, words), kind == StandingKind.KnowsPeople, kind, words));
    }

    private static float WeightOf(StandingKind kind) => kind switch
    {
        StandingKind.Title => 0.6f,
        StandingKind.Team => 0.3f,
        _ => 1,
    };

    private void Clear(Person person)
    {
        foreach (var standing in person.Standing)
            (standing.OnConnecting ? knowledge.Connecting : knowledge.Standing).Remove(standing.Document);
        person.Standing.Clear();
        foreach (var term in person.Refused)
            if (knowledge.Refusals.TryGetValue(term, out var refusing) && refusing.Remove(person.Number) && refusing.Count == 0)
                knowledge.Refusals.Remove(term);
        person.Refused.Clear();
    }

    private void RefuseRemoved(Person person, Teammate row)
    {
        foreach (var topic in row.Topics.Where(t => t.State == TopicState.Removed))
            person.Refused.UnionWith(knowledge.TermsOf(topic.Name).ToArray());
        // Removing "Postgres tuning" and keeping "Postgres" leaves Postgres.
        foreach (var topic in row.Topics.Where(Counts))
            person.Refused.ExceptWith(knowledge.TermsOf(topic.Name).ToArray());
        foreach (var term in person.Refused)
        {
            if (!knowledge.Refusals.TryGetValue(term, out var refusing))
                knowledge.Refusals[term] = refusing = [];
            refusing.Add(person.Number);
        }
    }
}
