using System.Text;
using ChatConnector.Engine;
using ChatConnector.Engine.Asks;
using ChatConnector.Engine.Connecting;
using ChatConnector.Engine.FollowingUp;
using ChatConnector.Engine.Suggesting;
using ChatConnector.Engine.Teammates;
using ChatConnector.Runtime;
using ChatConnector.Runtime.Ports;
using ChatConnector.Runtime.Rows;
using ChatConnector.Runtime.Turning;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace ChatConnector.Tests.Runtime;

public sealed class ErasureTests
{
    private static readonly TeammateId Ann = new("ann-1"), Bo = new("bo-77");
    private static readonly Instant Then = Instant.FromUtc(2026, 11, 20, 10, 0);

    [Fact]
    public async Task Nothing_of_a_forgotten_person_remains_in_any_row()
    {
        await using var rig = new Rig();
        await FillAsync(rig);
        Assert.NotEqual(0, await MentionsAsync(rig));
        await rig.SayAsync("forget", $"forget {Bo}");
        Assert.Equal(0, await MentionsAsync(rig));
    }

    [Fact]
    public async Task What_belongs_to_others_stays_with_a_stranger_in_it()
    {
        await using var rig = new Rig();
        await FillAsync(rig);
        await rig.SayAsync("forget", $"forget {Bo}");

        var ask = (await rig.ReadAsync<Ask>(Ask.KeyOf(new AskId("a1"))))!;
        Assert.Equal("who knows terraform? somebody said: ask around", ask.Need);
        var helper = Assert.Single(ask.Helps).Helper;
        Assert.NotEqual(Bo, helper);
        Assert.Equal(helper, Assert.Single(ask.Invitations).Colleague);
        Assert.Equal(HelpStage.Introduced, ask.Helps[0].Stage);
        Assert.Equal(["from ann"], ask.Leads.Select(l => l.Text));
        Assert.Null(await rig.ReadAsync<Ask>(Ask.KeyOf(new AskId("b1"))));
        Assert.Equal("Ann", (await rig.ReadAsync<Teammate>(Teammate.KeyOf(Ann)))!.Name);
        Assert.Equal(helper, Assert.Single((await rig.ReadAsync<Teammate>(Teammate.KeyOf(Ann)))!.Preferences.Avoids));
        Assert.Equal(["evidence|e2"], (await rig.AllAsync<Evidence>("evidence|")).Select(e => e.Key));
    }

    [Fact]
    public async Task The_index_in_memory_is_the_one_that_would_be_read_anew()
    {
        await using var rig = new Rig();
        await FillAsync(rig);
        var roster = await rig.Get<Rosters>().OfAsync(Rig.Acme);
        Assert.Equal(1, RelevanceOf(Bo, "terraform", roster), 2);
        await rig.SayAsync("forget", $"forget {Bo}");

        Assert.Same(roster, await rig.Get<Rosters>().OfAsync(Rig.Acme));
        var anew = await new Rosters(rig.Ledger).OfAsync(Rig.Acme);
        Assert.Equal(1, RelevanceOf(Ann, "yaml", anew), 2);
        Assert.Equal(1, RelevanceOf(Ann, "yaml", roster), 2);
        Assert.Equal(0, RelevanceOf(Bo, "terraform", roster));
    }

    [Fact]
    public async Task Reminders_of_others_still_wake_and_their_ids_still_fit_the_rows()
    {
        await using var rig = new Rig();
        await FillAsync(rig);
        await rig.SayAsync("forget", $"forget {Bo}");
        var ask = (await rig.ReadAsync<Ask>(Ask.KeyOf(new AskId("a1"))))!;
        var wake = Assert.Single(await rig.AllAsync<WakeUp>(Wake.Prefix));
        Assert.Equal(Assert.Single(ask.Pending).MessageId, wake.Wish.MessageId);
        Assert.Equal(WakeUp.KeyOf(ask.Pending[0]), wake.Key);
    }

    [Fact]
    public async Task What_was_on_its_way_to_a_forgotten_person_is_never_sent()
    {
        await using var rig = new Rig();
        await FillAsync(rig);
        await rig.CommitAsync("late", $"tell {Bo} hello; card late {Bo} hello; tell ann-1 still here");
        await rig.SayAsync("forget", $"forget {Bo}");
        rig.Time.Advance(TimeSpan.FromMinutes(2));
        await rig.SweepAsync();
        Assert.DoesNotContain($"{Bo}: hello", rig.Screens.Cards);
        Assert.Contains("ann-1: still here", rig.Screens.Cards);
    }

    [Fact]
    public async Task The_index_of_colleagues_forgets_too()
    {
        await using var rig = new Rig();
        await FillAsync(rig);
        var questions = rig.Get<Questions>();
        Assert.Single(await questions.FindAsync(Rig.Acme, "Bo", 5));
        await rig.SayAsync("forget", $"forget {Bo}");
        Assert.Empty(await questions.FindAsync(Rig.Acme, "Bo", 5));
        Assert.Single(await questions.FindAsync(Rig.Acme, "Ann", 5));
    }

