using System.Text.RegularExpressions;
using ChatConnector.Engine;
using ChatConnector.Engine.Connecting;
using ChatConnector.Engine.Hearing;
using ChatConnector.Engine.Wording;
using ChatConnector.Host.TryIt.Api;
using ChatConnector.Host.TryIt.Organizations;
using ChatConnector.Host.TryIt.Rendering;
using ChatConnector.Host.TryIt.Screens;
using ChatConnector.Runtime;
using ChatConnector.Runtime.Receiving;
using ChatConnector.Runtime.Rows;
using NodaTime;

namespace ChatConnector.Host.TryIt;

/// <summary>Turns what people say and press in the browser into messages, and hands them to the inbox like any other platform would.</summary>
public sealed partial class BrowserEars(Inbox inbox, Questions questions, Ledger ledger, TimeProvider clock)
{
    private static readonly string[] Commands = ["ask", "thanks", "connector"];

    /// <summary>Something typed: shown to whoever is in the conversation, and heard by Connector where it was meant for Connector.</summary>
    public async Task<Heard> SayAsync(Visit visit, Says says, CancellationToken cancellation)
    {
        var said = Meant(visit.Talk, says.Text);
        var thread = says.Thread;
        // As on other platforms, a command given in front of others is between its giver and Connector.
        if (said is not Said.Command || visit.Talk.Kind == PlaceKind.Private)
        {
            var key = await visit.Screen.WriteAsync(
                "said/" + says.Id,
                number => [Put.New(new Line(visit.Talk.Id, number, visit.Me.Id, clock.GetUtcNow()) { Text = says.Text, SaidAs = says.Id, Thread = thread })],
                cancellation);
            if (visit.Talk.Kind == PlaceKind.Channel)
                thread ??= Line.NumberIn(key!);
        }
        if (said is null)
            return new Heard();
        var message = Message(visit, thread, says.Id, said);
        return said is Said.Command ? await OpenAsync(message, cancellation) : await HearAsync(message, cancellation);
    }

    /// <summary>Other words instead of what was typed: Connector hears of them where the first were meant for Connector, and everybody sees them.</summary>
    public async Task<Heard> RewriteAsync(Visit visit, Line line, string text, string id, CancellationToken cancellation)
    {
        // Heard first: a second try after a failure still finds what it is about.
        if (Original(visit.Talk, line) is { } original && Meant(visit.Talk, text) is Said.Words words)
            await HearAsync(visit, line, id, new Said.Corrected(original, words.Text), cancellation);
        await visit.Screen.WriteAsync("rewritten/" + id, _ => [Put.Edit(line.Key, old => old with { Text = text, Edited = true })], cancellation);
        return new Heard();
    }

    /// <summary>What was typed is deleted.</summary>
    public async Task<Heard> TakeBackAsync(Visit visit, Line line, string id, CancellationToken cancellation)
    {
        if (Original(visit.Talk, line) is { } original)
            await HearAsync(visit, line, id, new Said.TakenBack(original), cancellation);
        await visit.Screen.WriteAsync("deleted/" + id, _ => [Put.Edit(line.Key, old => old with { Text = null, Gone = true })], cancellation);
        return new Heard();
    }

    /// <summary>A button pressed.</summary>
    public Task<Heard> ActAsync(Visit visit, long? thread, string id, Act act, CancellationToken cancellation)
    {
        var message = Message(visit, thread, id, new Said.Acted(act));
        return Forms.Opens(act.Verb) ? OpenAsync(message, cancellation) : HearAsync(message, cancellation);
    }

    /// <summary>A form submitted: heard when it can be accepted, otherwise what is wrong with it by field.</summary>
    public async Task<(Heard? Heard, IReadOnlyDictionary<string, string> Errors)> SubmitAsync(
        Visit visit, long? thread, string id, Act act, CancellationToken cancellation)
    {
        var message = Message(visit, thread, id, new Said.Acted(act));
        var errors = await questions.CheckAsync(message, cancellation);
        return errors.Count > 0 ? (null, errors) : (await HearAsync(message, cancellation), errors);
    }

