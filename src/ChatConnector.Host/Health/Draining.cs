using ChatConnector.Host.Settings;

namespace ChatConnector.Host.Health;

/// <summary>
/// When told to stop, says "not ready" first and goes on answering for a moment, so that whoever sends us requests has time to notice.
/// </summary>
public sealed class Draining(HealthSettings settings) : IHostedLifecycleService
{
    public bool HasBegun { get; private set; }

    public async Task StoppingAsync(CancellationToken cancellationToken)
    {
        HasBegun = true;
        await Task.Delay(settings.Drain, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
