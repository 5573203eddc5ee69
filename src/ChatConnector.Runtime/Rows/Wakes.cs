namespace ChatConnector.Runtime.Rows;

/// <summary>What comes back as a message when it is due, heard in the commit that takes this row away. Keys sort by time, so what is due is one range.</summary>
public abstract record Wake : Row
{
    public const string Prefix = "wake|";

    /// <summary>Failed attempts at waking.</summary>
    public int Failures { get; init; }

    public Instant? FirstFailedAt { get; init; }

    /// <summary>After a failure: when to try again. Moves the row back in line, so that it holds up nobody.</summary>
    public Instant? TryAgainAt { get; init; }

    /// <summary>When it was to wake first.</summary>
    public abstract Instant Due { get; }

    /// <summary>The same however often it wakes.</summary>
    public abstract MessageId MessageId { get; }

    public Instant At => TryAgainAt ?? Due;

    public override string Key => $"{KeyAt(At)}|{Keys.Short(MessageId)}";

    /// <summary>Everything due before this instant has a smaller key.</summary>
    public static string KeyAt(Instant at) => $"{Prefix}{Math.Max(0, at.ToUnixTimeMilliseconds()):D15}";

    /// <summary>What is heard; its time and luck are those of the moment it wakes.</summary>
    public abstract Message ToMessage(OrganizationId organization, Surroundings around);
}

/// <summary>A reminder waiting to come due.</summary>
public sealed record WakeUp(Pending Wish) : Wake
{
    public override Instant Due => Wish.At;

    public override MessageId MessageId => Wish.MessageId;

    public static string KeyOf(Pending wish) => new WakeUp(wish).Key;

    public override Message ToMessage(OrganizationId organization, Surroundings around) => new(
        MessageId, organization, Wish.Reminder.Who, Place.PrivateWith(Wish.Reminder.Who), around.Now, around.Draw(), new Said.Due(Wish.Reminder));
}

/// <summary>That a platform will never show a card where it was to come up, written in the commit that gives it up.</summary>
/// <param name="Effect">Id of the effect that was to show it.</param>
/// <param name="To">Where; of an introduction, the private chat of whoever was to go first.</param>
/// <param name="Reader">Who was to see it; nobody in particular in a channel.</param>
/// <param name="Since">When it was refused.</param>
public sealed record Refusal(string Effect, CardKey Card, Place To, TeammateId Reader, Instant Since) : Wake
{
    public override Instant Due => Since;

    public override MessageId MessageId => new("refused/" + Effect);

    public override Message ToMessage(OrganizationId organization, Surroundings around) =>
        new(MessageId, organization, Reader, To, around.Now, around.Draw(), new Said.Refused(Card));
}
