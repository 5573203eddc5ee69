using ChatConnector.Engine.Asks;
using ChatConnector.Engine.Connecting;
using ChatConnector.Engine.Teammates;
using ChatConnector.Runtime.Rows;

namespace ChatConnector.Simulation;

/// <summary>
/// Sees every commit and every send, and knows what must hold. The letters are those of the invariants in the decision record
/// on the simulation.
/// </summary>
public sealed class Witness(World world)
{
    private static readonly TimeSpan OptingOutTakes = TimeSpan.FromSeconds(10);

    private readonly List<string> complaints = [];
    private readonly HashSet<string> accepted = [];
    private readonly HashSet<string> heard = [];
    private readonly List<string> inOrder = [];
    private readonly HashSet<string> committedEffects = [];
    private readonly Dictionary<string, int> sends = [];
    private readonly Dictionary<string, int> uncertain = [];
    private readonly Dictionary<string, Process> inHand = [];
    private readonly Dictionary<string, Stage> stages = [];
    private readonly Dictionary<TeammateId, (DateTimeOffset Since, Instant Until)> paused = [];
    private readonly Dictionary<string, DateTimeOffset> begun = [];
    private readonly Dictionary<string, string> wanted = [];
    private readonly HashSet<string> givenUp = [];
    private readonly HashSet<string> refused = [];
    private readonly Dictionary<CardKey, string> refusals = [];
    private readonly Dictionary<string, DateTimeOffset> due = [];
    private readonly Dictionary<string, Row> read = new(ReferenceEqualityComparer.Instance);

    public IReadOnlyList<string> Complaints => complaints;

    public void Accepted(MessageId id) => accepted.Add(Keys.Short(id));

    /// <summary>Something made it impossible to know whether this effect was shown, or to write down that it was.</summary>
    public void NobodyKnows(string effectId) => uncertain[effectId] = uncertain.GetValueOrDefault(effectId) + 1;

    /// <summary>A process met trouble: what it was just showing may be shown again.</summary>
    public void Troubled(Process process)
    {
        foreach (var effect in inHand.Where(e => e.Value == process).Select(e => e.Key).ToList())
            NobodyKnows(effect);
    }

    public void Calm()
    {
        foreach (var effect in inHand.Keys)
            NobodyKnows(effect);
    }

    public void Committed(IReadOnlyList<RowChange> changes)
    {
        var hearing = changes.Select(c => c.Key).FirstOrDefault(k => k.StartsWith(HeardMessage.Prefix, StringComparison.Ordinal))?[HeardMessage.Prefix.Length..];
        if (changes.Any(c => c is RowChange.Insert { Json: var fate } && c.Key.StartsWith(EffectFate.Prefix, StringComparison.Ordinal) && ((EffectFate)Read(fate)).Fate is Fate.Failed or Fate.Refused))
            givenUp.UnionWith(changes.Select(c => c.Key).Where(k => k.StartsWith(CardOnShow.Prefix, StringComparison.Ordinal)));
        foreach (var change in changes)
        {
            var json = change switch { RowChange.Insert insert => insert.Json, RowChange.Replace replace => replace.Json, _ => null };
            if (change.Key.StartsWith(HeardMessage.Prefix, StringComparison.Ordinal) && json is not null)
                Heard(change.Key[HeardMessage.Prefix.Length..]);
            else if (change.Key.StartsWith(PendingEffect.Prefix, StringComparison.Ordinal))
                Effect(change);
            else if (change.Key.StartsWith(CardOnShow.Prefix, StringComparison.Ordinal) && json is not null)
                Card(change.Key, json);
            else if (change.Key.StartsWith("ask|", StringComparison.Ordinal) && json is not null)
                AskChanged((Ask)Read(json));
            else if (change.Key.StartsWith("teammate|", StringComparison.Ordinal) && json is not null)
                Pause((Teammate)Read(json));
            else if (change.Key.StartsWith(Wake.Prefix, StringComparison.Ordinal))
                Reminder(change, json, hearing);
        }
    }

    /// <summary>From here on, until it is written down, trouble makes it impossible to know whether it was shown.</summary>
    public void Trying(Delivery delivery, Process process)
    {
        begun[delivery.EffectId] = world.Time.Now;
        if (delivery is Delivery.Post or Delivery.Gather)
            inHand[delivery.EffectId] = process;
    }

