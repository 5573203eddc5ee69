using System.Text.Json;

namespace ChatConnector.Slack.Hearing;

/// <summary>A slash command as Slack tells of it, by HTTP in a form and through a connection as JSON; the fields are the same.</summary>
/// <param name="Workspace">Whose installation it is for; empty when it says none.</param>
/// <param name="Trigger">Opens a form within three seconds, and tells commands apart.</param>
public sealed record SlashCommand(string Workspace, string User, string Channel, string ChannelName, string Trigger, string Name, string Text)
{
    /// <exception cref="JsonException">A field is there twice, or is no text.</exception>
    public static SlashCommand Read(FormBody form) => new(
        form.Text(form.Text("is_enterprise_install"u8) == "true" ? "enterprise_id"u8 : "team_id"u8),
        form.Text("user_id"u8),
        form.Text("channel_id"u8),
        form.Text("channel_name"u8),
        form.Text("trigger_id"u8),
        form.Text("command"u8),
        form.Text("text"u8));

    /// <summary>As <see cref="Read(FormBody)"/>; what is not there is empty.</summary>
    public static SlashCommand Read(JsonElement json) => new(
        json.Text(json.Is("is_enterprise_install") || json.Text("is_enterprise_install") == "true" ? "enterprise_id" : "team_id"),
        json.Text("user_id"),
        json.Text("channel_id"),
        json.Text("channel_name"),
        json.Text("trigger_id"),
        json.Text("command"),
        json.Text("text"));
}
