using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using ChatConnector.Engine.Teammates;
using ChatConnector.Runtime.Rows;
using ChatConnector.Storage.Sqlite;
using ChatConnector.Teams;
using ChatConnector.Tests.Host;

namespace ChatConnector.Tests.Teams;

/// <summary>The whole story, lived in private, in a group chat and in a channel, by people of two tenants at once, with the host as a process and Teams on the wire.</summary>
public sealed class WholeLoopTests : IAsyncLifetime
{
    private const string GroupChat = "19:crew@thread.v2";
    private const string Channel = "19:data@thread.tacv2";
    private static readonly Company Ours = new("aaaaaaaa-1111-2222-3333-444444444444", 10, ["Priya Nair", "Ana Ruiz", "Tom Berg", "Mia Keller"]);
    private static readonly Company Theirs = new("cccccccc-1111-2222-3333-444444444444", 20, ["Olga Stein", "Raj Patel", "Zoe Laurent", "Kim Oduya"]);

    private readonly HostProcess host = new();
    private TeamsServer teams = null!;
    private HttpClient http = null!;
    private TeamsLine line = null!;
    private Window clock = null!;

    public async Task InitializeAsync()
    {
        teams = await TeamsServer.StartAsync();
        await host.StartAsync(
            "--Teams:AppId", Publisher.AppId, "--Teams:TenantId", Ours.Tenant, "--Teams:AppPassword", teams.Password, "--Teams:TokenUrl", $"{teams.Address}token",
            "--Teams:OpenIdMetadataUrl", $"{teams.Address}metadata", "--Teams:AllowedServiceHosts:0", "127.0.0.1",
            "--Teams:AllowedTenants:0", Ours.Tenant, "--Teams:AllowedTenants:1", Theirs.Tenant);
        http = new HttpClient { BaseAddress = host.Address };
        line = new TeamsLine(teams, http, TimeProvider.System);
        clock = host.OpenAs("priya");
        await clock.PostAsync("organization", new { kind = "sample" });
        await clock.MoveClock("working-day");
        foreach (var company in (Company[])[Ours, Theirs])
        {
            teams.Conversations[(company.Tenant, company.Place(GroupChat))] = [company.Asker, company.Knower];
            teams.Conversations[(company.Tenant, company.Place(Channel))] = [.. company.People];
        }
    }

    public async Task DisposeAsync()
    {
        clock.Dispose();
        http.Dispose();
        host.Dispose();
        await teams.DisposeAsync();
    }

    [Fact]
    public async Task From_an_ask_to_giving_something_back()
    {
        await BothAsync(SettleAsync);
        await BothAsync(AskAsync);
        await clock.MoveClock("working-day");
        await BothAsync(ThankAsync);
        for (var days = 0; days < 18; days++)
            await clock.MoveClock("working-day");
        await BothAsync(TellOutcomeAsync);
        KnowNothingOfOneAnother();
        Assert.Empty(teams.Complaints);
    }

    [Fact]
    public async Task In_a_group_chat_in_a_channel_and_from_a_message_somebody_is_found_too()
    {
        await BothAsync(SettleAsync);
        await BothAsync(async company =>
        {
            await line.SayAsync(company.Asker, "I need help with a slow Postgres query", company.Place(GroupChat));
            await line.PressAsync(company.Knower, "I can help", company.Place(GroupChat));
            await line.SeesAsync(company.Asker, "is up for helping with a slow Postgres query");
            await line.SayAsync(company.Asker, "I need help with the Kafka upgrade", company.Place(Channel));
            Assert.NotNull((await line.LookAsync(company.Asker, company.Place(Channel), "the Kafka upgrade")).Button("Edit"));
            Assert.Null((await line.LookAsync(company.Friend, company.Place(Channel), "the Kafka upgrade")).Button("Edit"));
            await line.PressAsync(company.Friend, "I can help", company.Place(Channel));
            await line.SeesAsync(company.Asker, "is up for helping with the Kafka upgrade");
            await FromAMessageAsync(company);
        });
        KnowNothingOfOneAnother();
        Assert.Empty(teams.Complaints);
    }

    private async Task SettleAsync(Company company)
    {
        foreach (var person in (Person[])[company.Asker, company.Knower, company.Friend])
        {
            Assert.Equal(HttpStatusCode.Accepted, (await line.InstallAsync(person)).Item1);
            await line.SeesAsync(person, "good to meet you");
        }

        // Whoever never said a word is known from a channel, and has Connector all the same.
        teams.Installed.Add(company.Quiet);
        // On a busy machine Connector may stop waiting for what Teams says of them; then they come once more.
        await Eventually.Is(async () =>
        {
            await line.PostAsync(line.From(company.Asker, "conversationUpdate", new JsonObject { ["membersAdded"] = new JsonArray(new JsonObject { ["id"] = company.Quiet.Account }) }, company.Place(Channel)));
            return await IsKnownAsync(company.Quiet);
        });
        await line.SayAsync(company.Knower, "ask me about Postgres");
        await line.SeesAsync(company.Knower, "People may ask you about Postgres");
    }

