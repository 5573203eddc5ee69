using System.Text.Json;
using ChatConnector.Slack.Hearing;
using ChatConnector.Slack.Receiving;

namespace ChatConnector.Slack.Sockets;

/// <summary>What Slack sends through a connection: the same things as by HTTP, each in an envelope that waits for its acknowledgement.</summary>
public sealed class Envelopes(Reception reception)
{
    /// <returns>The acknowledgement: what the envelope held is kept, or does not concern us.</returns>
    /// <exception cref="StorageException">It was not kept; without an acknowledgement Slack tries again.</exception>
    public async Task<Acknowledgement> HearAsync(JsonElement envelope, CancellationToken cancellation)
    {
        var payload = envelope.Get("payload");
        var errors = envelope.Text("type") switch
        {
            "events_api" => await reception.EventAsync(payload, cancellation),
            "slash_commands" => await reception.CommandAsync(SlashCommand.Read(payload), cancellation),
            "interactive" => await reception.InteractionAsync(payload, cancellation),
            _ => Reception.NothingWrong,
        };
        return new Acknowledgement(envelope.Text("envelope_id"), envelope.Is("accepts_response_payload") ? FormAnswer.To(errors) : null);
    }
}
