using ChatConnector.Runtime.Delivering;
using ChatConnector.Runtime.Reminding;
using ChatConnector.Runtime.Rows;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace ChatConnector.Runtime.Upkeep;

/// <summary>Goes the rounds: wakes reminders, sweeps up effects, keeps house, and what adapters have to look after. Each round can also be gone by hand.</summary>
public sealed partial class Rounds(Visits visits, Housekeeping housekeeping, IEnumerable<Round> adapters, Surroundings around, ILogger<Rounds> log) : BackgroundService
{
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.WhenAll(
    [
        EveryAsync(TimeSpan.FromMilliseconds(100), visits.WakeDueAsync, stoppingToken),
        EveryAsync(TimeSpan.FromSeconds(60), visits.SetAlarmsAsync, stoppingToken),
        EveryAsync(TimeSpan.FromSeconds(1), visits.SweepNoticedAsync, stoppingToken),
        EveryAsync(TimeSpan.FromSeconds(15), visits.SweepAsync, stoppingToken),
        EveryAsync(TimeSpan.FromHours(1), housekeeping.TidyAsync, stoppingToken),
        .. adapters.Select(round => EveryAsync(round.Pause, round.GoAsync, stoppingToken)),
    ]);

    private async Task EveryAsync(TimeSpan pause, Func<CancellationToken, Task> round, CancellationToken stopping)
    {
        await Task.Yield();
        while (!stopping.IsCancellationRequested)
        {
            try
            {
                await round(stopping);
                await around.WaitAsync(pause, stopping);
            }
            catch (OperationCanceledException) when (stopping.IsCancellationRequested)
            {
                return;
            }
#pragma warning disable CA1031 // A round that fails is gone again; the store may be down for a while.
            catch (Exception trouble)
#pragma warning restore CA1031
            {
                LogTrouble(round.Method.Name, trouble.GetType().Name);
                await Task.WhenAny(around.WaitAsync(TimeSpan.FromSeconds(1), stopping));
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Round {Round} was cut short: {Trouble}")]
    private partial void LogTrouble(string round, string trouble);
}

/// <summary>What an adapter does now and then.</summary>
public sealed record Round(TimeSpan Pause, Func<CancellationToken, Task> GoAsync);

/// <summary>What the rounds do, one visit at a time.</summary>
public sealed class Visits(Ledger ledger, Reminders reminders, Sweeper sweeper, Alarm alarm)
{
    /// <summary>Looks up every organization's next reminder; those set by other processes are found here.</summary>
    public async Task SetAlarmsAsync(CancellationToken cancellation)
    {
        foreach (var organization in await ledger.OrganizationsAsync(cancellation))
            if (await reminders.NextAsync(organization, cancellation) is { } wake)
                alarm.SetFor(organization, wake.At);
    }

    /// <summary>Wakes what is due, a few of every organization at a time.</summary>
    public Task WakeDueAsync(CancellationToken cancellation) => Task.WhenAll(alarm.TakeDue().Select(due => WakeAsync(due, cancellation)));

    public Task SweepNoticedAsync(CancellationToken cancellation) => sweeper.SweepNoticedAsync(cancellation);

    public Task SweepAsync(CancellationToken cancellation) => sweeper.SweepAsync(cancellation);

    private async Task WakeAsync(OrganizationId organization, CancellationToken cancellation)
    {
        Instant? lookAgain = alarm.Now;
        try
        {
            lookAgain = await reminders.WakeAsync(organization, cancellation);
        }
        finally
        {
            if (lookAgain is { } at)
                alarm.SetFor(organization, at);
        }
    }
}
