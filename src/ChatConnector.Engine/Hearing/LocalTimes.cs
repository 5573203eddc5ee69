using NodaTime.Text;

namespace ChatConnector.Engine.Hearing;

/// <summary>Times of day as people type them.</summary>
public static class LocalTimes
{
    private static readonly ImmutableArray<LocalTimePattern> Patterns =
        [.. new[] { "H:mm", "H.mm", "%H", "h:mmtt", "h.mmtt", "htt" }.Select(LocalTimePattern.CreateWithInvariantCulture)];

    /// <summary>The time in "9", "9:30", "09.30", "9am" or "5:15 pm"; null for anything else.</summary>
    public static LocalTime? Read(string text)
    {
        var plain = text.Replace(" ", "", StringComparison.Ordinal).ToUpperInvariant();
        return Patterns.Select(p => p.Parse(plain)).FirstOrDefault(parsed => parsed.Success)?.Value;
    }

    public static string Write(LocalTime time) => Patterns[0].Format(time);
}
