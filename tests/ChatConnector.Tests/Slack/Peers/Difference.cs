using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using ChatConnector.Runtime.Receiving;
using ChatConnector.Slack.Verifying;
using Microsoft.AspNetCore.WebUtilities;

namespace ChatConnector.Tests.Slack.Peers;

/// <summary>A kind of request that only one of the two lets in, Bolt or we, and why that is well.</summary>
internal sealed partial record Difference(string Reason, bool WeTakeIt, Func<WireRequest, bool> Concerns)
{
    public static readonly Difference FromTomorrow = new("Bolt refuses only what is old. Nobody signs tomorrow's requests, and a stolen one would be good for longer.", false, IsFromTomorrow);
    public static readonly Difference OtherNumber = new("Bolt reads the timestamp as a number in any notation. Slack writes digits, and nothing else is needed.", false, IsOtherwiseWritten);
    public static readonly Difference SignedNumber = new("Bolt signs the number it read, we sign what came, as Slack does.", true, IsOtherwiseWritten);
    public static readonly Difference SslCheck = new("Bolt lets a check of the certificate in without a signature. What nobody signed is refused, whatever it says; the certificate is checked all the same.", false, IsSslCheck);
    public static readonly Difference MoreAfterSignature = new("Bolt does not look at what follows a second \"=\" of the signature. Slack sends none.", false, r => r.Signature?.Count(c => c == '=') > 1);
    public static readonly Difference Packed = new("Bolt ignores a content encoding. Slack packs nothing, and a signed but packed body could unpack to anything.", false, r => r.ContentEncoding is not null);
    public static readonly Difference TypeTakenByBolt = new("Bolt reads what the content type says, which is not signed. We read what the address is for.", false, IsOfOtherType);
    public static readonly Difference TypeTakenByUs = new(TypeTakenByBolt.Reason, true, IsOfOtherType);
    public static readonly Difference SaidTwice = new("Bolt takes the last of two properties and all of two fields. What says two things is nobody's word.", false, SaysTwice);
    public static readonly Difference TooDeep = new("Bolt reads JSON of any depth. Slack's is shallow, and what is shallow is harmless.", false, r => Json(r) is { } json && Depth(json) > ForeignJson.Deepest);
    public static readonly Difference TooLong = new("Bolt reads four mebibytes. One is far more than Slack sends.", false, r => r.Body.Length > SignedRequest.LongestBody);
    public static readonly Difference BrokenInside = new("Bolt puts a sign in the place of bytes and halves of characters that are no text. We do not guess.", false, r => Fields(r).Any(f => EscapedBytes().IsMatch(f.Value!)) || (Json(r) is { } json && IsBroken(json)));
    public static readonly Difference BrokenBytes = new("Bolt verifies the text it decoded, we verify the bytes that came. Where nobody reads the broken part they are Slack's own bytes.", true, r => !IsText(r.Body));

    public static readonly IReadOnlyList<Difference> All =
        [FromTomorrow, OtherNumber, SignedNumber, SslCheck, MoreAfterSignature, Packed, TypeTakenByBolt, TypeTakenByUs, SaidTwice, TooDeep, TooLong, BrokenInside, BrokenBytes];

    private static bool IsFromTomorrow(WireRequest request) =>
        double.TryParse(request.Timestamp, CultureInfo.InvariantCulture, out var sent) && sent > DateTimeOffset.UtcNow.ToUnixTimeSeconds() + SigningSecrets.WindowSeconds;

    private static bool IsOtherwiseWritten(WireRequest request) => request.Timestamp is { } text && !PlainNumber().IsMatch(text);

    private static bool IsSslCheck(WireRequest request) => Fields(request).Contains(new("ssl_check", "1"));

    private static bool IsOfOtherType(WireRequest request) => request.ContentType != (request.IsForm ? WireRequest.Form : WireRequest.Json);

    private static bool SaysTwice(WireRequest request) => Fields(request).GroupBy(f => f.Key).Any(same => same.Count() > 1) || (Json(request) is { } json && HasTwins(json));

    private static IEnumerable<KeyValuePair<string, string?>> Fields(WireRequest request) => !request.IsForm
        ? []
        : QueryHelpers.ParseQuery(Encoding.UTF8.GetString(request.Body)).SelectMany(field => field.Value.Select(value => KeyValuePair.Create(field.Key, value)));

    /// <summary>What is inside; null when that is no JSON.</summary>
    private static JsonElement? Json(WireRequest request)
    {
        try
        {
            var options = new JsonDocumentOptions { MaxDepth = 1_000 };
            return request.IsForm ? JsonElement.Parse(Fields(request).FirstOrDefault(f => f.Key == "payload").Value ?? "", options) : JsonElement.Parse(request.Body, options);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static IEnumerable<JsonElement> Inside(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Object => json.EnumerateObject().Select(p => p.Value),
        JsonValueKind.Array => json.EnumerateArray(),
        _ => [],
    };

    private static int Depth(JsonElement json) => 1 + Inside(json).Select(Depth).DefaultIfEmpty(0).Max();

    private static bool HasTwins(JsonElement json) =>
        (json.ValueKind == JsonValueKind.Object && json.EnumerateObject().GroupBy(p => p.Name).Any(same => same.Count() > 1)) || Inside(json).Any(HasTwins);

    private static bool IsBroken(JsonElement json) => (json.ValueKind == JsonValueKind.String && HalfCharacter().IsMatch(json.GetRawText())) || Inside(json).Any(IsBroken);

    private static bool IsText(byte[] body)
    {
        try
        {
            new UTF8Encoding(false, throwOnInvalidBytes: true).GetCharCount(body);
            return true;
        }
        catch (DecoderFallbackException)
        {
            return false;
        }
    }

    [GeneratedRegex("^[1-9][0-9]*$")]
    private static partial Regex PlainNumber();

    /// <summary>What is left of escaped bytes that are no text.</summary>
    [GeneratedRegex("%[89a-fA-F][0-9a-fA-F]")]
    private static partial Regex EscapedBytes();

    [GeneratedRegex(@"\\u[dD][89abAB][0-9a-fA-F]{2}(?!\\u[dD][c-fC-F])|(?<!\\u[dD][89abAB][0-9a-fA-F]{2})\\u[dD][c-fC-F]")]
    private static partial Regex HalfCharacter();
}
