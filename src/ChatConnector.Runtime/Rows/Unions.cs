using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using ChatConnector.Engine.Wording;

namespace ChatConnector.Runtime.Rows;

/// <summary>Teaches the serializer the engine's unions: an abstract record whose cases are nested in it. The case stands under <c>is</c>.</summary>
internal static class Unions
{
    public const string Discriminator = "is";

    public static DefaultJsonTypeInfoResolver Resolver() => new() { Modifiers = { NameCases, LeaveOutWhatFollows } };

    private static void NameCases(JsonTypeInfo type)
    {
        if (!type.Type.IsAbstract || type.Kind != JsonTypeInfoKind.Object || type.Type.GetNestedTypes() is not { Length: > 0 } cases)
            return;
        type.PolymorphismOptions = new JsonPolymorphismOptions
        {
            TypeDiscriminatorPropertyName = Discriminator,
            UnknownDerivedTypeHandling = JsonUnknownDerivedTypeHandling.FailSerialization,
        };
        foreach (var one in cases.Where(c => c.IsSubclassOf(type.Type)))
            type.PolymorphismOptions.DerivedTypes.Add(new JsonDerivedType(one, one.Name));
    }

    private static void LeaveOutWhatFollows(JsonTypeInfo type)
    {
        for (var i = type.Properties.Count - 1; i >= 0; i--)
        {
            var property = type.Properties[i];
            // A span's plain text follows from its case.
            if (typeof(Text.Span).IsAssignableFrom(type.Type) && property.Name == nameof(Text.Span.Plain))
                type.Properties.RemoveAt(i);
            // Most rows wait for nothing.
            if (typeof(Row).IsAssignableFrom(type.Type) && property.Name == nameof(Row.Pending))
                property.ShouldSerialize = (_, pending) => pending is ImmutableList<Pending> { IsEmpty: false };
            // Null is left out, so what may be null may be missing.
            if (property.IsSetNullable && (!property.PropertyType.IsValueType || Nullable.GetUnderlyingType(property.PropertyType) is not null))
                property.IsRequired = false;
        }
    }
}
