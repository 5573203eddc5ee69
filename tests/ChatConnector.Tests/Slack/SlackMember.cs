using System.Text.Json.Nodes;
using ChatConnector.Engine;
using ChatConnector.Engine.Wording;

namespace ChatConnector.Tests.Slack;

/// <summary>A person in a Slack workspace: what they write, press and fill in reaches Connector as Slack would send it, and they see what Slack shows them.</summary>
internal sealed class SlackMember(ISlack slack, ISlackLine connector, string workspace, string user)
{
    private static int number;
    private (string Words, string Time) last;

    /// <summary>What Slack shows them, oldest first.</summary>
    public Task<IReadOnlyList<SlackMessage>> SeesAsync() => slack.SeesAsync(workspace, user);

    /// <summary>What the buttons they see would send.</summary>
    public async Task<IReadOnlyList<string>> ValuesAsync() => [.. (await SeesAsync()).SelectMany(Buttons).Select(ValueOf).Distinct()];

    /// <summary>Slack tells that they are new.</summary>
    public async Task JoinAsync() => await HappensAsync(new JsonObject { ["type"] = "team_join", ["user"] = await slack.PersonAsync(workspace, user) });

    public Task OpenHomeAsync() => HappensAsync(new JsonObject { ["type"] = "app_home_opened", ["user"] = user, ["tab"] = "home" });

    public async Task SayAsync(string words)
    {
        last = (words, await slack.WriteAsync(workspace, user, words));
        await HappensInPrivateAsync(Written(last));
    }

    /// <summary>Changes what they said last.</summary>
    public async Task EditAsync(string words)
    {
        var before = last;
        last = before with { Words = words };
        var edited = Written(last);
        edited["edited"] = new JsonObject { ["user"] = user, ["ts"] = "1788264060.000000" };
        await HappensInPrivateAsync(new JsonObject { ["subtype"] = "message_changed", ["hidden"] = true, ["message"] = edited, ["previous_message"] = Written(before) });
    }

    /// <summary>Deletes what they said last.</summary>
    public Task DeleteAsync() =>
        HappensInPrivateAsync(new JsonObject { ["subtype"] = "message_deleted", ["hidden"] = true, ["deleted_ts"] = last.Time, ["previous_message"] = Written(last) });

    /// <returns>The form it opens; null when it opens none.</returns>
    public async Task<JsonNode?> CommandAsync(string command, string text)
    {
        var trigger = await slack.TriggerAsync(workspace, user);
        await connector.TellAsync("slash_commands", new JsonObject
        {
            ["command"] = command,
            ["text"] = text,
            ["team_id"] = workspace,
            ["user_id"] = user,
            ["channel_id"] = await slack.PrivateChannelAsync(workspace, user),
            ["channel_name"] = "directmessage",
            ["trigger_id"] = trigger,
        });
        return slack.FormOf(trigger);
    }

    /// <summary>Presses the button with this label on the newest message that has it, once it is there.</summary>
    /// <returns>The form it opens; null when it opens none.</returns>
    public async Task<JsonNode?> PressAsync(string label)
    {
        var (on, value) = await FindAsync(button => LabelOf(button) == label, after: "");
        var form = await PressAsync(value, on);
        // A form that Slack is too slow to open is offered again, in private.
        while (form is null && Forms.Opens(Act.FromButtonValue(value)!.Verb))
        {
            (on, _) = await FindAsync(button => ValueOf(button) == value, after: on.Time);
            form = await PressAsync(value, on);
        }

        return form;
    }

    /// <summary>Presses what would send this value, wherever they got it from.</summary>
    public Task<JsonNode?> PressAsync(string value, SlackMessage on) => OpenAsync(
        "block_actions",
        ("channel", new JsonObject { ["id"] = on.Channel }),
        ("container", new JsonObject { ["type"] = "message", ["channel_id"] = on.Channel, ["message_ts"] = on.Time }),
        ("message", new JsonObject { ["ts"] = on.Time }),
        ("actions", new JsonArray(new JsonObject { ["type"] = "button", ["action_id"] = "press-0", ["value"] = value })));

