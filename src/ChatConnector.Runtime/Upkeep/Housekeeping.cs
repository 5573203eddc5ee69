using ChatConnector.Engine.Suggesting;
using ChatConnector.Runtime.Rows;
using ChatConnector.Runtime.Turning;

namespace ChatConnector.Runtime.Upkeep;

/// <summary>Takes away what has been kept long enough.</summary>
public sealed class Housekeeping(Ledger ledger, Rosters rosters, Departures departures)
{
    /// <summary>Longer than any platform repeats itself.</summary>
    public static readonly Duration KeepHeard = Duration.FromDays(30);

    public static readonly Duration KeepFates = Duration.FromDays(30);

    public static readonly Duration KeepDeadLetters = Duration.FromDays(14);

    /// <summary>Cards are edited for as long as anything may still come of an ask; after this, an edit is not worth the row.</summary>
    public static readonly Duration KeepCards = Duration.FromDays(400);

    /// <summary>What a card says is kept for a while longer than it takes to show it, should an older edit come late; nobody sleeps that long.</summary>
    public static readonly Duration KeepShownWords = Duration.FromDays(1);

    private const int MostAtOnce = 500;

    public async Task TidyAsync(CancellationToken cancellation)
    {
        rosters.LetGo();
        var now = ledger.Around.Now;
        foreach (var organization in await ledger.OrganizationsAsync(cancellation))
        {
            await departures.CarryOutAsync(organization, cancellation);
            await TidyAsync(organization, EffectFate.Prefix, EffectFate.KeyAt(now - KeepFates), _ => null, cancellation);
            await TidyAsync(organization, HeardMessage.Prefix, null, row => row is HeardMessage heard && heard.At < now - KeepHeard ? null : row, cancellation);
            await TidyAsync(organization, DeadLetter.Prefix, null, row => row is DeadLetter letter && letter.At < now - KeepDeadLetters ? null : row, cancellation);
            await TidyAsync(organization, CardOnShow.Prefix, null, row => row is CardOnShow card ? Tidied(card, now) : row, cancellation);
            // No model is asked any more, so what one told is of no use.
            if (rosters.Senses is null)
                await TidyAsync(organization, TextSense.Prefix, null, _ => null, cancellation);
        }
    }

    private static CardOnShow? Tidied(CardOnShow card, Instant now) => card switch
    {
        _ when card.ChangedAt < now - KeepCards => null,
        { Wanted: not null } when card.ShownVersion >= card.Version && card.ChangedAt < now - KeepShownWords => card with { Wanted = null, MayBeOverwritten = false },
        _ => card,
    };

    /// <param name="tidy">What is left of a row: itself, less than it was, or null for nothing.</param>
    private async Task TidyAsync(OrganizationId organization, string prefix, string? before, Func<Row, Row?> tidy, CancellationToken cancellation)
    {
        for (string? last = null; ;)
        {
            var page = await ledger.RangeAsync(organization, last is null ? prefix : last + "\0", before ?? Keys.After(prefix), MostAtOnce, cancellation);
            var changes = new Changes();
            foreach (var entry in page)
            {
                if (tidy(entry.Row) is not { } left)
                    changes.Remove(entry);
                else if (!ReferenceEquals(left, entry.Row))
                    changes.Put(left, entry);
            }

            // Refused when one of them changed meanwhile; then there is another day.
            if (changes.List.Count > 0)
                await ledger.CommitAsync(organization, changes, cancellation);
            if (page.Count < MostAtOnce)
                return;
            last = page[^1].Row.Key;
        }
    }
}
