using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Http;

namespace ChatConnector.Slack.Installing;

/// <summary>What people read when they come back from Slack: what happened, and what they can do next.</summary>
/// <param name="Again">Our address that begins an install.</param>
internal sealed record InstallPages(string Again)
{
    private const string StartAgain = "Start again";

    /// <summary>The page, and the status it goes with.</summary>
    public (int Status, string Html) Of(Ending ending) => ending switch
    {
        Ending.Done { Install: { IsEnterprise: true } install } => (StatusCodes.Status200OK, Page(
            "Connector is in your organization",
            "It will write to you in a moment. One step is left: choose the workspaces it may be used in.",
            SlackIds.IsId(install.App) ? $"https://app.slack.com/manage/{install.Workspace}/integrations/profile/{install.App}/workspaces/add" : "https://app.slack.com/manage",
            "Choose workspaces")),
        Ending.Done { Install: var install } => (StatusCodes.Status200OK, Page(
            "Connector is in your workspace",
            "It has written to you: open Slack and say hello, or try /ask. Your colleagues need not do anything.",
            SlackIds.IsId(install.App) ? $"https://slack.com/app_redirect?app={install.App}&team={install.Workspace}" : "https://slack.com/app_redirect",
            "Open Slack")),
        Ending.Declined => (StatusCodes.Status200OK, Page(
            "Nothing was installed",
            "You chose not to, and that's fine; nothing was kept. If your workspace wants an admin's approval first, ask them and come back.",
            Again,
            StartAgain)),
        Ending.NotBegun => (StatusCodes.Status400BadRequest, Page(
            "This link no longer works",
            "An install is finished in the browser it was begun in, within ten minutes, and once. If Connector has already written to you in Slack, all is well. Otherwise, please start again here.",
            Again,
            StartAgain)),
        Ending.Refused { Error: "cannot_install_an_org_installed_app" } => (StatusCodes.Status400BadRequest, Page(
            "Connector is already in your organization",
            "It was installed for all of it, so there is nothing to install here. Ask an admin of your organization to add it to this workspace.",
            "https://app.slack.com/manage",
            "Manage apps in Slack")),
        Ending.Refused refused => (StatusCodes.Status400BadRequest, Page(
            "Slack did not let Connector in",
            $"Nothing was installed. Slack's reason was “{refused.Error}”. Starting again often helps; if it does not, show this word to whoever runs Connector for you.",
            Again,
            StartAgain)),
        _ => (StatusCodes.Status503ServiceUnavailable, Page(
            "That did not work just now",
            "Something that is needed did not answer. Nothing is broken: wait a minute, then start again.",
            Again,
            StartAgain)),
    };

    private static string Page(string title, string sentence, string link, string label) =>
        $$"""
        <!doctype html>
        <html lang="en">
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width">
        <title>{{Plain(title)}}</title>
        <style>body{font:1.1rem/1.5 system-ui,sans-serif;max-width:34rem;margin:15vh auto;padding:0 1rem;color-scheme:light dark}</style>
        <h1>{{Plain(title)}}</h1>
        <p>{{Plain(sentence)}}</p>
        <p><a href="{{Plain(link)}}">{{Plain(label)}}</a></p>
        </html>
        """;

    private static string Plain(string text) => HtmlEncoder.Default.Encode(text);
}
