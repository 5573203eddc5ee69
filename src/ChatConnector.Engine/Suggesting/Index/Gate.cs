using System.Threading;

namespace ChatConnector.Engine.Suggesting.Index;

/// <summary>Lets any number read, or one write. Learning takes microseconds, so nobody waits long.</summary>
internal sealed class Gate
{
    private readonly object door = new();
    private int reading;
    private int waitingToWrite;

    public TResult Read<TResult>(Func<TResult> read)
    {
        lock (door)
        {
            while (waitingToWrite > 0)
                Monitor.Wait(door);
            reading++;
        }
        try
        {
            return read();
        }
        finally
        {
            lock (door)
                if (--reading == 0)
                    Monitor.PulseAll(door);
        }
    }

    public void Write(Action write) => Write(() =>
    {
        write();
        return true;
    });

    public TResult Write<TResult>(Func<TResult> write)
    {
        lock (door)
        {
            waitingToWrite++;
            while (reading > 0)
                Monitor.Wait(door);
            try
            {
                return write();
            }
            finally
            {
                if (--waitingToWrite == 0)
                    Monitor.PulseAll(door);
            }
        }
    }
}
