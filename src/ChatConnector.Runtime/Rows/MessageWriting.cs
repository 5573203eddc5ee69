using System.Buffers;
using System.Globalization;
using System.Text.Json;
using NodaTime.Text;

namespace ChatConnector.Runtime.Rows;

/// <summary>
/// Writes a message as the serializer would, letter for letter, in a third of its time: a platform waits for every message to
/// be written, and for no other row.
/// </summary>
internal static class MessageWriting
{
    private const string Iso = "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'";
    private static readonly JsonWriterOptions Options = new() { Encoder = RowJson.Options.Encoder, SkipValidation = true };

    [ThreadStatic]
    private static (ArrayBufferWriter<byte> Buffer, Utf8JsonWriter Writer)? mine;

    public static byte[] Write(int version, Message message)
    {
        var (buffer, writer) = mine ??= New();
        buffer.ResetWrittenCount();
        writer.Reset(buffer);
        writer.WriteStartObject();
        writer.WriteNumber("V"u8, version);
        writer.WriteStartObject("Message"u8);
        Write(writer, message);
        writer.WriteEndObject();
        writer.WriteEndObject();
        writer.Flush();
        return buffer.WrittenSpan.ToArray();
    }

    private static (ArrayBufferWriter<byte>, Utf8JsonWriter) New()
    {
        var buffer = new ArrayBufferWriter<byte>(1024);
        return (buffer, new Utf8JsonWriter(buffer, Options));
    }

    private static void Write(Utf8JsonWriter writer, Message message)
    {
        writer.WriteString("Id"u8, message.Id.Text);
        writer.WriteString("Organization"u8, message.Organization.Text);
        writer.WriteString("From"u8, message.From.Text);
        writer.WriteStartObject("Place"u8);
        writer.WriteString("Kind"u8, message.Place.Kind.ToString());
        writer.WriteString("Id"u8, message.Place.Id);
        writer.WriteString("Name"u8, message.Place.Name);
        WriteUnlessNull(writer, "Thread"u8, message.Place.Thread);
        writer.WriteEndObject();
        Write(writer, message.At);
        writer.WriteString("Luck"u8, message.Luck);
        writer.WritePropertyName("Said"u8);
        Write(writer, message.Said);
        if (message.Speaker is { } speaker)
            Write(writer, speaker);
    }

    private static void Write(Utf8JsonWriter writer, Instant at)
    {
        Span<byte> iso = stackalloc byte[Iso.Length];
        // .NET's clock counts in ticks; whoever sets one finer than that is written by the library that can.
        if (at.ToUnixTimeTicks() is var ticks && Instant.FromUnixTimeTicks(ticks) == at && at.ToDateTimeUtc().TryFormat(iso, out var length, Iso, CultureInfo.InvariantCulture))
            writer.WriteString("At"u8, iso[..length]);
        else
            writer.WriteString("At"u8, InstantPattern.ExtendedIso.Format(at));
    }

    private static void Write(Utf8JsonWriter writer, Said said)
    {
        switch (said)
        {
            case Said.Words words:
                writer.WriteStartObject();
                writer.WriteString("is"u8, nameof(Said.Words));
                writer.WriteString("Text"u8, words.Text);
                writer.WriteBoolean("Mentioned"u8, words.Mentioned);
                WriteUnlessNull(writer, "NamedAs"u8, words.NamedAs?.Text);
                writer.WriteEndObject();
                break;
            case Said.Command command:
                writer.WriteStartObject();
                writer.WriteString("is"u8, nameof(Said.Command));
                writer.WriteString("Name"u8, command.Name);
                writer.WriteString("Text"u8, command.Text);
                writer.WriteEndObject();
                break;
            default:
                JsonSerializer.Serialize(writer, said, RowJson.Options);
                break;
        }
    }

    private static void Write(Utf8JsonWriter writer, DirectoryEntry speaker)
    {
        writer.WriteStartObject("Speaker"u8);
        writer.WriteString("Name"u8, speaker.Name);
        WriteUnlessNull(writer, "Title"u8, speaker.Title);
        WriteUnlessNull(writer, "Team"u8, speaker.Team);
        WriteUnlessNull(writer, "Zone"u8, speaker.Zone);
        writer.WriteBoolean("Outside"u8, speaker.Outside);
        writer.WriteBoolean("Admin"u8, speaker.Admin);
        writer.WriteEndObject();
    }

    private static void WriteUnlessNull(Utf8JsonWriter writer, ReadOnlySpan<byte> name, string? text)
    {
        if (text is not null)
            writer.WriteString(name, text);
    }
}
