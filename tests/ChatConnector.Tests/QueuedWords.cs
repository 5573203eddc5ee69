using System.Text;
using ChatConnector.Runtime.Ports;

namespace ChatConnector.Tests;

/// <summary>A queue as a test speaks with it: in words.</summary>
internal static class QueuedWords
{
    public static Task<QueueLease> EnqueueAsync(this IQueue queue, string body, TimeSpan delay, CancellationToken cancellation) =>
        queue.EnqueueAsync(Encoding.UTF8.GetBytes(body), delay, cancellation);

    public static string Words(this QueueLease lease) => Encoding.UTF8.GetString(lease.Body.Span);
}
