using System.Text.Json.Nodes;

namespace ChatConnector.Tests.Slack;

/// <summary>How Slack reaches Connector: by signed requests or through a socket.</summary>
internal interface ISlackLine
{
    /// <param name="type">As Socket Mode calls it: <c>events_api</c>, <c>slash_commands</c> or <c>interactive</c>.</param>
    /// <returns>What Connector answers, once it has taken it; empty for a plain yes.</returns>
    Task<string> TellAsync(string type, JsonObject payload);
}
