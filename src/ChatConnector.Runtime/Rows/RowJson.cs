using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using NodaTime.Text;

namespace ChatConnector.Runtime.Rows;

/// <summary>
/// How rows and messages are written down: <c>{"v":1,"rev":3,"is":"Ask","row":{…}}</c>. The engine knows nothing of it.
/// </summary>
/// <remarks>
/// Raise <see cref="Version"/> when an older program would misread what a newer one writes; adding an optional field that
/// the older may drop, or removing one, needs no new version.
/// </remarks>
public sealed class RowJson
{
    /// <summary>The version written, and the newest that is read.</summary>
    public const int Version = 1;

    private readonly Dictionary<string, Type> types;

    /// <param name="more">Row types beside those of the engine and the runtime, for other conversations than ours.</param>
    public RowJson(params IEnumerable<Type> more) =>
        types = typeof(Row).Assembly.GetTypes().Concat(typeof(RowJson).Assembly.GetTypes()).Concat(more)
            .Where(t => t.IsSubclassOf(typeof(Row)) && !t.IsAbstract).Distinct().ToDictionary(t => t.Name);

    /// <summary>For everything of the engine that is written down, in rows or elsewhere.</summary>
    public static JsonSerializerOptions Options { get; } = MakeOptions();

    /// <summary>The row types that can be read, by the name they are stored under.</summary>
    public IReadOnlyDictionary<string, Type> Types => types;

    /// <param name="revision">1 for a new row, one more with every change.</param>
    public static string Write(Row row, int revision)
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer, new JsonWriterOptions { Encoder = Options.Encoder }))
        {
            writer.WriteStartObject();
            writer.WriteNumber("v", Version);
            writer.WriteNumber("rev", revision);
            writer.WriteString(Unions.Discriminator, row.GetType().Name);
            writer.WritePropertyName("row");
            JsonSerializer.Serialize(writer, row, row.GetType(), Options);
            writer.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length);
    }

    /// <exception cref="UnreadableException">Written by a newer program, or not by us.</exception>
    public (Row Row, int Revision) Read(string json)
    {
        try
        {
            var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(json));
            Step(ref reader, JsonTokenType.StartObject);
            Find(ref reader, "v");
            UnreadableException.ThrowIfNewer(reader.GetInt32());
            Find(ref reader, "rev");
            var revision = reader.GetInt32();
            Find(ref reader, Unions.Discriminator);
            var name = reader.GetString()!;
            if (!types.TryGetValue(name, out var type))
                throw new UnreadableException($"A row is of the unknown kind {name}.");
            Find(ref reader, "row");
            var row = (Row)JsonSerializer.Deserialize(ref reader, type, Options)!;
            Step(ref reader, JsonTokenType.EndObject);
            return reader.Read() ? throw new JsonException("More than a row.") : (row, revision);
        }
        catch (Exception trouble) when (trouble is JsonException or InvalidOperationException or FormatException)
        {
            throw new UnreadableException("A row is not as this program writes them.", trouble);
        }
    }

    // The envelope is read in the order it is written in, so that a newer program's version is seen before anything else of it.
    private static void Find(ref Utf8JsonReader reader, string property)
    {
        Step(ref reader, JsonTokenType.PropertyName);
        if (!reader.ValueTextEquals(property) || !reader.Read())
            throw new JsonException($"Where {property} should be there is something else.");
    }

    private static void Step(ref Utf8JsonReader reader, JsonTokenType expected)
    {
        if (!reader.Read() || reader.TokenType != expected)
            throw new JsonException($"Not the {expected} that should be there.");
    }

    private static JsonSerializerOptions MakeOptions()
    {
        var options = new JsonSerializerOptions
        {
            TypeInfoResolver = Unions.Resolver(),
            // Stored text never goes into a page as it is, so quotes and angle brackets may stay readable.
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
            IgnoreReadOnlyProperties = true,
            RespectNullableAnnotations = true,
            RespectRequiredConstructorParameters = true,
            AllowDuplicateProperties = false,
            Converters =
            {
                new IdConverterFactory(),
                new JsonStringEnumConverter(allowIntegerValues: false),
                new TimeConverter<Instant>(InstantPattern.ExtendedIso),
                new TimeConverter<LocalDate>(LocalDatePattern.Iso),
                new TimeConverter<LocalTime>(LocalTimePattern.ExtendedIso),
            },
        };
        options.MakeReadOnly();
        return options;
    }
}
