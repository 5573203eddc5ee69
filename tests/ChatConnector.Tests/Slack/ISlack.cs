using System.Text.Json.Nodes;

namespace ChatConnector.Tests.Slack;

/// <summary>A Slack with people before it, ours or the emulator: what Connector shows them there, and what Slack knows when they do something.</summary>
internal interface ISlack : IAsyncDisposable
{
    /// <summary>Where Connector calls the Web API.</summary>
    Uri Address { get; }

    /// <summary>What apps.connections.open answers.</summary>
    Func<string> SocketAddress { get; set; }

    /// <summary>What Slack would not have taken of what it was called for.</summary>
    IReadOnlyList<string> Complaints { get; }

    /// <summary>What is on somebody's screen, oldest first.</summary>
    Task<IReadOnlyList<SlackMessage>> SeesAsync(string workspace, string user);

    /// <summary>The form that this trigger opened; null when it opened none.</summary>
    JsonNode? FormOf(string trigger);

    /// <summary>What somebody finds on Connector's Home tab; null when there is nothing yet.</summary>
    JsonNode? HomeOf(string workspace, string user);

    /// <summary>Somebody as Slack describes them to apps.</summary>
    Task<JsonNode> PersonAsync(string workspace, string user);

    /// <summary>Somebody's private conversation with Connector.</summary>
    Task<string> PrivateChannelAsync(string workspace, string user);

    /// <summary>Somebody writes to Connector in private.</summary>
    /// <returns>The message's time.</returns>
    Task<string> WriteAsync(string workspace, string user, string words);

    /// <summary>The trigger of something somebody does now.</summary>
    Task<string> TriggerAsync(string workspace, string user);
}
