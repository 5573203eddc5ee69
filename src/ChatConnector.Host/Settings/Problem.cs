namespace ChatConnector.Host.Settings;

/// <summary>One thing wrong with the settings, said so that it can be put right without reading code.</summary>
/// <param name="Key">The setting, as it stands in appsettings.json.</param>
/// <param name="Expected">What a right value looks like.</param>
/// <param name="Remedy">What to do about it.</param>
public sealed record Problem(string Key, string Expected, string Remedy)
{
    /// <summary>How the key is written as an environment variable.</summary>
    public string Variable => Key.Replace(":", "__", StringComparison.Ordinal);
}

/// <summary>The settings are wrong; nothing was started.</summary>
public sealed class BadSettingsException : Exception
{
    public BadSettingsException()
    {
    }

    public BadSettingsException(string message)
        : base(message)
    {
    }

    public BadSettingsException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    public BadSettingsException(IReadOnlyList<Problem> problems)
        : base($"Wrong settings: {string.Join(", ", problems.Select(p => p.Key))}.") => Problems = problems;

    public IReadOnlyList<Problem> Problems { get; } = [];
}
