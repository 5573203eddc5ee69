using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using ChatConnector.Host.TryIt.Clock;
using ChatConnector.Host.TryIt.Organizations;
using ChatConnector.Host.TryIt.Screens;

namespace ChatConnector.Host.TryIt.Api;

/// <summary>What one person may see, all at once or change by change.</summary>
public sealed class Sight(CurrentOrganization current, ClockHand clock, IHostApplicationLifetime lifetime)
{
    private const int PageSize = 100;
    private static readonly TimeSpan Heartbeat = TimeSpan.FromSeconds(20);
    private static readonly SseItem<string> End = new("{}", "over");

    public async Task<StateView> StateAsync(Screen screen, Person me, CancellationToken cancellation)
    {
        // The number first: what happens while the rest is read arrives once more by the stream.
        var last = await screen.LastAsync(cancellation);
        var talks = new List<TalkView>();
        foreach (var talk in await Guide.TalksAsync(screen, me.Id, cancellation))
            talks.Add(await ViewAsync(screen, talk, me.Id, cancellation));
        var home = await screen.ReadAsync(HomePage.KeyOf(me.Id), ScreenJson.Default.HomePage, cancellation);
        return new StateView(
            (await current.ReadAsync(cancellation))!, me.Id, await Guide.PeopleAsync(screen, cancellation), talks, home?.Card,
            await clock.ViewAsync(screen.Organization, cancellation), last);
    }

    /// <summary>The latest lines, or those before a number.</summary>
    public static async Task<LinesView> LinesAsync(Screen screen, Talk talk, string me, long? before, CancellationToken cancellation)
    {
        var lines = await screen.ListAsync(Line.PrefixOf(talk.Id), ScreenJson.Default.Line, cancellation, most: int.MaxValue);
        var seen = lines.Where(l => l.IsSeenBy(me) && (before is null || l.Number < before)).ToList();
        return new LinesView([.. seen.TakeLast(PageSize).Select(LineView.Of)], seen.Count > PageSize);
    }

    /// <summary>Tells a window that its organization is no more.</summary>
    public static async IAsyncEnumerable<SseItem<string>> Over()
    {
        await Task.CompletedTask;
        yield return End;
    }

    /// <summary>Everything that changes after a number, for as long as the window listens.</summary>
    public async IAsyncEnumerable<SseItem<string>> StreamAsync(Screen screen, Person me, long after, [EnumeratorCancellation] CancellationToken cancellation)
    {
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancellation, lifetime.ApplicationStopping);
        var ahead = TimeSpan.MinValue;
        while (!ending.IsCancellationRequested)
        {
            var next = screen.NextChange;
            if ((await current.ScreenAsync(cancellation))?.Organization != screen.Organization)
            {
                yield return End;
                yield break;
            }
            foreach (var change in await screen.ListAsync("change|", ScreenJson.Default.Change, cancellation, Change.KeyOf(after)))
            {
                after = change.Number;
                if (await SeenAsync(screen, me.Id, change, cancellation) is { } json)
                    yield return new SseItem<string>(json, change.What) { EventId = $"{change.Number}" };
            }
            if (clock.Ahead != ahead)
            {
                ahead = clock.Ahead;
                yield return Item("clock", await clock.ViewAsync(screen.Organization, cancellation), ApiJson.Default.ClockView);
            }
            else if (next.IsCompleted is false && await Task.WhenAny(next, Task.Delay(Heartbeat, ending.Token)) != next && !ending.IsCancellationRequested)
                yield return new SseItem<string>("{}", "still-here");
        }
    }

    private static async Task<TalkView> ViewAsync(Screen screen, Talk talk, string me, CancellationToken cancellation)
    {
        var read = (await screen.ReadAsync(ReadMark.KeyOf(me, talk.Id), ScreenJson.Default.ReadMark, cancellation))?.UpTo ?? 0;
        var lines = await screen.ListAsync(Line.PrefixOf(talk.Id), ScreenJson.Default.Line, cancellation, Line.KeyOf(talk.Id, read));
        var seen = lines.Where(l => l.IsSeenBy(me)).ToList();
        return new TalkView(
            talk.Id, talk.Kind.ToString().ToLowerInvariant(), talk.Name, talk.About, talk.Members,
            seen.Count(l => l.From != me), seen.Count > 0 ? seen[^1].Number : read);
    }

    /// <summary>A change as this person sees it now; null when it is none of theirs.</summary>
    private static async Task<string?> SeenAsync(Screen screen, string me, Change change, CancellationToken cancellation)
    {
        switch (change.What)
        {
            case "line" when await screen.ReadAsync(change.Row, ScreenJson.Default.Line, cancellation) is { } line
                && line.IsFor(me) && await Guide.TalkAsync(screen, line.Talk, me, cancellation) is not null:
                return JsonSerializer.Serialize(LineView.Of(line), ApiJson.Default.LineView);
            case "talk" when await screen.ReadAsync(change.Row, ScreenJson.Default.Talk, cancellation) is { } talk && talk.IsOpenTo(me):
                return JsonSerializer.Serialize(await ViewAsync(screen, talk, me, cancellation), ApiJson.Default.TalkView);
            case "person" when await screen.ReadAsync(change.Row, ScreenJson.Default.Person, cancellation) is { } person:
                return JsonSerializer.Serialize(person, ApiJson.Default.Person);
            case "home" when await screen.ReadAsync(change.Row, ScreenJson.Default.HomePage, cancellation) is { } home && home.Person == me:
                return JsonSerializer.Serialize(home.Card, ApiJson.Default.CardView);
            case "read" when await screen.ReadAsync(change.Row, ScreenJson.Default.ReadMark, cancellation) is { } read && read.Person == me:
                return JsonSerializer.Serialize(new ReadView(read.Talk, read.UpTo), ApiJson.Default.ReadView);
            default:
                return null;
        }
    }

    private static SseItem<string> Item<T>(string kind, T view, JsonTypeInfo<T> type) => new(JsonSerializer.Serialize(view, type), kind);
}
