using ChatConnector.Runtime.Delivering;
using ChatConnector.Runtime.Ports;
using ChatConnector.Runtime.Reminding;
using ChatConnector.Runtime.Rows;
using ChatConnector.Runtime.Turning;

namespace ChatConnector.Runtime.Receiving;

/// <summary>Everything one queued message needs: a turn, its effects, and leaving the queue.</summary>
public sealed class Worker(IQueue queue, Turns turns, Aftermath aftermath, DeadLetters deadLetters)
{
    /// <summary>Works on the message its lease is for. Never throws for what may go wrong with it; the queue brings it back.</summary>
    public async Task WorkAsync(QueueLease lease, CancellationToken cancellation)
    {
        try
        {
            var message = MessageJson.Read(lease.Body);
            var turned = await turns.RunAsync(message, null, cancellation);
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
