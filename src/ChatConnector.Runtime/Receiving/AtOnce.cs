using ChatConnector.Runtime.Ports;
using ChatConnector.Runtime.Turning;

namespace ChatConnector.Runtime.Receiving;

/// <summary>
/// What must be known before somebody is heard, such as who they are: worked on at once and not kept in the queue. For
/// messages that lose nothing when the process dies in between, because whoever tells them tells them again.
/// </summary>
public sealed class AtOnce(Turns turns, Aftermath aftermath)
{
    /// <summary>Returns when the message has been decided on and committed.</summary>
    /// <exception cref="StorageException">It was not; let the platform try again.</exception>
    public async Task HearAsync(Message message, CancellationToken cancellation)
    {
        var turned = await turns.RunAsync(message, null, cancellation);
        await aftermath.OfAsync(message, turned, cancellation);
    }
}