    /// <summary>"Make this an ask": the form, with the words of a line in it.</summary>
    public Task<Heard> MakeAskAsync(Visit visit, Line line, CancellationToken cancellation) =>
        ActAsync(visit, line.Thread ?? line.Number, Guid.NewGuid().ToString("N"), new Act(Verb.WriteAsk).With(Fields.Text, line.Text), cancellation);

    /// <summary>How people would be found for this person's own ask now; null when there is no such ask.</summary>
    public Task<Finding?> ExplainAsync(Visit visit, AskId ask, CancellationToken cancellation) =>
        questions.ExplainAsync(Message(visit, null, "explain", new Said.OpenedHome()), ask, cancellation);

    public Task<Heard> HearAsync(Visit visit, string id, Said said, CancellationToken cancellation) => HearAsync(Message(visit, null, id, said), cancellation);

    /// <summary>Tells several things in any order, and returns when Connector has heard and answered them all.</summary>
    public async Task TellAsync(IReadOnlyList<Telling> tellings, CancellationToken cancellation)
    {
        var messages = tellings.Select(t => Message(t.By, null, t.Id, t.Said)).ToList();
        foreach (var message in messages)
            await inbox.AcceptAsync(message, cancellation);
        foreach (var message in messages)
        {
            while (!await IsDoneAsync(message, cancellation))
                await Task.Delay(5, cancellation);
        }
    }

    private Task<Heard> HearAsync(Visit visit, Line about, string id, Said said, CancellationToken cancellation) =>
        HearAsync(Message(visit, about.Thread ?? (visit.Talk.Kind == PlaceKind.Channel ? about.Number : null), id, said), cancellation);

    private async Task<Heard> HearAsync(Message message, CancellationToken cancellation)
    {
        await inbox.AcceptAsync(message, cancellation);
        return new Heard();
    }

    /// <summary>What opens no form is heard like everything else, and Connector answers in its own words.</summary>
    private async Task<Heard> OpenAsync(Message message, CancellationToken cancellation) =>
        await questions.FormAsync(message, cancellation) is { } form ? new Heard(form.View()) : await HearAsync(message, cancellation);

    private Message Message(Visit visit, long? thread, string id, Said said) => new(
        MessageId(id), visit.Screen.Organization, new TeammateId(visit.Me.Id), visit.Talk.Place with { Thread = thread?.ToString() },
        Instant.FromDateTimeOffset(clock.GetUtcNow()), Guid.NewGuid(), said);

    private static MessageId MessageId(string id) => new($"browser/{id}");

    /// <summary>The message a line was heard as; null for words between people.</summary>
    private static MessageId? Original(Talk talk, Line line) =>
        line is { SaidAs: { } id, Text: { } text } && Meant(talk, text) is Said.Words ? MessageId(id) : null;

    private async Task<bool> IsDoneAsync(Message message, CancellationToken cancellation)
    {
        var id = Runtime.Rows.Keys.Short(message.Id);
        return await ledger.ReadAsync(message.Organization, HeardMessage.Prefix + id, cancellation) is not null
            && (await ledger.ScanAsync(message.Organization, PendingEffect.PrefixOf(id), null, 1, cancellation)).Count == 0;
    }

    /// <summary>What Connector is meant to hear; null for words between people.</summary>
    private static Said? Meant(Talk talk, string text)
    {
        if (text.StartsWith('/') && text[1..].Split(' ', 2) is [var name, .. var rest] && Commands.Contains(name.ToLowerInvariant()))
            return new Said.Command(name.ToLowerInvariant(), rest.FirstOrDefault("").Trim());
        var bare = Mention().Replace(text, " ").Trim();
        if (talk.Kind == PlaceKind.Private)
            return new Said.Words(bare);
        return Mention().IsMatch(text) ? new Said.Words(bare, Mentioned: true) : null;
    }

    [GeneratedRegex(@"\s*<@connector>\s*")]
    private static partial Regex Mention();
}
