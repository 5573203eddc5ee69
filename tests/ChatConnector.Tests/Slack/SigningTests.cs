using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using ChatConnector.Slack.Verifying;

namespace ChatConnector.Tests.Slack;

public class SigningTests
{
    private const string Secret = "8f742231b10e8888abcd99yyyzzz85a5";
    private const long Now = 1_700_000_000;

    public static TheoryData<string> Vectors
    {
        get
        {
            using var document = JsonDocument.Parse(Repository.Sample("signing_vectors.json"));
            return [.. document.RootElement.GetProperty("cases").EnumerateArray().Select(c => c.GetProperty("name").GetString()!)];
        }
    }

    [Fact]
    public void There_are_fifteen_vectors() => Assert.Equal(15, Vectors.Count);

    [Theory]
    [MemberData(nameof(Vectors))]
    public void A_published_vector_is_judged_as_Slack_judges_it(string name)
    {
        using var document = JsonDocument.Parse(Repository.Sample("signing_vectors.json"));
        var vector = document.RootElement.GetProperty("cases").EnumerateArray().Single(c => c.GetProperty("name").GetString() == name);
        var accepted = new SigningSecrets([document.RootElement.GetProperty("signing_secret").GetString()!]).Accept(
            vector.GetProperty("timestamp").GetString(),
            Encoding.UTF8.GetBytes(vector.GetProperty("body_utf8").GetString()!),
            vector.GetProperty("signature").GetString(),
            vector.GetProperty("now").GetInt64());
        Assert.Equal(vector.GetProperty("valid").GetBoolean(), accepted);
    }

    [Theory]
    [InlineData(-300, true)]
    [InlineData(300, true)]
    [InlineData(-301, false)]
    [InlineData(301, false)]
    [InlineData(-86_400, false)]
    [InlineData(86_400, false)]
    public void The_clock_may_differ_by_five_minutes_in_either_direction(long seconds, bool accepted)
    {
        var sent = $"{Now - seconds}";
        Assert.Equal(accepted, new SigningSecrets([Secret]).Accept(sent, "body"u8, Sign(Secret, sent, "body"), Now));
    }

    [Theory]
    [InlineData("")]
    [InlineData(" 1700000000")]
    [InlineData("+1700000000")]
    [InlineData("1700000000.5")]
    [InlineData("1,700,000,000")]
    [InlineData("99999999999999999999999999")]
    [InlineData("１７００００００００")]
    public void A_timestamp_is_digits_and_nothing_else(string sent) =>
        Assert.False(new SigningSecrets([Secret]).Accept(sent, "body"u8, Sign(Secret, sent, "body"), Now));

    [Fact]
    public void While_one_secret_replaces_the_other_both_are_accepted()
    {
        var both = new SigningSecrets(["the old one", " the new one "]);
        Assert.True(both.Accept($"{Now}", "body"u8, Sign("the old one", $"{Now}", "body"), Now));
        Assert.True(both.Accept($"{Now}", "body"u8, Sign("the new one", $"{Now}", "body"), Now));
        Assert.False(both.Accept($"{Now}", "body"u8, Sign("another one", $"{Now}", "body"), Now));
    }

    [Fact]
    public void Any_flipped_bit_is_noticed()
    {
        var body = Encoding.UTF8.GetBytes("""{"type":"event_callback"}""");
        var signature = Sign(Secret, $"{Now}", Encoding.UTF8.GetString(body));
        var secrets = new SigningSecrets([Secret]);
        Assert.True(secrets.Accept($"{Now}", body, signature, Now));
        for (var bit = 0; bit < body.Length * 8; bit++)
        {
            body[bit / 8] ^= (byte)(1 << (bit % 8));
            Assert.False(secrets.Accept($"{Now}", body, signature, Now));
            body[bit / 8] ^= (byte)(1 << (bit % 8));
        }

        for (var at = 0; at < signature.Length; at++)
            Assert.False(secrets.Accept($"{Now}", body, signature.Remove(at, 1).Insert(at, signature[at] == '0' ? "1" : "0"), Now));
    }

    [Theory]
    [InlineData]
    [InlineData("")]
    [InlineData("good", " ")]
    public void Without_a_secret_nobody_can_be_told_apart(params string[] secrets) => Assert.Throws<ArgumentException>(() => new SigningSecrets(secrets));

    private static string Sign(string secret, string timestamp, string body) =>
        "v0=" + Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes($"v0:{timestamp}:{body}")));
}
