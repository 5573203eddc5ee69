using System.Text;

namespace ChatConnector.Engine.Wording;

/// <summary>The file with everything kept about a person. Plain Markdown, so that it can be read anywhere.</summary>
internal sealed class ExportDocument(Decision d, Kept kept)
{
    private readonly StringBuilder text = new();
    private readonly Teammate me = d.Me;
    private readonly OfficeHours hours = OfficeHours.Of(d.Me, d.Settings);

    public string Write()
    {
        text.Append($"# What Connector keeps about {me.Name}\n\nAs of {Day(d.Now)}. Times are in {hours.Zone.Id}.\n");
        Section("From the directory",
            [$"Name: {me.Name}", Known("Title", me.Title), Known("Team", me.Team), Known("Time zone", me.Zone), $"Id: {me.Id}"]);
        Section("What you may be asked about", me.Topics.Select(t => $"{t.Name} – {ProfileCards.Why(t)} – {Of(t.State)}, since {Day(t.Since)}"));
        Section("Still learning", me.StillLearning);
        Section("You know people in", me.KnowsPeopleIn);
        Section("How you like it", Wishes());
        foreach (var ask in kept.Asks)
            Section($"Your ask of {Day(ask.PostedAt)}", About(ask));
        Section("Asks you helped with, or made a connection for", kept.Helping.Select(a => $"{Asker(a)}: {Need(a)}"));
        Section("Asks that came to you in the last 90 days", me.Invited.Select(i => $"{Day(i.At)}: {Invited(i)}"));
        Section("Thanks and outcomes that reached you", me.Received.Select(r => $"{Day(r.At)}: {Kind(r.Kind)} from {(r.From is { } from ? Name(from) : "a colleague")}"));
        Section("What shows that somebody was helped", kept.Evidence.Select(e => $"{Day(e.At)}: {Of(e)}{(e.Channel is null ? "" : " in a channel")} – {e.Text}"));
        Section("Messages Connector started with you lately", me.Attention.Started.Select(s => $"{Day(s.At)}: {s.Contact}{(s.Answered ? ", answered" : "")}"));
        Section("Messages waiting for your working hours", me.Held.Select(h => h.Card.Summary));
        Section("Thanks of yours on their way", kept.Thanks.Select(t => $"To {Name(t.To)}: {t.Text}"));
        Section("Words of yours that have not become an ask", kept.Drafts.Select(f => f.Fields.GetValueOrDefault(Fields.Need, "")));
        return text.Append("\nThat is all.\n").ToString();
    }

    private static string Known(string what, string value) => value.Length > 0 ? $"{what}: {value}" : "";

    private void Section(string title, IEnumerable<string> lines)
    {
        var all = lines.Where(line => line.Length > 0).ToList();
        if (all.Count == 0)
            return;
        text.Append($"\n## {title}\n\n");
        foreach (var line in all)
            text.Append("- ").Append(line.ReplaceLineEndings(" ")).Append('\n');
    }

    private IEnumerable<string> Wishes()
    {
        if (!me.IsHere)
            yield break;
        var wishes = me.Preferences;
        yield return PreferenceCards.Hours(d, me).Plain;
        yield return PreferenceCards.Room(d, me).Plain;
        if (wishes.Zone.Length > 0)
            yield return $"Time zone of your choice: {wishes.Zone}";
        if (wishes.DaysOff.Count > 0)
            yield return $"Days off: {LocalDates.Write(wishes.DaysOff).Replace("\n", ", ", StringComparison.Ordinal)}";
        if (wishes.PausedUntil is { } paused)
            yield return $"Paused until {Day(paused)}";
        if (wishes.AsksPausedUntil is { } asksPaused)
            yield return $"No asks from others until {Day(asksPaused)}";
        foreach (var (kind, until) in wishes.Muted.OrderBy(m => m.Key))
            yield return $"No {PreferenceCards.Called(kind)}{(until >= Muting.ForGood ? "" : $" until {Day(until)}")}";
        foreach (var (label, people) in new[] { ("You keep apart from", wishes.Avoids), ("May ask you any time", wishes.AnyTime), ("No hellos suggested for", wishes.NoHello) })
        {
            if (people.Count > 0)
                yield return $"{label}: {string.Join(", ", people.Select(Name))}";
        }
    }

