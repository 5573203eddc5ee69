using System.Net;
using System.Text;
using System.Text.Json;

namespace ChatConnector.Tests.Host;

/// <summary>One person's window, as a script would be one: everything goes over HTTP.</summary>
public sealed class Window(HttpClient http, string me) : IDisposable
{
    public string Private => "private:" + me;

    public static string NewId() => Guid.NewGuid().ToString("N");

    public Task<Answer> Say(string text, string? talk = null, string? id = null, long? thread = null) =>
        PostAsync("say", new { @as = me, talk = talk ?? Private, text, thread, id = id ?? NewId() });

    public Task<Answer> Rewrite(long line, string text, string? talk = null, string? id = null) =>
        PostAsync("rewrite", new { @as = me, talk = talk ?? Private, line, text, id = id ?? NewId() });

    public Task<Answer> TakeBack(long line, string? talk = null, string? id = null) =>
        PostAsync("take-back", new { @as = me, talk = talk ?? Private, line, id = id ?? NewId() });

    public Task<Answer> Press(string act, string? talk = null, string? id = null) =>
        PostAsync("press", new { @as = me, talk = talk ?? Private, act, id = id ?? NewId() });

    public Task<Answer> Submit(string act, object fields, string? id = null, string? talk = null) =>
        PostAsync("submit", new { @as = me, talk = talk ?? Private, act, fields, id = id ?? NewId() });

    public Task<Answer> MoveClock(string to) => PostAsync("clock", new { @as = me, to });

    /// <summary>Presses the button with this label on the newest card that has it, once it is there.</summary>
    public async Task<Answer> PressLabel(string label, string? talk = null) => await Press(await Button(label, talk), talk);

    /// <summary>What the button with this label sends, once it is there.</summary>
    public async Task<string> Button(string label, string? talk = null)
    {
        string? act = null;
        await Eventually.Is(async () => (act = (await Lines(talk)).SelectMany(Buttons).LastOrDefault(b => b.Label == label).Act) is not null);
        return act!;
    }

    public async Task<IReadOnlyList<JsonElement>> Lines(string? talk = null) =>
        [.. (await GetAsync($"lines?as={me}&talk={Uri.EscapeDataString(talk ?? Private)}")).Json.GetProperty("lines").EnumerateArray()];

    /// <summary>Everything shown in a conversation, as plain words.</summary>
    public async Task<string> Reads(string? talk = null) => string.Join("\n", (await Lines(talk)).Select(Plain));

    public async Task<JsonElement> State() => (await GetAsync($"state?as={me}")).Json;

    public async Task<IReadOnlyList<JsonElement>> Talks() => [.. (await State()).GetProperty("talks").EnumerateArray()];

    public async Task<Answer> GetAsync(string path) => await Answer.OfAsync(await http.GetAsync(new Uri("/try/" + path, UriKind.Relative)));

    public async Task<Answer> PostAsync(string path, object body) => await Answer.OfAsync(await http.PostAsync(new Uri("/try/" + path, UriKind.Relative), Json.Of(body)));

    /// <summary>What the stream tells from a number on, until there are so many events.</summary>
    public async Task<IReadOnlyList<(string Kind, string Id, JsonElement What)>> Hears(long after, int events, string? of = null)
    {
        using var giveUp = new CancellationTokenSource(Eventually.Limit);
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/try/stream?as={me}{(of is null ? "" : $"&of={of}")}");
        request.Headers.Add("Last-Event-ID", $"{after}");
        using var answer = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, giveUp.Token);
        using var reader = new StreamReader(await answer.Content.ReadAsStreamAsync(giveUp.Token));
        var heard = new List<(string, string, JsonElement)>();
        var fields = new Dictionary<string, string>();
        while (heard.Count < events && await reader.ReadLineAsync(giveUp.Token) is { } line)
        {
            if (line.Split(": ", 2) is [var name, var value])
                fields[name] = value;
            else if (line.Length == 0 && fields.TryGetValue("event", out var kind))
            {
                heard.Add((kind, fields.GetValueOrDefault("id", ""), JsonSerializer.Deserialize<JsonElement>(fields["data"])));
                fields.Clear();
            }
        }
        return heard;
    }

    public void Dispose() => http.Dispose();

    private static IEnumerable<(string Label, string Act)> Buttons(JsonElement line) =>
        line.TryGetProperty("card", out var card)
            ? card.GetProperty("parts").EnumerateArray().Where(p => p.TryGetProperty("buttons", out _)).SelectMany(p => p.GetProperty("buttons").EnumerateArray())
                .Select(b => (b.GetProperty("label").GetString()!, b.GetProperty("act").GetString()!))
            : [];

    private static string Plain(JsonElement line)
    {
        if (line.TryGetProperty("text", out var text))
            return text.GetString()!;
        var plain = new StringBuilder();
        foreach (var part in line.GetProperty("card").GetProperty("parts").EnumerateArray())
        {
            if (part.TryGetProperty("text", out var own))
                plain.Append(own.GetString());
            if (part.TryGetProperty("name", out var name))
                plain.Append(name.GetString()).Append(' ');
            if (part.TryGetProperty("spans", out var spans))
                plain.AppendJoin("", spans.EnumerateArray().Select(s => s.GetProperty("text").GetString()));
            plain.Append('\n');
        }
        return plain.ToString();
    }
}

/// <summary>An answer of the host.</summary>
public sealed record Answer(HttpStatusCode Status, string Body)
{
    public JsonElement Json => JsonSerializer.Deserialize<JsonElement>(Body);

    public bool OpensForm => Body.Length > 0 && Json.TryGetProperty("form", out _);

    public static async Task<Answer> OfAsync(HttpResponseMessage response)
    {
        using (response)
            return new Answer(response.StatusCode, await response.Content.ReadAsStringAsync());
    }
}

internal static class Json
{
    public static StringContent Of(object value) => new(JsonSerializer.Serialize(value), Encoding.UTF8, "application/json");
}
