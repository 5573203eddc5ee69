using System.Text.Json;
using System.Text.Json.Nodes;
using ChatConnector.Engine;
using ChatConnector.Teams;
using ChatConnector.Teams.Rendering;

namespace ChatConnector.Tests.Teams;

/// <summary>Whoever sees a card can send what its buttons send, from anywhere. Nobody gets more of it than their role allows.</summary>
public sealed class RightsOverTeamsTests : IAsyncLifetime
{
    private const string Secret = "a slow Postgres query of the payroll";
    private const string Home = "aaaaaaaa-1111-2222-3333-444444444444";
    private const string Other = "cccccccc-1111-2222-3333-444444444444";
    private static readonly Person Priya = new(Home, "Priya Nair", 1);
    private static readonly Person Bo = new(Home, "Bo Lund", 2);
    private static readonly Person Mia = new(Home, "Mia Keller", 3);
    private static readonly Person Guest = new(Home, "Gus Guest", 4) { IsGuest = true };

    /// <summary>Of another tenant, with the very ids of the two whom the ask concerns.</summary>
    private static readonly Person[] Namesakes = [new(Other, "Priya Nair", 1) { Private = "a:other-1" }, new(Other, "Bo Lund", 2) { Private = "a:other-2" }];

    private TeamsRig rig = null!;
    private AskId ask;

    public async Task InitializeAsync()
    {
        rig = await TeamsRig.StartAsync(Home, Other);
        foreach (var person in (Person[])[Priya, Bo, Mia, Guest, .. Namesakes])
            await rig.InstallAsync(person);
        await rig.SayAsync(Bo, "I know about Postgres");
        await Eventually.Is(() => rig.Teams.In(Bo.Private).Count > 1);
        await rig.SayAsync(Priya, $"I need help with {Secret}");
        await rig.PressAsync(Priya, "Ask them");
        await rig.SeesAsync(Bo, "could use a hand");
        ask = Assert.Single(rig.Teams.In(Priya.Private).Select(m => m.Button("Withdraw")).OfType<JsonElement>().Select(b => Pressed.Read(b, Home)!.Ask).Distinct())!.Value;
    }

    public async Task DisposeAsync()
    {
        Assert.Empty(rig.Teams.Complaints);
        await rig.DisposeAsync();
    }

    [Fact]
    public async Task While_somebody_is_asked_nobody_does_what_is_not_theirs()
    {
        var before = await AskAsync();
        await TryAsync(Priya, OnlyFor.TheInvited);
        await TryAsync(Bo, OnlyFor.TheRequester);
        await StrangersTryAsync([Mia, Guest, .. Namesakes]);
        Assert.Equal(before, await AskAsync());
        Assert.DoesNotContain(rig.Teams.Messages, m => m.Conversation != Priya.Private && m.Conversation != Bo.Private && m.Says(Secret));

        await TryAsync(Bo, [Verb.OfferHelp]);
        Assert.NotEqual(before, await AskAsync());
    }

    [Fact]
    public async Task Once_two_are_introduced_nobody_does_what_is_not_theirs()
    {
        await rig.PressAsync(Bo, "I can help");
        await rig.PressAsync(Priya, "Yes, please");
        await rig.SeesAsync(Priya, "would you start");
        var before = await AskAsync();
        await TryAsync(Priya, OnlyFor.TheInvited);
        await TryAsync(Bo, [.. OnlyFor.TheRequester, Verb.DeclineKindly, Verb.AcceptReferral, Verb.DeclineReferral, Verb.AnswerAsSteward]);
        await StrangersTryAsync(Mia, Namesakes[0]);
        Assert.Equal(before, await AskAsync());
        Assert.DoesNotContain(rig.Teams.Messages, m => m.Conversation != Priya.Private && m.Conversation != Bo.Private && m.Says(Secret));

        await TryAsync(Priya, [Verb.ItHelped]);
        Assert.NotEqual(before, await AskAsync());
    }

    private async Task StrangersTryAsync(params Person[] strangers)
    {
        foreach (var stranger in strangers)
        {
            var told = await TryAsync(stranger, Enum.GetValues<Verb>());
            Assert.DoesNotContain(told, t => t.Contains(Secret, StringComparison.Ordinal));
        }
    }

    /// <returns>What they were answered.</returns>
    private async Task<IReadOnlyList<string>> TryAsync(Person who, Verb[] verbs)
    {
        var told = new List<string>();
        foreach (var verb in verbs)
            told.Add(await InEveryWayAsync(who, verb));
        return told;
    }

    /// <summary>By the button, by opening a form, and by sending one filled in that never was open.</summary>
    private async Task<string> InEveryWayAsync(Person who, Verb verb)
    {
        var act = new Act(verb, ask, TeamsIds.Teammate(Home, Bo.Directory));
        var opened = (await rig.InvokeAsync(who, "task/fetch", new JsonObject { ["data"] = Data(act) })).GetProperty("task");
        var filled = Data(act);
        (filled["connector"]!["opener"], filled["connector"]!["once"]) = (new Act(Verb.WriteAsk).ToButtonValue(), $"{verb}");
        var sent = await rig.InvokeAsync(who, "task/submit", new JsonObject { ["data"] = filled });
        if (opened.GetProperty("type").GetString() == "continue")
            await rig.InvokeAsync(who, "adaptiveCard/action", new JsonObject { ["action"] = new JsonObject { ["data"] = Data(act) }, ["trigger"] = "manual" });
        return opened.GetRawText() + (sent.ValueKind == JsonValueKind.Undefined ? "" : sent.GetRawText());
    }

    private static JsonObject Data(Act act)
    {
        var data = JsonSerializer.SerializeToNode(new Pressed(new Carried(act.ToButtonValue()) { People = ["people"] }), TeamsJson.Options)!.AsObject();
        (data["need"], data["text"], data["people"]) = ("something else", "so it was", Mia.Directory);
        return data;
    }

    /// <summary>The ask as it rests when everything that was heard has been worked on.</summary>
    private async Task<string> AskAsync()
    {
        await rig.QuietAsync();
        return Assert.Single(await rig.Store.ScanAsync($"organization|teams-{Home}", $"ask|{ask}", $"ask|{ask}}}", 2, default)).Json;
    }
}
