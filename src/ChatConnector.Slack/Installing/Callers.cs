using ChatConnector.Runtime;

namespace ChatConnector.Slack.Installing;

/// <summary>
/// Whose request it is, asked with every one of them. Where another process changed an install, what nobody should hear any
/// more may be heard for a second longer, and nobody is answered.
/// </summary>
public sealed class Callers(Installs installs, Surroundings around)
{
    private readonly Lately<Installed> installed = new(around, () => installs.Changes, installs.FindAsync);

    /// <inheritdoc cref="Installs.FindAsync"/>
    public ValueTask<Installed?> FindAsync(string workspace, CancellationToken cancellation) => installed.FindAsync(workspace, cancellation);
}
