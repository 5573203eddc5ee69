namespace ChatConnector.Tests;

/// <summary>Waits for what must come, in tests that run against the real clock.</summary>
internal static class Eventually
{
    /// <summary>
    /// Only so that a test that waits in vain ends; how quick something has to be is never judged by it. On a busy machine a process may
    /// take half a minute to start, and a machine that builds beside us may be busy for minutes.
    /// </summary>
    public static readonly TimeSpan Limit = TimeSpan.FromMinutes(3);

    public static Task Is(Func<bool> condition) => Is(() => Task.FromResult(condition()));

    public static async Task Is(Func<Task<bool>> condition)
    {
        var began = TimeProvider.System.GetTimestamp();
        while (!await condition())
        {
            Assert.True(TimeProvider.System.GetElapsedTime(began) < Limit, "What must come did not.");
            await Task.Delay(5);
        }
    }
}
