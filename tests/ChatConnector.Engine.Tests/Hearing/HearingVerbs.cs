namespace ChatConnector.Engine.Tests.Hearing;

public class HearingVerbs
{
    [Theory]
    [InlineData(Verb.Greet, "hi", "Hello!", "hey there", "Hi Connector", "good morning", "Good morning all 👋", "moin", "hallo", "bonjour", "hola", "ciao", "привет", "こんにちは", "你好", "👋", "")]
    [InlineData(Verb.GetHelp, "help", "Help!", "help please", "hi, help", "?", "what can you do?", "how does this work?", "who are you", "commands", "are you a bot?", "hilfe")]
    [InlineData(Verb.SeeStatus, "status", "any news?", "how is my ask going?", "what's the status?", "has anyone answered yet?")]
    [InlineData(Verb.ListAsks, "my asks", "asks", "what have I asked?", "show my open asks", "My asks please", "list requests")]
    [InlineData(Verb.SeeHome, "home", "dashboard", "my space", "who do I know?", "how can I help?", "what have I promised?")]
    [InlineData(Verb.EditProfile, "profile", "my profile", "my topics", "edit my profile", "what can people ask me about?")]
    [InlineData(Verb.EditPreferences, "preferences", "my settings", "settings", "office hours", "change my working hours", "notifications")]
    [InlineData(Verb.EditSettings, "admin settings", "admin", "organization settings", "company settings")]
    [InlineData(Verb.SeeHealth, "health", "admin health", "show statistics", "how are we doing?")]
    [InlineData(Verb.RewriteAsk, "edit my ask", "change the ask", "reword my last ask", "fix my ask please")]
    [InlineData(Verb.WithdrawAsk, "withdraw", "withdraw my ask", "cancel my ask", "never mind", "nvm", "forget it", "no help needed", "I don't need help any more", "scratch that")]
    [InlineData(Verb.MarkSolved, "solved", "it's solved!", "never mind, sorted", "never mind I found it", "sorted, thanks!", "I found an answer", "problem solved", "got it working", "all good now", "mark it as solved")]
    [InlineData(Verb.ChoosePause, "pause", "stop", "mute", "unsubscribe", "leave me alone", "please stop messaging me", "don't message me again", "I'm on vacation", "snooze", "pause until yesterday", "pause until the cows come home")]
    [InlineData(Verb.Resume, "resume", "I'm back", "unpause", "back from holiday", "I am available again", "wake up")]
    [InlineData(Verb.Fewer, "fewer", "fewer of these", "less of these please", "too many messages", "fewer messages")]
    [InlineData(Verb.Export, "export my data", "export", "what do you know about me?", "download my data", "show me my data")]
    [InlineData(Verb.ForgetMe, "forget me", "delete my data", "erase everything about me", "please delete my account")]
    [InlineData(Verb.GiveFeedback, "feedback", "I have feedback", "report a bug")]
    [InlineData(Verb.WriteThanks, "say thanks", "thank someone", "I want to thank somebody")]
    [InlineData(Verb.ChooseAvoid, "avoid list", "block someone", "avoid")]
    [InlineData(Verb.NotUnderstood, "I can help", "I know someone", "purple monkey dishwasher", "lunch anyone?", "🦄", "the deploy is done", "!!!")]
    public void What_is_meant_is_heard(Verb verb, params string[] phrasings) =>
        Assert.All(phrasings, said => Assert.Equal((said, verb), (said, Hear.Words(said).Verb)));

    [Theory]
    [InlineData(Details.Thanks, "thanks", "Thanks!", "thank you so much", "thanks for the help", "cheers", "much appreciated", "Danke!", "merci", "thanks everyone", "ty", "🙏", "thanks, that worked")]
    [InlineData(Details.Bye, "bye", "ok", "great", "no thanks", "that's all", "have a nice day", "👍", "see you", "perfect, thanks")]
    public void Small_words_get_a_small_answer(string detail, params string[] phrasings) =>
        Assert.All(phrasings, said => Assert.Equal((said, Verb.Greet, detail), (said, Hear.Words(said).Verb, Hear.Words(said).Detail)));

