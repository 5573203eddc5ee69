using ChatConnector.Engine.Asks;
using ChatConnector.Engine.FollowingUp;
using ChatConnector.Engine.Suggesting;
using ChatConnector.Engine.Teammates;
using ChatConnector.Runtime.Rows;
using ChatConnector.Runtime.Turning;

namespace ChatConnector.Runtime.Delivering;

/// <summary>
/// Erases a person from everything an organization remembers: what is theirs goes, and wherever else they stand, a random
/// tombstone takes the place of their id. May be repeated, and is, until a pass over all rows finds nothing more.
/// </summary>
public sealed class Eraser(Ledger ledger, Rosters rosters, RowJson json, ChatRouter chats)
{
    private const int MostAtOnce = 200;
    private const int MostPasses = 5;
    private const int MostTries = 20;

    public async Task EraseAsync(OrganizationId organization, Errand.Erase erase, CancellationToken cancellation)
    {
        var redaction = new Redaction(erase.Who.Text, erase.Name, erase.Tombstone, json);
        for (var pass = 1; pass <= MostPasses && await PassAsync(organization, erase.Who, redaction, cancellation) > 0; pass++)
            await rosters.ForgetAsync(organization, erase.Who);
        await rosters.ForgetAsync(organization, erase.Who);
        await chats.ForgetAsync(organization, erase.Who, cancellation);
    }

    private async Task<int> PassAsync(OrganizationId organization, TeammateId who, Redaction redaction, CancellationToken cancellation)
    {
        var changed = 0;
        for (string? last = null; ;)
        {
            var page = await ledger.RangeAsync(organization, last is null ? "" : last + "\0", "\U0010FFFF", MostAtOnce, cancellation);
            foreach (var entry in page)
                changed += await EraseAsync(organization, entry, who, redaction, cancellation) ? 1 : 0;
            if (page.Count < MostAtOnce)
                return changed;
            last = page[^1].Row.Key;
        }
    }

    private async Task<bool> EraseAsync(OrganizationId organization, Entry entry, TeammateId who, Redaction redaction, CancellationToken cancellation)
    {
        Entry? latest = entry;
        for (var attempt = 1; latest is not null; attempt++)
        {
            if (await WithoutAsync(organization, latest, who, redaction, cancellation) is not { } changes)
                return false;
            if (await ledger.CommitAsync(organization, changes, cancellation))
            {
                await rosters.LearnAsync(organization, NewsOf(entry.Row.Key, changes));
                return true;
            }

            if (attempt == MostTries)
                throw new InvalidOperationException("A row to be erased from is changed faster than it can be erased.");
            await ledger.Around.WaitAsync(ledger.Around.Backoff(attempt, TimeSpan.FromMilliseconds(10), TimeSpan.FromSeconds(1)), cancellation);
            latest = await ledger.ReadAsync(organization, entry.Row.Key, cancellation);
        }

        return true;
    }

    // A row goes, stays under its key, or goes on under another.
    private static IReadOnlyList<Learned> NewsOf(string key, Changes changes)
    {
        var written = changes.Written.Select(w => new Learned(w.Row.Key, w.Row, w.Revision)).ToList();
        return written.Exists(w => w.Key == key) ? written : [new Learned(key, null, 0), .. written];
    }

    // Null when the person does not stand in the row.
    private async Task<Changes?> WithoutAsync(OrganizationId organization, Entry entry, TeammateId who, Redaction redaction, CancellationToken cancellation)
    {
        if (entry.Row is HeardMessage or EffectFate or PendingEffect { Errand: Errand.Erase })
            return null;
        // Nothing but numbers, and of another's text: once that text has changed, they go as well.
        if (entry.Row is TextSense sense && sense.About != who)
            return null;
        if (IsTheirs(entry.Row, who, redaction))
            return new Changes().Remove(entry);
        var mine = WithoutTheirWords(entry.Row, who);
        var redacted = redaction.Redact(mine);
        if (redacted is null && ReferenceEquals(mine, entry.Row))
            return null;
        var row = redacted ?? mine;
        if (row.Key == entry.Row.Key)
            return new Changes().Put(row, entry);
        return new Changes().Remove(entry).Put(row, await ledger.ReadAsync(organization, row.Key, cancellation));
    }

    private static bool IsTheirs(Row row, TeammateId who, Redaction redaction) => row switch
    {
        Teammate teammate => teammate.Id == who,
        Ask ask => ask.Requester == who,
        Draft draft => draft.Author == who,
        Evidence evidence => evidence.About == who,
        TextSense sense => sense.About == who,
        Thanks thanks => thanks.From == who || thanks.To == who,
        CardOnShow card => IsFor(card.Scene, who),
        PendingEffect { Errand: Errand.Post post } => IsFor(post.To, post.OnlyFor, who),
        WakeUp wake => wake.Wish.Reminder is { Ask: null } reminder && reminder.Who == who,
        Refusal refusal => refusal.Reader == who,
        DeadLetter letter => redaction.Names(letter.Body),
        _ => false,
    };

    private static bool IsFor(Scene scene, TeammateId who) => scene switch
    {
        Scene.In at => IsFor(at.Place, at.OnlyFor, who),
        Scene.Home home => home.Of == who,
        _ => false,
    };

    private static bool IsFor(Place to, TeammateId? onlyFor, TeammateId who) => to.Owner == who || onlyFor == who;

    // What they wrote in other people's rows.
    private static Row WithoutTheirWords(Row row, TeammateId who) =>
        row is Ask ask && (ask.Leads.Exists(lead => lead.From == who) || ask.HelpOf(who) is { Suits.Length: > 0 })
            ? ask.ChangeHelp(who, help => help with { Suits = "" }) with { Leads = ask.Leads.RemoveAll(lead => lead.From == who) }
            : row;
}
