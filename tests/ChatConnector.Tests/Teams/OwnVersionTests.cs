using System.Text.Json;
using System.Text.Json.Nodes;
using ChatConnector.Engine;
using ChatConnector.Runtime.Receiving;
using ChatConnector.Teams;
using ChatConnector.Teams.Rendering;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace ChatConnector.Tests.Teams;

/// <summary>The card of an ask in a channel, as whoever asked sees it and as everybody else does.</summary>
public sealed class OwnVersionTests : IAsyncLifetime
{
    private const string Home = "aaaaaaaa-1111-2222-3333-444444444444";
    private const string Other = "cccccccc-1111-2222-3333-444444444444";
    private const string Channel = "19:data@thread.tacv2";
    private const string GroupChat = "19:crew@thread.v2";
    private const string Elsewhere = "19:sales@thread.tacv2";
    private const string Secret = "the payroll migration";
    private static readonly Person Priya = new(Home, "Priya Nair", 1);
    private static readonly Person Bo = new(Home, "Bo Lund", 2);
    private static readonly Person Mia = new(Home, "Mia Keller", 3);
    private static readonly Person Guest = new(Home, "Gus Guest", 4) { IsGuest = true };
    private static readonly Person Namesake = new(Other, "Priya Nair", 1) { Private = "a:other-1" };

    private TeamsRig rig = null!;

    public async Task InitializeAsync()
    {
        rig = await TeamsRig.StartAsync(Home, Other);
        foreach (var place in (string[])[Channel, GroupChat, Elsewhere])
            rig.Teams.Conversations[(Home, place)] = [Priya, Bo, Mia, Guest];
        rig.Teams.Conversations[(Other, Channel)] = [Namesake];
        foreach (var person in (Person[])[Priya, Bo, Guest, Namesake])
            await rig.InstallAsync(person);
        await rig.SeesAsync(Bo, "good to meet you");
        await rig.SayAsync(Bo, "I know about Postgres");
        await Eventually.Is(() => rig.Teams.In(Bo.Private).Count > 1);
    }

    public async Task DisposeAsync()
    {
        Assert.Empty(rig.Teams.Complaints);
        await rig.DisposeAsync();
    }

    [Theory]
    [InlineData(Channel)]
    [InlineData(GroupChat)]
    public async Task Whoever_asked_sees_what_they_can_do_and_a_colleague_how_to_help(string place)
    {
        await AskAsync(place);
        var own = await rig.LookAsync(Priya, place, Secret);
        Assert.True(own.Says("You could use a hand"));
        Assert.All((string[])["Edit", "I've found an answer", "Withdraw"], title => Assert.NotNull(own.Button(title)));
        Assert.Null(own.Button("I can help"));

        var common = await rig.LookAsync(Bo, place, Secret);
        Assert.NotNull(common.Button("I can help"));
        Assert.Null(common.Button("Edit"));
    }

    [Fact]
    public async Task Their_buttons_edit_the_ask_and_withdraw_it()
    {
        await AskAsync(Channel);
        var own = await rig.LookAsync(Priya, Channel, Secret);
        var dialog = await rig.OpenAsync(Priya, own, "Edit");
        Assert.Equal(JsonValueKind.Undefined, (await rig.SubmitAsync(Priya, dialog, "task/submit", own, ("need", "help with a Kafka upgrade"))).ValueKind);
        var edited = await rig.LookAsync(Priya, Channel, "a Kafka upgrade");
        Assert.True(edited.Says("You could use a hand: help with a Kafka upgrade"));

        await rig.PressAsync(Priya, edited, "Withdraw");
        var over = await rig.LookAsync(Bo, Channel, "was looking for help with a Kafka upgrade");
        Assert.False(over.Card.TryGetProperty("refresh", out _));
        Assert.DoesNotContain(rig.Teams.In(Channel), m => m.OnlyFor is null && m.Says("Everyone I asked"));
    }

    [Fact]
    public async Task Their_buttons_are_of_no_use_to_anybody_else()
    {
        await AskAsync(Channel);
        var own = await rig.LookAsync(Priya, Channel, Secret);
        var before = await AsksAsync();
        foreach (var stranger in (Person[])[Bo, Mia, Guest, Namesake])
        {
            await rig.PressAsync(stranger, own, "I've found an answer");
            await rig.PressAsync(stranger, own, "Withdraw");
            var opened = await rig.InvokeAsync(stranger, "task/fetch", new JsonObject { ["data"] = JsonNode.Parse(own.Button("Edit")!.Value.GetRawText()) }, Channel);
            Assert.Equal("message", opened.GetProperty("task").GetProperty("type").GetString());
        }

        await rig.QuietAsync();
        Assert.Equal(before, await AsksAsync());
        await rig.PressAsync(Priya, own, "Withdraw");
        await rig.QuietAsync();
        Assert.NotEqual(before, await AsksAsync());
    }

