using System.Collections.Immutable;
using ChatConnector.Engine;
using ChatConnector.Engine.Asks;
using ChatConnector.Engine.Suggesting;
using ChatConnector.Engine.Teammates;
using ChatConnector.Runtime.Ports;
using ChatConnector.Runtime.Rows;
using ChatConnector.Runtime.Turning;
using ChatConnector.Storage.Memory;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace ChatConnector.Tests.Runtime;

/// <summary>The index of colleagues follows the rows, whichever process changed them.</summary>
public class RosterTests
{
    private static readonly Settings OurWords = Settings.Default with { SameWords = ["k8s, kubernetes"] };
    private static readonly Instant Now = Instant.FromUtc(2026, 11, 23, 10, 0);

    [Fact]
    public async Task Another_list_of_words_is_another_index_with_the_same_evidence()
    {
        await using var rig = new Rig();
        var bo = new Teammate(new TeammateId("bo"), "Bo");
        await rig.Ledger.CommitAsync(
            Rig.Acme, new Changes().Put(bo, null).Put(new Evidence("1", bo.Id, EvidenceOrigin.Helped, "a kubernetes cluster", Now), null), default);
        var rosters = new Rosters(rig.Ledger);
        var before = await rosters.OfAsync(Rig.Acme, Settings.Default);
        Assert.Equal(0, RelevanceIn(before));

        // Another process saves the settings; this one notices as soon as it reads their row.
        await rig.Ledger.CommitAsync(Rig.Acme, new Changes().Put(OurWords, null), default);
        var after = await rosters.OfAsync(Rig.Acme, OurWords);
        Assert.NotSame(before, after);
        Assert.Equal(1, RelevanceIn(after), 2);
        Assert.Same(after, await rosters.OfAsync(Rig.Acme, OurWords with { KeepTextDays = 90 }));
    }

    /// <summary>A turn commits, another deletes what it wrote, and the first tells the index last.</summary>
    [Fact]
    public async Task Late_news_of_a_deleted_row_does_not_bring_it_back()
    {
        await using var rig = new Rig();
        var (bo, help) = (new Teammate(new TeammateId("bo"), "Bo"), new Evidence("1", new TeammateId("bo"), EvidenceOrigin.Helped, "k8s", Now));
        await rig.Ledger.CommitAsync(Rig.Acme, new Changes().Put(bo, null).Put(help, null), default);
        var rosters = new Rosters(rig.Ledger);
        var roster = await rosters.OfAsync(Rig.Acme);
        Assert.Equal(1, RelevanceIn(roster), 2);

        await rig.Ledger.CommitAsync(Rig.Acme, new Changes().Remove(help.Key), default);
        await rosters.LearnAsync(Rig.Acme, [new Learned(help.Key, null, 0)]);
        await rosters.LearnAsync(Rig.Acme, [new Learned(help.Key, help, 7)]);
        Assert.Equal(0, RelevanceIn(roster));

        await rig.Ledger.CommitAsync(Rig.Acme, new Changes().Put(help, null), default);
        await rosters.LearnAsync(Rig.Acme, [new Learned(help.Key, help, 1)]);
        Assert.Equal(1, RelevanceIn(roster), 2);
        Assert.Same(roster, await rosters.OfAsync(Rig.Acme));
    }

    [Fact]
    public async Task Of_rows_that_tell_nothing_of_people_no_news_is_looked_up()
    {
        var store = new FaultyStore(new MemoryStore());
        await using var rig = new Rig(with: services => services.AddSingleton<IStore>(store).AddSingleton<IQueue, MemoryQueue>());
        var rosters = new Rosters(rig.Ledger);
        var roster = await rosters.OfAsync(Rig.Acme);
        var draft = new Draft(new TeammateId("bo"), ImmutableDictionary<string, string>.Empty, Place.PrivateWith(new TeammateId("bo")));
        store.FailReads = true;
        await rosters.LearnAsync(Rig.Acme, [new Learned(draft.Key, null, 0)]);
        await rosters.LearnAsync(Rig.Acme, [new Learned(draft.Key, draft, 1)]);
        Assert.Same(roster, await rosters.OfAsync(Rig.Acme));

        // What tells of people is; where it cannot be read, the index is read anew when it is needed.
        var bo = new Teammate(new TeammateId("bo"), "Bo");
        await rosters.LearnAsync(Rig.Acme, [new Learned(bo.Key, null, 0), new Learned(bo.Key, bo, 1)]);
        store.FailReads = false;
        Assert.NotSame(roster, await rosters.OfAsync(Rig.Acme));
    }

    private static double RelevanceIn(ChatConnector.Runtime.Turning.Roster roster) =>
        roster.Among(colleagues => colleagues.Rank(new Query("k8s", new TeammateId("mia"), Now), 1)).Select(c => c.Relevance).DefaultIfEmpty().Max();
}
