using System.Text.Json.Nodes;

namespace ChatConnector.Tests.Teams;

/// <summary>Whoever does not want Connector is left alone, whatever happens around them, until they speak to it.</summary>
public sealed class UnwantedTests : IAsyncLifetime
{
    private const string Tenant = "aaaaaaaa-1111-2222-3333-444444444444";
    private const string Channel = "19:data@thread.tacv2";
    private static readonly Person Priya = new(Tenant, "Priya Nair", 1);
    private static readonly Person Bo = new(Tenant, "Bo Lund", 2);
    private TeamsRig rig = null!;

    public async Task InitializeAsync()
    {
        rig = await TeamsRig.StartAsync(Tenant);
        rig.Teams.Conversations[(Tenant, Channel)] = [Priya, Bo];
        await rig.InstallAsync(Priya);
        await rig.InstallAsync(Bo);
        await rig.SayAsync(Bo, "ask me about Postgres");
        await rig.SeesAsync(Bo, "People may ask you about Postgres");
        await rig.QuietAsync();
    }

    public async Task DisposeAsync()
    {
        Assert.Empty(rig.Teams.Complaints);
        await rig.DisposeAsync();
    }

    [Fact]
    public async Task Whoever_blocked_it_is_written_to_once_more_and_then_not_until_they_speak()
    {
        Block();
        await AskInVainAsync();
        Assert.Equal(1, Attempts);

        rig.Teams.Mishaps = _ => null;
        await NewsAsync();
        Assert.Equal(1, Attempts);
        await SpeaksAsync();
    }

    [Fact]
    public async Task Whoever_removed_it_is_not_written_to_until_they_speak()
    {
        await HappensAsync(Bo, "installationUpdate", new JsonObject { ["action"] = "remove" });
        await AskInVainAsync();
        await NewsAsync();
        Assert.Equal(0, Attempts);
        await SpeaksAsync();
    }

    [Fact]
    public async Task Whoever_brings_it_in_again_is_greeted_and_asked()
    {
        await HappensAsync(Bo, "installationUpdate", new JsonObject { ["action"] = "remove" });
        await rig.InstallAsync(Bo);
        await AskBoAsync();
        await rig.SeesAsync(Bo, "could use a hand");
    }

    [Fact]
    public async Task A_team_that_removed_it_is_not_posted_to_in_any_channel()
    {
        await rig.SayAsync(Priya, "help", Channel);
        await Eventually.Is(() => rig.Teams.In(Channel).Count > 0);
        await HappensAsync(Priya, "conversationUpdate", new JsonObject { ["membersRemoved"] = new JsonArray(new JsonObject { ["id"] = "28:" + Publisher.AppId }) }, "19:team@thread.tacv2");
        var before = rig.Teams.Calls.Count(IsToChannel);
        await HappensAsync(Priya, "conversationUpdate", new JsonObject { ["membersAdded"] = new JsonArray(new JsonObject { ["id"] = Bo.Account }) }, Channel);
        await rig.SayAsync(Priya, "I need help with a Kafka upgrade");
        await rig.QuietAsync();
        Assert.Equal(before, rig.Teams.Calls.Count(IsToChannel));

        static bool IsToChannel(string call) => call[0] == 'P' && call.Contains(Channel, StringComparison.Ordinal);
    }

    /// <summary>How often it was tried to write to Bo since they did not want it.</summary>
    private int Attempts => rig.Teams.Calls.Count(c => c[0] == 'P' && c.Contains($"/conversations/{Bo.Private}/", StringComparison.Ordinal)) - wanted;

    private int wanted;

    private void Block()
    {
        Count();
        rig.Teams.Mishaps = call => call.StartsWith($"POST /emea/{Tenant}/v3/conversations/{Bo.Private}/", StringComparison.Ordinal) ? TeamsServer.Error(403, "ConversationBlockedByUser") : null;
    }

    private void Count() => wanted += Attempts;

    private async Task HappensAsync(Person who, string type, JsonObject what, string? channel = null)
    {
        Count();
        await rig.PostAsync(rig.From(who, type, what, channel));
        await rig.QuietAsync();
    }

    private async Task AskBoAsync()
    {
        await rig.SayAsync(Priya, "I need help with a Postgres migration");
        await rig.PressAsync(Priya, "Ask them");
        await rig.QuietAsync();
    }

    /// <summary>That Bo was asked shows by what is said next: "I'm asking 1 person" is gone before everybody has read it.</summary>
    private async Task AskInVainAsync()
    {
        await AskBoAsync();
        await rig.SeesAsync(Priya, "Nobody obvious yet");
    }

    /// <summary>Things that would be shown to Bo, or that Bo did without saying anything to Connector.</summary>
    private async Task NewsAsync()
    {
        await rig.PostAsync(rig.From(Bo, "messageReaction", []));
        await rig.PostAsync(rig.From(Bo, "typing", []));
        await rig.PressAsync(Priya, "Withdraw");
        await Eventually.Is(() => rig.Teams.In(Priya.Private).Any(m => m.Edits > 0));
        await rig.QuietAsync();
    }

    private async Task SpeaksAsync()
    {
        await rig.SayAsync(Bo, "hello");
        await rig.SeesAsync(Bo, "What are you stuck on");
    }
}
