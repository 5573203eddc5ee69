using ChatConnector.Benchmarks.Speed;

namespace ChatConnector.Benchmarks.Turning;

/// <summary>From a message to its answer through the real engine and runtime on SQLite: durable accept, whole turns, and asks among many teammates.</summary>
internal static class TurnBench
{
    private const int Warm = 500;
    private const int Messages = 5_000;
    private const int Asks = 300;

    public static async Task RunAsync()
    {
        Console.WriteLine("| what | at once | a second | p50 ms | p99 ms |\n|---|---|---|---|---|");
        await using (var office = await Office.OpenAsync(1_000))
        {
            await AnswersAsync(office, Warm, 32, show: false);
            foreach (var atOnce in (int[])[1, 32, 128])
                await AnswersAsync(office, Messages, atOnce, show: true);
        }
        foreach (var people in (int[])[1_000, 100_000])
            await AsksAsync(people);
    }

    /// <summary>A question for help is accepted and answered; nobody waits for anybody else's answer.</summary>
    private static async Task AnswersAsync(Office office, int messages, int atOnce, bool show)
    {
        var accepting = new Stopclock();
        var answering = new Stopclock();
        await ManyAsync(messages, atOnce, async number =>
        {
            var message = office.Says(number % 1_000, "help");
            var answered = office.Screens.AnswerTo(message.Id);
            await Task.WhenAll(
                accepting.TimeAsync(() => office.AcceptAsync(message)),
                answering.TimeAsync(() => answered));
        });
        if (!show)
            return;
        accepting.Write("accepted, durably", atOnce);
        answering.Write("answered", atOnce);
    }

    /// <summary>One ask after another, each from somebody else; it ends when the suggestions are on the screen.</summary>
    private static async Task AsksAsync(int people)
    {
        await using var office = await Office.OpenAsync(people);
        var corpus = new Corpus(people);
        await AskAsync(office, corpus, people - 1, new Stopclock());
        var clock = new Stopclock();
        await AskAsync(office, corpus, people - 1 - Asks, clock);
        clock.Write($"ask to suggestions among {people} teammates", 1);
    }

    private static async Task AskAsync(Office office, Corpus corpus, int lastPerson, Stopclock clock)
    {
        for (var number = 0; number < Asks; number++)
        {
            var message = office.Says(lastPerson - number, $"I need help with {corpus.Teammate(number).Topics[0].Name}");
            var suggested = office.Screens.AnswerTo(message.Id, "suggestions");
            await clock.TimeAsync(async () =>
            {
                await office.AcceptAsync(message);
                await suggested.WaitAsync(TimeSpan.FromSeconds(30));
            });
        }
    }

    private static Task ManyAsync(int count, int atOnce, Func<int, Task> act)
    {
        var next = -1;
        return Task.WhenAll(Enumerable.Range(0, atOnce).Select(_ => Task.Run(async () =>
        {
            for (int number; (number = Interlocked.Increment(ref next)) < count;)
                await act(number);
        })));
    }
}
