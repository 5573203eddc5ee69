using System.Text.Json;

namespace ChatConnector.Runtime.Rows;

/// <summary>How a message rests in the queue: <c>{"v":1,"message":{…}}</c>.</summary>
public static class MessageJson
{
    public static string Write(Message message) => JsonSerializer.Serialize(new Envelope(RowJson.Version, message), RowJson.Options);

    /// <exception cref="UnreadableException">Written by a newer program, or not by us.</exception>
    public static Message Read(string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json, new JsonDocumentOptions { AllowDuplicateProperties = false });
            UnreadableException.ThrowIfNewer(document.RootElement.GetProperty(nameof(Envelope.V)).GetInt32());
            return document.RootElement.Deserialize<Envelope>(RowJson.Options)!.Message;
        }
        catch (Exception trouble) when (trouble is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            throw new UnreadableException("A message is not as this program writes them.", trouble);
        }
    }

    private sealed record Envelope(int V, Message Message);
}
