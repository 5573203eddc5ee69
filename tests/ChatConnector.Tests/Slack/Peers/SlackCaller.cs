using System.Net;
using System.Text;
using System.Text.Json.Nodes;

namespace ChatConnector.Tests.Slack.Peers;

/// <summary>Calls one Slack as apps do, and remembers the last channel and the last message it was told of.</summary>
internal sealed class SlackCaller(ISlack slack, string workspace, string priya, string ana)
{
    public ISlack Slack => slack;

    public string Workspace => workspace;

    public string Priya => priya;

    public string Ana => ana;

    public string Token { get; set; } = "";

    public string Channel { get; private set; } = "";

    public string Time { get; private set; } = "";

    public string Trigger { get; set; } = "";

    /// <summary>What Slack answers; nothing where it is no JSON, or where the status is not that of success.</summary>
    public async Task<JsonObject> CallAsync(string method, JsonObject arguments)
    {
        using var http = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(slack.Address, method));
        request.Content = SlackArguments.TakesJson(method)
            ? new StringContent(arguments.ToJsonString(), Encoding.UTF8, "application/json")
            : new FormUrlEncodedContent(arguments.Select(a => KeyValuePair.Create(a.Key, a.Value!.ToString())));
        if (Token.Length > 0)
            request.Headers.Add("Authorization", "Bearer " + Token);
        using var answer = await http.SendAsync(request);
        if (answer.StatusCode != HttpStatusCode.OK)
            return new() { ["error"] = $"status {(int)answer.StatusCode}" };
        var said = JsonNode.Parse(await answer.Content.ReadAsStringAsync())!.AsObject();
        Channel = (said["channel"] as JsonObject)?["id"]?.GetValue<string>() ?? Channel;
        Time = said["ts"]?.GetValue<string>() ?? Time;
        return said;
    }

    /// <summary>"ok", or what is wrong.</summary>
    public static string WordOf(JsonObject answer) => answer["error"]?.GetValue<string>() ?? "ok";

    /// <summary>Where there is something in an answer: the paths to all that has a value, whatever it is.</summary>
    public static IEnumerable<string> Parts(JsonNode? node, string at = "") => node switch
    {
        JsonObject some => some.SelectMany(p => Parts(p.Value, at.Length == 0 ? p.Key : $"{at}.{p.Key}")),
        JsonArray list => list.SelectMany(item => Parts(item, at)),
        null => [],
        _ => [at],
    };
}
