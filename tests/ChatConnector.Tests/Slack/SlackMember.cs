using System.Text.Json.Nodes;

namespace ChatConnector.Tests.Slack;

/// <summary>A person in a Slack workspace: what they write, press and fill in reaches Connector as Slack would send it, and they see what Slack shows them.</summary>
internal sealed class SlackMember(SlackServer slack, ISlackLine connector, string workspace, string user)
{
    private static int number;

    /// <summary>What Slack shows them, oldest first.</summary>
    public IReadOnlyList<SlackMessage> Sees => [.. slack.Messages.Where(m => m.Workspace == workspace && (m.OnlyFor == user || (m.OnlyFor.Length == 0 && IsWith(m.Channel))))];

    /// <summary>What the buttons they see would send.</summary>
    public IReadOnlyList<string> Values => [.. Sees.SelectMany(Buttons).Select(b => b["value"]!.GetValue<string>()).Distinct()];

    /// <summary>Slack tells that they are new.</summary>
    public Task JoinAsync() => HappensAsync(new JsonObject { ["type"] = "team_join", ["user"] = slack.Directory.People[(workspace, user)].DeepClone() });

    public Task OpenHomeAsync() => HappensAsync(new JsonObject { ["type"] = "app_home_opened", ["user"] = user, ["tab"] = "home" });

    public Task SayAsync(string words) => HappensAsync(new JsonObject
    {
        ["type"] = "message",
        ["channel_type"] = "im",
        ["channel"] = "D" + user,
        ["user"] = user,
        ["team"] = workspace,
        ["text"] = words,
        ["ts"] = $"1788264000.{Next():D6}",
    });

    /// <returns>The form it opens; null when it opens none.</returns>
    public async Task<JsonNode?> CommandAsync(string command, string text)
    {
        var trigger = NewTrigger();
        await connector.TellAsync("slash_commands", new JsonObject
        {
            ["command"] = command,
            ["text"] = text,
            ["team_id"] = workspace,
            ["user_id"] = user,
            ["channel_id"] = "D" + user,
            ["channel_name"] = "directmessage",
            ["trigger_id"] = trigger,
        });
        return slack.Forms.GetValueOrDefault(trigger);
    }

    /// <summary>Presses the button with this label on the newest message that has it, once it is there.</summary>
    /// <returns>The form it opens; null when it opens none.</returns>
    public async Task<JsonNode?> PressAsync(string label)
    {
        SlackMessage? on = null;
        await Eventually.Is(() => (on = Sees.LastOrDefault(m => Buttons(m).Any(b => LabelOf(b) == label))) is not null);
        return await PressAsync(Buttons(on!).Last(b => LabelOf(b) == label)["value"]!.GetValue<string>(), on!);
    }

    /// <summary>Presses what would send this value, wherever they got it from.</summary>
    public async Task<JsonNode?> PressAsync(string value, SlackMessage on)
    {
        var payload = From(
            "block_actions",
            ("channel", new JsonObject { ["id"] = on.Channel }),
            ("container", new JsonObject { ["type"] = "message", ["channel_id"] = on.Channel, ["message_ts"] = on.Time }),
            ("message", new JsonObject { ["ts"] = on.Time }),
            ("actions", new JsonArray(new JsonObject { ["type"] = "button", ["action_id"] = "press-0", ["value"] = value })));
        await InteractAsync(payload);
        return slack.Forms.GetValueOrDefault(payload["trigger_id"]!.GetValue<string>());
    }

    /// <summary>Submits a form with these fields filled in and all others as they are.</summary>
    /// <returns>What is wrong with it, as Slack is told; empty when nothing is.</returns>
    public async Task<string> SubmitAsync(JsonNode? form, params IEnumerable<(string Field, string Value)> filled)
    {
        Assert.True(form is not null, "No form was opened.");
        var view = form.DeepClone().AsObject();
        view["id"] = $"V{Next()}";
        var values = new JsonObject();
        foreach (var block in view["blocks"]!.AsArray().Where(b => b!["type"]!.GetValue<string>() == "input"))
        {
            var (name, element) = (block!["block_id"]!.GetValue<string>(), block["element"]!);
            values[name] = new JsonObject { [element["action_id"]!.GetValue<string>()] = State(element, filled.FirstOrDefault(f => f.Field == name).Value) };
        }

        Assert.Empty(filled.Select(f => f.Field).Except(values.Select(v => v.Key)));
        view["state"] = new JsonObject { ["values"] = values };
        return await InteractAsync(From("view_submission", ("view", view)));
    }

