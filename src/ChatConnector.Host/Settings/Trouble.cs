using ChatConnector.Runtime.Ports;
using ChatConnector.Slack.Calling;
using Microsoft.AspNetCore.Connections;

namespace ChatConnector.Host.Settings;

/// <summary>What kept the process from starting, on one screen.</summary>
public static class Trouble
{
    /// <summary>What sysexits.h calls EX_CONFIG: supervisors do not try again on it.</summary>
    public const int ExitCode = 78;

    /// <summary>The problems a person can put right; null for anything else, which is a defect and shows its trace.</summary>
    public static IReadOnlyList<Problem>? Explain(Exception trouble) => trouble switch
    {
        BadSettingsException bad => bad.Problems,
        StorageException storage => [new("Storage:Path", "a database file this process can use", storage.Message)],
        SlackException => [new("Slack:BotToken", "a bot token that Slack takes", "Install your app to the workspace again and copy its Bot User OAuth Token.")],
        IOException { InnerException: AddressInUseException } =>
            [new("Urls", "an address nobody listens on yet", "Stop the other program, or choose another address, such as --urls http://localhost:3979.")],
        _ => null,
    };

    /// <summary>Every problem at once. The values of settings are never shown: they may be secrets.</summary>
    public static string Screen(IReadOnlyList<Problem> problems) =>
        $"""

        ChatConnector did not start: {problems.Count} {(problems.Count == 1 ? "setting needs" : "settings need")} your attention.

        {string.Join("\n\n", problems.Select(p => $"  {p.Key}   (environment: {p.Variable})\n    expected: {p.Expected}\n    remedy:   {p.Remedy}"))}

        Settings are read from appsettings.json, then appsettings.<Environment>.json, then environment variables, then the command line.
        """;
}
