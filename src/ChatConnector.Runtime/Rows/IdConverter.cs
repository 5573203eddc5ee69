using System.Linq.Expressions;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace ChatConnector.Runtime.Rows;

/// <summary>Ids, that is structs around one <c>Text</c>, are written as that text, also as keys of dictionaries.</summary>
internal sealed class IdConverterFactory : JsonConverterFactory
{
    public override bool CanConvert(Type typeToConvert) =>
        typeToConvert.IsValueType && typeToConvert.Assembly == typeof(AskId).Assembly && ConstructorOf(typeToConvert) is not null
        && typeToConvert.GetProperty(nameof(AskId.Text))?.PropertyType == typeof(string);

    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
        (JsonConverter)Activator.CreateInstance(typeof(IdConverter<>).MakeGenericType(typeToConvert))!;

    internal static ConstructorInfo? ConstructorOf(Type type) => type.GetConstructor([typeof(string)]);
}

/// <summary>Writes and reads one type of id.</summary>
public sealed class IdConverter<T> : JsonConverter<T>
    where T : struct
{
    private readonly Func<string, T> make = Make();
    private readonly Func<T, string?> text = typeof(T).GetProperty(nameof(AskId.Text))!.GetMethod!.CreateReader<T>();

    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        make(reader.GetString() ?? throw new JsonException("An id cannot be null."));

    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WriteStringValue(text(value) ?? "");

    public override T ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => make(reader.GetString()!);

    public override void WriteAsPropertyName(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WritePropertyName(text(value) ?? "");

    private static Func<string, T> Make()
    {
        var parameter = Expression.Parameter(typeof(string));
        return Expression.Lambda<Func<string, T>>(Expression.New(IdConverterFactory.ConstructorOf(typeof(T))!, parameter), parameter).Compile();
    }
}

/// <summary>Reads a property of a struct without boxing it.</summary>
internal static class StructProperty
{
    public static Func<T, string?> CreateReader<T>(this MethodInfo getter)
    {
        var parameter = Expression.Parameter(typeof(T));
        return Expression.Lambda<Func<T, string?>>(Expression.Call(parameter, getter), parameter).Compile();
    }
}
