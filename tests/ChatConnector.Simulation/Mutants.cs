using System.Text.Json.Nodes;
using ChatConnector.Runtime.Rows;

namespace ChatConnector.Simulation;

/// <summary>Defects that real systems had, each planted into the protocol at one place.</summary>
public static class Mutants
{
    public static readonly IReadOnlyList<Mutant> All =
    [
        new("Forgets what it heard") { Commit = Without(HeardMessage.Prefix) },
        new("Writes over what others wrote") { Overwrites = true },
        new("Tears commits apart") { TearsCommits = true },
        new("Takes a lost race for a won one") { SwallowsConflicts = true },
        new("Loses effects on the way to the commit") { Commit = WithoutInserts(PendingEffect.Prefix) },
        new("Loses reminders") { Commit = WithoutInserts(Wake.Prefix) },
        new("Keeps to itself what a platform refused") { Commit = changes => [.. changes.Where(c => c is not RowChange.Insert { Json: var json } || !json.Contains($"\"is\":\"{nameof(Refusal)}\"", StringComparison.Ordinal))] },
        new("Does not go on another way when it is refused") { Rules = rules => rules with { Decide = (situation, message) => message.Said is Said.Refused ? new Decision(situation, message) : rules.Decide(situation, message) } },
        new("Forgets where a card is shown") { Commit = Rewriting(CardOnShow.Prefix, row => row.Remove("Reference")) },
        new("Never sweeps up after the dead") { NeverSweeps = true },
        new("Does not notice that it slept") { StopsSteadyClock = true },
        new("Runs ten minutes ahead") { ClockAhead = TimeSpan.FromMinutes(10) },
        new("Throws decisions away") { Rules = rules => rules with { Decide = (situation, message) => message.Said is Said.Due ? new Decision(situation, message) : rules.Decide(situation, message) } },
        new("Does not look at the last moment whether it is still welcome") { Rules = rules => rules with { WhyNotSend = (_, _, _, _) => null } },
        new("Posts a card again for every edit") { Commit = Rewriting(CardOnShow.Prefix, row => { row.Remove("Reference"); row["ToPost"] = 99; }) },
        new("Leaves standing what was taken away") { Commit = Rewriting(CardOnShow.Prefix, row => row.Remove("IsTakenAway")) },
        new("Answers before it is on disk") { AcceptsInMemory = true },
        new("Never writes down that an effect was shown") { Commit = WithoutDeletes(PendingEffect.Prefix) },
        new("Shows an old state of a card") { Commit = Rewriting(CardOnShow.Prefix, row => row["ShownVersion"] = 99) },
    ];

    private static Func<IReadOnlyList<RowChange>, IReadOnlyList<RowChange>> Without(string prefix) =>
        changes => [.. changes.Where(c => !c.Key.StartsWith(prefix, StringComparison.Ordinal))];

    private static Func<IReadOnlyList<RowChange>, IReadOnlyList<RowChange>> WithoutInserts(string prefix) =>
        changes => [.. changes.Where(c => c is not RowChange.Insert || !c.Key.StartsWith(prefix, StringComparison.Ordinal))];

    private static Func<IReadOnlyList<RowChange>, IReadOnlyList<RowChange>> WithoutDeletes(string prefix) =>
        changes => [.. changes.Where(c => c is not RowChange.Delete || !c.Key.StartsWith(prefix, StringComparison.Ordinal))];

    private static Func<IReadOnlyList<RowChange>, IReadOnlyList<RowChange>> Rewriting(string prefix, Action<JsonObject> rewrite) => changes =>
    [
        .. changes.Select(change => change switch
        {
            RowChange.Insert insert when insert.Key.StartsWith(prefix, StringComparison.Ordinal) => insert with { Json = Rewritten(insert.Json, rewrite) },
            RowChange.Replace replace when replace.Key.StartsWith(prefix, StringComparison.Ordinal) => replace with { Json = Rewritten(replace.Json, rewrite) },
            _ => change,
        }),
    ];

    private static string Rewritten(string json, Action<JsonObject> rewrite)
    {
        var envelope = JsonNode.Parse(json)!.AsObject();
        rewrite(envelope["row"]!.AsObject());
        return envelope.ToJsonString();
    }
}
