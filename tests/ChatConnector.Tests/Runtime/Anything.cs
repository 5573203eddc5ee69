using System.Collections;
using System.Collections.Immutable;
using System.Reflection;
using NodaTime;

namespace ChatConnector.Tests.Runtime;

/// <summary>Makes up values of the engine's types, every field filled at random, and tells whether two are the same all the way down.</summary>
internal sealed class Anything(Random random)
{
    private static readonly string[] Texts =
        ["", "Kubernetes", "who knows \"YAML\"?", "<@bo> & </script>", "line\nbreak\tand\\slash", "שלום עולם", "👩🏽‍🔬🙂", "e\u0301 \u00e9", "null", "\u2028\u0007", new('x', 3_000)];

    public object Of(Type type, int depth = 0) => type switch
    {
        _ when type == typeof(string) => Texts[random.Next(Texts.Length)],
        _ when type == typeof(bool) => random.Next(2) == 0,
        _ when type == typeof(int) => random.Next(-5, 1_000_000),
        _ when type == typeof(sbyte) => (sbyte)random.Next(-127, 128),
        _ when type == typeof(double) => random.NextDouble(),
        _ when type == typeof(Guid) => new Guid(random.Next(), 1, 2, 3, 4, 5, 6, 7, 8, 9, 10),
        _ when type == typeof(Instant) => Instant.FromUnixTimeTicks(random.NextInt64(-10_000_000_000_000_000, 20_000_000_000_000_000)).PlusNanoseconds(random.Next(100)),
        _ when type == typeof(LocalDate) => new LocalDate(2026, 1, 1).PlusDays(random.Next(5_000)),
        _ when type == typeof(LocalTime) => LocalTime.FromNanosecondsSinceMidnight(random.NextInt64(86_400_000_000_000)),
        _ when type.IsEnum => type.GetEnumValues().GetValue(random.Next(type.GetEnumValues().Length))!,
        _ when Nullable.GetUnderlyingType(type) is { } inner => Of(inner, depth),
        _ when Generic(type, typeof(IReadOnlyList<>)) => List(typeof(List<>), type, depth),
        _ when Generic(type, typeof(ImmutableList<>)) => Immutable(typeof(ImmutableList), List(typeof(List<>), type, depth)),
        _ when Generic(type, typeof(ImmutableArray<>)) => Immutable(typeof(ImmutableArray), List(typeof(List<>), type, depth)),
        _ when Generic(type, typeof(ImmutableDictionary<,>)) => Immutable(typeof(ImmutableDictionary), Dictionary(type, depth)),
        _ when type.IsAbstract => Case(type, depth),
        _ => Record(type, depth),
    };

    /// <summary>Where two values differ; null when they do not.</summary>
    public static string? Difference(object? left, object? right, string path = "")
    {
        if (left is null || right is null)
            return ReferenceEquals(left, right) ? null : path;
        if (left is IDictionary one && right is IDictionary other)
            return one.Count != other.Count ? path : one.Keys.Cast<object>().Select(k => Difference(one[k], other[k], $"{path}[{k}]")).FirstOrDefault(d => d is not null);
        if (left is IEnumerable and not string)
        {
            var (lefts, rights) = (((IEnumerable)left).Cast<object>().ToList(), ((IEnumerable)right).Cast<object>().ToList());
            return lefts.Count != rights.Count ? path : lefts.Zip(rights).Select((pair, i) => Difference(pair.First, pair.Second, $"{path}[{i}]")).FirstOrDefault(d => d is not null);
        }

        var type = left.GetType();
        if (type != right.GetType())
            return $"{path}: {type.Name}";
        if (!type.FullName!.StartsWith("ChatConnector.", StringComparison.Ordinal) || type.IsEnum)
            return left.Equals(right) ? null : path;
        return Fields(type).Select(p => Difference(p.GetValue(left), p.GetValue(right), $"{path}.{p.Name}")).FirstOrDefault(d => d is not null);
    }

    private static IEnumerable<PropertyInfo> Fields(Type type) =>
        type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(p => p.SetMethod is not null && p.GetIndexParameters().Length == 0);

    private static bool Generic(Type type, Type definition) => type.IsGenericType && type.GetGenericTypeDefinition() == definition;

    private object Case(Type union, int depth)
    {
        var cases = union.GetNestedTypes().Where(t => t.IsSubclassOf(union)).ToList();
        return Of(cases[random.Next(cases.Count)], depth);
    }

    private object Record(Type type, int depth)
    {
        var constructor = type.GetConstructors().Where(c => c.GetParameters() is not [var only] || only.ParameterType != type).MaxBy(c => c.GetParameters().Length)!;
        var nullability = new NullabilityInfoContext();
        var made = constructor.Invoke([.. constructor.GetParameters().Select(p => Maybe(nullability.Create(p), p.ParameterType, depth))]);
        foreach (var property in Fields(type).Where(p => constructor.GetParameters().All(a => a.Name != p.Name) && p.DeclaringType!.Name != "Span"))
            property.SetValue(made, Maybe(nullability.Create(property), property.PropertyType, depth));
        return made;
    }

    private object? Maybe(NullabilityInfo info, Type type, int depth) =>
        info.ReadState == NullabilityState.Nullable && random.Next(3) == 0 ? null : Of(type, depth + 1);

    private IList List(Type definition, Type type, int depth)
    {
        var list = (IList)Activator.CreateInstance(definition.MakeGenericType(type.GetGenericArguments()[0]))!;
        for (var count = depth > 5 ? 0 : random.Next(4); count > 0; count--)
            list.Add(Of(type.GetGenericArguments()[0], depth + 1));
        return list;
    }

    private IDictionary Dictionary(Type type, int depth)
    {
        var dictionary = (IDictionary)Activator.CreateInstance(typeof(Dictionary<,>).MakeGenericType(type.GetGenericArguments()))!;
        for (var count = random.Next(4); count > 0; count--)
            dictionary[Of(type.GetGenericArguments()[0], depth + 1)] = Of(type.GetGenericArguments()[1], depth + 1);
        return dictionary;
    }

    private static object Immutable(Type factory, IEnumerable content)
    {
        var method = factory.GetMethods().Single(m => m.Name == nameof(ImmutableList.CreateRange) && m.GetParameters() is [var one] && Generic(one.ParameterType, typeof(IEnumerable<>)));
        return method.MakeGenericMethod(content.GetType().GetGenericArguments()).Invoke(null, [content])!;
    }
}
