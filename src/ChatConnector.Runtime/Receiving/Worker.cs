using ChatConnector.Runtime.Delivering;
using ChatConnector.Runtime.Ports;
using ChatConnector.Runtime.Reminding;
using ChatConnector.Runtime.Rows;
using ChatConnector.Runtime.Turning;

namespace ChatConnector.Runtime.Receiving;

/// <summary>Everything one queued message needs: a turn, its effects, and leaving the queue.</summary>
public sealed class Worker(IQueue queue, Turns turns, Aftermath aftermath, DeadLetters deadLetters)
{
    private readonly KeyedLocks authors = new();

    /// <summary>
    /// Gets in line behind what else its author said. Many messages are worked on side by side, and what somebody says and then takes
    /// back must not be heard the other way round. Call it in the order the messages came.
    /// </summary>
    internal TakenUp TakeUp(QueueLease lease)
    {
        try
        {
            var message = MessageJson.Read(lease.Body);
            return new TakenUp(lease, message, authors.EnterAsync($"{message.Organization}|{message.From}"));
        }
        catch (UnreadableException)
        {
            // Nobody's, so it need not wait for anybody; what is to be done about it is decided when it is worked on.
            return new TakenUp(lease, null, null);
        }
    }

    /// <inheritdoc cref="WorkAsync(TakenUp, CancellationToken)"/>
    public Task WorkAsync(QueueLease lease, CancellationToken cancellation) => WorkAsync(TakeUp(lease), cancellation);

    /// <summary>Works on the message its lease is for. Never throws for what may go wrong with it; the queue brings it back.</summary>
    internal async Task WorkAsync(TakenUp taken, CancellationToken cancellation)
    {
        var lease = taken.Lease;
        try
        {
            var message = taken.Message ?? MessageJson.Read(lease.Body);
            Turned turned;
            using (taken.Line is { } line ? await line : null)
                turned = await turns.RunAsync(message, null, cancellation);
            await aftermath.OfAsync(message, turned, cancellation);
            await queue.DeleteAsync(lease, cancellation);
        }
#pragma warning disable CA1031 // Whatever it is, the message stays in the queue or goes to the dead letters, and the failure is counted.
        catch (Exception trouble) when (!cancellation.IsCancellationRequested)
#pragma warning restore CA1031
        {
            await deadLetters.SetBackAsync(lease, trouble, cancellation);
        }
    }
}

/// <summary>A message that was taken up.</summary>
/// <param name="Message">Null when it cannot be read.</param>
/// <param name="Line">Its place behind what its author said before; to be left when it is decided.</param>
internal sealed record TakenUp(QueueLease Lease, Message? Message, Task<IDisposable>? Line)
{
    /// <summary>Whether nobody was before it when it was taken up.</summary>
    public bool IsNext { get; } = Line is null or { IsCompleted: true };
}

/// <summary>What follows a commit. From here on nothing can be lost, so no trouble here ever sets the message back.</summary>
public sealed class Aftermath(Courier courier, Sweeper sweeper, Alarm alarm, Telemetry telemetry)
{
    public void Woken(Wake wake) => telemetry.Woken(alarm.Now - wake.Due);

    public async Task OfAsync(Message message, Turned turned, CancellationToken cancellation)
    {
        if (turned.NextWakeUp is { } next)
            alarm.SetFor(message.Organization, next);
        if (turned.Kind == TurnKind.Committed)
            telemetry.Lag(alarm.Now - message.At);
        try
        {
            if (!await courier.DeliverAsync(message.Organization, turned.Message, turned.Ticket, cancellation))
                sweeper.Notice(message.Organization);
        }
#pragma warning disable CA1031 // The effects are rows; the sweeper finishes them and reports what does not work.
        catch (Exception)
#pragma warning restore CA1031
        {
            sweeper.Notice(message.Organization);
        }
    }
}
