using ChatConnector.Teams;

namespace ChatConnector.Host.Settings;

/// <summary>Everything that can be set, read and checked once at the start.</summary>
/// <param name="Slack">Null where Connector has no part in Slack.</param>
/// <param name="Teams">Null where Connector has no part in Teams.</param>
public sealed record HostSettings(StorageSettings Storage, TryItSettings TryIt, TelemetrySettings OpenTelemetry, HealthSettings Health, SlackSection? Slack, TeamsSettings? Teams)
{
    /// <summary>Null where no model is asked what texts mean.</summary>
    public EmbeddingsSettings? Embeddings { get; init; }

    /// <exception cref="BadSettingsException">Something is wrong; it names everything that is.</exception>
    public static HostSettings Read(IConfiguration configuration, IHostEnvironment environment)
    {
        var reader = new SettingsReader(configuration);
        var settings = new HostSettings(
            StorageSettings.Read(reader, environment),
            TryItSettings.Read(reader, environment),
            new TelemetrySettings(reader.Address("OpenTelemetry:Endpoint")),
            new HealthSettings(TimeSpan.FromSeconds(reader.Number("Health:DrainSeconds", environment.IsDevelopment() ? 0 : 5, 0, 60))),
            SlackSection.Read(reader, configuration, environment),
            TeamsSection.Read(reader, environment))
        {
            Embeddings = EmbeddingsSection.Read(reader, configuration),
        };
        foreach (var section in (string[])["Storage", "TryIt", "OpenTelemetry", "Health", SlackSection.Name, TeamsSection.Name, EmbeddingsSection.Name])
            reader.RefuseUnknown(section);
        return reader.Problems.Count == 0 ? settings : throw new BadSettingsException(reader.Problems);
    }
}

/// <param name="Path">The database file, as an absolute path.</param>
public sealed record StorageSettings(StorageKind Kind, string Path)
{
    public static StorageSettings Read(SettingsReader reader, IHostEnvironment environment)
    {
        var kind = reader.OneOf("Storage:Kind", StorageKind.Sqlite);
        if (kind == StorageKind.Memory && environment.IsProduction())
            reader.Refuse("Storage:Kind", "Sqlite in Production", "Memory forgets everything when the process ends; choose Sqlite.");
        var path = reader.Text("Storage:Path") ?? "data/chatconnector.db";
        var whole = System.IO.Path.GetFullPath(path, environment.ContentRootPath);
        if (kind == StorageKind.Sqlite)
            CheckFile(reader, whole);
        return new StorageSettings(kind, whole);
    }

    /// <summary>Whether the folder takes files; what is in the database file itself is looked over when it is opened.</summary>
    private static void CheckFile(SettingsReader reader, string path)
    {
        const string Expected = "a file this process may create and write, such as data/chatconnector.db";
        if (Directory.Exists(path))
        {
            reader.Refuse("Storage:Path", Expected, "It names a folder: add the name of a file.");
            return;
        }
        try
        {
            var folder = Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
            using var probe = File.Create(System.IO.Path.Combine(folder.FullName, System.IO.Path.GetRandomFileName()), 1, FileOptions.DeleteOnClose);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            reader.Refuse("Storage:Path", Expected, "Its folder takes no files: check that it exists, its permissions and the free space.");
        }
    }
}

public enum StorageKind
{
    Sqlite, Memory,
}

public sealed record TryItSettings(bool Enabled)
{
    public static TryItSettings Read(SettingsReader reader, IHostEnvironment environment)
    {
        var enabled = reader.Flag("TryIt:Enabled", environment.IsDevelopment());
        if (enabled && !environment.IsDevelopment())
            reader.Refuse("TryIt:Enabled", "false outside Development", "Anyone could be anyone in the try-it chat: leave it out, or set ASPNETCORE_ENVIRONMENT to Development on your own machine.");
        return new TryItSettings(enabled);
    }
}

/// <param name="Endpoint">Where meters and traces go by OTLP; null exports nothing.</param>
public sealed record TelemetrySettings(Uri? Endpoint);

/// <param name="Drain">How long requests are still answered after the process was told to stop, with readiness already off.</param>
public sealed record HealthSettings(TimeSpan Drain);