    private async Task<bool> IsKnownAsync(Person who)
    {
        using var opened = SqliteFile.Open(host.Database);
        var key = Teammate.KeyOf(TeamsIds.Teammate(who.Tenant, who.Directory));
        return (await new SqliteStore(opened).ReadAsync(Keys.PartitionOf(TeamsIds.Organization(who.Tenant)), [key], default)).Count == 1;
    }

    /// <summary>Asked in private; who is asked knows somebody, to whom nobody ever wrote before.</summary>
    private async Task AskAsync(Company company)
    {
        await line.SayAsync(company.Asker, "I need help with a slow Postgres query");
        await line.SeesAsync(company.Asker, "I found one good match");
        await line.PressAsync(company.Asker, "Ask them");
        await line.SeesAsync(company.Knower, "could use a hand");
        await FillInAsync(company.Knower, "I know someone", ("person", company.Quiet.Directory), ("why", "tamed the warehouse reports"));
        await line.SeesAsync(company.Quiet, "thought of you for this");
        await line.PressAsync(company.Quiet, "Yes");
        await line.SeesAsync(company.Asker, "Shall I introduce you?");
        await line.PressAsync(company.Asker, "Yes, please");
        await line.SeesAsync(company.Asker, "thought you two should talk");
        var link = teams.In(company.Asker.Private).SelectMany(m => TeamsCards.Objects(m.Card)).Single(o => TeamsCards.TypeOf(o) == "Action.OpenUrl").GetProperty("url").GetString()!;
        Assert.Contains(Uri.EscapeDataString(company.Quiet.Principal), link, StringComparison.Ordinal);
    }

    private async Task ThankAsync(Company company)
    {
        await line.SeesAsync(company.Asker, "How did it go with");
        await line.PressAsync(company.Asker, "It helped");
        await FillInAsync(company.Asker, "Write it now", ("did", "great help"));
        await line.SeesAsync(company.Asker, "One detail would make it land");
        await FillInAsync(company.Asker, "Add a line", ("detail", "You showed me the missing index; the orders page opens in a second now."));
        await line.SeesAsync(company.Quiet, "You showed me the missing index");
        await line.SeesAsync(company.Knower, "The introduction you made");
    }

    private async Task TellOutcomeAsync(Company company)
    {
        await line.SeesAsync(company.Asker, "How did it turn out?");
        await FillInAsync(company.Asker, "Tell them", ("text", "Every slow report has that index now. Nobody has complained since."));
        await line.SeesAsync(company.Quiet, "Nobody has complained since.");
        await line.SeesAsync(company.Asker, "give back?");
        await FillInAsync(company.Asker, "A resource", ("text", "My notes on slow reports: every index we added, and why."));
        await line.SeesAsync(company.Quiet, "My notes on slow reports");
    }

    /// <summary>"Ask for help with this", on a message in a chat that Connector has no part in.</summary>
    private async Task FromAMessageAsync(Company company)
    {
        var value = new JsonObject { ["commandId"] = "askAboutMessage", ["messagePayload"] = new JsonObject { ["body"] = new JsonObject { ["contentType"] = "html", ["content"] = "<p>who knows <b>Postgres</b>?</p>" } } };
        var fetched = await line.InvokeAsync(company.Asker, "composeExtension/fetchTask", value, "19:elsewhere@thread.v2");
        var form = fetched.GetProperty("task").GetProperty("value").GetProperty("card").GetProperty("content");
        Assert.Equal(JsonValueKind.Undefined, (await line.SubmitAsync(company.Asker, form, "composeExtension/submitAction", ("need", "help with Postgres backups"))).ValueKind);
        await line.SeesAsync(company.Asker, "help with Postgres backups");
    }

    private async Task FillInAsync(Person who, string button, params (string Name, string Text)[] fields)
    {
        var form = await line.OpenAsync(who, button);
        Assert.Empty(TeamsCards.Complaints(form));
        Assert.Equal(JsonValueKind.Undefined, (await line.SubmitAsync(who, form, "task/submit", fields)).ValueKind);
    }

    private void KnowNothingOfOneAnother()
    {
        foreach (var (company, others) in ((Company, Company)[])[(Ours, Theirs), (Theirs, Ours)])
        {
            var read = teams.Messages.Where(m => company.People.Any(p => m.Conversation == p.Private) || m.Conversation.Contains(company.Tenant[..2], StringComparison.Ordinal)).ToList();
            Assert.NotEmpty(read);
            Assert.DoesNotContain(read, m => others.People.Any(p => m.Card.GetRawText().Contains(p.Name, StringComparison.Ordinal) || m.Card.GetRawText().Contains(p.Directory, StringComparison.Ordinal)));
        }
    }

    private static Task BothAsync(Func<Company, Task> live) => Task.WhenAll(live(Ours), live(Theirs));

    /// <summary>Four people of one tenant.</summary>
    private sealed record Company(string Tenant, int First, string[] Names)
    {
        public Person[] People { get; } = [.. Names.Select((name, i) => new Person(Tenant, name, First + i))];

        public Person Asker => People[0];

        public Person Knower => People[1];

        public Person Friend => People[2];

        public Person Quiet => People[3];

        public string Place(string id) => id.Insert("19:".Length, Tenant[..2]);
    }
}
