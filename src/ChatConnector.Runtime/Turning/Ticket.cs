using ChatConnector.Runtime.Rows;

namespace ChatConnector.Runtime.Turning;

/// <summary>
/// Whoever commits or claims something holds a ticket for carrying it out. A claim on paper lasts <see cref="Lease"/>, but
/// nothing may be begun later than <see cref="Fresh"/> after it was written, measured without the wall clock: a process that
/// was asleep for a minute must not wake up and send what another has sent meanwhile.
/// </summary>
public sealed record Ticket(string By, long TakenAt)
{
    public static readonly Duration Lease = Duration.FromSeconds(60);
    public static readonly TimeSpan Fresh = TimeSpan.FromSeconds(15);

    /// <summary>Draw it before writing the claim, so that it is never fresher than the claim.</summary>
    public static Ticket Draw(Surroundings around) => new(around.DrawWord(), around.Mark());

    public Claim ClaimAt(Instant now) => new(By, now + Lease);

    public bool IsFresh(Surroundings around) => around.Since(TakenAt) <= Fresh;
}
