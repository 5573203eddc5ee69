using System.Text.Json;

namespace ChatConnector.Slack.Hearing;

/// <summary>What was filled in on a form, field by field, in our own terms.</summary>
public static class FormHearing
{
    /// <summary>Beyond any form of ours.</summary>
    private const int MostFields = 100;

    public static IEnumerable<(string Name, string Text)> Read(JsonElement view, string workspace) =>
        from block in view.Get("state").Properties("values").Take(MostFields)
        where block.Value.ValueKind == JsonValueKind.Object
        from element in block.Value.EnumerateObject().Take(1)
        select (block.Name, Value(element.Value, workspace));

    private static string Value(JsonElement element, string workspace) => element.Text("type") switch
    {
        "static_select" => element.Get("selected_option").Text("value"),
        "multi_static_select" => Joined(element.Items("selected_options").Select(o => o.Text("value"))),
        "users_select" => Person(element.Text("selected_user"), workspace),
        "multi_users_select" => Joined(element.Items("selected_users").Select(u => Person(u.Text(), workspace))),
        "conversations_select" => element.Text("selected_conversation") is var channel && SlackIds.IsId(channel) ? SlackIds.Channel(workspace, channel) : "",
        "datepicker" => element.Text("selected_date"),
        _ => element.Text("value"),
    };

    private static string Person(string user, string workspace) => SlackIds.IsId(user) ? SlackIds.Teammate(workspace, user).Text : "";

    private static string Joined(IEnumerable<string> texts) => string.Join(',', texts.Where(t => t.Length > 0));
}