    [Fact]
    public async Task A_look_that_arrives_when_it_is_over_is_shown_that_it_is_over()
    {
        var card = await AskAsync(Channel);
        await rig.PressAsync(Bo, card, "I can help");
        await rig.PressAsync(Priya, "Yes, please");
        await Eventually.Is(async () => (await rig.LookAsync(Priya, Channel, Secret)).Says("introduced to"));
        await rig.PressAsync(Priya, "Withdraw");
        await rig.QuietAsync();
        var answer = Card(await rig.RefreshAsync(Priya, card, "automatic"));
        Assert.Contains("Withdrawn", answer, StringComparison.Ordinal);
        Assert.DoesNotContain("Edit", answer, StringComparison.Ordinal);
        Assert.DoesNotContain("refresh", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Words_that_were_taken_back_are_shown_to_nobody_who_looks_late()
    {
        var said = rig.From(Priya, "message", new JsonObject { ["text"] = $"<at>Connector</at> I need help with {Secret}" }, Channel);
        said["entities"] = new JsonArray(new JsonObject { ["type"] = "mention", ["text"] = "<at>Connector</at>", ["mentioned"] = new JsonObject { ["id"] = "28:" + Publisher.AppId } });
        await rig.PostAsync(said);
        await rig.LookAsync(Priya, Channel, Secret);
        var card = Open(Channel);
        var deletion = rig.From(Priya, "messageDelete", [], Channel, $"{said["id"]}");
        deletion["id"] = said["id"]!.DeepClone();
        await rig.PostAsync(deletion);
        await Eventually.Is(() => !rig.Teams.In(Channel).Any(m => m.OnlyFor is null));
        foreach (var person in (Person[])[Priya, Bo])
        {
            var answer = Card(await rig.RefreshAsync(person, card, "manual"));
            Assert.Contains("took it back", answer, StringComparison.Ordinal);
            Assert.DoesNotContain(Secret, answer, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Whoever_else_asks_for_it_anew_gets_what_everybody_sees()
    {
        var card = await AskAsync(Channel);
        // Mia never said a word to Connector.
        foreach (var (who, trigger) in ((Person, string)[])[(Bo, "manual"), (Mia, "manual"), (Mia, "automatic"), (Guest, "automatic")])
        {
            var answer = await rig.RefreshAsync(who, card, trigger);
            Assert.Contains("I can help", Card(answer), StringComparison.Ordinal);
            Assert.DoesNotContain("Withdraw", Card(answer), StringComparison.Ordinal);
            Assert.Empty(TeamsCards.Complaints(answer.GetProperty("value")));
        }
    }

    [Fact]
    public async Task Outside_its_channel_and_its_organization_nobody_is_shown_anything()
    {
        var card = await AskAsync(Channel);
        ShowsNothing(await rig.RefreshAsync(Namesake, card, "automatic"));
        ShowsNothing(await rig.RefreshAsync(Mia, card, "manual", Elsewhere));
        ShowsNothing(await rig.RefreshAsync(Priya, card, "manual", Elsewhere));
    }

    [Fact]
    public async Task What_was_asked_in_private_is_not_looked_at_from_a_channel()
    {
        var card = await AskAsync(Channel);
        await rig.SayAsync(Priya, "I need help with a Postgres migration nobody else knows of");
        await rig.SeesAsync(Priya, "nobody else knows of");
        var own = rig.Teams.In(Priya.Private).Last(m => m.Says("nobody else knows of") && m.Button("Withdraw") is not null).Button("Withdraw")!.Value;
        foreach (var person in (Person[])[Priya, Mia])
            ShowsNothing(await LookAtAsync(person, Pressed.Read(own, Home)!.Ask!.Value.Text));
        ShowsNothing(await LookAtAsync(Priya, "no such ask"));
        ShowsNothing(await LookAtAsync(Priya, new string('x', 5000)));
        Assert.Contains(Secret, Card(await rig.RefreshAsync(Priya, card, "automatic")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_ask_without_a_name_is_the_same_for_everybody_and_says_nowhere_whose_it_is()
    {
        await rig.SayAsync(Priya, $"anonymously, I need help with {Secret}");
        await rig.SeesAsync(Priya, "Your name stays with me");
        await rig.SayAsync(Bo, "help", Channel);
        var ask = Pressed.Read(rig.Teams.In(Priya.Private).Select(m => m.Button("Withdraw")).OfType<JsonElement>().First(), Home)!.Ask;
        await HearAsync(Priya, new Said.Acted(new Act(Verb.PostInChannel, ask).With("channel", TeamsIds.Conversation(Home, Channel)).With("channelName", "data")));
        var card = await rig.LookAsync(Priya, Channel, Secret);
        Assert.NotNull(card.Button("I can help"));
        Assert.False(card.Card.TryGetProperty("refresh", out _));
        Assert.DoesNotContain(Priya.Account, card.Card.GetRawText(), StringComparison.Ordinal);
        Assert.DoesNotContain(Priya.Directory, card.Card.GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Looking_leaves_no_trace_and_asks_nothing_of_Teams()
    {
        var card = await AskAsync(Channel);
        await rig.QuietAsync();
        var (rows, calls) = (await RowsAsync(), rig.Teams.Calls.Count);
        // Mia never spoke and is not known; looking does not change that.
        foreach (var person in (Person[])[Priya, Bo, Mia, Guest])
            await rig.RefreshAsync(person, card, "automatic");
        await rig.QuietAsync();
        Assert.Equal(rows, await RowsAsync());
        Assert.Equal(calls, rig.Teams.Calls.Count);
    }

    [Fact]
    public async Task What_Teams_does_by_itself_is_nobodys_act()
    {
        var card = await AskAsync(Channel);
        var act = JsonNode.Parse((await rig.LookAsync(Priya, Channel, Secret)).Button("Withdraw")!.Value.GetRawText());
        ShowsNothing(await rig.InvokeAsync(Priya, "adaptiveCard/action", new JsonObject { ["action"] = new JsonObject { ["type"] = "Action.Execute", ["data"] = act }, ["trigger"] = "automatic" }, Channel));
        await rig.QuietAsync();
        Assert.Contains("Edit", Card(await rig.RefreshAsync(Priya, card, "automatic")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_Teams_does_not_tell_who_somebody_is_everybody_sees_the_same()
    {
        rig.Teams.Mishaps = call => call.Contains("/members/", StringComparison.Ordinal) ? TeamsServer.Error(404, "MemberNotFoundInConversation") : null;
        await HearAsync(Mia, new Said.Joined(new DirectoryEntry(Mia.Name)));
        await rig.SayAsync(Mia, $"I need help with {Secret}", Channel);
        Assert.False((await rig.LookAsync(Mia, Channel, Secret)).Card.TryGetProperty("refresh", out _));
    }

    private async Task<Shown> AskAsync(string place)
    {
        await rig.SayAsync(Priya, $"I need help with {Secret}", place);
        await Eventually.Is(() => rig.Teams.In(place).Any(m => m.OnlyFor is null && m.Says(Secret)));
        return Open(place);
    }

    private Shown Open(string place)
    {
        var card = rig.Teams.In(place).Last(m => m.OnlyFor is null && m.Says(Secret));
        Assert.Equal([Priya.Account], TeamsCards.RefreshedFor(card.Card));
        return card;
    }

    private Task<JsonElement> LookAtAsync(Person who, string ask) => rig.InvokeAsync(
        who, "adaptiveCard/action",
        new JsonObject { ["action"] = new JsonObject { ["type"] = "Action.Execute", ["data"] = JsonSerializer.SerializeToNode(Looked.At(new AskId(ask)), TeamsJson.Options) }, ["trigger"] = "automatic" }, Channel);

    /// <summary>Heard as if Teams' part of it were over.</summary>
    private Task HearAsync(Person who, Said said)
    {
        var id = TeamsIds.Teammate(Home, who.Directory);
        return rig.Services.GetRequiredService<Inbox>().AcceptAsync(
            new Message(new MessageId($"{who.Number}"), TeamsIds.Organization(Home), id, Place.PrivateWith(id), Instant.FromUtc(2026, 11, 23, 9, 30), Guid.Empty, said), default);
    }

    private async Task<string> AsksAsync() => Assert.Single(await rig.Store.ScanAsync($"organization|teams-{Home}", "ask|", "ask}", 2, default)).Json;

    private async Task<IReadOnlyList<string>> RowsAsync() =>
        [.. (await rig.Store.ScanAsync($"organization|teams-{Home}", "", "~", 10_000, default)).Concat(await rig.Store.ScanAsync("teams", "", "~", 10_000, default)).Select(r => r.Key + r.Json)];

    private static string Card(JsonElement answer)
    {
        Assert.Equal((200, "application/vnd.microsoft.card.adaptive"), (answer.GetProperty("statusCode").GetInt32(), answer.GetProperty("type").GetString()));
        return answer.GetProperty("value").GetRawText();
    }

    private static void ShowsNothing(JsonElement answer)
    {
        Assert.Equal((400, "application/vnd.microsoft.error"), (answer.GetProperty("statusCode").GetInt32(), answer.GetProperty("type").GetString()));
        Assert.DoesNotContain(Secret, answer.GetRawText(), StringComparison.Ordinal);
    }
}
