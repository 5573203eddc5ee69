namespace ChatConnector.Slack.Rendering;

/// <summary>What Slack refuses to show beyond. Characters are UTF-16 units, as Slack counts them.</summary>
public static class Limits
{
    public const int BlocksInMessage = 50;
    public const int BlocksInView = 100;

    /// <summary>All text of a message together. Slack has no documented figure; messages fail a little above this one.</summary>
    public const int Message = 12_000;

    /// <summary>The line for notifications, before escaping; an edit with one of more than 4,000 is refused.</summary>
    public const int Fallback = 600;

    public const int Text = 3000;
    public const int Header = 150;
    public const int ButtonsInBlock = 25;
    public const int ButtonLabel = 75;
    public const int ButtonValue = 2000;
    public const int ViewLabel = 24;
    public const int CallbackId = 255;
    public const int PrivateMetadata = 3000;
    public const int FieldLabel = 2000;
    public const int Placeholder = 150;
    public const int Options = 100;
    public const int OptionLabel = 75;
    public const int OptionValue = 150;

    /// <summary>The text, or as much of it as fits with an ellipsis. Never half a surrogate pair.</summary>
    public static string Fit(string text, int most) =>
        text.Length <= most ? text : most <= 0 ? "" : string.Concat(text.AsSpan(0, Cut(text, most - 1)), "…");

    /// <summary>The text in pieces that fit, none of them ending in half a surrogate pair.</summary>
    public static IEnumerable<string> Pieces(string text, int most)
    {
        for (var from = 0; from < text.Length;)
        {
            var length = Math.Min(most, text.Length - from);
            length = length < text.Length - from ? Cut(text, from + length) - from : length;
            yield return text.Substring(from, length);
            from += length;
        }
    }

    /// <summary>Where to cut so that at most <paramref name="at"/> units remain before it and no pair is torn.</summary>
    private static int Cut(string text, int at) => at > 1 && char.IsHighSurrogate(text[at - 1]) && char.IsLowSurrogate(text[at]) ? at - 1 : at;
}
