namespace ChatConnector.Engine.Hearing;

/// <summary>What people say to Connector itself, the whole of it.</summary>
internal static class VerbPhrases
{
    private const string My = "(my|the|our|)";
    private const string Show = "(show|show me|see|list|view|open|give me|what are|what is|what's|where are|get|check|)";
    private const string Change = "(edit|change|update|set|open|show|show me|see|view|my|)";

    public static readonly PhraseBook<Act> All = new(
    [
        .. Rows(Verb.GetHelp,
            "(help|info|information|commands|menu|usage|manual|instructions|hilfe|aide|ayuda|about|faq|start|get started|getting started)",
            "(show|show me|get|see|open) (help|the help|commands|the commands|the menu)",
            "(what|which things) (can|do) you do", "what (are you|is this|is connector|is this bot)", "who are you", "(what can|how can|how do) i (ask|say to|tell|use|talk to) (you|connector|this|this bot|the bot)",
            "how (does|do) (this|it|you|connector|this bot|the bot|that) work", "what (can|should|do) i (do|say|type|write) (here|now|)", "are you (a bot|human|a human|real|there|a robot)"),
        .. Rows(Verb.SeeStatus,
            "(status|any news|any updates|any update|what's new|what's open|where are we|what's happening|what's the status|progress)",
            "(what's|what is) the (status|state|progress) of (my ask|my asks|my request)", "how (is|are) (my ask|my asks|my request|it) (going|doing)", "(has|did) anyone (answered|answer|replied|reply|responded) (yet|to my ask|)"),
        .. Rows(Verb.ListAsks,
            $"{Show} {My} (open|old|past|recent|) (asks|ask|requests|questions)", "what (have i asked|did i ask|am i asking) (for|)", "what (have i|i have) open"),
        .. Rows(Verb.SeeHome,
            $"{Show} {My} (home|home page|dashboard|space|page|overview)", "(show|show me|see|) my (promises|thanks|outcomes)", "who do i know", "what (have i|did i) (promised|promise)", "(how|who) can i help", "who (needs|wants) help"),
        .. Rows(Verb.EditProfile,
            $"{Change} {My} (profile|topics|skills|expertise|interests)", "what can (people|others|they|colleagues) ask me (about|)", "what do you think i know"),
        .. Rows(Verb.EditPreferences,
            $"{Change} {My} (preferences|prefs|settings|notifications|notification settings|capacity|availability|office hours|working hours|work hours|days off|limits)"),
        .. Rows(Verb.EditSettings, $"{Change} (the|) (admin|administrator|organization|organisation|org|company|workspace) (settings|setup|config|configuration|)", "(configure|setup|set up|configuration)"),
        .. Rows(Verb.SeeHealth, $"{Show} (the|) (admin|) (health|statistics|stats|metrics|numbers)", "how (are we|is connector|is it) doing"),
        .. Rows(Verb.WriteAsk,
            "(ask|new ask|an ask|new question|question|ask for help|ask for a hand|ask a question|ask something|make an ask|post an ask|start an ask)",
            "(i have|i've got|can i ask|may i ask|could i ask|i want to ask|i'd like to ask|i would like to ask|i need to ask) (a question|something|you something|you a question|for help|for a favour|)",
            "(help me|help us|can you help|could you help|would you help|can you help me|could you help me|will you help me|need help|i need help|need a hand|i need a hand|stuck|i'm stuck|i am stuck|sos|hilf mir)"),
        .. Rows(Verb.RewriteAsk, "(edit|change|fix|reword|rewrite|correct|update) (my|the|that|this|last|my last|) (ask|request|question)"),
        .. Rows(Verb.WithdrawAsk,
            "(withdraw|cancel|delete|remove|drop|retract|take back|revoke|undo) (my|the|that|this|last|my last|) (ask|request|question|it|)", "(withdraw|cancel|retract) (it|that|this)",
            "(never mind|nevermind|forget it|forget that|forget about it|scratch that|ignore that|ignore me|disregard|no longer needed|not needed anymore|not needed any more)",
            "i (don't|do not|no longer) need (help|it|this|that|anything) (any more|anymore|)", "no (help needed|need|longer needed) (any more|anymore|)"),
        .. Rows(Verb.MarkSolved,
            "(it's|it is|that's|this is|i'm|we're|all|) (solved|sorted|resolved|fixed|done|settled) (now|)", "(never mind|nevermind) (i|) (solved it|solved|sorted|sorted it|found it|got it|figured it out|fixed it|it's solved|all good|found an answer|found the answer|resolved|works now|it works now)",
            "(i|we) (found|got|have) (an|the|my|our) answer", "(i|we) (solved|sorted|fixed|figured|found|got) it (out|working|now|)", "(mark|mark it|mark my ask|mark as|mark it as) (as|) (solved|done|resolved)", "(all good|all sorted|all set|problem solved|all good now|all sorted now|it works|works now|it works now|got it working)"),
        .. Rows(Verb.ChoosePause,
            "(pause|snooze|mute|quiet|silence|stop|shut up|be quiet|go away|unsubscribe|opt out|do not disturb|dnd|leave me alone|take a break|i need a break|out of office|ooo|shush)",
            "(pause|snooze|mute|stop|silence) (everything|asks|all|all messages|messages|notifications|this|it|me|messaging me|asking me|writing to me|contacting me|pinging me|sending messages|sending me messages|bothering me|the asks)",
            "(don't|do not|please don't) (message|contact|ask|write|ping|bother|disturb|dm) me (any more|anymore|again|)", "(i'm|i am) (away|on holiday|on vacation|on leave|off|out|sick|busy|overloaded|swamped|out of office)"),
        .. Rows(Verb.Resume,
            "(resume|unpause|un pause|unmute|unsnooze|wake up|continue|end pause|stop pause|end my pause)", "(i'm|i am|) (back|available|free) (again|now|from holiday|from vacation|from leave|at work|)", "(resume|restart|unpause|continue|unmute) (asks|everything|messages|notifications|me|it|again)"),
        .. Rows(Verb.Fewer,
            "(fewer|less) (of|) (these|this|those|that|messages|of these|asks|notifications|reminders|please|)", "(too|so) many (messages|notifications|reminders|asks|pings|of these)", "too much", "not so (many|often)", "(don't|do not) write so (often|much)"),
        .. Rows(Verb.Export,
            "(export|download|get|show|show me|send|send me|see|give me) (me|) (my|all my) (data|information|everything)", "(export|my data|data export|gdpr export)", "what do you (know|store|keep|have|remember|save) (about|on|of) me", "what data do you (have|keep|store) (about|on) me"),
        .. Rows(Verb.ForgetMe,
            "(forget|erase|delete|remove|wipe|purge) (me|my data|all my data|my account|everything|everything about me|all about me|my profile|my information)", "right to be forgotten"),
        .. Rows(Verb.GiveFeedback, "(feedback|give feedback|send feedback|i have feedback|leave feedback|complaint|report a bug|report a problem|bug|suggestion|i have a suggestion)"),
        .. Rows(Verb.WriteThanks, "(say|write|send|give) (thanks|a thank you|thank you|my thanks|a thanks|kudos) (to someone|to somebody|to a colleague|)", "thank (someone|somebody|a colleague)", "(i'd like to|i want to|i would like to) (say thanks|say thank you|thank someone|thank somebody|thank a colleague|say thank you to someone) (to someone|)"),
        .. Rows(Verb.ChooseAvoid, "(avoid|block|avoid someone|block someone|avoid somebody|avoid list|my avoid list|who do i avoid)"),
        .. Said(Details.Bye,
            "(bye|goodbye|good bye|see you|see ya|ciao ciao|good night|have a (nice|good|great) (day|evening|weekend|one)|talk (later|soon)|until later|later|tschüss|au revoir|adiós|cu)",
            "(ok|okay|k|cool|great|perfect|nice|awesome|lovely|wonderful|excellent|fine|good|sure|alright|got it|understood|i see|sounds good|will do|noted|yes|yep|yeah|no|nope|nah|right)",
            "(no thanks|no thank you|nothing|that's all|that is all|that's it|i'm good|i'm fine|nothing else|not now|maybe later|all fine|no need|no worries|no problem|test|testing)"),
    ]);

    /// <summary>What is meant by a text without a single word; null when that is anybody's guess.</summary>
    public static Act? OfSigns(string signs) => signs switch
    {
        "" or "👋" => new(Verb.Greet),
        "?" or "??" or "???" => new(Verb.GetHelp),
        "🆘" => new(Verb.WriteAsk),
        "🙏" or "❤️" or "💜" => new(Verb.Greet, Detail: Details.Thanks),
        "👍" or "👌" or "🙂" or "😊" or ":)" => new(Verb.Greet, Detail: Details.Bye),
        _ => null,
    };

    private static IEnumerable<(string Phrase, Act Act)> Rows(Verb verb, params IEnumerable<string> phrases) => phrases.Select(p => (p, new Act(verb)));

    private static IEnumerable<(string Phrase, Act Act)> Said(string detail, params IEnumerable<string> phrases) => phrases.Select(p => (p, new Act(Verb.Greet, Detail: detail)));
}
