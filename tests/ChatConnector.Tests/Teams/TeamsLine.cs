using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace ChatConnector.Tests.Teams;

/// <summary>People in Teams: what they say, press and fill in reaches Connector as Teams would send it.</summary>
/// <param name="client">Leads to Connector.</param>
internal class TeamsLine(TeamsServer teams, HttpClient client, TimeProvider clock)
{
    private long number = 1788000000000;

    public TeamsServer Teams => teams;

    /// <summary>Adds Connector for somebody.</summary>
    public Task<(HttpStatusCode, JsonElement)> InstallAsync(Person who)
    {
        Teams.Installed.Add(who);
        Teams.Conversations[(who.Tenant, who.Private)] = [who];
        return PostAsync(From(who, "installationUpdate", new JsonObject { ["action"] = "add" }));
    }

    /// <summary>Says something; that it is heard is checked here, so that nobody waits for an answer to what never came.</summary>
    public async Task SayAsync(Person who, string text, string? channel = null, string? thread = null)
    {
        var message = From(who, "message", new JsonObject { ["text"] = channel is null ? text : $"<at>Connector</at> {text}" }, channel, thread);
        if (channel is not null)
            message["entities"] = new JsonArray(new JsonObject { ["type"] = "mention", ["text"] = "<at>Connector</at>", ["mentioned"] = new JsonObject { ["id"] = "28:" + Publisher.AppId } });
        Assert.Equal(HttpStatusCode.Accepted, (await PostAsync(message)).Status);
    }

    /// <summary>Presses a button once it is there.</summary>
    public async Task<JsonElement> PressAsync(Person who, string title, string? channel = null)
    {
        JsonElement data = default;
        string thread = "";
        await Eventually.Is(() =>
        {
            var found = Teams.In(channel ?? who.Private).LastOrDefault(m => m.Button(title) is not null && (m.OnlyFor is null || m.OnlyFor == who.Directory));
            (data, thread) = (found?.Button(title) ?? default, found?.Conversation ?? "");
            return found is not null;
        });
        return await ExecuteAsync(who, data, channel, ThreadOf(thread));
    }

    /// <summary>Presses a button of a card that is seen in front of others.</summary>
    public Task<JsonElement> PressAsync(Person who, Shown seen, string title) => ExecuteAsync(who, seen.Button(title)!.Value, seen.Conversation.Split(';')[0], ThreadOf(seen.Conversation));

    /// <summary>
    /// Looks at a card in front of others once it is there. As Teams does it: whoever the card is refreshed for is shown what
    /// Connector answers, and everybody else what stands there.
    /// </summary>
    public async Task<Shown> LookAsync(Person who, string channel, string text)
    {
        await Eventually.Is(() => Teams.In(channel).Any(m => m.OnlyFor is null && m.Says(text)));
        var shown = Teams.In(channel).Last(m => m.OnlyFor is null && m.Says(text));
        if (!TeamsCards.RefreshedFor(shown.Card).Contains(who.Account))
            return shown;
        var answer = await RefreshAsync(who, shown, "automatic");
        Assert.Equal((200, "application/vnd.microsoft.card.adaptive"), (answer.GetProperty("statusCode").GetInt32(), answer.GetProperty("type").GetString()));
        Assert.Empty(TeamsCards.Complaints(answer.GetProperty("value")));
        return shown with { Card = answer.GetProperty("value") };
    }

    /// <summary>Asks for the card anew, as it says that this is done; from another place if one is given.</summary>
    public Task<JsonElement> RefreshAsync(Person who, Shown shown, string trigger, string? elsewhere = null) => InvokeAsync(
        who, "adaptiveCard/action", new JsonObject { ["action"] = Node(shown.Card.GetProperty("refresh").GetProperty("action")), ["trigger"] = trigger },
        elsewhere ?? shown.Conversation.Split(';')[0], elsewhere is null ? ThreadOf(shown.Conversation) : null);

    /// <summary>Presses a button that opens a form, and returns the dialog's card.</summary>
    public async Task<JsonElement> OpenAsync(Person who, string title)
    {
        JsonElement data = default;
        await Eventually.Is(() => (data = Teams.In(who.Private).LastOrDefault(m => m.Button(title) is not null)?.Button(title) ?? default).ValueKind == JsonValueKind.Object);
        return await FetchAsync(who, data);
    }

    /// <summary>As before, on a card that is seen in front of others.</summary>
    public Task<JsonElement> OpenAsync(Person who, Shown seen, string title) => FetchAsync(who, seen.Button(title)!.Value, seen.Conversation.Split(';')[0], ThreadOf(seen.Conversation));