    [Fact]
    public async Task Somebody_with_a_longer_id_or_name_is_not_touched()
    {
        await using var rig = new Rig();
        await FillAsync(rig);
        await PutAsync(rig, new Teammate(new TeammateId("bo-771"), "Bo Larsensen") { Title = "Bo-Larsen's cousin bo-77x" });
        await rig.SayAsync("forget", $"forget {Bo}");
        Assert.Equal("Bo Larsensen", (await rig.ReadAsync<Teammate>(Teammate.KeyOf(new TeammateId("bo-771"))))!.Name);
    }

    [Fact]
    public async Task An_erasure_cut_short_is_finished_by_the_sweeper()
    {
        var store = new FaultyStore(new ChatConnector.Storage.Memory.MemoryStore());
        await using var rig = new Rig(null, s => s.AddSingleton<IStore>(store).AddSingleton<IQueue, ChatConnector.Storage.Memory.MemoryQueue>());
        await FillAsync(rig);
        var turned = await rig.CommitAsync("forget", $"forget {Bo}");
        store.FailCommits = 1;
        await Assert.ThrowsAsync<StorageException>(() => rig.DeliverAsync(turned));
        rig.Time.Advance(TimeSpan.FromMinutes(2));
        await rig.SweepAsync();
        Assert.Equal(0, await MentionsAsync(rig));
    }

    private static async Task FillAsync(Rig rig)
    {
        await PutAsync(rig, new Teammate(Bo, "Bo Larsen") { Title = "Platform", Asks = [new AskId("b1")] });
        await PutAsync(rig, new Teammate(Ann, "Ann") { Preferences = new Preferences { Avoids = [Bo] }, Received = [new Received(Bo, new AskId("a1"), Then, ReceivedKind.Thanks)] });
        await PutAsync(rig, new Ask(new AskId("b1"), Bo, "my secret wish", Then));
        await PutAsync(rig, new Ask(new AskId("a1"), Ann, "who knows terraform? Bo Larsen said: ask around", Then)
        {
            Invitations = [new Invitation(Bo, "Bo Larsen helped with terraform", 1)],
            Helps = [new Help(Bo, Then) { Stage = HelpStage.Introduced, Suits = "call me on 555-1234" }],
            Leads = [new Lead(Bo, "see my notes", Then), new Lead(Ann, "from ann", Then)],
            Pending = [new Pending(new Reminder(ReminderKind.CheckPromise, new AskId("a1"), Bo), Then + Duration.FromDays(90))],
        });
        await PutAsync(rig, new WakeUp(new Pending(new Reminder(ReminderKind.CheckPromise, new AskId("a1"), Bo), Then + Duration.FromDays(90))));
        await PutAsync(rig, new WakeUp(new Pending(new Reminder(ReminderKind.EndPause, null, Bo), Then + Duration.FromDays(90))));
        await PutAsync(rig, new Thanks(Bo, Ann, new AskId("a9")) { Did = "my secret wish came true" });
        await PutAsync(rig, new Thanks(Ann, Bo, new AskId("a1")) { Did = "thanks <@bo-77>" });
        await PutAsync(rig, new Evidence("e1-bo-77", Bo, EvidenceOrigin.Helped, "terraform", Then) { From = Ann });
        await PutAsync(rig, new Evidence("e2", Ann, EvidenceOrigin.Thanked, "yaml", Then) { From = Bo });
        await PutAsync(rig, new DeadLetter("d1", Encoding.UTF8.GetString(MessageJson.Write(rig.Words("x", "my secret wish", Bo.Text))), "Oops", 10, Then));
        await rig.SayAsync("s1", $"card a1/invitation/{Bo} {Bo} can you help Ann?; card a1/receipt/ann-1 ann-1 I asked Bo Larsen; meet a1/intro/{Bo} ann-1+{Bo} hello; home {Bo} home");
        await rig.CommitAsync("s2", "card a1/status/ann-1 ann-1 Bo Larsen can help; tell ann-1 <@bo-77> said yes");
    }

    private static double RelevanceOf(TeammateId who, string ask, ChatConnector.Runtime.Turning.Roster roster) =>
        roster.Among(colleagues => colleagues.Rank(new Query(ask, new TeammateId("bo-771"), Then), 10)).Where(c => c.Who == who).Sum(c => c.Relevance);

    private static async Task PutAsync(Rig rig, Row row) => Assert.True(await rig.Ledger.CommitAsync(Rig.Acme, new Changes().Put(row, null), default));

    private static async Task<int> MentionsAsync(Rig rig)
    {
        var rows = await rig.Get<IStore>().ScanAsync(Keys.PartitionOf(Rig.Acme), "", "\uffff", 10_000, default);
        string[] traces = [Bo.Text, "Bo Larsen", "bo larsen", "secret wish", "555-1234", "my notes"];
        return rows.Sum(row => traces.Count(trace => row.Json.Contains(trace, StringComparison.Ordinal) || row.Key.Contains(trace, StringComparison.Ordinal)));
    }
}