    /// <summary>It was certainly not shown.</summary>
    public void GivenUp(Delivery delivery) => inHand.Remove(delivery.EffectId);

    /// <summary>It will never be shown.</summary>
    public void Refused(Delivery delivery)
    {
        GivenUp(delivery);
        refused.Add(delivery.EffectId);
    }

    public void Sending(Delivery delivery)
    {
        world.Count.Sends++;
        if (delivery is Delivery.Edit or Delivery.TakeAway or Delivery.Home)
            return;
        var id = delivery.EffectId;
        Check(committedEffects.Contains(id), "I5 something was shown that nobody had decided");
        sends[id] = sends.GetValueOrDefault(id) + 1;
        Check(sends[id] <= 1 + uncertain.GetValueOrDefault(id), "I4 something was shown again although nothing had gone wrong");
        // What counts is when it began: a process that is put to sleep between its call and the wire cannot take it back.
        if (delivery is Delivery.Post { To.Owner: { } reader, Card.Kind: "invitation" or "referral" or "still-open" })
            Check(!paused.TryGetValue(reader, out var pause) || begun[id] - pause.Since < OptingOutTakes, "I8 somebody was asked after they had paused");
    }

    /// <summary>The weather was calm for long enough: nothing may be left undone.</summary>
    public void CheckAtRest()
    {
        Check(accepted.IsSubsetOf(heard), "I1 an accepted message was never heard");
        Check(heard.IsSupersetOf(refusals.Values), "I16 a card will never be shown, and nobody heard of it");
        var rows = world.Store.ScanAsync(Keys.PartitionOf(World.Organization), "", "~", int.MaxValue, CancellationToken.None).Result;
        Check(!rows.Any(r => r.Key.StartsWith(PendingEffect.Prefix, StringComparison.Ordinal)), "I3 an effect never met its fate");
        Check(!rows.Any(r => r.Key.StartsWith(DeadLetter.Prefix, StringComparison.Ordinal)), "I3 a message became a dead letter");
        var overdue = Wake.KeyAt(Instant.FromDateTimeOffset(world.Time.Now - TimeSpan.FromHours(1)));
        Check(!rows.Any(r => r.Key.StartsWith(Wake.Prefix, StringComparison.Ordinal) && string.CompareOrdinal(r.Key, overdue) < 0), "I7 a reminder that was due never woke");
        foreach (var row in rows)
        {
            if (row.Key.StartsWith(CardOnShow.Prefix, StringComparison.Ordinal))
                CheckShown((CardOnShow)Read(row.Json));
            else if (row.Key.StartsWith("ask|", StringComparison.Ordinal))
                CheckAsk((Ask)Read(row.Json), rows);
            else if (row.Key.StartsWith("teammate|", StringComparison.Ordinal))
                CheckReminders((Teammate)Read(row.Json), rows);
        }

        Check(world.People.Spoken.All(id => world.Screens.Posts.Select(p => p.EffectId).Concat(refused).Any(e => e.StartsWith(Keys.Short(id) + "/", StringComparison.Ordinal))), "I12 somebody got no answer");
    }

    /// <summary>Whether it stands open in a channel for words whose author deleted them.</summary>
    private bool IsDeleted(CardOnShow card) => card.Card.Text.EndsWith("/open", StringComparison.Ordinal) && world.People.TakenBack.Any(t =>
        card.Born.StartsWith(Keys.Short(t.Key) + "/", StringComparison.Ordinal)
        && inOrder.IndexOf(Keys.Short(t.Key)) is >= 0 and var said && inOrder.IndexOf(Keys.Short(t.Value)) > said);

    private void Heard(string message)
    {
        Check(heard.Add(message), "I2 a message was committed twice");
        inOrder.Add(message);
    }

