using System.Diagnostics;

namespace ChatConnector.Benchmarks.Ingress;

/// <summary>So many at once, each sending its next request when the one before was answered.</summary>
/// <param name="request">Makes the request of this number.</param>
internal sealed class Load(Func<int, HttpRequestMessage> request)
{
    private int number;

    public async Task<Round> RunAsync(Contender contender, int atOnce, TimeSpan span)
    {
        using var handler = new SocketsHttpHandler { MaxConnectionsPerServer = atOnce };
        using var client = new HttpClient(handler) { BaseAddress = contender.Address };
        var (cpu, began) = (contender.Cpu, Stopwatch.GetTimestamp());
        var times = await Task.WhenAll(Enumerable.Range(0, atOnce).Select(_ => Task.Run(() => SendAsync(client, began, span))));
        var seconds = Stopwatch.GetElapsedTime(began).TotalSeconds;
        var sorted = times.SelectMany(t => t).Order().ToList();
        return new Round(sorted.Count / seconds, sorted[sorted.Count / 2], sorted[sorted.Count * 99 / 100], (contender.Cpu - cpu).TotalMicroseconds / sorted.Count);
    }

    private async Task<List<double>> SendAsync(HttpClient client, long began, TimeSpan span)
    {
        var times = new List<double>();
        while (Stopwatch.GetElapsedTime(began) < span)
        {
            using var next = request(Interlocked.Increment(ref number));
            var mark = Stopwatch.GetTimestamp();
            using var answer = await client.SendAsync(next);
            times.Add(Stopwatch.GetElapsedTime(mark).TotalMilliseconds);
            if (!answer.IsSuccessStatusCode)
                throw new InvalidOperationException($"A good request was answered with {(int)answer.StatusCode}.");
        }

        return times;
    }
}

/// <param name="Cpu">Microseconds a request.</param>
internal sealed record Round(double ASecond, double P50, double P99, double Cpu);
