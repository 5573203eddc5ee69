using System.Text.Json;

namespace ChatConnector.Runtime.Rows;

/// <summary>How a message rests in the queue: <c>{"V":1,"Message":{…}}</c> in UTF-8.</summary>
public static class MessageJson
{
    public static byte[] Write(Message message) => MessageWriting.Write(RowJson.Version, message);

    /// <exception cref="UnreadableException">Written by a newer program, or not by us.</exception>
    public static Message Read(ReadOnlyMemory<byte> json)
    {
        try
        {
            using var document = JsonDocument.Parse(json, new JsonDocumentOptions { AllowDuplicateProperties = false });
            UnreadableException.ThrowIfNewer(document.RootElement.GetProperty("V"u8).GetInt32());
            return document.RootElement.GetProperty("Message"u8).Deserialize<Message>(RowJson.Options)!;
        }
        catch (Exception trouble) when (trouble is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            throw new UnreadableException("A message is not as this program writes them.", trouble);
        }
    }
}
