using ChatConnector.Engine;
using ChatConnector.Engine.Suggesting;
using ChatConnector.Engine.Teammates;
using ChatConnector.Runtime;
using ChatConnector.Runtime.Ports;
using ChatConnector.Runtime.Rows;
using ChatConnector.Runtime.Turning;
using ChatConnector.Runtime.Upkeep;
using ChatConnector.Storage.Memory;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace ChatConnector.Tests.Runtime;

/// <summary>What a model told is kept, used, and gone when it has to go; and nobody waits for it.</summary>
public sealed class SensingTests
{
    private const string Need = "How much paid leave do I have?";
    private static readonly Instant Now = Instant.FromUtc(2026, 11, 23, 9, 0);
    private static readonly TeammateId Mia = new("mia"), Bo = new("bo"), Tom = new("tom");

    private readonly MemoryStore store = new();
    private readonly TinyModel model = new();

    [Fact]
    public async Task Texts_are_told_once_and_a_restart_does_not_tell_them_again()
    {
        await using (var rig = Start(model))
        {
            await FillAsync(rig);
            await LookAsync(rig);
            Assert.Equal(["Lawyer", "a crashing laptop", "the holiday allowance"], model.Heard.Order(StringComparer.Ordinal));
            Assert.Equal(Tom, await FirstAsync(rig));
        }

        model.Calls.Clear();
        await using var again = Start(model);
        await LookAsync(again);
        Assert.Empty(model.Calls);
        Assert.Equal(Tom, await FirstAsync(again));
        Assert.Equal([Need], model.Heard);
    }

    [Fact]
    public async Task News_is_told_in_the_next_round()
    {
        await using var rig = Start(model);
        await FillAsync(rig);
        await LookAsync(rig);
        model.Calls.Clear();
        var news = new Evidence("3", Bo, EvidenceOrigin.Helped, "maternity leave", Now) { From = Mia };
        await PutAsync(rig, news);
        await rig.Get<Rosters>().LearnAsync(Rig.Acme, [new Learned(news.Key, news, 1)]);
        await LookAsync(rig);
        Assert.Equal(["maternity leave"], model.Heard);
        Assert.Equal(4, (await SensesAsync(rig)).Count);
    }

    [Fact]
    public async Task Another_model_is_told_everything_and_what_the_old_one_told_goes()
    {
        await using (var rig = Start(model))
        {
            await FillAsync(rig);
            await LookAsync(rig);
        }

        var other = new TinyModel("other");
        await using var again = Start(other);
        await LookAsync(again);
        Assert.Equal(3, other.Heard.Count());
        Assert.Equal(["other", "other", "other"], (await SensesAsync(again)).Select(sense => sense.Sense.Model));
    }

    /// <summary>Of which size the vectors are now is only known when one was told: here by an ask, else by the next text.</summary>
    [Fact]
    public async Task Another_model_of_the_same_name_is_told_everything_once_it_shows()
    {
        await using (var rig = Start(model))
        {
            await FillAsync(rig);
            await LookAsync(rig);
        }

        var larger = new TinyModel { More = 2 };
        await using var again = Start(larger);
        await LookAsync(again);
        Assert.Empty(larger.Calls);
        Assert.Equal(Bo, await FirstAsync(again));
        await LookAsync(again);
        Assert.Equal([5, 5, 5], (await SensesAsync(again)).Select(sense => sense.Sense.Numbers.Length));
        Assert.Equal(Tom, await FirstAsync(again));
        larger.Calls.Clear();
        await LookAsync(again);
        Assert.Empty(larger.Calls);
    }

    [Fact]
    public async Task An_ask_is_told_anew_to_another_model_of_the_same_name()
    {
        await using var rig = Start(model);
        var senses = rig.Get<Rosters>().Senses!;
        Assert.Equal(3, (await senses.OfAsync(Need, default))!.Numbers.Length);
        model.More = 2;
        Assert.Equal(3, (await senses.OfAsync(Need, default))!.Numbers.Length);
        Assert.Equal(5, (await senses.OfAsync("something else", default))!.Numbers.Length);
        Assert.Equal(5, (await senses.OfAsync(Need, default))!.Numbers.Length);
    }

