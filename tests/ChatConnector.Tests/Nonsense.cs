using System.Diagnostics;
using System.Net;
using System.Text;
using ChatConnector.Runtime.Ports;
using Microsoft.Extensions.DependencyInjection;

namespace ChatConnector.Tests;

/// <summary>What is nearly what a platform sends, and how it is to be answered.</summary>
internal static class Nonsense
{
    public const int Rounds = 100_000;

    private static readonly TimeSpan Quick = TimeSpan.FromMilliseconds(50);

    /// <summary>The sample with up to three bytes of it changed.</summary>
    public static byte[] Of(string sample, Random luck)
    {
        var body = Encoding.UTF8.GetBytes(sample);
        for (var n = luck.Next(4); n > 0; n--)
            body[luck.Next(body.Length)] = (byte)luck.Next(256);
        return body;
    }

    /// <summary>
    /// One attempt, and what it took: the time until the answer or, where others had the processor meanwhile, the processor time of
    /// this process, in which nothing else may run. What the collector stops everything for is nobody's.
    /// </summary>
    public static async Task<HttpStatusCode> AnswerAsync(Func<Task<HttpStatusCode>> post, byte[] body)
    {
        var (began, worked, collected) = (Stopwatch.GetTimestamp(), Environment.CpuUsage.TotalTime, GC.GetTotalPauseDuration());
        var status = await post();
        var took = Stopwatch.GetElapsedTime(began);
        var work = Environment.CpuUsage.TotalTime - worked;
        Assert.True((took < work ? took : work) - (GC.GetTotalPauseDuration() - collected) < Quick, $"It takes {took} and {work} of work to answer {Convert.ToBase64String(body)}");
        return status;
    }

    /// <summary>All that was kept: rows, and messages that wait.</summary>
    public static async Task<int> TracesAsync(IServiceProvider connector)
    {
        var store = connector.GetRequiredService<IStore>();
        var traces = (await connector.GetRequiredService<IQueue>().BacklogAsync(default)).Messages;
        foreach (var partition in await store.PartitionsAsync(default))
            traces += (await store.ScanAsync(partition, "", "\uffff", Rounds, default)).Count;
        return traces;
    }
}

/// <summary>Tests with no other beside them in their process, so that what they take can be told.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class Alone
{
    public const string Name = "alone";
}
