using ChatConnector.Runtime.Ports;
using ChatConnector.Runtime.Reminding;
using ChatConnector.Runtime.Rows;
using ChatConnector.Runtime.Turning;

namespace ChatConnector.Runtime.Delivering;

/// <summary>
/// Carries out committed effects until each has met its fate: delivered, cancelled with a reason, or given up with an alert.
/// At least once: if a process dies, or a platform does not answer, between sending and writing down, one card may appear
/// twice; it is sent under the same effect id, so a platform that remembers shows it once.
/// </summary>
public sealed class Courier(Ledger ledger, Sender sender, Eraser eraser, Alarm alarm, CourierNotes notes)
{
    private const int MostEffects = 1_000;
    private const int MostWrites = 10;
    private readonly KeyedLocks locks = new();

    /// <summary>Carries out what a message left behind, in order.</summary>
    /// <param name="ticket">The claim that was committed with the effects; null to claim each anew.</param>
    /// <returns>Whether everything met its fate. What did not is tried again by the sweeper.</returns>
    public async Task<bool> DeliverAsync(OrganizationId organization, string message, Ticket? ticket, CancellationToken cancellation)
    {
        var effects = await ledger.ScanAsync(organization, PendingEffect.PrefixOf(message), null, MostEffects, cancellation);
        return await DeliverAsync(organization, [.. effects.Select(e => (PendingEffect)e.Row)], ticket, cancellation);
    }

    /// <summary>Carries out these effects, one after the other; one that has to wait holds up those after it that go to the same place.</summary>
    public async Task<bool> DeliverAsync(OrganizationId organization, IReadOnlyList<PendingEffect> effects, Ticket? ticket, CancellationToken cancellation)
    {
        var all = true;
        var waiting = new HashSet<string>();
        foreach (var effect in effects)
        {
            var to = (effect.Errand as Errand.Post)?.To.Id ?? Parcel.ClaimKeyOf(effect);
            if (waiting.Contains(to) || !await CarryOutAsync(organization, effect, ticket, cancellation))
            {
                all = false;
                waiting.Add(to);
            }
        }

        return all;
    }

    private async Task<bool> CarryOutAsync(OrganizationId organization, PendingEffect effect, Ticket? ticket, CancellationToken cancellation)
    {
        using var one = await locks.EnterAsync($"{organization}|{Parcel.ClaimKeyOf(effect)}");
        if (await Parcel.OpenAsync(ledger, organization, effect, cancellation) is not { } parcel)
            return true;
        if (parcel.Settled() is { } settled)
            return await EndAsync(parcel, ticket?.By ?? "", settled.Fate, settled.Reason, null, cancellation);
        if (parcel.Effect.NotBefore is { } notBefore && notBefore > ledger.Around.Now)
            return false;
        if (await ClaimAsync(parcel, ticket, cancellation) is not { } claim)
            return false;
        var (held, claimed) = claim;
        if (claimed.WhyNothingToShow() is { } reason)
            return await EndAsync(claimed, held.By, Fate.Cancelled, reason, null, cancellation);
        if (claimed.Errand is Errand.Erase erase)
        {
            await eraser.EraseAsync(organization, erase, cancellation);
            return await EndAsync(claimed, held.By, Fate.Delivered, null, null, cancellation);
        }

        return await sender.SendAsync(claimed, held, cancellation) switch
        {
            Outcome.NoLonger no => await EndAsync(claimed, held.By, Fate.Cancelled, no.Reason, null, cancellation),
            Outcome.Tried tried => await WriteDownAsync(claimed, held.By, tried, cancellation),
            _ => false,
        };
    }

    // The claim committed with the effect is as good as one taken now, while it is fresh.
    private async Task<(Ticket Ticket, Parcel Parcel)?> ClaimAsync(Parcel parcel, Ticket? ticket, CancellationToken cancellation)
    {
        var standing = parcel.Claim;
        if (ticket is not null && standing?.By == ticket.By && ticket.IsFresh(ledger.Around))
            return (ticket, parcel);
        var isTakenOver = standing is not null && standing.By != ticket?.By;
        if (isTakenOver)
        {
            if (standing!.Until > ledger.Around.Now)
                return null;
            notes.TakenOver(parcel.Effect);
        }

        var own = Ticket.Draw(ledger.Around);
        if (!await ledger.CommitAsync(parcel.Organization, parcel.Claimed(own.ClaimAt(ledger.Around.Now), isTakenOver), cancellation))
            return null;
        return await Parcel.OpenAsync(ledger, parcel.Organization, parcel.Effect, cancellation) is { } claimed && claimed.Claim?.By == own.By
            ? (own, claimed)
            : null;
    }

