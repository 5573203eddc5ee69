using ChatConnector.Runtime.Ports;
using ChatConnector.Runtime.Rows;

namespace ChatConnector.Runtime.Receiving;

/// <summary>Takes messages from adapters. Once accepted, a message is on disk and will be worked on, whatever happens to this process.</summary>
/// <remarks>Nothing is deduplicated here: the platform's second try may be the only copy there is.</remarks>
public sealed class Inbox(IQueue queue, Pump pump, Surroundings around, Telemetry telemetry)
{
    /// <summary>Keeps the message durably and returns; work on it begins at once. Answer the platform after this, never before.</summary>
    /// <exception cref="StorageException">It was not kept; let the platform try again.</exception>
    public async Task AcceptAsync(Message message, CancellationToken cancellation)
    {
        var began = around.Mark();
        var inHand = pump.HasRoom;
        var lease = await queue.EnqueueAsync(MessageJson.Write(message), inHand ? Pump.Lease : TimeSpan.Zero, cancellation);
        if (inHand)
            pump.Take(lease);
        else
            pump.Wake();
        telemetry.Accepted(around.Since(began));
    }
}
