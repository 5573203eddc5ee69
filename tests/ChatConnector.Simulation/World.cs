using ChatConnector.Runtime.Rows;
using ChatConnector.Storage.Memory;

namespace ChatConnector.Simulation;

/// <summary>
/// One seeded history: a small organization, a few processes, people who press what they see, and the weather. The engine and the
/// runtime are the real ones; only time, luck and the borders of a process are ours.
/// </summary>
public sealed class World
{
    public static readonly OrganizationId Organization = new("acme");

    private static readonly IReadOnlyList<RowChange> Everybody = [.. People.Everybody.Select(person => new RowChange.Insert(person.Key, RowJson.Write(person, 1)))];
    private static readonly TimeSpan Calm = TimeSpan.FromHours(1);
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromSeconds(15);

    private readonly MemoryStore store = new();
    private readonly MemoryQueue queue;
    private readonly List<Replica> replicas = [];
    private readonly HashSet<string> closed = [];
    private DateTimeOffset outUntil;
    private DateTimeOffset nextLook = DateTimeOffset.MaxValue;
    private bool isCalm;
    private int thread;

    public World(int seed, Faults? faults = null, Mutant? mutant = null)
    {
        Luck = new Random(seed);
        Weather = TimeSpan.FromMinutes(Luck.Next(20) switch { 0 => 600, 1 or 2 => 180, _ => 15 });
        Time = new VirtualTime(Luck);
        Faults = faults ?? Faults.Draw(Luck);
        Mutant = mutant ?? Mutant.None;
        Witness = new Witness(this);
        People = new People(this);
        queue = new MemoryQueue(new ReplicaTime(Time, new Process(this)));
    }

    public Random Luck { get; }

    /// <summary>Bad weather lasts so long: most often a quarter of an hour, as most goes wrong right after an ask, sometimes a morning or a day. Afterwards everything must come to rest.</summary>
    public TimeSpan Weather { get; }

    public VirtualTime Time { get; }

    public Faults Faults { get; }

    public Mutant Mutant { get; }

    public Screens Screens { get; } = new();

    public Witness Witness { get; }

    public People People { get; }

    public Tally Count { get; } = new();

    public IStore Store => store;

    public IQueue Queue => queue;

    /// <summary>People have gone home, and whatever they said last has its half an hour to come to rest.</summary>
    public bool IsEvening => Time.Now > VirtualTime.Begin + Weather + Calm / 2;

    public bool IsOut => outUntil > Time.Now;

    /// <summary>The replica a load balancer would choose now; null while all are down.</summary>
    public Replica? AnyReplica => replicas.FindAll(r => r.IsReady && r.Process.IsAlive) is { Count: > 0 } alive ? alive[Luck.Next(alive.Count)] : null;

    /// <summary>A history is lived on one thread; a step on another would be a step that no seed replays.</summary>
    public void CheckThread()
    {
        if (Environment.CurrentManagedThreadId != thread)
            Environment.FailFast(Environment.StackTrace + "A step was taken on another thread, so this history cannot be replayed.");
    }

    public Guid Draw()
    {
        Span<byte> bits = stackalloc byte[16];
        Luck.NextBytes(bits);
        return new Guid(bits);
    }

    public bool MayStrike(double share) => !isCalm && share > 0 && Luck.NextDouble() < share;

    /// <summary>Whether nothing more can be shown there.</summary>
    public bool IsClosed(string place) => closed.Contains(place) || (MayStrike(Faults.Closing) && closed.Add(place));

    /// <summary>Lives through it all and tells what was wrong; empty when nothing was.</summary>
    public IReadOnlyList<string> Run()
    {
        thread = Environment.CurrentManagedThreadId;
        Seed();
        for (var i = Luck.Next(1, 4); i > 0; i--)
            StartReplica();
        People.Begin();
        LookBy(BetweenLooks);
        var end = VirtualTime.Begin + Weather;
        while (Time.Step(end))
        {
        }

        Time.PassUntil(end);
        isCalm = true;
        Witness.Calm();
        if (AnyReplica is null)
            StartReplica();
        LookBy(BetweenLooks);
        end += Calm;
        while (Time.Step(end))
        {
        }

        Witness.CheckAtRest();
        return Witness.Complaints;
    }

    /// <summary>The process is gone at this very step; another is started in its place after a while.</summary>
    public void Crash(Process process)
    {
        Count.Crashes++;
        Witness.Troubled(process);
        process.Kill();
        replicas.RemoveAll(r => r.Process == process);
        Time.At(Time.Now + TimeSpan.FromSeconds(Luck.Next(1, 90)), StartReplica);
    }

    public void MayFail()
    {
        if (MayStrike(Faults.Outage))
            outUntil = Time.Now + TimeSpan.FromSeconds(Luck.Next(5, 300));
    }

    private void StartReplica()
    {
        var replica = new Replica(this);
        replicas.Add(replica);
        replica.Start();
    }

    private void Seed()
    {
        _ = store.CommitAsync(Keys.PartitionOf(Organization), Everybody, CancellationToken.None);
    }

    /// <summary>Processes look around regularly, as their timers make them do; here only when there may be something to find.</summary>
    public void LookBy(TimeSpan after)
    {
        var at = Time.Now + after;
        if (at >= nextLook)
            return;
        nextLook = at;
        Time.At(at, () =>
        {
            if (nextLook == at)
                LookAround();
        });
    }

    private void LookAround()
    {
        nextLook = DateTimeOffset.MaxValue;
        // One of them is enough at a time: the next look may be another's.
        AnyReplica?.LookAround();
        // Peeking is free of faults and of time: it only spares looking where nothing is.
        var partition = Keys.PartitionOf(Organization);
        if (queue.BacklogAsync(CancellationToken.None).Result.Messages > 0
            || store.ScanAsync(partition, PendingEffect.Prefix, Keys.After(PendingEffect.Prefix), 1, CancellationToken.None).Result.Count > 0)
        {
            LookBy(BetweenLooks);
            return;
        }

        var wake = store.ScanAsync(partition, Wake.Prefix, Keys.After(Wake.Prefix), 1, CancellationToken.None).Result;
        if (wake.Count > 0)
        {
            var due = long.Parse(wake[0].Key.Split('|')[1], System.Globalization.CultureInfo.InvariantCulture);
            LookBy(TimeSpan.FromMilliseconds(Math.Max(1, due + 100 - Time.Now.ToUnixTimeMilliseconds())));
        }
    }
}

/// <summary>What happened, for the report.</summary>
public sealed class Tally
{
    public long Steps { get; set; }

    public long Crashes { get; set; }

    public long Pauses { get; set; }

    public long Messages { get; set; }

    public long Sends { get; set; }
}
