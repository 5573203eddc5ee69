using ChatConnector.Engine.Suggesting.Learning;
using ChatConnector.Engine.Suggesting.Ranking;

namespace ChatConnector.Engine.Tests.Suggesting;

public sealed class RefittingTests
{
    private static readonly string[] Askers = ["mia", "tom", "lin", "kim"];
    private static readonly string[] Fields = ["Postgres", "Kafka", "accessibility", "contracts"];

    [Fact]
    public void Enough_answered_asks_are_learned_from_in_the_coming_night()
    {
        var few = Grown(Fit.FromAsks - 1, Faithful);
        Assert.Empty(Refitting.Wish(few.Decision()).Effects);

        var wish = Assert.IsType<Effect.Remind>(Assert.Single(Refitting.Wish(Grown(Fit.FromAsks, Faithful).Put(Settings.Default with { Zone = "Asia/Tokyo" }).Decision()).Effects)).Pending;
        Assert.Equal((ReminderKind.LearnWeights, "weights"), (wish.Reminder.Kind, wish.Reminder.KeptIn));
        Assert.Equal(Instant.FromUtc(2026, 11, 23, 18, 0), wish.At);
    }

    [Fact]
    public void One_night_is_wished_for_once()
    {
        var d = Refitting.Wish(Grown(Fit.FromAsks, Faithful).Decision());
        Assert.Same(d, Refitting.Wish(d));
    }

    [Fact]
    public void Where_everybody_turns_to_the_same_person_ties_come_to_count_more()
    {
        var learned = Learned(Grown(80, Faithful));
        Assert.Equal(80 - Askers.Length, learned.Asks, 4.0);
        Assert.True(learned is { Gain: > 0, LearnedAt: not null });
        Assert.True(learned.Weights!.Value.Tie > Weights.Default.Tie * 1.5, $"{learned.Weights}");
        Assert.Equal(Weights.Default.Standing, learned.Weights!.Value.Standing);
    }

    [Theory]
    [InlineData(0, true)]
    [InlineData(1, false)]
    public void Weights_that_would_not_have_done_better_on_the_newest_asks_are_not_used(int answersNewest, bool used)
    {
        // Two people, of whom one has helped with the like: they answered every older ask.
        var signs = new[] { Example.Vector(new Signs(3, 0, 0, 0, 0, 0, 0, 0, 0)), Example.Vector(default) };
        var examples = Enumerable.Range(0, 100).Select(ask => new Example(signs, [ask < 80 ? 0 : answersNewest], 1)).ToList();
        Assert.Equal(used, Fit.Learn(examples, Weights.Default) is { Gain: > 0 });
        Assert.Null(Fit.Learn(examples.Take(Fit.FromAsks - 1).ToList(), Weights.Default));
    }

    [Fact]
    public void A_night_that_finds_nothing_better_leaves_the_shipped_weights()
    {
        var office = Grown(Fit.FromAsks - 1, Faithful).Put(Learned(Grown(80, Faithful)));
        Assert.Null(Refitting.Learn(office.Decision()).Read<LearnedWeights>(LearnedWeights.TheKey)!.Weights);
    }

    [Fact]
    public void The_order_of_learning_leaves_no_trace()
    {
        var (one, other) = (Grown(80, Faithful), Grown(80, Faithful, backwards: true));
        Assert.Equal(Learned(one).Weights, Learned(other).Weights);
    }

    [Fact]
    public void Nothing_later_than_an_ask_tells_who_would_answer_it()
    {
        var before = Grown(60, Faithful).Colleagues.Answered(Fit.MostAsks);
        var after = Grown(61, Faithful).Colleagues.Answered(Fit.MostAsks);
        Assert.Equal(before.Count + 1, after.Count);
        foreach (var (one, other) in before.Zip(after))
        {
            Assert.Equal(one.Answered, other.Answered);
            Assert.Equal(one.Signs, other.Signs);
        }
    }

    [Fact]
    public void The_signs_learned_from_are_those_that_would_have_been_ranked_by()
    {
        var office = Grown(60, Faithful);
        var example = office.Colleagues.Answered(1).Single();
        var past = Grown(59, Faithful);
        var (requester, need, at) = AskOf(59);
        var then = past.Colleagues.Explain(new Query(need, Office.Id(requester), at), 100);
        Assert.Equal(then.Select(e => Example.Vector(e.Signs).Select(s => Math.Round(s, 9))), example.Signs.Select(signs => signs.Select(s => Math.Round(s, 9))));
    }

    [Fact]
    public void What_was_learned_is_used()
    {
        var office = Grown(80, Faithful);
        office.Put(Learned(office));
        var named = Choosing.Weigh(office.Decision(), Office.AskOf("mia", "Postgres"), 3, new HashSet<TeammateId>()).People;
        Assert.All(named, p => Assert.Equal(p.Parts!.Signs.Times(Refitting.WeightsOf(office.Decision())!.Value), p.Parts.Points));
    }

    [Fact]
    public void Whoever_is_forgotten_is_learned_from_no_more()
    {
        var office = Grown(80, Faithful);
        office.Put(Learned(office));
        var d = Leaving.Forget(office.Decision("tom"));
        Assert.Null(Refitting.WeightsOf(d));
        Assert.Null(d.Changed[LearnedWeights.TheKey]);
    }

    [Fact]
    public void Weights_of_another_make_are_not_used()
    {
        var row = new LearnedWeights { BySign = Learned(Grown(80, Faithful)).BySign.Remove("Tie").Add("Karma", 3) };
        Assert.Null(row.Weights);
    }

    private static LearnedWeights Learned(Office office) =>
        office.Put(new LearnedWeights()).Decision() is var d ? Refitting.Learn(d).Read<LearnedWeights>(LearnedWeights.TheKey)! : null!;

    // Everybody has one colleague they turn to, whatever it is about.
    private static string Faithful(int ask) => (ask % Askers.Length) switch { 0 => "Ana", 1 => "Bo", 2 => "Ida", _ => "Sam" };

    private static (string Requester, string Need, Instant At) AskOf(int ask) =>
        (Askers[ask % Askers.Length], $"{Fields[ask * 7 / 3 % Fields.Length]} question number{ask}", Office.Now - Duration.FromDays(200 - ask));

    private static Office Grown(int asks, Func<int, string> answers, bool backwards = false)
    {
        var office = new Office(string.Join('\n', "Mia Tom Lin Kim Ana Bo Ida Sam".Split(' ').Select(name => $"{name} | A | Engineer |")));
        foreach (var ask in backwards ? Enumerable.Range(0, asks).Reverse() : Enumerable.Range(0, asks))
        {
            var (requester, need, at) = AskOf(ask);
            office.Put(new Evidence($"e{ask:D4}", Office.Id(answers(ask).ToLowerInvariant()), EvidenceOrigin.Helped, need, at) { From = Office.Id(requester) });
        }

        return office;
    }
}