    /// <summary>Closes a form without submitting it.</summary>
    public async Task CloseAsync(JsonNode? form)
    {
        Assert.True(form is not null, "No form was opened.");
        var view = form.DeepClone().AsObject();
        (view["id"], view["state"]) = ($"V{Next()}", new JsonObject { ["values"] = new JsonObject() });
        await InteractAsync(From("view_closed", ("view", view), ("is_cleared", false)));
    }

    /// <summary>Uses a shortcut of the app's; on a message, when there is one.</summary>
    /// <returns>The form it opens; null when it opens none.</returns>
    public async Task<JsonNode?> ShortcutAsync(string name, SlackMessage? on = null)
    {
        var payload = on is null
            ? From("shortcut", ("callback_id", name))
            : From("message_action", ("callback_id", name), ("channel", new JsonObject { ["id"] = on.Channel }), ("message_ts", on.Time), ("message", new JsonObject { ["ts"] = on.Time, ["text"] = on.Said["text"]?.DeepClone() }));
        await InteractAsync(payload);
        return slack.Forms.GetValueOrDefault(payload["trigger_id"]!.GetValue<string>());
    }

    /// <summary>Returns once they see these words.</summary>
    public Task ReadsAsync(string words) => Eventually.Is(() => Sees.Any(m => TextOf(m.Said["blocks"]).Contains(words, StringComparison.Ordinal)));

    private static IEnumerable<JsonNode> Buttons(SlackMessage message) =>
        message.Said["blocks"]!.AsArray().Where(b => b!["type"]!.GetValue<string>() == "actions").SelectMany(b => b!["elements"]!.AsArray()).OfType<JsonNode>();

    private static string LabelOf(JsonNode button) => button["text"]!["text"]!.GetValue<string>().TrimEnd(' ', '…');

    /// <summary>All words in a message; a person in it is their id.</summary>
    private static string TextOf(JsonNode? node) => node switch
    {
        JsonArray list => string.Concat(list.Select(TextOf)),
        JsonObject part when part["user_id"] is { } who => $"@{who}",
        JsonObject part => string.Concat(part.Where(p => p.Key is "text" or "elements").Select(p => p.Value is JsonValue words ? words.ToString() : TextOf(p.Value))),
        _ => "",
    };

    private static JsonObject State(JsonNode element, string? value) => element["type"]!.GetValue<string>() switch
    {
        "users_select" => new() { ["type"] = "users_select", ["selected_user"] = value ?? Kept(element, "initial_user") },
        "multi_users_select" => new() { ["type"] = "multi_users_select", ["selected_users"] = value is null ? element["initial_users"]?.DeepClone() ?? new JsonArray() : new JsonArray(value) },
        "static_select" => new() { ["type"] = "static_select", ["selected_option"] = value is null ? element["initial_option"]?.DeepClone() : new JsonObject { ["value"] = value } },
        "multi_static_select" => new() { ["type"] = "multi_static_select", ["selected_options"] = element["initial_options"]?.DeepClone() ?? new JsonArray() },
        "datepicker" => new() { ["type"] = "datepicker", ["selected_date"] = value ?? Kept(element, "initial_date") },
        "conversations_select" => new() { ["type"] = "conversations_select", ["selected_conversation"] = value },
        var type => new() { ["type"] = type, ["value"] = value ?? Kept(element, "initial_value") },
    };

    private static string? Kept(JsonNode element, string initial) => element[initial]?.GetValue<string>();

    private static int Next() => Interlocked.Increment(ref number);

    private static string NewTrigger() => $"13345224609.{Next()}.8fb2";

    private bool IsWith(string channel) => channel.Length > 0 && channel[1..].Split('-').Contains(user);

    /// <summary>Something they did, with a fresh trigger.</summary>
    private JsonObject From(string type, params IEnumerable<(string Name, JsonNode Value)> more) => new(
    [
        KeyValuePair.Create<string, JsonNode?>("type", type),
        KeyValuePair.Create<string, JsonNode?>("trigger_id", NewTrigger()),
        KeyValuePair.Create<string, JsonNode?>("user", new JsonObject { ["id"] = user, ["team_id"] = workspace }),
        KeyValuePair.Create<string, JsonNode?>("team", new JsonObject { ["id"] = workspace }),
        .. more.Select(m => KeyValuePair.Create<string, JsonNode?>(m.Name, m.Value)),
    ]);

    private Task HappensAsync(JsonObject what) => connector.TellAsync("events_api", new JsonObject
    {
        ["type"] = "event_callback",
        ["team_id"] = workspace,
        ["event_id"] = $"Ev{Next()}",
        ["event_time"] = DateTimeOffset.UtcNow.ToUnixTimeSeconds(),
        ["event"] = what,
    });

    private Task<string> InteractAsync(JsonObject payload) => connector.TellAsync("interactive", payload);
}