    [Fact]
    public void What_is_not_understood_is_kept_so_that_it_can_become_an_ask() =>
        Assert.Equal("the deploy is purple, somehow", Hear.Words("  the deploy \u202Eis purple,\tsomehow ").Field(Fields.Text));

    [Theory]
    [InlineData("connector", "help", Verb.GetHelp)]
    [InlineData("connector", "", Verb.GetHelp)]
    [InlineData("/connector", "status", Verb.SeeStatus)]
    [InlineData("connector", "profile", Verb.EditProfile)]
    [InlineData("connector", "pause until Friday", Verb.PauseUntil)]
    [InlineData("connector", "pause", Verb.ChoosePause)]
    [InlineData("connector", "resume", Verb.Resume)]
    [InlineData("connector", "settings", Verb.EditPreferences)]
    [InlineData("connector", "home", Verb.SeeHome)]
    [InlineData("connector", "asks", Verb.ListAsks)]
    [InlineData("connector", "feedback", Verb.GiveFeedback)]
    [InlineData("connector", "feedback you are lovely", Verb.SendFeedback)]
    [InlineData("connector", "feedback on the cards: too big", Verb.SendFeedback)]
    [InlineData("connector", "export", Verb.Export)]
    [InlineData("connector", "forget me", Verb.ForgetMe)]
    [InlineData("connector", "admin", Verb.EditSettings)]
    [InlineData("connector", "admin settings", Verb.EditSettings)]
    [InlineData("connector", "admin health", Verb.SeeHealth)]
    [InlineData("connector", "ask who knows Kafka?", Verb.PostAsk)]
    [InlineData("connector", "ask", Verb.WriteAsk)]
    [InlineData("connector", "thanks <@bo> for the fish", Verb.ThankInWords)]
    [InlineData("thanks", "", Verb.WriteThanks)]
    [InlineData("thanks", "<@bo>", Verb.ThankInWords)]
    [InlineData("ask", "my asks", Verb.PostAsk)]
    public void Commands_are_heard(string name, string text, Verb verb) => Assert.Equal(verb, Hear.Command(name, text).Verb);

    [Theory]
    [InlineData("connector", "sing me a song")]
    [InlineData("dance", "")]
    public void A_command_nobody_knows_gets_help(string name, string text)
    {
        var act = Hear.Command(name, text);

        Assert.Equal((Verb.GetHelp, Details.Unknown), (act.Verb, act.Detail));
    }

    [Theory]
    [InlineData("ask me about Postgres", Fields.AskMeAbout, "Postgres")]
    [InlineData("You can ask me about Kafka, Flink and stream processing.", Fields.AskMeAbout, "Kafka, Flink, stream processing")]
    [InlineData("I know a lot about Swiss tax law", Fields.AskMeAbout, "Swiss tax law")]
    [InlineData("I'm good at regular expressions!", Fields.AskMeAbout, "regular expressions")]
    [InlineData("add Research and Development to my topics", Fields.AskMeAbout, "Research and Development")]
    [InlineData("I'm still learning Rust", Fields.StillLearning, "Rust")]
    [InlineData("I know people in the Zurich office", Fields.KnowsPeopleIn, "the Zurich office")]
    public void What_people_tell_of_themselves_is_added_to_their_profile(string said, string field, string topics)
    {
        var act = Hear.Words(said);

        Assert.Equal((Verb.SaveProfile, Details.Add, topics), (act.Verb, act.Detail, act.Field(field)));
    }

    [Theory]
    [InlineData("avoid <@bo>")]
    [InlineData("please don't connect me with <@bo>")]
    [InlineData("never suggest <@bo> to me again")]
    public void Somebody_to_be_avoided_is_heard_with_their_id(string said) =>
        Assert.Equal((Verb.Avoid, new TeammateId("bo")), (Hear.Words(said).Verb, Hear.Words(said).About));

    [Theory]
    [InlineData("feedback: the cards are lovely", "the cards are lovely")]
    [InlineData("Feedback for Connector: too chatty!", "too chatty")]
    public void Feedback_is_heard_with_its_words(string said, string text) =>
        Assert.Equal((Verb.SendFeedback, text), (Hear.Words(said).Verb, Hear.Words(said).Field(Fields.Text)));
}
