using ChatConnector.Runtime.Receiving;

namespace ChatConnector.Host;

/// <summary>What can be done from the command line instead of starting; works beside a running process too.</summary>
public static class Commands
{
    /// <summary>What sysexits.h calls EX_USAGE.</summary>
    public const int WrongUsage = 64;

    private const string Usage =
        """
        dead-letters     lists the messages that could not be worked on
        replay <id>      puts one of them back into the queue
        replay all       puts all of them back into the queue
        """;

    /// <summary>Whether these arguments ask for a command rather than for a start.</summary>
    public static bool Asked(IReadOnlyList<string> arguments) => arguments is ["dead-letters" or "replay", ..];

    /// <summary>Does it and returns the exit code.</summary>
    public static async Task<int> RunAsync(IServiceProvider services, IReadOnlyList<string> arguments, TextWriter output)
    {
        var letters = services.GetRequiredService<DeadLetters>();
        switch (arguments)
        {
            case ["dead-letters", ..]:
                await ListAsync(letters, output);
                return 0;
            case ["replay", var which, ..] when !which.StartsWith('-'):
                var replayed = await letters.ReplayAsync(which == "all" ? null : which, CancellationToken.None);
                await output.WriteLineAsync(replayed == 1 ? "1 message is back in the queue." : $"{replayed} messages are back in the queue.");
                return replayed > 0 || which == "all" ? 0 : 1;
            default:
                await output.WriteLineAsync(Usage);
                return WrongUsage;
        }
    }

    private static async Task ListAsync(DeadLetters letters, TextWriter output)
    {
        var found = await letters.ListAsync(CancellationToken.None);
        foreach (var (organization, letter) in found)
            await output.WriteLineAsync($"{letter.Id}  {letter.At}  {letter.Attempts} attempts  {letter.Why}  {organization}");
        await output.WriteLineAsync(found.Count == 0 ? "There are no dead letters." : "What they say is not shown; put them back with: replay <id>");
    }
}
