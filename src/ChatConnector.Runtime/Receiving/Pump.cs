using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using System.Threading.Channels;
using ChatConnector.Runtime.Ports;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace ChatConnector.Runtime.Receiving;

/// <summary>
/// Keeps workers busy: with messages this process accepted, at once, and with what else becomes visible in the queue.
/// </summary>
public sealed partial class Pump(IQueue queue, Worker worker, Surroundings around, ILogger<Pump> log) : IHostedService, IDisposable
{
    /// <summary>How long a message is hidden from others while it is worked on.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromSeconds(60);

    private const int Workers = 32;
    private const int MostInHand = 2_000;
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan StillMine = TimeSpan.FromSeconds(40);
    private static readonly TimeSpan LongestFinish = TimeSpan.FromSeconds(15);

    private readonly Channel<(QueueLease Lease, long Since)> accepted = Channel.CreateUnbounded<(QueueLease, long)>();
    // By id, with the receipt: a queue may give an id again as soon as its message is gone.
    private readonly ConcurrentDictionary<string, string> inHand = new();
    private readonly Lock takingUp = new();
    private readonly CancellationTokenSource receiving = new();
    private readonly CancellationTokenSource working = new();
    private readonly Pulse pulse = new(around);
    private Task running = Task.CompletedTask;
    private int disposed;

    /// <summary>Whether an accepted message would be begun soon. Otherwise it is better left to whoever has time.</summary>
    public bool HasRoom => IsRunning && inHand.Count < MostInHand;

    /// <summary>False before the start and once stopping has begun.</summary>
    public bool IsRunning => !running.IsCompleted && !receiving.IsCancellationRequested;

    /// <summary>Work on a message this process just accepted.</summary>
    public void Take(QueueLease lease)
    {
        inHand[lease.Id] = lease.Receipt;
        if (!accepted.Writer.TryWrite((lease, around.Mark())))
            PutDown(lease);
    }

    /// <summary>Look into the queue now; something is visible, or the clock was moved.</summary>
    public void Wake() => pulse.Ring();

    public Task StartAsync(CancellationToken cancellationToken)
    {
        running = Task.WhenAll([ReceiveAsync(), .. Enumerable.Range(0, Workers).Select(_ => WorkAsync())]);
        return Task.CompletedTask;
    }

    /// <summary>Takes nothing new, finishes what was begun, and lets go of the rest so that others need not wait for its lease.</summary>
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        // A host may be told to stop twice, by a signal and by its owner, and be disposed of by one while the other still waits.
        if (receiving.IsCancellationRequested)
            return;
        await receiving.CancelAsync();
        accepted.Writer.TryComplete();
        var begun = Task.WhenAny(running, around.WaitAsync(LongestFinish, cancellationToken));
        await LetGoAsync();
        await begun;
        if (!working.IsCancellationRequested)
            await working.CancelAsync();
        if (!running.IsCompleted)
            LogUnfinished(inHand.Count);
    }

    public void Dispose()
    {
        if (Interlocked.Exchange(ref disposed, 1) == 1)
            return;
        receiving.Cancel();
        working.Cancel();
        receiving.Dispose();
        working.Dispose();
    }

    private async Task ReceiveAsync()
    {
        while (!receiving.IsCancellationRequested)
        {
            try
            {
                var free = Workers - inHand.Count;
                var leases = free > 0 ? await queue.ReceiveAsync(free, Lease, receiving.Token) : [];
                // In hand already: the clock was moved, so the lease on paper ran out though nobody was slow.
                foreach (var lease in leases.Where(lease => inHand.TryAdd(lease.Id, lease.Receipt)))
                    if (!accepted.Writer.TryWrite((lease, around.Mark())))
                        await queue.ExtendAsync(lease, TimeSpan.Zero, CancellationToken.None);
                if (leases.Count < free || free <= 0)
                    await pulse.WaitAsync(Look, receiving.Token);
            }
            catch (OperationCanceledException)
            {
                return;
            }
#pragma warning disable CA1031 // The store may be down for a while; the pump must still be there when it is back.
            catch (Exception trouble)
#pragma warning restore CA1031
            {
                LogTrouble(trouble.GetType().Name);
                await QuietAsync(TimeSpan.FromSeconds(1));
            }
        }
    }

    private async Task WorkAsync()
    {
        // Let the starter go on; what follows runs for as long as the process does.
        await Task.Yield();
        var inLine = new List<Task>();
        while (await accepted.Reader.WaitToReadAsync(CancellationToken.None))
        {
            if (!TryTakeUp(out var taken))
                continue;
            var work = WorkAsync(taken);
            // Whoever says a lot at once waits for themselves and holds up nobody else.
            if (taken.IsNext)
                await work;
            else
                inLine.Add(work);
            inLine.RemoveAll(waiting => waiting.IsCompleted);
        }

        await Task.WhenAll(inLine);
    }

    private async Task WorkAsync(TakenUp taken)
    {
        try
        {
            await worker.WorkAsync(taken, working.Token);
        }
        catch (OperationCanceledException)
        {
            // Stopping; the queue brings the message back.
        }
        finally
        {
            PutDown(taken.Lease);
        }
    }

    private bool TryTakeUp([NotNullWhen(true)] out TakenUp? taken)
    {
        taken = null;
        // One at a time, so that messages get in line in the order they came.
        lock (takingUp)
        {
            if (!accepted.Reader.TryRead(out var next))
                return false;
            // Too long in line: somebody else may have it by now, and it comes back if nobody has.
            if (around.Since(next.Since) < StillMine && !working.IsCancellationRequested)
                taken = worker.TakeUp(next.Lease);
            else
                PutDown(next.Lease);
        }

        return taken is not null;
    }

    private async Task LetGoAsync()
    {
        while (accepted.Reader.TryRead(out var waiting))
        {
            PutDown(waiting.Lease);
            try
            {
                await queue.ExtendAsync(waiting.Lease, TimeSpan.Zero, CancellationToken.None);
            }
            catch (IOException trouble)
            {
                LogTrouble(trouble.GetType().Name);
            }
        }
    }

    private void PutDown(QueueLease lease) => inHand.TryRemove(KeyValuePair.Create(lease.Id, lease.Receipt));

    private async Task QuietAsync(TimeSpan span)
    {
        try
        {
            await around.WaitAsync(span, receiving.Token);
        }
        catch (OperationCanceledException)
        {
            // Stopping.
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The queue cannot be read just now: {Trouble}")]
    private partial void LogTrouble(string trouble);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Stopping with {Count} messages unfinished; they come back when their lease runs out")]
    private partial void LogUnfinished(int count);
}