    [Fact]
    public async Task What_was_told_of_a_text_that_was_cut_goes_even_if_the_model_does_not_answer()
    {
        await using var rig = Start(model);
        await FillAsync(rig);
        await LookAsync(rig);
        model.Instead = _ => new Embedded.NotNow("status 500");
        var cut = new Evidence("2", Tom, EvidenceOrigin.Helped, "allowance", Now - Duration.FromDays(9)) { From = Bo };
        var read = await rig.Ledger.ReadAsync(Rig.Acme, cut.Key, default);
        Assert.True(await rig.Ledger.CommitAsync(Rig.Acme, new Changes().Put(cut, read), default));
        await rig.Get<Rosters>().LearnAsync(Rig.Acme, [new Learned(cut.Key, cut, 2)]);
        await LookAsync(rig);
        Assert.DoesNotContain(await SensesAsync(rig), sense => sense.Id == cut.Key);
        model.Instead = _ => null;
        Assert.Equal(Bo, await FirstAsync(rig));
    }

    [Fact]
    public async Task Whoever_is_forgotten_leaves_nothing_and_others_keep_theirs()
    {
        await using var rig = Start(model);
        await FillAsync(rig);
        await LookAsync(rig);
        await rig.SayAsync("forget", $"forget {Tom}");
        Assert.Equal([Bo], (await SensesAsync(rig)).Select(sense => sense.About).Distinct());
        await LookAsync(rig);
        Assert.DoesNotContain(await store.ScanAsync(Keys.PartitionOf(Rig.Acme), "sense|", "sense}", 100, default), row => row.Json.Contains("tom", StringComparison.Ordinal) || row.Key.Contains("tom", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Nothing_is_kept_of_a_text_that_went_while_it_was_told()
    {
        await using var rig = Start(model);
        await FillAsync(rig);
        model.Delay = async _ =>
        {
            model.Delay = _ => Task.CompletedTask;
            await rig.SayAsync("forget", $"forget {Tom}");
        };
        await LookAsync(rig);
        await LookAsync(rig);
        Assert.Equal([Bo], (await SensesAsync(rig)).Select(sense => sense.About));
    }

    [Fact]
    public async Task Without_a_model_nothing_is_asked_and_what_one_told_is_cleared_away()
    {
        await using (var rig = Start(model))
        {
            await FillAsync(rig);
            await LookAsync(rig);
        }

        await using var off = Start(null);
        Assert.Equal(Bo, await FirstAsync(off));
        Assert.Null(off.Get<Rosters>().Senses);
        await off.Get<Housekeeping>().TidyAsync(default);
        Assert.Empty(await SensesAsync(off));
        Assert.IsType<Embedded.Refused>(await off.Get<IEmbeddings>().EmbedAsync(["x"], default));
    }

    [Fact]
    public async Task A_text_the_model_refuses_holds_up_no_other()
    {
        await using var rig = Start(model);
        await FillAsync(rig);
        model.Instead = texts => texts.Contains("a crashing laptop") ? new Embedded.Refused() : null;
        await LookAsync(rig);
        Assert.Equal([Tom, Tom], (await SensesAsync(rig)).Select(sense => sense.About));
        model.Calls.Clear();
        await LookAsync(rig);
        Assert.Empty(model.Calls);
    }

    [Fact]
    public async Task While_the_model_does_not_answer_it_is_left_alone_and_then_told_everything()
    {
        await using var rig = Start(model);
        await FillAsync(rig);
        model.Instead = _ => new Embedded.NotNow("status 429", TimeSpan.FromSeconds(20));
        await LookAsync(rig);
        await LookAsync(rig);
        Assert.Single(model.Calls);
        model.Instead = _ => null;
        rig.Time.Advance(TimeSpan.FromSeconds(21));
        await LookAsync(rig);
        Assert.Equal(3, (await SensesAsync(rig)).Count);
    }

    [Fact]
    public async Task An_ask_does_not_wait_longer_than_the_limit_and_soon_not_at_all()
    {
        await using var rig = Start(model);
        await FillAsync(rig);
        await LookAsync(rig);
        model.Calls.Clear();
        for (var n = 0; n < 2; n++)
        {
            var heard = new TaskCompletionSource();
            // It does not even heed the cancellation.
            model.Delay = _ =>
            {
                heard.SetResult();
                return Task.Delay(Timeout.Infinite, CancellationToken.None);
            };
            var asked = FirstAsync(rig, $"{Need} {n}");
            await heard.Task;
            rig.Time.Advance(AskSenses.DefaultLimit);
            Assert.Equal(Bo, await asked);
        }

        Assert.Equal(Bo, await FirstAsync(rig, Need + " now"));
        Assert.Equal(2, model.Calls.Count);
        model.Delay = _ => Task.CompletedTask;
        rig.Time.Advance(TimeSpan.FromSeconds(31));
        Assert.Equal(Tom, await FirstAsync(rig, Need + " later"));
    }

    [Fact]
    public async Task What_an_ask_means_is_asked_once_however_often_it_is_looked_at()
    {
        await using var rig = Start(model);
        await FillAsync(rig);
        await LookAsync(rig);
        model.Calls.Clear();
        Assert.Equal(Tom, await FirstAsync(rig));
        Assert.Equal(Tom, await FirstAsync(rig));
        Assert.Single(model.Calls);
    }

    private Rig Start(TinyModel? with) => new(null, services =>
    {
        services.AddSingleton<IStore>(store).AddSingleton<IQueue, MemoryQueue>();
        if (with is not null)
            services.AddEmbeddings(_ => with, AskSenses.DefaultLimit);
    });

    // Bo helped with something else, and lately; Tom with the same in other words.
    private static async Task FillAsync(Rig rig)
    {
        await PutAsync(rig, new Teammate(Mia, "Mia"));
        await PutAsync(rig, new Teammate(Bo, "Bo"));
        await PutAsync(rig, new Teammate(Tom, "Tom") { Title = "Lawyer" });
        await PutAsync(rig, new Evidence("1", Bo, EvidenceOrigin.Helped, "a crashing laptop", Now - Duration.FromDays(1)) { From = Mia });
        await PutAsync(rig, new Evidence("2", Tom, EvidenceOrigin.Helped, "the holiday allowance", Now - Duration.FromDays(9)) { From = Bo });
    }

    private static async Task PutAsync(Rig rig, Row row) => Assert.True(await rig.Ledger.CommitAsync(Rig.Acme, new Changes().Put(row, null), default));

    private static async Task LookAsync(Rig rig)
    {
        await rig.Get<Rosters>().OfAsync(Rig.Acme);
        await rig.Get<Sensing>().GoAsync(default);
    }

    private static Task<IReadOnlyList<TextSense>> SensesAsync(Rig rig) => rig.AllAsync<TextSense>(TextSense.Prefix);

    /// <summary>Who comes first for an ask, thought of as a turn would.</summary>
    private static async Task<TeammateId> FirstAsync(Rig rig, string need = Need)
    {
        var rosters = rig.Get<Rosters>();
        var roster = await rosters.OfAsync(Rig.Acme);
        var reading = new Reading(rig.Ledger, Rig.Acme) { Senses = rosters.Senses };
        return await reading.ThinkAsync(roster.Among, situation => situation.Colleagues.Rank(new Query(need, Mia, Now) { Sense = situation.SenseOf(need) }, 1)[0].Who, default);
    }
}
