namespace ChatConnector.Engine.Tests.Hearing;

public class HearingVerbs
{
    [Theory]
    [InlineData(Verb.Greet, "hi", "Hello!", "hey there", "Hi Connector", "good morning", "Good morning all 👋", "moin", "hallo", "bonjour", "hola", "ciao", "привет", "こんにちは", "你好", "👋", "")]
    [InlineData(Verb.GetHelp, "help", "Help!", "help please", "hi, help", "?", "what can you do?", "how does this work?", "who are you", "commands", "are you a bot?", "hilfe", "what's this?", "why did you ask me?", "is anybody there?", "how do I get started?")]
    [InlineData(Verb.SeeStatus, "status", "any news?", "how is my ask going?", "what's the status?", "has anyone answered yet?", "status of my ask", "who did you ask?", "any reply yet?", "when will I hear back?", "what about my ask?")]
    [InlineData(Verb.ListAsks, "my asks", "asks", "what have I asked?", "show my open asks", "My asks please", "list requests", "could you show me my asks?", "I want to see my asks", "how do I withdraw my ask?", "how can I edit my ask?", "can I withdraw my ask?")]
    [InlineData(Verb.SeeHome, "home", "dashboard", "my space", "who do I know?", "how can I help?", "what have I promised?", "what am I helping with?", "I want to help")]
    [InlineData(Verb.EditProfile, "profile", "my profile", "my topics", "edit my profile", "what can people ask me about?", "how do I add a topic?", "how do I add Go to my topics?", "clear my topics", "can I change my profile?")]
    [InlineData(Verb.EditPreferences, "preferences", "my settings", "settings", "office hours", "change my working hours", "notifications", "time zone", "my time zone is CET", "I work 9 to 5", "I work from 9:30 to 17:00", "I don't work on Fridays", "I only work Monday to Thursday", "I'm on holiday next week", "I'm off on Fridays", "set my working hours to 8-16")]
    [InlineData(Verb.EditSettings, "admin settings", "admin", "organization settings", "company settings")]
    [InlineData(Verb.SeeHealth, "health", "admin health", "show statistics", "how are we doing?")]
    [InlineData(Verb.RewriteAsk, "edit my ask", "change the ask", "reword my last ask", "fix my ask please")]
    [InlineData(Verb.WithdrawAsk, "withdraw", "withdraw my ask", "cancel my ask", "never mind", "nvm", "forget it", "no help needed", "I don't need help any more", "scratch that", "close my ask", "you can stop looking", "I've changed my mind", "please could you cancel my request")]
    [InlineData(Verb.MarkSolved, "solved", "it's solved!", "never mind, sorted", "never mind I found it", "sorted, thanks!", "I found an answer", "problem solved", "got it working", "all good now", "mark it as solved", "found it", "I solved it myself", "I've found someone", "somebody helped me already", "it's working now")]
    [InlineData(Verb.ChoosePause, "pause", "stop", "mute", "unsubscribe", "leave me alone", "please stop messaging me", "don't message me again", "I'm on vacation", "snooze", "pause until yesterday", "pause until the cows come home", "no more messages", "I'm too busy right now", "I have no time", "unsubscribe me", "turn off notifications", "on holiday", "how do I pause?", "how do I pause until Friday?", "how do I stop this?", "is there a way to pause?")]
    [InlineData(Verb.Resume, "resume", "I'm back", "unpause", "back from holiday", "I am available again", "wake up", "opt in", "turn notifications back on")]
    [InlineData(Verb.Fewer, "fewer", "fewer of these", "less of these please", "too many messages", "fewer messages")]
    [InlineData(Verb.Export, "export my data", "export", "what do you know about me?", "download my data", "show me my data")]
    [InlineData(Verb.ForgetMe, "forget me", "delete my data", "erase everything about me", "please delete my account", "how do I delete my data?")]
    [InlineData(Verb.GiveFeedback, "feedback", "I have feedback", "report a bug")]
    [InlineData(Verb.WriteThanks, "say thanks", "thank someone", "I want to thank somebody", "how do I say thanks?", "how do I thank somebody?")]
    [InlineData(Verb.ChooseAvoid, "avoid list", "block someone", "avoid")]
    [InlineData(Verb.OfferHelp, "I can help", "yes, I can help!", "sure, I'd be happy to help", "I'll do it", "count me in", "I can help with this")]
    [InlineData(Verb.DeclineKindly, "I can't help", "sorry, I can't", "not now", "not this time", "Sorry, can't help with that", "not my area", "I'm not the right person")]
    [InlineData(Verb.ThinkOfSomeone, "I know someone", "yes, I know somebody", "I know someone who can help")]
    [InlineData(Verb.WriteAsk, "I need someone", "help me", "can you help me?", "how do I ask for help?", "I need to talk to someone")]
    [InlineData(Verb.Dismiss, "oops, wrong chat", "sorry, wrong window")]
    [InlineData(Verb.NotUnderstood, "I know Go", "I can help with Go", "I need to go", "thank God", "it's fine that we wait", "purple monkey dishwasher", "lunch anyone?", "🦄", "the deploy is done", "!!!")]
    public void What_is_meant_is_heard(Verb verb, params string[] phrasings) =>
        Assert.All(phrasings, said => Assert.Equal((said, verb), (said, Hear.Words(said).Verb)));

