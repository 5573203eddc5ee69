namespace ChatConnector.Tests;

/// <summary>Waits for what must come, in tests that run against the real clock.</summary>
internal static class Eventually
{
    public static Task Is(Func<bool> condition) => Is(() => Task.FromResult(condition()));

    public static async Task Is(Func<Task<bool>> condition)
    {
        // On a busy machine a process may take half a minute to start.
        var give = TimeSpan.FromMinutes(1);
        var began = TimeProvider.System.GetTimestamp();
        while (!await condition())
        {
            Assert.True(TimeProvider.System.GetElapsedTime(began) < give, "What must come did not.");
            await Task.Delay(5);
        }
    }
}