    // An edit that was given up, with an alert, because the platform never answered may or may not be on the screen.
    private void CheckShown(CardOnShow card)
    {
        if (card.MaybeShown && givenUp.Contains(card.Key))
            return;
        if (card.Reference is not { } reference || !int.TryParse(reference, out var at) || !wanted.TryGetValue(card.Key, out var last))
            return;
        Check(world.Screens.Posts[at].Card.Summary == ((CardOnShow)Read(last)).Wanted!.Summary, "I13 a card shows an older state");
        Check(world.Screens.Posts[at].IsGone == card.IsTakenAway, "I13 a card that was taken away still stands there, or the other way round");
        Check(world.Screens.Posts[at].IsGone || !IsDeleted(card), "I15 deleted words still stand in a channel");
    }

    private void CheckAsk(Ask ask, IReadOnlyList<StoredRow> rows)
    {
        CheckReminders(ask, rows);
        Check(ask.Invitations.GroupBy(i => i.Colleague).All(g => g.Count() == 1), "I6 somebody is invited twice");
        Check(!ask.IsOpen || ask.Audience != Audience.Channel || !refusals.ContainsKey(Engine.Wording.Keys.Open(ask)), "I16 an ask stands in a channel where it cannot stand");
        Check(!ask.Invitations.Exists(i => ask.IsOpen && i.State == InvitationState.Sent && refusals.ContainsKey(Engine.Wording.Keys.Invitation(ask, i.Colleague))), "I16 an answer is waited for from somebody who was never asked");
        Check(ask.Invitations.All(i => i.Colleague != ask.Requester) && ask.Helps.All(h => h.Helper != ask.Requester), "I11 somebody helps themselves");
    }

    private void CheckReminders(Row row, IReadOnlyList<StoredRow> rows) => Check(
        row.Pending.All(wish => rows.Any(r => r.Key.StartsWith(Wake.Prefix, StringComparison.Ordinal) && r.Key.EndsWith(Keys.Short(wish.MessageId), StringComparison.Ordinal))),
        "I7 a reminder stands in its row and nowhere else");

    private void Effect(RowChange change)
    {
        var parts = change.Key.Split('|');
        var id = $"{parts[1]}/{int.Parse(parts[2], System.Globalization.CultureInfo.InvariantCulture)}";
        if (change is RowChange.Insert)
            committedEffects.Add(id);
        else if (change is RowChange.Delete)
            inHand.Remove(id);
    }

    // The store hands out the very text it was given, so a row is parsed once, however often it is looked at.
    private Row Read(string json) => read.TryGetValue(json, out var row) ? row : read[json] = world.Mutant.Json.Read(json).Row;

    private void Card(string key, string json)
    {
        if (json.Contains("\"Wanted\":", StringComparison.Ordinal))
            wanted[key] = json;
        // Most cards are not shown yet, and there are too many to parse them all.
        if (json.Contains("\"Reference\":", StringComparison.Ordinal))
            inHand.Remove(((CardOnShow)Read(json)).Born);
    }

    private void AskChanged(Ask ask)
    {
        var before = stages.GetValueOrDefault(ask.Key, Stage.Open);
        Check(before == Stage.Open || before == ask.Stage, "I14 an ask came back from its end");
        stages[ask.Key] = ask.Stage;
    }

    private void Pause(Teammate teammate)
    {
        var until = teammate.Preferences.PausedUntil ?? teammate.Preferences.AsksPausedUntil;
        if (until is { } end && end > Instant.FromDateTimeOffset(world.Time.Now))
            paused.TryAdd(teammate.Id, (world.Time.Now, end));
        else
            paused.Remove(teammate.Id);
    }

    // A reminder taken away in the commit that hears it has woken; one taken away in another was dropped.
    private void Reminder(RowChange change, string? json, string? hearing)
    {
        if (change is RowChange.Insert && json is not null)
            Waits(change.Key, (Wake)Read(json));
        else if (change is RowChange.Delete && due.Remove(change.Key, out var at) && hearing is not null && change.Key.EndsWith(hearing, StringComparison.Ordinal))
            Check(world.Time.Now >= at, "I7 a reminder woke before its time");
    }

    private void Waits(string key, Wake wake)
    {
        due[key] = wake.Due.ToDateTimeOffset();
        if (wake is Refusal refusal)
            refusals[refusal.Card] = Keys.Short(refusal.MessageId);
    }

    private void Check(bool holds, string otherwise)
    {
        if (!holds && !complaints.Contains(otherwise))
            complaints.Add(otherwise);
    }
}
