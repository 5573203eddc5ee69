using ChatConnector.Host.Settings;
using ChatConnector.Runtime.Ports;
using ChatConnector.Runtime.Receiving;
using ChatConnector.Storage.Sqlite;
using ChatConnector.Teams.Packaging;

namespace ChatConnector.Host;

/// <summary>What can be done from the command line instead of starting; works beside a running process too.</summary>
public static class Commands
{
    /// <summary>What sysexits.h calls EX_USAGE.</summary>
    public const int WrongUsage = 64;

    /// <summary>What sysexits.h calls EX_CANTCREAT.</summary>
    public const int CannotCreate = 73;

    private const string Usage =
        """
        dead-letters     lists the messages that could not be worked on
        replay <id>      puts one of them back into the queue
        replay all       puts all of them back into the queue
        backup <file>    writes a whole copy of the database, while Connector goes on working
        teams-package <file> <developer> <website>
                         writes the package that brings Connector into Teams
        """;

    /// <summary>Whether these arguments ask for a command rather than for a start.</summary>
    public static bool Asked(IReadOnlyList<string> arguments) => arguments is ["dead-letters" or "replay" or "backup" or "teams-package", ..];

    /// <summary>Does it and returns the exit code.</summary>
    public static async Task<int> RunAsync(IServiceProvider services, IReadOnlyList<string> arguments, TextWriter output)
    {
        switch (arguments)
        {
            case ["dead-letters", ..]:
                await ListAsync(services.GetRequiredService<DeadLetters>(), output);
                return 0;
            case ["replay", var which, ..] when !which.StartsWith('-'):
                var replayed = await services.GetRequiredService<DeadLetters>().ReplayAsync(which == "all" ? null : which, CancellationToken.None);
                await output.WriteLineAsync(replayed == 1 ? "1 message is back in the queue." : $"{replayed} messages are back in the queue.");
                return replayed > 0 || which == "all" ? 0 : 1;
            case ["backup", var path, ..] when !path.StartsWith('-'):
                return await BackUpAsync(services, path, output);
            case ["teams-package", var file, var developer, var website, ..] when Uri.TryCreate(website, UriKind.Absolute, out var address):
                return await PackAsync(new AppPackage(services.GetRequiredService<HostSettings>().Teams?.AppId ?? "", developer, address), file, output);
            default:
                await output.WriteLineAsync(Usage);
                return WrongUsage;
        }
    }

    private static async Task<int> BackUpAsync(IServiceProvider services, string path, TextWriter output)
    {
        var storage = services.GetRequiredService<HostSettings>().Storage;
        // Opened, it would be made.
        if (storage.Kind != StorageKind.Sqlite || !File.Exists(storage.Path))
        {
            await output.WriteLineAsync($"There is no database at {Path.GetFullPath(storage.Path)}, so there is nothing to copy. Look at Storage__Path.");
            return WrongUsage;
        }

        var database = services.GetRequiredService<SqliteFile>();
        try
        {
            SqliteBackup.Make(database, path);
        }
        catch (StorageException trouble)
        {
            await output.WriteLineAsync(trouble.Message);
            return CannotCreate;
        }

        await output.WriteLineAsync($"{path} is a whole copy of {database.Path}.");
        return 0;
    }

    private static async Task<int> PackAsync(AppPackage package, string path, TextWriter output)
    {
        if (package.WhyNot is { } why)
        {
            await output.WriteLineAsync(why);
            return WrongUsage;
        }

        await using var file = File.Create(path);
        await package.WriteAsync(file, CancellationToken.None);
        await output.WriteLineAsync($"{path} is ready to be uploaded.");
        return 0;
    }

    private static async Task ListAsync(DeadLetters letters, TextWriter output)
    {
        var found = await letters.ListAsync(CancellationToken.None);
        foreach (var (organization, letter) in found)
            await output.WriteLineAsync($"{letter.Id}  {letter.At}  {letter.Attempts} attempts  {letter.Why}  {organization}");
        await output.WriteLineAsync(found.Count == 0 ? "There are no dead letters." : "What they say is not shown; put them back with: replay <id>");
    }
}
