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

    private const int MostSlow = 5;
    private static readonly TimeSpan Quick = TimeSpan.FromMilliseconds(50);

    /// <summary>The sample with up to three bytes of it changed.</summary>
    public static byte[] Of(string sample, Random luck)
    {
        var body = Encoding.UTF8.GetBytes(sample);
        for (var n = luck.Next(4); n > 0; n--)
            body[luck.Next(body.Length)] = (byte)luck.Next(256);
        return body;
    }

    /// <summary>A body that is slow by itself is slow however often it is sent; a machine that is busy is not.</summary>
    public static async Task<HttpStatusCode> AnswerAsync(Func<Task<HttpStatusCode>> post, byte[] body)
    {
        for (var attempt = 1; ; attempt++)
        {
            var began = Stopwatch.GetTimestamp();
            var status = await post();
            if (Stopwatch.GetElapsedTime(began) < Quick)
                return status;
            Assert.True(attempt < MostSlow, $"It is slow to answer {Convert.ToBase64String(body)}");
        }
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
