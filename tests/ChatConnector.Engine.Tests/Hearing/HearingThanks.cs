namespace ChatConnector.Engine.Tests.Hearing;

public class HearingThanks
{
    [Theory]
    [InlineData("thanks <@bo> for walking me through the rollback", "thanks for walking me through the rollback")]
    [InlineData("Thank you <@bo> — you saved my day!", "Thank you, you saved my day")]
    [InlineData("kudos to <@bo> for the fix", "kudos for the fix")]
    [InlineData("Shout-out to <@bo> for the calm on Tuesday", "Shout-out for the calm on Tuesday")]
    [InlineData("I want to thank <@bo> for reading my draft", "thanks for reading my draft")]
    [InlineData("hey, just wanted to say a huge thank you to <@bo> for the help", "wanted to say a huge thank you for the help")]
    [InlineData("<@bo> thanks a lot for the pointer", "thanks a lot for the pointer")]
    [InlineData("thanks so much <@bo>, the demo went well", "thanks so much, the demo went well")]
    [InlineData("thank <@bo> for the calm on Tuesday", "thanks for the calm on Tuesday")]
    [InlineData("thanks <@bo>!", "")]
    [InlineData("🙏 thanks <@bo> 🙏", "")]
    public void Thanks_to_somebody_keep_the_persons_own_words(string said, string text)
    {
        var act = Hear.Words(said);

        Assert.Equal((Verb.ThankInWords, new TeammateId("bo"), text), (act.Verb, act.About, act.Field(Fields.Text)));
    }

    [Theory]
    [InlineData("<@bo> for the rollback plan", "thanks for the rollback plan")]
    [InlineData("to <@bo> for the rollback plan", "thanks for the rollback plan")]
    [InlineData("<@bo> you saved my day", "you saved my day")]
    [InlineData("thanks <@bo> for the fish", "thanks for the fish")]
    [InlineData("<@bo>", "")]
    public void After_the_command_no_thank_you_is_needed(string text, string heard)
    {
        var act = Hear.Command("thanks", text);

        Assert.Equal((Verb.ThankInWords, new TeammateId("bo"), heard), (act.Verb, act.About, act.Field(Fields.Text)));
    }

    [Fact]
    public void Everybody_who_is_thanked_is_heard()
    {
        var act = Hear.Words("Thanks <@bo>, <@mia> and <@tom> for a smooth release");

        Assert.Equal(new TeammateId("bo"), act.About);
        Assert.Equal("mia,tom", act.Field(Fields.Others));
        Assert.Equal("Thanks for a smooth release", act.Field(Fields.Text));
    }

    [Theory]
    [InlineData("Thanks Bo for the rollback plan", "Thanks Bo for the rollback plan")]
    [InlineData("Kudos to Mia, great talk", "Kudos to Mia, great talk")]
    [InlineData("thank bo", "thank bo")]
    [InlineData("thank Bo Lund for the rollback plan", "thanks for the rollback plan")]
    [InlineData("I want to thank Bo for the rollback plan", "thanks for the rollback plan")]
    public void Thanks_to_a_name_without_a_mention_are_heard_without_a_person(string said, string text)
    {
        var act = Hear.Words(said);

        Assert.Equal((Verb.ThankInWords, null, text), (act.Verb, act.About, act.Field(Fields.Text)));
    }

    [Theory]
    [InlineData("thanks for the help")]
    [InlineData("Thank you! That was quick.")]
    [InlineData("thanks, I found somebody")]
    public void Thanks_to_nobody_in_particular_are_for_connector(string said) =>
        Assert.Equal((Verb.Greet, Details.Thanks), (Hear.Words(said).Verb, Hear.Words(said).Detail));
}
