using System.Collections.Immutable;
using System.Text;
using ChatConnector.Engine;
using ChatConnector.Engine.Teammates;
using ChatConnector.Runtime.Rows;
using NodaTime;

namespace ChatConnector.Tests.Runtime;

public sealed class RowJsonTests
{
    private readonly RowJson json = new();

    public static TheoryData<Type> RowTypes => [.. new RowJson().Types.Values.OrderBy(t => t.Name)];

    public static TheoryData<Type> Unions =>
    [
        .. new[] { typeof(Row).Assembly, typeof(RowJson).Assembly }.SelectMany(a => a.GetExportedTypes())
            .Where(t => t.IsAbstract && !t.IsSealed && t.Namespace != "ChatConnector.Runtime.Ports" && t.GetNestedTypes().Any(n => n.IsSubclassOf(t))),
    ];

    [Theory]
    [MemberData(nameof(RowTypes))]
    public void Every_row_reads_back_as_it_was_written(Type type)
    {
        var anything = new Anything(new Random(26));
        for (var i = 0; i < 100; i++)
        {
            var row = (Row)anything.Of(type);
            var (read, revision) = json.Read(RowJson.Write(row, i));
            Assert.Null(Anything.Difference(row, read));
            Assert.Equal(i, revision);
            Assert.Equal(row.Key, read.Key);
        }
    }

    [Theory]
    [MemberData(nameof(Unions))]
    public void Every_case_of_every_union_reads_back(Type union)
    {
        var anything = new Anything(new Random(27));
        foreach (var one in union.GetNestedTypes().Where(t => t.IsSubclassOf(union)))
            for (var i = 0; i < 30; i++)
            {
                var value = anything.Of(one);
                var text = System.Text.Json.JsonSerializer.Serialize(value, union, RowJson.Options);
                Assert.Null(Anything.Difference(value, System.Text.Json.JsonSerializer.Deserialize(text, union, RowJson.Options)));
            }
    }

    [Fact]
    public void Every_message_reads_back_as_it_was_written()
    {
        var anything = new Anything(new Random(28));
        for (var i = 0; i < 300; i++)
        {
            var message = (Message)anything.Of(typeof(Message));
            Assert.Null(Anything.Difference(message, MessageJson.Read(MessageJson.Write(message))));
        }
    }

    [Fact]
    public void Every_message_is_written_as_the_serializer_would()
    {
        var anything = new Anything(new Random(29));
        for (var i = 0; i < 300; i++)
        {
            var message = (Message)anything.Of(typeof(Message));
            Assert.Equal($$"""{"V":{{RowJson.Version}},"Message":{{System.Text.Json.JsonSerializer.Serialize(message, RowJson.Options)}}}""", Encoding.UTF8.GetString(MessageJson.Write(message)));
        }

        var finer = (Message)anything.Of(typeof(Message)) with { At = Instant.FromUtc(2026, 11, 23, 9, 0).PlusNanoseconds(1) };
        Assert.Equal(finer.At, MessageJson.Read(MessageJson.Write(finer)).At);
    }

    [Fact]
    public void The_comparison_notices_a_difference_deep_down()
    {
        var one = new Teammate(new TeammateId("bo"), "Bo") { Preferences = new Preferences { DaysOff = [new LocalDate(2026, 12, 24)] } };
        var other = one with { Preferences = one.Preferences with { DaysOff = [new LocalDate(2026, 12, 25)] } };
        Assert.Equal(".Preferences.DaysOff[0]", Anything.Difference(one, other));
    }

    [Fact]
    public void Rows_are_stored_in_a_form_people_can_read()
    {
        var row = new Teammate(new TeammateId("bo"), "Bo <\"b\">") { Preferences = new Preferences { Muted = new Dictionary<Contact, Instant> { [Contact.Hello] = Instant.FromUtc(2026, 11, 23, 9, 0) }.ToImmutableDictionary() } };
        var text = RowJson.Write(row, 3);
        Assert.StartsWith("""{"v":1,"rev":3,"is":"Teammate","row":{"Id":"bo","Name":"Bo <\"b\">",""", text, StringComparison.Ordinal);
        Assert.Contains("""{"Hello":"2026-11-23T09:00:00Z"}""", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"v":2,"rev":1,"is":"Teammate","row":{"Id":"bo","Name":"Bo"}}""")]
    [InlineData("""{"v":1,"rev":1,"is":"Spaceship","row":{"Id":"bo","Name":"Bo"}}""")]
    [InlineData("""{"v":1,"rev":1,"is":"Teammate","row":{"Id":"bo"}}""")]
    [InlineData("""{"v":1,"rev":1,"is":"Teammate","row":{"Id":"bo","Name":null}}""")]
    [InlineData("""{"v":1,"rev":1,"is":"Teammate","row":{"Id":"bo","Name":"Bo","Presence":"Floating"}}""")]
    [InlineData("""{"v":1,"rev":1,"is":"Teammate","row":{"Id":"bo","Name":"Bo","Name":"Mallory"}}""")]
    [InlineData("""{"rev":1,"is":"Teammate","row":{"Id":"bo","Name":"Bo"}}""")]
    [InlineData("""{"v":1,"rev":1,"is":"Teammate"}""")]
    [InlineData("[]")]
    [InlineData("")]
    public void What_a_newer_program_or_somebody_else_wrote_is_refused_not_guessed(string stored) =>
        Assert.Throws<UnreadableException>(() => json.Read(stored));

    [Theory]
    [InlineData("""{"V":2,"Message":{}}""")]
    [InlineData("""{"V":1,"Message":{"Id":"1"}}""")]
    [InlineData("not json")]
    public void A_message_that_cannot_be_read_is_refused(string stored) => Assert.Throws<UnreadableException>(() => MessageJson.Read(Encoding.UTF8.GetBytes(stored)));

    [Fact]
    public void A_field_that_is_no_longer_there_is_passed_over() =>
        Assert.Equal("Bo", ((Teammate)json.Read("""{"v":1,"rev":1,"is":"Teammate","row":{"Id":"bo","Name":"Bo","Shoe":44}}""").Row).Name);

    [Fact]
    public void Half_a_character_is_replaced_before_it_can_do_harm()
    {
        var message = (Message)new Anything(new Random(1)).Of(typeof(Message)) with { Said = new Said.Words("half \ud83d") };
        Assert.Equal(new Said.Words("half \ufffd"), MessageJson.Read(MessageJson.Write(message)).Said);
    }
}
