using NodaTime.TimeZones;

namespace ChatConnector.Engine.Teammates;

/// <summary>Time zones by IANA or Windows id, as directories give them and people type them.</summary>
public static class Zones
{
    private static readonly ImmutableDictionary<string, string> Known =
        DateTimeZoneProviders.Tzdb.Ids.Select(id => KeyValuePair.Create(id, id))
            .Concat(TzdbDateTimeZoneSource.Default.WindowsMapping.PrimaryMapping)
            .DistinctBy(known => known.Key, StringComparer.OrdinalIgnoreCase)
            .ToImmutableDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>The zone, or null for an id that nobody knows.</summary>
    public static DateTimeZone? Find(string? id) => string.IsNullOrWhiteSpace(id)
        ? null
        : DateTimeZoneProviders.Tzdb.GetZoneOrNull(Known.GetValueOrDefault(id.Trim(), id.Trim()));

    /// <summary>Whether this is an id at all, and one that means nothing to us; its owner should know.</summary>
    public static bool IsUnknown(string? id) => !string.IsNullOrWhiteSpace(id) && Find(id) is null;
}
