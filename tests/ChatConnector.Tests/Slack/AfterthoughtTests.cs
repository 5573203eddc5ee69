using System.Text.Json;
using ChatConnector.Engine;
using ChatConnector.Runtime.Receiving;
using ChatConnector.Slack.Hearing;
using static ChatConnector.Tests.Slack.HearingTests;

namespace ChatConnector.Tests.Slack;

/// <summary>What people change and delete in private names the words it is about, and nothing else is taken for that.</summary>
public class AfterthoughtTests
{
    [Theory]
    [InlineData("message_changed", """{"channel_type":"channel"}""")]
    [InlineData("message_changed", """{"channel":""}""")]
    [InlineData("message_changed", """{"message":{"user":"U1","text":"bye","ts":"1.2"}}""")]
    [InlineData("message_changed", """{"message":{"user":"U1","text":"hi","ts":"1.2","edited":{"user":"U1"}}}""")]
    [InlineData("message_changed", """{"message":{"user":"U1","text":"bye","ts":"1.2","edited":{"user":"U2"}}}""")]
    [InlineData("message_changed", """{"message":{"user":"U2","text":"bye","ts":"1.2","edited":{"user":"U2"}}}""")]
    [InlineData("message_changed", """{"message":{"user":"U1","text":"bye","ts":"1.2","edited":{"user":"U1"},"bot_id":"B1"}}""")]
    [InlineData("message_changed", """{"message":null}""")]
    [InlineData("message_changed", """{"previous_message":null}""")]
    [InlineData("message_changed", """{"previous_message":{"user":"U1","text":"hi","ts":"","team":"T1"}}""")]
    [InlineData("message_changed", """{"previous_message":{"user":"U1","text":"hi","ts":"1.2","team":"T2"}}""")]
    [InlineData("message_replied", "{}")]
    [InlineData("message_deleted", """{"channel_type":"channel"}""")]
    [InlineData("message_deleted", """{"deleted_ts":""}""")]
    [InlineData("message_deleted", """{"deleted_ts":"1|2"}""")]
    [InlineData("message_deleted", """{"previous_message":null}""")]
    [InlineData("message_deleted", """{"previous_message":{"user":"U0BOT","text":"hi","ts":"1.2"}}""")]
    [InlineData("message_deleted", """{"previous_message":{"user":"U1","text":"hi","ts":"1.2","bot_id":"B1"}}""")]
    [InlineData("message_deleted", """{"previous_message":{"user":"U1","text":"hi","ts":"1.2","subtype":"channel_join"}}""")]
    [InlineData("message_deleted", """{"previous_message":{"user":"U1","text":"hi","ts":"1.2","team":"T2"}}""")]
    public void What_its_author_did_not_change_in_private_is_not_heard(string subtype, string change)
    {
        var told = Json(
            """{"type":"message","channel_type":"im","channel":"D1","hidden":true,"deleted_ts":"1.2","message":{"user":"U1","text":"bye","ts":"1.2","edited":{"user":"U1"}},"previous_message":{"user":"U1","text":"hi","ts":"1.2"}}""",
            $$"""{"subtype":"{{subtype}}"}""").GetRawText();
        if (subtype != "message_replied")
            Assert.IsType<Meaning.Said>(new EventHearing(Around).Hear(Event(told, "{}"), At("T1")));
        Assert.IsType<Meaning.Nothing>(new EventHearing(Around).Hear(Event(told, change), At("T1")));
    }

    [Theory]
    [InlineData("message.im.json")]
    [InlineData("message_changed.im.json")]
    [InlineData("message_deleted.im.json")]
    public void Whichever_way_it_comes_and_however_often_it_is_the_same_message(string sample)
    {
        var byRequest = Message(JsonDocument.Parse(Repository.Sample("composed/" + sample)).RootElement);
        var retried = Message(Json(Repository.Sample("composed/" + sample), """{"token":"another","event_context":"another"}"""));
        var frame = JsonDocument.Parse($$"""{"type":"events_api","envelope_id":"e1","retry_attempt":1,"payload":{{Repository.Sample("composed/" + sample)}} }""").RootElement;
        var byConnection = Message(frame.Get("payload"));
        Assert.All([retried, byConnection], again => Assert.Equal((byRequest.Id, byRequest.From, byRequest.Said), (again.Id, again.From, again.Said)));
        Assert.NotEqual(byRequest.Id, Message(Json(Repository.Sample("composed/" + sample), """{"event_id":"Ev9999"}""")).Id);

        static Message Message(JsonElement envelope) => Assert.IsType<Meaning.Said>(new EventHearing(Around).Hear(envelope, At("T0001", envelope))).Message;
    }

    [Fact]
    public void Words_are_named_by_where_and_when_they_were_written_and_by_nothing_else()
    {
        Assert.Equal(NameOf("{}"), NameOf("""{"text":"otherwise","user":"U2","client_msg_id":"c"}"""));
        Assert.NotEqual(NameOf("{}"), NameOf("""{"ts":"1.3"}"""));
        Assert.NotEqual(NameOf("{}"), NameOf("""{"channel":"D2"}"""));
        Assert.Null(NameOf("""{"ts":null}"""));

        static MessageId? NameOf(string change) => ((Said.Words)((Meaning.Said)new EventHearing(Around).Hear(
            Event("""{"type":"message","channel_type":"im","user":"U1","text":"hi","ts":"1.2","channel":"D1"}""", change), At("T1"))).Message.Said).NamedAs;
    }

    [Fact]
    public void An_edit_and_a_deletion_name_the_words_they_are_about_and_are_messages_of_their_own()
    {
        var (words, edit, deletion) = (Message("message.im.json"), Message("message_changed.im.json"), Message("message_deleted.im.json"));
        var name = Assert.IsType<Said.Words>(words.Said).NamedAs;
        Assert.NotNull(name);
        Assert.Equal(name, Assert.IsType<Said.Corrected>(edit.Said).Original);
        Assert.Equal(name, Assert.IsType<Said.TakenBack>(deletion.Said).Original);
        Assert.Equal(name, Assert.IsType<Said.TakenBack>(Message("message_changed.im.tombstone.json").Said).Original);
        Assert.Equal(3, new[] { words.Id, edit.Id, deletion.Id }.Distinct().Count());
        Assert.Equal(edit.Id, Message("message_changed.im.json").Id);

        static Message Message(string sample) => Assert.IsType<Meaning.Said>(Hear("composed/" + sample)).Message;
    }
}
