using System.Net;
using System.Text.Json;
using ChatConnector.Engine;
using ChatConnector.Engine.Suggesting.Ranking;
using ChatConnector.Host.TryIt.Why;

namespace ChatConnector.Tests.Host;

/// <summary>What people say, press and fill in over HTTP, and who sees what of it.</summary>
public class ConversationTests
{
    private const string Need = "I need help with a slow Postgres query";

    [Fact]
    public async Task An_ask_is_answered_and_reaches_a_colleague()
    {
        await using var host = await TryItHost.WithCompanyAsync();
        using var priya = host.OpenAs("priya");
        await priya.Say(Need);
        await priya.PressLabel("Ask these");

        using var ana = host.OpenAs("ana");
        await ana.Button("I can help");
        Assert.Contains("Priya Nair could use a hand", await ana.Reads(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_page_that_explains_tells_the_requester_alone_who_was_named_and_why()
    {
        await using var host = await TryItHost.WithCompanyAsync();
        using var priya = host.OpenAs("priya");
        await priya.Say(Need + " <script>");
        await priya.Button("Ask these");
        var card = (await priya.Lines()).Select(l => l.TryGetProperty("card", out var c) ? c : default).Last(c => c.ValueKind == JsonValueKind.Object && c.TryGetProperty("ask", out _));
        var ask = card.GetProperty("ask").GetString();

        var page = await priya.GetAsync($"why?as=priya&ask={ask}");
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Contains("slow Postgres query &lt;script&gt;", page.Body, StringComparison.Ordinal);
        foreach (var named in card.GetProperty("parts").EnumerateArray().Where(p => p.TryGetProperty("person", out _)))
            Assert.Contains($"<article class=\"person\" aria-label=\"{named.GetProperty("name").GetString()}\">", page.Body, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await priya.GetAsync($"why?as=ana&ask={ask}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await priya.GetAsync("why?as=priya&ask=another")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await priya.GetAsync($"why?as=nobody&ask={ask}")).Status);
    }

    [Fact]
    public async Task Whoever_is_forgotten_leaves_no_ask_of_theirs_in_a_channel_for_anybody()
    {
        await using var host = await TryItHost.WithCompanyAsync();
        using var priya = host.OpenAs("priya");
        using var ana = host.OpenAs("ana");
        await priya.Say("<@connector> I need help with a slow Postgres query", "channel:data");
        await ana.Button("I can help", "channel:data");
        var open = (await ana.Lines("channel:data"))[^1].GetProperty("number").GetInt64();
        var last = (await ana.State()).GetProperty("last").GetInt64();

        await priya.Say("forget me");
        await priya.PressLabel("Forget me for good");
        await Eventually.Is(async () => (await ana.Lines("channel:data")).All(l => l.GetProperty("number").GetInt64() != open));
        Assert.Contains(await ana.Hears(last, 1), e => e.Kind == "line" && e.What.GetProperty("number").GetInt64() == open && e.What.GetProperty("gone").GetBoolean());
    }

    [Fact]
    public async Task What_an_admin_says_means_the_same_finds_the_same_people_at_once()
    {
        await using var host = await TryItHost.WithCompanyAsync();
        using var priya = host.OpenAs("priya");
        await priya.Say("I need help with k8s");
        await priya.Button("Ask people who know people");

        using var mia = host.OpenAs("mia");
        var form = (await mia.Press(new Act(Verb.EditSettings).ToButtonValue())).Json.GetProperty("form");
        var fields = form.GetProperty("fields").EnumerateArray().Where(f => f.TryGetProperty("name", out _))
            .ToDictionary(f => f.GetProperty("name").GetString()!, f => f.TryGetProperty("initial", out var initial) ? initial.GetString()! : "");
        fields["sameWords"] = "k8s";
        var refused = await mia.Submit(form.GetProperty("act").GetString()!, fields);
        Assert.Equal(["sameWords"], refused.Json.GetProperty("errors").EnumerateObject().Select(e => e.Name));
        fields["sameWords"] = "k8s = Kubernetes";
        Assert.Equal(HttpStatusCode.Accepted, (await mia.Submit(form.GetProperty("act").GetString()!, fields)).Status);
        await Eventually.Is(async () => (await mia.Reads()).Contains("words that mean the same", StringComparison.Ordinal));
        await priya.Say("Can anyone show me k8s?");
        await Eventually.Is(async () => (await priya.Reads()).Contains("Bo Lindqvist", StringComparison.Ordinal));
    }

    [Fact]
    public void Every_sign_is_explained()
    {
        var ones = new Signs(1, 1, 1, 1, 1, 1, 1, 1, 1) { Meaning = 1 };
        Assert.Equal(ones.Sum, Sign.All.Sum(sign => sign.Of(ones)));
    }

    [Fact]
    public async Task A_restart_keeps_every_conversation()
    {
        await using var before = await TryItHost.WithCompanyAsync();
        using var priya = before.OpenAs("priya");
        await priya.Say(Need);
        await priya.Say("Good morning!", "channel:data");
        await priya.Button("Ask these");
        var said = await priya.Reads();
        var channel = await priya.Reads("channel:data");

        await using var after = await before.RestartAsync();
        using var again = after.OpenAs("priya");
        Assert.Equal(said, await again.Reads());
        Assert.Equal(channel, await again.Reads("channel:data"));
        await again.PressLabel("Ask these");
        using var ana = after.OpenAs("ana");
        await ana.Button("I can help");
    }

    [Fact]
    public async Task Pressing_twice_with_one_id_does_it_once()
    {
        await using var host = await TryItHost.WithCompanyAsync();
        using var priya = host.OpenAs("priya");
        await priya.Say(Need);
        var act = await priya.Button("Withdraw");
        var id = Window.NewId();
        var answers = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => priya.Press(act, id: id)));
        Assert.All(answers, a => Assert.Equal(HttpStatusCode.Accepted, a.Status));
        await Eventually.Is(async () => (await priya.Lines()).Any(IsWithdrawn));

        await priya.Say("hello");
        await priya.Button("My asks");
        var replies = (await priya.Lines()).Count(l => l.GetProperty("from").GetString() == "connector");
        await priya.Press(act, id: id);
        await priya.Say("thanks!");
        await Eventually.Is(async () => (await priya.Lines()).Count(l => l.GetProperty("from").GetString() == "connector") > replies);
        Assert.Single(await priya.Lines(), IsWithdrawn);

        static bool IsWithdrawn(JsonElement line) => line.TryGetProperty("card", out var card) && card.GetProperty("kind").GetString() == "withdrawn";
    }

    [Fact]
    public async Task Sending_the_same_message_again_shows_it_once()
    {
        await using var host = await TryItHost.WithCompanyAsync();
        using var priya = host.OpenAs("priya");
        var id = Window.NewId();
        await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => priya.Say("Lunch?", "channel:data", id)));
        Assert.Single(await priya.Lines("channel:data"), l => l.TryGetProperty("text", out var text) && text.GetString() == "Lunch?");
    }

    [Fact]
    public async Task A_private_conversation_is_open_to_nobody_else()
    {
        await using var host = await TryItHost.WithCompanyAsync();
        using var priya = host.OpenAs("priya");
        using var ana = host.OpenAs("ana");
        await priya.Say(Need);
        Assert.Equal(HttpStatusCode.NotFound, (await ana.GetAsync("lines?as=ana&talk=private:priya")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await ana.Say("boo", "private:priya")).Status);
        Assert.DoesNotContain((await ana.Talks()).Select(t => t.GetProperty("id").GetString()), id => id == "private:priya");
    }

    [Fact]
    public async Task Words_between_people_are_theirs_alone()
    {
        await using var host = await TryItHost.WithCompanyAsync();
        using var priya = host.OpenAs("priya");
        using var tom = host.OpenAs("tom");
        await priya.Say("I need help with the coffee machine", "channel:all-hands");
        await priya.Say("hello");
        await priya.Button("My asks");
        Assert.Contains("coffee machine", await tom.Reads("channel:all-hands"), StringComparison.Ordinal);
        Assert.DoesNotContain("coffee machine", await priya.Reads(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Mentioned_in_a_channel_Connector_answers_in_the_thread()
    {
        await using var host = await TryItHost.WithCompanyAsync();
        using var priya = host.OpenAs("priya");
        await priya.Say("<@connector> can anyone help me with a Postgres index?", "channel:data");
        await priya.Button("I can help", "channel:data");
        var lines = await priya.Lines("channel:data");
        var asked = lines.Single(l => l.TryGetProperty("text", out _)).GetProperty("number").GetInt64();
        Assert.Contains(lines, l => l.TryGetProperty("card", out _) && l.TryGetProperty("thread", out var thread) && thread.GetInt64() == asked);
    }

    [Fact]
    public async Task A_card_for_one_person_is_shown_to_nobody_else()
    {
        await using var host = await TryItHost.WithCompanyAsync();
        using var priya = host.OpenAs("priya");
        using var tom = host.OpenAs("tom");
        await priya.Say("<@connector> hello", "channel:data");
        await Eventually.Is(async () => (await priya.Lines("channel:data")).Any(l => l.GetProperty("onlyForYou").GetBoolean()));
        Assert.DoesNotContain(await tom.Lines("channel:data"), l => l.GetProperty("onlyForYou").GetBoolean());
        Assert.DoesNotContain("Ask for a hand", await tom.Reads("channel:data"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_command_without_words_opens_its_form_and_shows_nothing_to_others()
    {
        await using var host = await TryItHost.WithCompanyAsync();
        using var priya = host.OpenAs("priya");
        var answer = await priya.Say("/ask", "channel:data");
        Assert.Equal("ask", answer.Json.GetProperty("form").GetProperty("kind").GetString());
        Assert.DoesNotContain("/ask", await priya.Reads("channel:data"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Somebodys_message_can_be_made_an_ask()
    {
        await using var host = await TryItHost.WithCompanyAsync();
        using var priya = host.OpenAs("priya");
        await priya.Say("Why is the orders table so slow?", "channel:data");
        var number = (await priya.Lines("channel:data")).Single(l => l.TryGetProperty("text", out _)).GetProperty("number").GetInt64();
        var form = (await priya.PostAsync("shortcut", new { @as = "priya", talk = "channel:data", line = number })).Json.GetProperty("form");
        Assert.Equal("Why is the orders table so slow?", form.GetProperty("fields")[0].GetProperty("initial").GetString());
    }

    [Fact]
    public async Task A_form_that_lacks_something_says_so_beside_the_field()
    {
        await using var host = await TryItHost.WithCompanyAsync();
        using var priya = host.OpenAs("priya");
        var form = (await priya.Say("/ask")).Json.GetProperty("form");
        var answer = await priya.Submit(form.GetProperty("act").GetString()!, new { need = "  " });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.NotEmpty(answer.Json.GetProperty("errors").GetProperty("need").GetString()!);
    }

    [Theory]
    [InlineData("Nonsense|||")]
    [InlineData("<script>")]
    [InlineData("")]
    public async Task A_button_that_is_none_of_ours_is_refused(string act)
    {
        await using var host = await TryItHost.WithCompanyAsync();
        using var priya = host.OpenAs("priya");
        var answer = await priya.Press(act);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.NotEmpty(answer.Json.GetProperty("problem").GetString()!);
    }

    [Fact]
    public async Task An_unknown_person_is_nobody()
    {
        await using var host = await TryItHost.WithCompanyAsync();
        using var stranger = host.OpenAs("../priya");
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.Say("hello")).Status);
    }

    [Fact]
    public async Task A_window_that_was_away_catches_up()
    {
        await using var host = await TryItHost.WithCompanyAsync();
        using var priya = host.OpenAs("priya");
        using var ana = host.OpenAs("ana");
        var last = (await priya.State()).GetProperty("last").GetInt64();
        await ana.Say("one", "channel:data");
        await ana.Say("two", "channel:data");

        var heard = await priya.Hears(last, 2);
        Assert.Equal(["one", "two"], heard.Select(h => h.What.GetProperty("text").GetString()));
        var rest = await priya.Hears(long.Parse(heard[0].Id), 1);
        Assert.Equal("two", rest[0].What.GetProperty("text").GetString());
    }

    [Fact]
    public async Task Unread_signs_go_once_something_was_read()
    {
        await using var host = await TryItHost.WithCompanyAsync();
        using var priya = host.OpenAs("priya");
        using var ana = host.OpenAs("ana");
        await ana.Say("one", "channel:data");
        await ana.Say("two", "channel:data");
        Assert.Equal(2, await UnreadAsync(priya));
        var last = (await priya.Lines("channel:data"))[^1].GetProperty("number").GetInt64();
        await priya.PostAsync("read", new { @as = "priya", talk = "channel:data", upTo = last });
        Assert.Equal(0, await UnreadAsync(priya));
        Assert.Equal(0, await UnreadAsync(ana));
    }

    private static async Task<int> UnreadAsync(Window window) =>
        (await window.Talks()).Single(t => t.GetProperty("id").GetString() == "channel:data").GetProperty("unread").GetInt32();
}