    private async Task<bool> WriteDownAsync(Parcel parcel, string by, Outcome.Tried tried, CancellationToken cancellation)
    {
        switch (tried.Delivered)
        {
            case Delivered.Shown shown:
                return await EndAsync(parcel, by, Fate.Delivered, null, new Sent(shown.Reference, tried.Platform, tried.Version), cancellation);
            case Delivered.Refused refused:
                return await EndAsync(parcel, by, Fate.Refused, refused.Why, null, cancellation);
            case Delivered.Unwelcome unwelcome:
                return await EndAsync(parcel, by, Fate.Failed, unwelcome.Why, null, cancellation);
            case Delivered.Uncertain uncertain when parcel.Effect.Uncertain + 1 >= CourierNotes.MostUncertain:
                notes.Uncertain(parcel.Effect, tried.Platform);
                return await EndAsync(parcel, by, Fate.Failed, uncertain.Why, null, cancellation);
            case Delivered.Uncertain:
                notes.Uncertain(parcel.Effect, tried.Platform);
                return await PostponeAsync(parcel, by, null, true, cancellation);
            case Delivered.Busy when notes.IsHopeless(parcel.Effect):
                return await EndAsync(parcel, by, Fate.Refused, "busy for too long", null, cancellation);
            case Delivered.Busy busy:
                return await PostponeAsync(parcel, by, busy.After, false, cancellation);
            default:
                throw new InvalidOperationException("A delivery ends in one of five ways.");
        }
    }

    private async Task<bool> PostponeAsync(Parcel parcel, string by, TimeSpan? after, bool isUncertain, CancellationToken cancellation)
    {
        var tries = parcel.Effect.Tries + 1;
        var wait = after ?? ledger.Around.Backoff(tries, TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(5));
        var written = await WriteAsync(
            parcel,
            latest => latest.Postponed(by, isUncertain, effect => effect with
            {
                Tries = tries,
                Uncertain = effect.Uncertain + (isUncertain ? 1 : 0),
                NotBefore = ledger.Around.Now + Duration.FromTimeSpan(wait),
            }),
            cancellation);
        return written is null && isUncertain && parcel.Card is { } card && await MendAsync(parcel, card.Version, cancellation);
    }

    private async Task<bool> EndAsync(Parcel parcel, string by, Fate fate, string? reason, Sent? sent, CancellationToken cancellation)
    {
        var written = await WriteAsync(parcel, latest => latest.Ended(by, fate, reason, ledger.Around.Now, sent), cancellation);
        notes.Ended(parcel.Effect, fate, reason, sent?.Platform ?? "");
        if (fate == Fate.Refused)
            alarm.SetFor(parcel.Organization, ledger.Around.Now);
        if (written is null && sent is not null)
            return await MendAsync(parcel, sent.Version, cancellation);
        return written?.IsOvertaken(sent) != true;
    }

    /// <summary>We slept while we sent, and others ended the effect meanwhile: if they showed something newer, ours stands in its place now.</summary>
    private async Task<bool> MendAsync(Parcel parcel, int sent, CancellationToken cancellation)
    {
        for (var attempt = 1; attempt <= MostWrites; attempt++)
        {
            var card = await ledger.ReadAsync(parcel.Organization, Parcel.ClaimKeyOf(parcel.Effect), cancellation);
            if (parcel.ShownAgain(card, sent) is not { } changes)
                return true;
            if (await ledger.CommitAsync(parcel.Organization, changes, cancellation))
                return false;
        }

        return true;
    }

    // What has happened has happened: however often somebody else changes the card meanwhile, it is written down. Null when somebody else did so.
    private async Task<Parcel?> WriteAsync(Parcel parcel, Func<Parcel, Changes> change, CancellationToken cancellation)
    {
        var latest = parcel;
        for (var attempt = 1; latest is not null; attempt++)
        {
            try
            {
                if (await ledger.CommitAsync(parcel.Organization, change(latest), cancellation))
                    return latest;
            }
            catch (Exception trouble) when (trouble is not ArgumentException && attempt < MostWrites && !cancellation.IsCancellationRequested)
            {
                notes.Repeated();
            }

            if (attempt == MostWrites * 10)
                throw new InvalidOperationException("What became of an effect could not be written down.");
            await ledger.Around.WaitAsync(ledger.Around.Backoff(attempt, TimeSpan.FromMilliseconds(10), TimeSpan.FromSeconds(2)), cancellation);
            latest = await Parcel.OpenAsync(ledger, parcel.Organization, parcel.Effect, cancellation);
        }

        return null;
    }
}