    // Who was asked and said no is theirs, not the requester's, and stands nowhere here.
    private IEnumerable<string> About(Ask ask)
    {
        yield return $"Need: {Need(ask)}";
        if (ask.Goal.Length > 0)
            yield return $"What good would look like: {ask.Goal}";
        yield return $"{Naming.Of(ask.Size)}, {Naming.Of(ask.ByWhen)}, {(ask.Audience == Audience.Channel ? "open in a channel" : "private")}{(ask.Anonymous ? ", without your name" : "")}";
        yield return $"State: {AskCards.Status(ask)}{(ask.EndedAt is { } ended ? $" ({Day(ended)})" : "")}";
        foreach (var word in ask.Suggestions.Select(s => s.Word).Concat(ask.Asked.Select(i => i.Word)).Where(w => w.Length > 0).Distinct())
            yield return $"Why them: {word}";
        if (ask.Topics.Count > 0)
            yield return $"Topics: {string.Join(", ", ask.Topics)}";
        foreach (var help in ask.Helps.Where(h => h.Stage is HelpStage.Offered or HelpStage.Introduced))
            yield return $"{Name(help.Helper)} offered a hand on {Day(help.OfferedAt)}";
        foreach (var lead in ask.Leads)
            yield return $"A lead from {Name(lead.From)}: {lead.Text}";
    }

    private string Invited(Invited invited) => d.Ask(invited.Ask) is { } ask ? $"{Asker(ask)}: {Need(ask)} – {Of(invited.Outcome)}" : Of(invited.Outcome);

    private string Asker(Ask ask) => Naming.Asker(d, ask, me.Id).Plain;

    private static string Need(Ask ask) => ask.Need.Length > 0 ? ask.Need : Naming.Short(ask).Plain;

    private string Of(Evidence evidence)
    {
        var isMine = evidence.About == me.Id;
        return evidence.Origin switch
        {
            EvidenceOrigin.Helped or EvidenceOrigin.Offered => isMine ? $"you helped {Other(evidence)}" : $"{Name(evidence.About)} helped you",
            EvidenceOrigin.Thanked => isMine ? $"you were thanked by {Other(evidence)}" : $"you thanked {Name(evidence.About)}",
            EvidenceOrigin.Endorsed => isMine ? $"you were endorsed by {Other(evidence)}" : $"you endorsed {Name(evidence.About)}",
            _ => isMine ? $"your connection helped {Other(evidence)}" : $"{Name(evidence.About)} made a connection for you",
        };
    }

    // Evidence of an anonymous ask never says from whom.
    private string Other(Evidence evidence) => evidence.From is { } from ? Name(from) : "a colleague";

    private string Name(TeammateId who) => d.Teammate(who) is { IsKnown: true } teammate ? teammate.Name : "somebody";

    private string Day(Instant at) => LocalDates.Write(hours.DateAt(at));

    private static string Of(TopicState state) => state switch
    {
        TopicState.Proposed => "a guess, not used",
        TopicState.Confirmed => "used",
        _ => "removed by you, never used",
    };

    private static string Of(InvitedOutcome outcome) => outcome switch
    {
        InvitedOutcome.Open => "waiting for you",
        InvitedOutcome.Helped => "you helped",
        InvitedOutcome.Gave => "you gave a lead",
        InvitedOutcome.Declined => "not this time",
        InvitedOutcome.Unanswered => "no answer",
        _ => "taken back",
    };

    private static string Kind(ReceivedKind kind) => kind switch
    {
        ReceivedKind.Thanks => "thanks",
        ReceivedKind.Outcome => "how it turned out",
        _ => "solved with your help",
    };
}