    [Theory]
    [InlineData(Details.Thanks, "thanks", "Thanks!", "thank you so much", "thanks for the help", "cheers", "much appreciated", "Danke!", "merci", "thanks everyone", "ty", "🙏", "thanks, that worked")]
    [InlineData(Details.Bye, "bye", "have a nice day", "see you", "ok, bye")]
    [InlineData(Details.Fine, "ok", "great", "that's all", "👍", "perfect, thanks", "you're welcome")]
    [InlineData(Details.Helpful, "happy to help", "Always glad to help!")]
    [InlineData(Details.Yes, "yes", "Yes please", "sure", "go ahead", "yes, do it")]
    [InlineData(Details.No, "no", "no thanks", "nope", "maybe later")]
    public void Small_words_get_a_small_answer(string detail, params string[] phrasings) =>
        Assert.All(phrasings, said => Assert.Equal((said, Verb.Greet, detail), (said, Hear.Words(said).Verb, Hear.Words(said).Detail)));

    [Theory]
    [InlineData("who can see my asks?")]
    [InlineData("is this private?")]
    [InlineData("what do you store?")]
    public void Who_sees_and_keeps_what_is_no_question_for_colleagues(string said) =>
        Assert.Equal((Verb.GetHelp, Details.Privacy), (Hear.Words(said).Verb, Hear.Words(said).Detail));

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
    [InlineData("add topic Go", Fields.AskMeAbout, "Go")]
    [InlineData("add topics: Go, Rust and C", Fields.AskMeAbout, "Go, Rust, C")]
    [InlineData("please add Go as a topic", Fields.AskMeAbout, "Go")]
    [InlineData("could you add Go to my profile?", Fields.AskMeAbout, "Go")]
    [InlineData("add to my topics: Go", Fields.AskMeAbout, "Go")]
    [InlineData("new skill: Research and Development", Fields.AskMeAbout, "Research and Development")]
    [InlineData("my skills are Go and Rust", Fields.AskMeAbout, "Go, Rust")]
    [InlineData("I am a Kafka expert", Fields.AskMeAbout, "Kafka")]
    [InlineData("I have a lot of experience with Terraform", Fields.AskMeAbout, "Terraform")]
    [InlineData("I'm pretty good at Excel", Fields.AskMeAbout, "Excel")]
    [InlineData("you can ask me for help with payroll", Fields.AskMeAbout, "payroll")]
    [InlineData("I'm still learning Rust", Fields.StillLearning, "Rust")]
    [InlineData("I know people in the Zurich office", Fields.KnowsPeopleIn, "the Zurich office")]
    public void What_people_tell_of_themselves_is_added_to_their_profile(string said, string field, string topics)
    {
        var act = Hear.Words(said);

        Assert.Equal((Verb.SaveProfile, Details.Add, topics), (act.Verb, act.Detail, act.Field(field)));
    }

    [Theory]
    [InlineData("remove topic Go", "Go")]
    [InlineData("please remove stream processing from my topics", "stream processing")]
    [InlineData("take Go off my list", "Go")]
    [InlineData("don't ask me about Go any more", "Go")]
    [InlineData("stop asking me about the old billing service", "the old billing service")]
    public void What_people_no_longer_want_to_be_asked_about_is_heard(string said, string topic) =>
        Assert.Equal((Verb.RemoveTopic, topic), (Hear.Words(said).Verb, Hear.Words(said).Detail));

    [Theory]
    [InlineData("I'm still learning Rust, can anyone help me with lifetimes?", "help with lifetimes (I'm still learning Rust)")]
    [InlineData("I'm good at Excel. Who knows R?", "someone who knows R (I'm good at Excel)")]
    public void Who_tells_of_themselves_and_asks_is_heard_to_ask(string said, string need) =>
        Assert.Equal((Verb.PostAsk, need), (Hear.Words(said).Verb, Hear.Words(said).Field(Fields.Need)));

    [Fact]
    public void A_topic_with_a_but_is_left_to_its_owner() => Assert.Equal(Verb.NotUnderstood, Hear.Words("I know a bit about Postgres but need help with indexes").Verb);

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
