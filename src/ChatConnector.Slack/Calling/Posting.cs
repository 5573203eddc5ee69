using System.Text.Json;
using System.Text.Json.Nodes;
using ChatConnector.Slack.Rendering;

namespace ChatConnector.Slack.Calling;

/// <summary>A message as Slack takes it.</summary>
/// <param name="Text">For notifications; escaped.</param>
public sealed record Posting(string Channel, string? Thread, string Text, IReadOnlyList<Block> Blocks)
{
    public const string MarkType = "connector_effect";

    /// <summary>By what the message is found again when nobody knows whether it was posted. Other apps can read it.</summary>
    public string? Mark { get; init; }

    internal JsonObject Arguments()
    {
        var arguments = new JsonObject
        {
            ["channel"] = Channel,
            ["text"] = Text,
            ["blocks"] = JsonSerializer.SerializeToNode(Blocks, SlackJson.Wire.IReadOnlyListBlock),
            ["parse"] = "none",
            ["link_names"] = false,
        };
        if (Thread is not null)
            arguments["thread_ts"] = Thread;
        if (Mark is not null)
            arguments["metadata"] = new JsonObject { ["event_type"] = MarkType, ["event_payload"] = new JsonObject { ["id"] = Mark } };
        return arguments;
    }
}
