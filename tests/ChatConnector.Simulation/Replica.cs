using ChatConnector.Runtime.Delivering;
using ChatConnector.Runtime.Receiving;
using ChatConnector.Runtime.Reminding;
using ChatConnector.Runtime.Rows;
using ChatConnector.Runtime.Turning;
using ChatConnector.Runtime.Upkeep;
using Microsoft.Extensions.Logging.Abstractions;

namespace ChatConnector.Simulation;

/// <summary>One process of ours: the real runtime and the real engine, put together by hand around a process's borders.</summary>
public sealed class Replica
{
    private const int AtOnce = 8;
    private static readonly Telemetry Unread = new();

    private readonly World world;
    private readonly FaultyQueue queue;
    private readonly Worker worker;
    private readonly Visits visits;
    private readonly Surroundings around;
    private bool isLooking;

    public Replica(World world)
    {
        this.world = world;
        Process = new Process(world);
        around = new Surroundings(
            new ReplicaTime(world.Time, Process) { IsSteadyClockStopped = world.Mutant.StopsSteadyClock, Ahead = world.Mutant.ClockAhead },
            world.Draw);
        var store = new FaultyStore(world.Store, Process);
        queue = new FaultyQueue(world.Queue, Process);
        var rules = world.Mutant.Rules(Rules.OfConversation);
        var telemetry = Unread;
        var ledger = new Ledger(store, world.Mutant.Json, around);
        Rosters = new Rosters(ledger);
        var turns = new Turns(ledger, rules, Rosters, telemetry);
        var alarm = new Alarm(around);
        var notes = new CourierNotes(telemetry, around, NullLogger<Courier>.Instance);
        var chats = new ChatRouter([new FaultyChat(Process)], around);
        var courier = new Courier(ledger, new Sender(ledger, rules, chats), new Eraser(ledger, Rosters, world.Mutant.Json, chats), alarm, notes);
        var sweeper = new Sweeper(ledger, courier, telemetry, NullLogger<Sweeper>.Instance);
        var aftermath = new Aftermath(courier, sweeper, alarm, telemetry);
        var deadLetters = new DeadLetters(queue, ledger, telemetry, NullLogger<DeadLetters>.Instance);
        worker = new Worker(queue, turns, aftermath, deadLetters);
        var pump = new Pump(queue, worker, around, NullLogger<Pump>.Instance);
        Inbox = new Inbox(queue, pump, around, telemetry);
        visits = new Visits(ledger, new Reminders(ledger, turns, aftermath, deadLetters), sweeper, alarm);
    }

    public Process Process { get; }

    public Inbox Inbox { get; }

    /// <summary>Whether it takes requests: the process is alive and knows its colleagues.</summary>
    public bool IsReady { get; private set; }

    private Rosters Rosters { get; }

    /// <summary>Reads who is there, however often that takes, and takes requests from then on.</summary>
    public async void Start()
    {
        while (!IsReady)
        {
            try
            {
                await Rosters.OfAsync(World.Organization);
                IsReady = true;
            }
            catch (StorageException)
            {
                await around.WaitAsync(TimeSpan.FromSeconds(1), default);
            }
        }
    }

    /// <summary>What the process's timers make it do: work off the queue, wake reminders, sweep up effects.</summary>
    public async void LookAround()
    {
        if (isLooking || !IsReady || !Process.IsAlive)
            return;
        isLooking = true;
        try
        {
            await Task.WhenAll(TryAsync(ReceiveAsync), TryAsync(WakeAsync), TryAsync(() => world.Mutant.NeverSweeps ? Task.CompletedTask : visits.SweepAsync(default)));
        }
        finally
        {
            isLooking = false;
        }
    }

    private async Task ReceiveAsync()
    {
        var leases = await queue.ReceiveAsync(AtOnce, Pump.Lease, default);
        await Task.WhenAll(leases.Select(lease => worker.WorkAsync(lease, default)));
    }

    private async Task WakeAsync()
    {
        await visits.SetAlarmsAsync(default);
        await visits.WakeDueAsync(default);
    }

    private static async Task TryAsync(Func<Task> look)
    {
        try
        {
            await look();
        }
        catch (StorageException)
        {
            // The process looks again later, as it would after any failed round.
        }
    }
}