    private async Task<JsonElement> FetchAsync(Person who, JsonElement data, string? channel = null, string? thread = null)
    {
        var answer = await InvokeAsync(who, "task/fetch", new JsonObject { ["data"] = Node(data) }, channel, thread);
        return answer.GetProperty("task").GetProperty("value").GetProperty("card").GetProperty("content");
    }

    /// <summary>Submits a dialog with these fields.</summary>
    public Task<JsonElement> SubmitAsync(Person who, JsonElement dialog, string name, params (string Name, string Text)[] fields) => SubmitAsync(who, dialog, name, null, fields);

    /// <summary>As before, in front of others.</summary>
    public Task<JsonElement> SubmitAsync(Person who, JsonElement dialog, string name, Shown? on, params (string Name, string Text)[] fields)
    {
        var data = Node(dialog.GetProperty("actions")[0].GetProperty("data")).AsObject();
        foreach (var (field, text) in fields)
            data[field] = text;
        return InvokeAsync(who, name, new JsonObject { ["data"] = data }, on?.Conversation.Split(';')[0], ThreadOf(on?.Conversation));
    }

    public async Task<JsonElement> InvokeAsync(Person who, string name, JsonObject value, string? channel = null, string? thread = null)
    {
        var (status, body) = await PostAsync(From(who, "invoke", new JsonObject { ["name"] = name, ["value"] = value }, channel, thread));
        Assert.Equal(HttpStatusCode.OK, status);
        return body;
    }

    public JsonObject From(Person who, string type, JsonObject what, string? channel = null, string? thread = null)
    {
        what["type"] = type;
        what["id"] = type == "message" ? $"{Interlocked.Increment(ref number)}" : $"f:{Interlocked.Increment(ref number)}";
        what["channelId"] = "msteams";
        what["serviceUrl"] = Teams.ServiceUrl(who.Tenant);
        what["timestamp"] = clock.GetUtcNow().UtcDateTime.ToString("O");
        what["localTimezone"] = "Europe/Berlin";
        what["from"] = new JsonObject { ["id"] = who.Account, ["name"] = who.Name, ["aadObjectId"] = who.Directory };
        what["recipient"] = new JsonObject { ["id"] = "28:" + Publisher.AppId, ["name"] = "Connector" };
        what["conversation"] = new JsonObject
        {
            ["conversationType"] = channel is null ? "personal" : IsChannel(channel) ? "channel" : "groupChat",
            ["tenantId"] = who.Tenant,
            ["id"] = (channel ?? who.Private) + (thread is null ? "" : ";messageid=" + thread),
        };
        what["channelData"] = new JsonObject { ["tenant"] = new JsonObject { ["id"] = who.Tenant } };
        if (IsChannel(channel))
            what["channelData"]!["team"] = new JsonObject { ["id"] = "19:team@thread.tacv2" };
        return what;
    }

    public async Task<(HttpStatusCode Status, JsonElement Body)> PostAsync(JsonObject activity, string? authorization = null) =>
        await PostAsync(Encoding.UTF8.GetBytes(activity.ToJsonString()), authorization ?? Signed($"{activity["serviceUrl"]}"));

    public async Task<(HttpStatusCode Status, JsonElement Body)> PostAsync(byte[] body, string authorization)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/messages") { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        if (authorization.Length > 0)
            request.Headers.TryAddWithoutValidation("Authorization", authorization);
        using var answer = await client.SendAsync(request);
        var said = await answer.Content.ReadAsByteArrayAsync();
        return (answer.StatusCode, said.Length > 0 ? JsonElement.Parse(said) : default);
    }

    public string Signed(string serviceUrl) => "Bearer " + Teams.Microsoft.Sign(Publisher.Claims(DateTimeOffset.UtcNow, serviceUrl));

    public Task SeesAsync(Person who, string text) => Eventually.Is(() => Teams.In(who.Private).Any(m => m.Says(text)));

    private Task<JsonElement> ExecuteAsync(Person who, JsonElement data, string? channel, string? thread) => InvokeAsync(
        who, "adaptiveCard/action", new JsonObject { ["action"] = new JsonObject { ["type"] = "Action.Execute", ["data"] = Node(data) }, ["trigger"] = "manual" }, channel, thread);

    private static string? ThreadOf(string? conversation) => conversation?.Split("messageid=") is [_, var root] ? root : null;

    private static bool IsChannel(string? place) => place?.Contains("tacv2", StringComparison.Ordinal) == true;

    private static JsonNode Node(JsonElement json) => JsonNode.Parse(json.GetRawText())!;
}
