using ChatConnector.Runtime.Rows;

namespace ChatConnector.Runtime.Delivering;

/// <summary>An effect on its way, with the card it is about, as both were last read.</summary>
internal sealed record Parcel(OrganizationId Organization, Entry EffectEntry, Entry? CardEntry)
{
    public PendingEffect Effect => (PendingEffect)EffectEntry.Row;

    public Errand Errand => Effect.Errand;

    public CardOnShow? Card => CardEntry?.Row as CardOnShow;

    /// <summary>Cards are claimed whole, so that two effects never show the same card at once; other effects are claimed one by one.</summary>
    public Claim? Claim => Errand is Errand.Show ? Card?.Claim : Effect.Claim;

    /// <summary>The key of the row that carries the claim.</summary>
    public static string ClaimKeyOf(PendingEffect effect) => effect.Errand is Errand.Show show ? CardOnShow.KeyOf(show.Card) : effect.Key;

    public static async Task<Parcel?> OpenAsync(Ledger ledger, OrganizationId organization, PendingEffect effect, CancellationToken cancellation)
    {
        var rows = await ledger.ReadAsync(organization, [effect.Key, ClaimKeyOf(effect)], cancellation);
        return rows.TryGetValue(effect.Key, out var entry)
            ? new Parcel(organization, entry, effect.Errand is Errand.Show ? rows.GetValueOrDefault(ClaimKeyOf(effect)) : null)
            : null;
    }

    /// <summary>The fate that needs no sending, if it has one already.</summary>
    public (Fate Fate, string? Reason)? Settled() => (Errand, Card) switch
    {
        (Errand.Show, null) => (Fate.Cancelled, "card gone"),
        // Unless somebody tried something older since, and nobody knows whether it stands there now.
        (Errand.Show show, { } card) when card.ShownVersion >= show.Version && !(card is { MaybeShown: true, Wanted: not null }) => (Fate.Delivered, null),
        _ => null,
    };

    /// <summary>Why there is nothing to show on a screen; asked by whoever holds the claim.</summary>
    public string? WhyNothingToShow() => (Errand, Card) switch
    {
        (Errand.Show { Quiet: true }, { IsShown: false, ToPost: > 0 }) => "comes with the post",
        (Errand.Show, { IsShown: false, ToPost: 0 }) => "never shown",
        (Errand.Show, { Wanted: null }) => "nothing wanted",
        _ => null,
    };

    /// <summary>Whether an earlier attempt may have got through.</summary>
    public bool MaybeShown => Card?.MaybeShown ?? Effect.MaybeShown;

    /// <summary>The claim written where it belongs.</summary>
    /// <param name="isTakenOver">From somebody who may have used it.</param>
    public Changes Claimed(Claim claim, bool isTakenOver) => Errand is Errand.Show
        ? new Changes().Put(isTakenOver ? Card!.ClaimedBy(claim) : Card! with { Claim = claim }, CardEntry)
        : new Changes().Put(Effect with { Claim = claim, MaybeShown = Effect.MaybeShown || isTakenOver }, EffectEntry);

    /// <summary>Not now: the effect waits, and others may have the card.</summary>
    public Changes Postponed(string by, bool isUncertain, Func<PendingEffect, PendingEffect> change)
    {
        var changes = new Changes().Put(change(Effect) with { Claim = null, MaybeShown = Effect.MaybeShown || isUncertain }, EffectEntry);
        return Card is { } card
            ? changes.Put(card with { Claim = card.Claim?.By == by ? null : card.Claim, MaybeShown = card.MaybeShown || isUncertain }, CardEntry)
            : changes;
    }

    /// <summary>Something newer was wanted while this was sent; whoever wanted it may have left it to this effect.</summary>
    public bool IsOvertaken(Sent? sent) => sent is not null && Card is { } card && card.Version > sent.Version;

    /// <summary>
    /// Over: the effect is gone, its fate is kept, and the card remembers what became of it. An overtaken one stays, to bring
    /// the card up to date.
    /// </summary>
    public Changes Ended(string by, Fate fate, string? reason, Instant now, Sent? sent)
    {
        var changes = IsOvertaken(sent)
            ? new Changes().Put(Effect with { Errand = new Errand.Show(Card!.Card, Card.Version, Quiet: true), NotBefore = null }, EffectEntry)
            : new Changes().Remove(EffectEntry).Put(new EffectFate(Effect.Message, Effect.Index, fate, reason, now), null);
        if (fate == Fate.Refused && Refused(now) is { } refusal)
            changes.Put(refusal, null);
        if (Errand is Errand.Show show && Card is { } card)
            changes.Put(After(card, show, fate, sent) with { Claim = card.Claim?.By == by ? null : card.Claim }, CardEntry);
        return changes;
    }

    /// <summary>An effect that shows what the card should show once more, after something older was sent; null when there is nothing newer.</summary>
    public Changes? ShownAgain(Entry? latest, int sent) => latest?.Row is CardOnShow { IsShown: true, Wanted: not null } card && card.Version > sent
        ? new Changes().Put(Effect with { Errand = new Errand.Show(card.Card, card.Version, Quiet: true), Claim = null, NotBefore = null }, null).Put(card with { ShownVersion = sent }, latest)
        : null;

    // Of a card that stands already nobody waits for more, and of one without a name nobody could say what it was.
    private Refusal? Refused(Instant now) => Card is { IsShown: false, ToPost: > 0 } card
        ? card.Scene switch
        {
            Scene.In scene => new Refusal(Effect.EffectId, card.Card, scene.Place, scene.Place.Owner ?? scene.OnlyFor ?? new TeammateId(""), now),
            Scene.Introduction { People: [var first, ..] } => new Refusal(Effect.EffectId, card.Card, Place.PrivateWith(first), first, now),
            _ => null,
        }
        : null;

    private static CardOnShow After(CardOnShow card, Errand.Show show, Fate fate, Sent? sent) => (sent, fate) switch
    {
        ({ } shown, _) => Shown(card, shown),
        // Somebody else has shown it, and what they left stands.
        (null, Fate.Delivered) => card,
        _ => GivenUp(card, show.Version),
    };

    // What is shown is forgotten, unless it may have to be shown once more.
    private static CardOnShow Shown(CardOnShow card, Sent sent) => card with
    {
        Reference = sent.Reference ?? card.Reference,
        Platform = sent.Platform,
        ShownVersion = sent.Version,
        ToPost = 0,
        MaybeShown = false,
        Wanted = card.Version > sent.Version || card.MaybeShown || card.MayBeOverwritten ? card.Wanted : null,
    };

    private static CardOnShow GivenUp(CardOnShow card, int version)
    {
        var toPost = card.ToPost == version ? 0 : card.ToPost;
        var isMoreWanted = card.IsShown ? card.Version > Math.Max(card.ShownVersion, version) : toPost > 0;
        return card with { ToPost = toPost, Wanted = isMoreWanted ? card.Wanted : null };
    }
}

/// <summary>What is on a screen now.</summary>
internal sealed record Sent(string? Reference, string Platform, int Version);
