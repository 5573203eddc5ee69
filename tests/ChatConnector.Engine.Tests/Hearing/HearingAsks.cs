namespace ChatConnector.Engine.Tests.Hearing;

public class HearingAsks
{
    [Theory]
    [ClassData(typeof(AskPhrasings))]
    public void What_is_needed_reads_well_after_you_are_looking_for(string said, string need)
    {
        var act = Hear.Words(said);

        Assert.Equal((Verb.PostAsk, need), (act.Verb, act.Field(Fields.Need)));
    }

    [Theory]
    [ClassData(typeof(AskPhrasings))]
    public void Saying_again_what_is_needed_changes_nothing(string said, string need)
    {
        var again = Hear.Command("ask", Hear.Words(said).Field(Fields.Need));

        Assert.Equal((Verb.PostAsk, need), (again.Verb, again.Field(Fields.Need)));
    }

    [Theory]
    [ClassData(typeof(AskPhrasings))]
    public void Capitals_and_punctuation_make_no_difference_to_being_heard(string said, string need)
    {
        Assert.Equal(Verb.PostAsk, Hear.Words(said.ToUpperInvariant()).Verb);
        Assert.Equal(need, Hear.Words($"  {said} …").Field(Fields.Need));
        Assert.Equal(need, Hear.Words(said.Replace('\'', '’')).Field(Fields.Need).Replace('’', '\''));
    }

    [Theory]
    [ClassData(typeof(NoAsks))]
    public void What_is_no_ask_is_not_taken_for_one(string said) => Assert.NotEqual(Verb.PostAsk, Hear.Words(said).Verb);

    [Theory]
    [InlineData("I need help")]
    [InlineData("can you help me?")]
    [InlineData("Can anyone help?")]
    [InlineData("could somebody help me out please")]
    [InlineData("help me")]
    [InlineData("I'm stuck!")]
    [InlineData("I have a question")]
    [InlineData("hi, can I ask something?")]
    [InlineData("ask")]
    [InlineData("looking for")]
    [InlineData("🆘")]
    public void Who_asks_without_saying_for_what_is_offered_the_form(string said) => Assert.Equal(Verb.WriteAsk, Hear.Words(said).Verb);

    [Theory]
    [InlineData("Postgres migration", "Postgres migration")]
    [InlineData("who knows Kafka?", "someone who knows Kafka")]
    [InlineData("hi all, somebody to pair with on Rust please", "somebody to pair with on Rust")]
    [InlineData("the hello world of Kotlin", "the hello world of Kotlin")]
    [InlineData("Hello world in Kotlin", "Hello world in Kotlin")]
    [InlineData("my deploy is broken, can anyone help?", "help: my deploy is broken")]
    [InlineData("our Kubernetes nodes keep rebooting", "help: our Kubernetes nodes keep rebooting")]
    [InlineData("I lost my badge", "help: I lost my badge")]
    [InlineData("is Kafka ordered? We rely on it", "help: is Kafka ordered. We rely on it")]
    [InlineData("where is the travel policy?", "help: where is the travel policy")]
    [InlineData("what does HTTP 418 mean?", "help: what does HTTP 418 mean")]
    [InlineData("where to book a room", "where to book a room")]
    [InlineData("wer kann mir bei Postgres helfen?", "help: wer kann mir bei Postgres helfen")]
    [InlineData("Kann mir jemand Postgres erklären?", "help: Kann mir jemand Postgres erklären")]
    [InlineData("ich brauche Hilfe bei Postgres", "help: ich brauche Hilfe bei Postgres")]
    [InlineData("the right person for payroll. We are new here", "the right person for payroll. We are new here")]
    [InlineData("the person who is responsible for payroll", "the person who is responsible for payroll")]
    [InlineData("someone I can talk to about grief", "someone I can talk to about grief")]
    [InlineData("a mentor, no rush", "a mentor")]
    [InlineData("please", "")]
    [InlineData("help", "")]
    [InlineData("", "")]
    [InlineData("  \u200B ", "")]
    [InlineData("?!", "")]
    public void After_the_command_everything_is_the_ask(string text, string need)
    {
        var act = Hear.Command("ask", text);

        Assert.Equal((need.Length > 0 ? Verb.PostAsk : Verb.WriteAsk, need), (act.Verb, act.Field(Fields.Need)));
    }

