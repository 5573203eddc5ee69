using ChatConnector.Engine.Teammates;
using ChatConnector.Runtime.Rows;

namespace ChatConnector.Runtime.Turning;

/// <summary>
/// One round: was it heard already? Read what the engine needs, let it decide, commit everything in one transaction.
/// The heard id is inserted in that same transaction, and nowhere else is anything deduplicated.
/// </summary>
public sealed class Turns(Ledger ledger, Rules rules, Rosters rosters, Telemetry telemetry)
{
    private const int MostAttempts = 25;
    private const int MostFailures = 5;
    private static readonly TimeSpan FirstWait = TimeSpan.FromMilliseconds(10);
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(1);

    /// <summary>Decides and commits, once however often it is called for the same message.</summary>
    /// <param name="wake">The wake-up the message stands for; gone with the commit.</param>
    /// <exception cref="Exception">Nothing is known to be committed; call again later.</exception>
    public async Task<Turned> RunAsync(Message message, Wake? wake, CancellationToken cancellation)
    {
        using var activity = telemetry.Start("turn");
        var round = new Round(message, Keys.Short(message.Id), wake?.Key);
        for (var attempt = 1; ; attempt++)
        {
            var ticket = Ticket.Draw(ledger.Around);
            round.Tickets.Add(ticket);
            if (await TryAsync(round, ticket, cancellation) is { } turned)
                return turned;
            if (attempt == MostAttempts)
                throw new InvalidOperationException($"A turn could not be committed in {MostAttempts} attempts.");
            await ledger.Around.WaitAsync(ledger.Around.Backoff(attempt, FirstWait, LongestWait), cancellation);
        }
    }

    private async Task<Turned?> TryAsync(Round round, Ticket ticket, CancellationToken cancellation)
    {
        var message = round.Message;
        var reading = new Reading(ledger, message.Organization) { Senses = rosters.Senses };
        var heardKey = HeardMessage.Prefix + round.Short;
        string[] nearlyAlways = [heardKey, Settings.TheKey, Teammate.KeyOf(message.From)];
        await reading.ReadAsync(round.WakeKey is { } key ? [.. nearlyAlways, key] : nearlyAlways, cancellation);

        // An attempt that seemed to fail may have succeeded: then its ticket stands in the heard row.
        if (reading.Find(heardKey)?.Row is HeardMessage heard)
            return telemetry.Heard(new Turned(round.Short, round.Tickets.Find(t => t.By == heard.By), Kind(round, heard)));
        if (round.WakeKey is not null && reading.Find(round.WakeKey) is null)
            return telemetry.Heard(new Turned(round.Short, null, TurnKind.NotStanding));

        var roster = await rosters.OfAsync(message.Organization, reading.Settings);
        var decision = await reading.ThinkAsync(roster.Among, situation => rules.Decide(situation, message), cancellation);
        var outbox = new Outbox(decision, round.Short, ticket, ledger.Around);
        await reading.ReadAsync(outbox.KeysNeeded(reading), cancellation);
        var changes = outbox.Write(reading).Put(new HeardMessage(round.Short, ledger.Around.Now, ticket.By), null);
        if (round.WakeKey is not null)
            changes.Remove(reading.Find(round.WakeKey)!);

        try
        {
            if (!await ledger.CommitAsync(message.Organization, changes, cancellation))
            {
                telemetry.Conflict();
                return null;
            }
        }
        catch (Exception trouble) when (trouble is not ArgumentException && ++round.Failures < MostFailures && !cancellation.IsCancellationRequested)
        {
            telemetry.Ambiguous();
            return null;
        }

        await rosters.LearnAsync(message.Organization, outbox.News(reading));
        return telemetry.Heard(new Turned(round.Short, ticket, TurnKind.Committed) { NextWakeUp = outbox.NextWakeUp });
    }

    private static TurnKind Kind(Round round, HeardMessage heard) =>
        round.Tickets.Exists(t => t.By == heard.By) ? TurnKind.Committed : TurnKind.HeardBefore;

    private sealed record Round(Message Message, string Short, string? WakeKey)
    {
        public List<Ticket> Tickets { get; } = [];

        public int Failures { get; set; }
    }
}

/// <summary>How a turn ended.</summary>
/// <param name="Message">The message's short id, under which its effects wait.</param>
/// <param name="Ticket">The right to carry out the effects at once; null when somebody else committed.</param>
public sealed record Turned(string Message, Ticket? Ticket, TurnKind Kind)
{
    /// <summary>The earliest reminder this turn set.</summary>
    public Instant? NextWakeUp { get; init; }
}

public enum TurnKind
{
    Committed,

    /// <summary>The same message was committed before; perhaps its effects were not all carried out.</summary>
    HeardBefore,

    /// <summary>A reminder that nobody wants any more.</summary>
    NotStanding,
}
