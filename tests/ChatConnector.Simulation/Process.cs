namespace ChatConnector.Simulation;

/// <summary>One replica as an operating system sees it: it runs, it may be put to sleep, it may be killed between any two steps.</summary>
public sealed class Process(World world)
{
    /// <summary>Nothing of the process runs before, neither its steps nor its timers.</summary>
    public DateTimeOffset AsleepUntil { get; private set; }

    public bool IsAlive { get; private set; } = true;

    public World World => world;

    public void Kill() => IsAlive = false;

    public void SleepUntil(DateTimeOffset wake) => AsleepUntil = wake;

    /// <summary>
    /// A step across the process's border. Takes a moment; a killed process never comes back from it, and a sleeping one
    /// only when it wakes. Here the world decides whether to kill or to put to sleep.
    /// </summary>
    public Task StepAsync()
    {
        world.CheckThread();
        var arrived = new TaskCompletionSource();
        world.Time.At(world.Time.Now + world.Faults.Latency(world.Luck), () => Arrive(arrived));
        return arrived.Task;
    }

    private void Arrive(TaskCompletionSource arrived)
    {
        if (!IsAlive)
            return;
        if (AsleepUntil > world.Time.Now)
        {
            world.Time.At(AsleepUntil, () => Arrive(arrived));
            return;
        }

        world.Count.Steps++;
        if (world.MayStrike(world.Faults.Crash))
        {
            world.Crash(this);
            return;
        }

        if (world.MayStrike(world.Faults.Pause))
        {
            world.Count.Pauses++;
            world.Witness.Troubled(this);
            SleepUntil(world.Time.Now + TimeSpan.FromSeconds(20 + world.Luck.Next(70)));
            world.Time.At(AsleepUntil, () => Arrive(arrived));
            return;
        }

        arrived.SetResult();
    }
}