    /// <summary>Submits a form with these fields filled in and all others as they are.</summary>
    /// <returns>What is wrong with it, as Slack is told; empty when nothing is.</returns>
    public async Task<string> SubmitAsync(JsonNode? form, params IEnumerable<(string Field, string Value)> filled)
    {
        Assert.True(form is not null, "No form was opened.");
        var view = form.DeepClone().AsObject();
        view["id"] ??= $"V{Next()}";
        var values = new JsonObject();
        foreach (var block in view["blocks"]!.AsArray().Where(b => b!["type"]!.GetValue<string>() == "input"))
        {
            var (name, element) = (block!["block_id"]!.GetValue<string>(), block["element"]!);
            values[name] = new JsonObject { [element["action_id"]!.GetValue<string>()] = State(element, filled.FirstOrDefault(f => f.Field == name).Value) };
        }

        Assert.Empty(filled.Select(f => f.Field).Except(values.Select(v => v.Key)));
        view["state"] = new JsonObject { ["values"] = values };
        return (await DoAsync("view_submission", ("view", view))).Answer;
    }

    /// <summary>Closes a form without submitting it.</summary>
    public async Task CloseAsync(JsonNode? form)
    {
        Assert.True(form is not null, "No form was opened.");
        var view = form.DeepClone().AsObject();
        view["id"] ??= $"V{Next()}";
        view["state"] = new JsonObject { ["values"] = new JsonObject() };
        await DoAsync("view_closed", ("view", view), ("is_cleared", false));
    }

    /// <summary>Uses a shortcut of the app's; on a message, when there is one.</summary>
    /// <returns>The form it opens; null when it opens none.</returns>
    public Task<JsonNode?> ShortcutAsync(string name, SlackMessage? on = null) => on is null
        ? OpenAsync("shortcut", ("callback_id", name))
        : OpenAsync("message_action", ("callback_id", name), ("channel", new JsonObject { ["id"] = on.Channel }), ("message_ts", on.Time), ("message", new JsonObject { ["ts"] = on.Time, ["text"] = on.Said["text"]?.DeepClone() }));

    /// <summary>Returns once they see these words.</summary>
    public Task ReadsAsync(string words) => Eventually.Is(async () => (await SeesAsync()).Any(m => TextOf(m.Said["blocks"]).Contains(words, StringComparison.Ordinal)));

    /// <summary>The newest message after that time with such a button, once it is there, and what the button sends.</summary>
    private async Task<(SlackMessage On, string Value)> FindAsync(Func<JsonNode, bool> isMeant, string after)
    {
        SlackMessage? on = null;
        await Eventually.Is(async () => (on = (await SeesAsync()).LastOrDefault(m => string.CompareOrdinal(m.Time, after) > 0 && Buttons(m).Any(isMeant))) is not null);
        return (on!, ValueOf(Buttons(on!).Last(isMeant)));
    }

    private static IEnumerable<JsonNode> Buttons(SlackMessage message) =>
        (message.Said["blocks"]?.AsArray() ?? []).Where(b => b!["type"]!.GetValue<string>() == "actions").SelectMany(b => b!["elements"]!.AsArray()).OfType<JsonNode>();

    private static string ValueOf(JsonNode button) => button["value"]!.GetValue<string>();

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

    private async Task<JsonNode?> OpenAsync(string type, params IEnumerable<(string Name, JsonNode Value)> more) => slack.FormOf((await DoAsync(type, more)).Trigger);

    /// <summary>Something they do, with a fresh trigger.</summary>
    private async Task<(string Trigger, string Answer)> DoAsync(string type, params IEnumerable<(string Name, JsonNode Value)> more)
    {
        var trigger = await slack.TriggerAsync(workspace, user);
        var answer = await connector.TellAsync("interactive", new JsonObject(
        [
            KeyValuePair.Create<string, JsonNode?>("type", type),
            KeyValuePair.Create<string, JsonNode?>("trigger_id", trigger),
            KeyValuePair.Create<string, JsonNode?>("user", new JsonObject { ["id"] = user, ["team_id"] = workspace }),
            KeyValuePair.Create<string, JsonNode?>("team", new JsonObject { ["id"] = workspace }),
            .. more.Select(m => KeyValuePair.Create<string, JsonNode?>(m.Name, m.Value)),
        ]));
        return (trigger, answer);
    }

    private JsonObject Written((string Words, string Time) message) => new() { ["type"] = "message", ["user"] = user, ["team"] = workspace, ["text"] = message.Words, ["ts"] = message.Time };

    private async Task HappensInPrivateAsync(JsonObject what)
    {
        (what["type"], what["channel_type"], what["channel"]) = ("message", "im", await slack.PrivateChannelAsync(workspace, user));
        await HappensAsync(what);
    }

    private Task HappensAsync(JsonObject what) => connector.TellAsync("events_api", new JsonObject
    {
        ["type"] = "event_callback",
        ["team_id"] = workspace,
        ["event_id"] = $"Ev{Next()}",
        ["event_time"] = DateTimeOffset.UtcNow.ToUnixTimeSeconds(),
        ["event"] = what,
    });
}