    [Theory]
    [InlineData("I need help with the rollback plan, please!", "", "help with the rollback plan", "")]
    [InlineData("our pipeline is broken", "a green build", "help: our pipeline is broken", "a green build")]
    [InlineData("help with the plan so that we can ship", "", "help with the plan", "we can ship")]
    [InlineData("help with the plan so that we can ship", "sleep", "help with the plan so that we can ship", "sleep")]
    [InlineData("please", "", "", "")]
    public void What_is_typed_into_a_form_is_said_again_like_what_is_heard(string need, string goal, string needed, string aimedAt)
    {
        var act = Listener.Restate(new Act(Verb.PostAsk).With(Fields.Need, need).With(Fields.Goal, goal));

        Assert.Equal((needed, aimedAt), (act.Field(Fields.Need), act.Field(Fields.Goal)));
    }

    [Fact]
    public void What_it_is_for_is_heard_apart_from_what_is_needed()
    {
        var act = Hear.Words("Can anyone help me with the rollback plan so that we can ship on Friday? Thanks!");

        Assert.Equal(("help with the rollback plan", "we can ship on Friday"), (act.Field(Fields.Need), act.Field(Fields.Goal)));
    }

    [Theory]
    [InlineData("I need help with X today", "Today")]
    [InlineData("who knows X? it's urgent", "Today")]
    [InlineData("I need help with X asap", "Today")]
    [InlineData("I need help with X by tomorrow", "Today")]
    [InlineData("I need help with X before Friday", "ThisWeek")]
    [InlineData("I need help with X by 4 March", "ThisWeek")]
    [InlineData("I need help with X this week", "ThisWeek")]
    [InlineData("I need help with X by 1 June", "NoRush")]
    [InlineData("I need help with X, no rush", "NoRush")]
    [InlineData("not urgent: who knows X?", "NoRush")]
    [InlineData("who knows X? whenever you have time", "NoRush")]
    [InlineData("I need help with X", "")]
    public void By_when_it_is_needed_is_heard(string said, string by) => Assert.Equal(by, Hear.Words(said).Field(Fields.By));

    [Theory]
    [InlineData("quick question: who knows X?", "Pointer")]
    [InlineData("can you point me to X? a link is enough", "Pointer")]
    [InlineData("I need help with X for 5 minutes", "FiveMinutes")]
    [InlineData("I need help with X, just ten minutes", "FiveMinutes")]
    [InlineData("I need help with X, should take 30 minutes", "HalfAnHour")]
    [InlineData("I need half an hour of help with X", "HalfAnHour")]
    [InlineData("I need help with X for an hour or two", "Longer")]
    [InlineData("I need help with X, maybe 2 hours", "Longer")]
    [InlineData("who could be a mentor for X?", "Longer")]
    [InlineData("I need help with a build that takes 30 minutes", "")]
    public void How_big_it_is_is_heard(string said, string size) => Assert.Equal(size, Hear.Words(said).Field(Fields.Size));

    [Theory]
    [InlineData("I need advice on X", "Advice")]
    [InlineData("can anyone give me feedback on X?", "Feedback")]
    [InlineData("can you introduce me to somebody in legal?", "Intro")]
    [InlineData("looking for someone to talk to about X", "Listening")]
    [InlineData("where can I find X?", "Info")]
    [InlineData("is anyone free for pair programming on X?", "Hands")]
    [InlineData("I need help with X", "")]
    public void What_kind_of_help_is_heard_where_it_is_evident(string said, string type) => Assert.Equal(type, Hear.Words(said).Field(Fields.Type));

    [Theory]
    [InlineData("anonymously: who knows X?", "yes")]
    [InlineData("I need help with X, anonymously please", "yes")]
    [InlineData("I need help with X, please keep my name out", "yes")]
    [InlineData("I need help with anonymous functions", "")]
    [InlineData("I need help with X", "")]
    public void A_wish_to_stay_nameless_is_heard(string said, string anonymous) => Assert.Equal(anonymous, Hear.Words(said).Field(Fields.Anonymous));

    [Fact]
    public void An_ask_of_ten_thousand_characters_is_heard_whole()
    {
        var story = string.Join(' ', Enumerable.Repeat("and then it broke again.", 420));

        Assert.Equal($"help with {story.TrimEnd('.')}", Hear.Words($"I need help with {story}").Field(Fields.Need));
    }
}
