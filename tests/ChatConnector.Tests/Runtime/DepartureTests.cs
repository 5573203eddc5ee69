using ChatConnector.Engine;
using ChatConnector.Engine.Teammates;
using ChatConnector.Runtime.Ports;
using ChatConnector.Runtime.Rows;
using ChatConnector.Runtime.Upkeep;
using ChatConnector.Storage.Memory;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace ChatConnector.Tests.Runtime;

public sealed class DepartureTests
{
    private const int Many = 250;
    private static readonly OrganizationId Other = new("other");

    [Fact]
    public async Task What_is_kept_of_an_organization_goes_when_it_is_time_and_of_no_other()
    {
        await using var rig = await FilledAsync();
        Assert.True(await rig.Get<Departures>().PlanAsync(Rig.Acme, In(rig, days: 28), default));
        rig.Time.Advance(TimeSpan.FromDays(27));
        await TidyAsync(rig);
        Assert.Equal(Many + 1, await RowsAsync(rig, Rig.Acme));
        rig.Time.Advance(TimeSpan.FromDays(1));
        await TidyAsync(rig);
        Assert.Equal((0, Many), (await RowsAsync(rig, Rig.Acme), await RowsAsync(rig, Other)));
        Assert.False(await rig.Get<Departures>().PlanAsync(Rig.Acme, In(rig, days: 28), default));
    }

    [Fact]
    public async Task Whoever_comes_back_in_time_finds_everything()
    {
        await using var rig = await FilledAsync();
        await rig.Get<Departures>().PlanAsync(Rig.Acme, In(rig, days: 28), default);
        rig.Time.Advance(TimeSpan.FromDays(27));
        await rig.Get<Departures>().CancelAsync(Rig.Acme, default);
        rig.Time.Advance(TimeSpan.FromDays(27));
        await TidyAsync(rig);
        Assert.Equal(Many, await RowsAsync(rig, Rig.Acme));
    }

    [Fact]
    public async Task Planning_again_does_not_put_it_off()
    {
        await using var rig = await FilledAsync();
        await rig.Get<Departures>().PlanAsync(Rig.Acme, In(rig, days: 28), default);
        rig.Time.Advance(TimeSpan.FromDays(28));
        await rig.Get<Departures>().PlanAsync(Rig.Acme, In(rig, days: 28), default);
        await TidyAsync(rig);
        Assert.Equal(0, await RowsAsync(rig, Rig.Acme));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public async Task Whoever_comes_back_while_it_goes_finds_nothing_rather_than_half(int steps)
    {
        var store = new CutShortStore(new MemoryStore());
        await using var rig = await FilledAsync(store);
        await rig.Get<Departures>().PlanAsync(Rig.Acme, In(rig, days: 0), default);
        store.CommitsLeft = 1 + steps;
        await Assert.ThrowsAsync<StorageException>(() => TidyAsync(rig));
        store.CommitsLeft = int.MaxValue;
        await rig.Get<Departures>().CancelAsync(Rig.Acme, default);
        Assert.Equal(0, await RowsAsync(rig, Rig.Acme));
    }

    [Fact]
    public async Task What_comes_after_the_return_is_not_taken_by_whoever_was_still_clearing_away()
    {
        var store = new CutShortStore(new MemoryStore());
        await using var rig = await FilledAsync(store);
        var departures = rig.Get<Departures>();
        await departures.PlanAsync(Rig.Acme, In(rig, days: 0), default);
        store.Before = async () =>
        {
            store.Before = null;
            // While this process stands still, another brings the organization back, and somebody speaks.
            await departures.CancelAsync(Rig.Acme, default);
            await FillAsync(rig, Rig.Acme, 1);
        };
        await TidyAsync(rig);
        Assert.Equal(1, await RowsAsync(rig, Rig.Acme));
    }

    private static Instant In(Rig rig, int days) => rig.Ledger.Around.Now + Duration.FromDays(days);

    private static async Task<Rig> FilledAsync(IStore? store = null)
    {
        var rig = new Rig(null, services => services.AddSingleton(store ?? new MemoryStore()).AddSingleton<IQueue, MemoryQueue>());
        await FillAsync(rig, Rig.Acme, Many);
        await FillAsync(rig, Other, Many);
        return rig;
    }

    private static async Task FillAsync(Rig rig, OrganizationId organization, int count)
    {
        for (var i = 0; i < count; i++)
            Assert.True(await rig.Ledger.CommitAsync(organization, new Changes().Put(new Teammate(new TeammateId($"t{i}"), "Ann"), null), default));
    }

    private static Task TidyAsync(Rig rig) => rig.Get<Housekeeping>().TidyAsync(default);

    private static async Task<int> RowsAsync(Rig rig, OrganizationId organization) =>
        (await rig.Get<IStore>().ScanAsync(Keys.PartitionOf(organization), "", "\uffff", 10_000, default)).Count;

    /// <summary>Makes so many commits and then fails, or stands still before one.</summary>
    private sealed class CutShortStore(IStore inner) : IStore
    {
        public int CommitsLeft { get; set; } = int.MaxValue;

        public Func<Task>? Before { get; set; }

        public Task<IReadOnlyList<StoredRow>> ReadAsync(string partition, IReadOnlyCollection<string> keys, CancellationToken cancellation) => inner.ReadAsync(partition, keys, cancellation);

        public Task<IReadOnlyList<StoredRow>> ScanAsync(string partition, string from, string before, int most, CancellationToken cancellation) =>
            inner.ScanAsync(partition, from, before, most, cancellation);

        public Task<IReadOnlyList<string>> PartitionsAsync(CancellationToken cancellation) => inner.PartitionsAsync(cancellation);

        public async Task<bool> CommitAsync(string partition, IReadOnlyList<RowChange> changes, CancellationToken cancellation)
        {
            if (Before is { } before && changes is [RowChange.Expect, ..])
                await before();
            return CommitsLeft-- > 0 ? await inner.CommitAsync(partition, changes, cancellation) : throw new StorageException("The disk is on strike.");
        }
    }
}
