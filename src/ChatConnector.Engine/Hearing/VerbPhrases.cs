namespace ChatConnector.Engine.Hearing;

/// <summary>What people say to Connector itself, the whole of it.</summary>
internal static class VerbPhrases
{
    private const string My = "(my|the|our|)";
    private const string Show = "(show|show me|see|list|view|open|give me|what are|what is|what's|where are|get|check|)";
    private const string Away = "(away|on holiday|on holidays|on vacation|vacation|on leave|on (parental|maternity|paternity|sick|annual) leave|out of office)";
    private const string Now = "(now|right now|at the moment|these days|)";
    private const string Gladly = "(yes|sure|ok|okay|of course|i think|)";
    private const string Sadly = "(no|sorry|unfortunately|i'm afraid|no sorry|sorry no|)";
    private const string WithIt = "(with this|with that|with it|them|you|)";
    private const string Change = "(edit|change|update|set|open|show|show me|see|view|my|)";

    public static readonly PhraseBook<Act> All = new(
    [
        .. Rows(Verb.GetHelp,
            "(help|info|information|commands|menu|usage|manual|instructions|hilfe|aide|ayuda|about|faq|start|get started|getting started)",
            "(show|show me|get|see|open) (help|the help|commands|the commands|the menu)",
            "(what|which things) (can|do) you do", "(what are you|what is this|what's this|what is connector|what is this bot|who are you|who made you|who built you)", "(what|huh|options|examples|example)", "(show me|give me|for) (an|some) (example|examples)",
            "(what can|how can|how do) i (ask|say to|tell|use|talk to) (you|connector|this|this bot|the bot)",
            "how (does|do) (this|it|you|connector|this bot|the bot|that) work", "what (can|should|do) i (do|say|type|write) (here|now|)", "are you (a bot|human|a human|real|there|a robot)", "is anyone there",
            "why (did|do|are|have) you (ask|asking|asked|write|writing|written|message|messaging|contact|contacting) (to|) me", "why me", "why (did|do|am) i (get|getting) (this|these|this message|these messages)"),
        .. Told(Verb.GetHelp, Details.Privacy,
            "(privacy|privacy policy|data protection)", "(is|are) (this|that|it|my ask|my asks|what i write|what i say) (private|anonymous|confidential|secret|public)",
            "who (can see|can read|sees|reads|will see) (this|that|it|me|my ask|my asks|my messages|my profile|my topics|my data|what i write|what i say|what i ask)", "what (do|will) you (keep|store|save|remember|record)"),
        .. Rows(Verb.SeeStatus,
            "(status|any news|any updates|any update|what's new|what's open|where are we|what's happening|what's the status|progress)",
            "(what's|what is|) (the|) (status|state|progress) of (my ask|my asks|my request)", "(what about|what happened to|what became of) (my ask|my asks|my request)",
            "who (did|have) you (ask|asked) (so far|yet|already|)", "is (anyone|someone) (helping|helping me|on it|answering) (yet|already|)", "(has|have|did) (anyone|someone) (said yes|say yes|offered|answered|replied|found) (yet|already|so far|)",
            "any (answer|answers|reply|replies|response|responses|luck|takers) (yet|so far|)", "when (will|do) i hear (back|from you|anything|something|more|)", "how long (will|does|might) (it|this|that) take",
            "how (is|are) (my ask|my asks|my request|it) (going|doing)", "(has|did) anyone (answered|answer|replied|reply|responded) (yet|to my ask|)"),
        .. Rows(Verb.ListAsks,
            $"{Show} {My} (open|old|past|recent|) (asks|ask|requests|questions)", "list", "what (have i asked|did i ask|am i asking) (for|)", "what (have i|i have) open"),
        .. Rows(Verb.SeeHome,
            $"{Show} {My} (home|home page|dashboard|space|page|overview)", "(show|show me|see|) my (promises|thanks|outcomes)", "who do i know", "what (have i|did i) (promised|promise)", "(how|who|what) can i help (with|)", "(i want|i would like|i'd like|i'd love) to help", "(who|what) am i helping (with|)", $"{Show} {My} invitations", "who asked me (for help|)", "who is waiting for me", "who (needs|wants) help"),
        .. Rows(Verb.EditProfile,
            $"{Change} {My} (profile|topics|skills|expertise|interests)", "(add|remove|delete|drop|clear) (a|an|my|the|some|all|all my|) (topic|topics|skill|skills)", "what can (people|others|they|colleagues) ask me (about|)", "what do you think i know"),
        .. Rows(Verb.EditPreferences,
            $"{Change} {My} (preferences|prefs|settings|notifications|notification settings|capacity|availability|office hours|working hours|work hours|hours|working days|work days|days off|time zone|timezone|location|limits)"),
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
            "(close|end) (my|the|that|this|my last|) (ask|request|question|it)", "(you can|) stop (looking|searching) (for|) (people|someone|anyone|help|)", "(stop|end|cancel) (the|my|this|) search", "(i|i've|i have|) changed my mind",
            "(i|we) (don't|do not|no longer) need (help|it|this|that|anything) (with this|with that|with it|) (any more|anymore|)", "(it's|it is|this is|that's) (no longer|not) needed (any more|anymore|)", "no (help needed|need|longer needed) (any more|anymore|)"),
        .. Rows(Verb.MarkSolved,
            "(it's|it is|that's|this is|i'm|we're|all|) (solved|sorted|resolved|fixed|done|settled) (now|)", "(never mind|nevermind) (i|) (solved it|solved|sorted|sorted it|found it|got it|figured it out|fixed it|it's solved|all good|found an answer|found the answer|resolved|works now|it works now)",
            "(i|we|i've|we've|) (found|got|have) (an|the|my|our) (answer|solution) (now|already|myself|ourselves|)", "(i|we|i've|we've|) (solved|sorted|fixed|figured|found|got|worked) it (out|working|) (now|already|myself|ourselves|)",
            "(i|we|i've|we've|) (found|got) (someone|help) (now|already|)", "someone helped (me|us) (now|already|)", "(it's|it is|that's) working (again|now|)", "it works again", "(mark|mark it|mark my ask|mark as|mark it as) (as|) (solved|done|resolved)", "(all good|all sorted|all set|problem solved|all good now|all sorted now|it works|works now|it works now|got it working)"),
        .. Rows(Verb.ChoosePause,
            "(pause|snooze|mute|quiet|silence|stop|shut up|be quiet|go away|unsubscribe|opt out|do not disturb|dnd|leave me alone|take a break|i need a break|out of office|ooo|shush)",
            "(pause|snooze|mute|stop|silence) (everything|asks|all|all messages|messages|these messages|your messages|notifications|connector|you|this|it|me|messaging me|asking me|writing to me|contacting me|pinging me|sending messages|sending me messages|bothering me|the asks)",
            "(don't|do not|stop) (ask|asking) me about (it|this|that) (any more|anymore|again|)", "(don't|do not|please don't) (message|contact|ask|write|ping|bother|disturb|dm) me (any more|anymore|again|)", "no more (messages|asks|requests|questions|invitations|notifications|of this|of these|)", "(unsubscribe me|opt me out)", "(take|remove) me (off|from) (the|this|your|) list",
            "(turn|switch) off (everything|notifications|messages|asks|)", "(turn|switch) (everything|notifications|messages|asks|this|it) off", "(disable|deactivate) (everything|notifications|messages|asks|)",
            $"(i'm|i am|) {Away}", "(i'm|i am) (off|out|sick)", $"(i'm|i am|) (too|very|so|super|quite|) (busy|overloaded|swamped) {Now}", $"(i (don't|do not) have|i have|i've|i've got|) (no|any|) time {Now}"),
        .. Rows(Verb.Resume,
            "(resume|unpause|un pause|unmute|unsnooze|wake up|continue|end pause|stop pause|end my pause)", "(i'm|i am|) (back|available|free) (again|now|from holiday|from vacation|from leave|at work|)", "(turn|switch) (everything|notifications|messages|asks|it|) (back|) on", "(turn|switch) on (everything|notifications|messages|asks)", "(opt in|opt me in|start again)", "(resume|restart|unpause|continue|unmute) (asks|everything|messages|notifications|me|it|again)"),
        .. Rows(Verb.Fewer,
            "(fewer|less) (of|) (these|this|those|that|messages|of these|asks|notifications|reminders|please|)", "(too|so) many (messages|notifications|reminders|asks|pings|of these)", "too much", "not so (many|often)", "(don't|do not) write so (often|much)"),
        .. Rows(Verb.Export,
            "(export|download|get|show|show me|send|send me|see|give me) (me|) (my|all my) (data|information|everything)", "(export|my data|data export|gdpr export)", "what do you (know|store|keep|have|remember|save) (about|on|of) me", "what data do you (have|keep|store) (about|on) me"),
        .. Rows(Verb.ForgetMe,
            "(forget|erase|delete|remove|wipe|purge) (me|my data|all my data|my account|everything|everything about me|all about me|my profile|my information)", "right to be forgotten"),
        .. Rows(Verb.GiveFeedback, "(feedback|give feedback|send feedback|i have feedback|leave feedback|complaint|report a bug|report a problem|bug|suggestion|i have a suggestion)"),
        .. Rows(Verb.WriteThanks, "(say|write|send|give) (thanks|a thank you|thank you|my thanks|a thanks|kudos) (to someone|to somebody|to a colleague|)", "thank (someone|somebody|a colleague)", "(i'd like to|i want to|i would like to) (say thanks|say thank you|thank someone|thank somebody|thank a colleague|say thank you to someone) (to someone|)"),
        .. Rows(Verb.ChooseAvoid, "(avoid|block|avoid someone|block someone|avoid somebody|avoid list|my avoid list|who do i avoid)"),
        .. Rows(Verb.OfferHelp, $"{Gladly} (i|we) can (help|do it|do that) {WithIt}", $"{Gladly} (i'd|i would) (love|like|be happy|be glad) to help {WithIt}", $"{Gladly} (i'll|i will) (help|do it) {WithIt}", "(yes|sure|) count me in"),
        .. Rows(Verb.DeclineKindly,
            $"{Sadly} (i|we) (can't|cannot|can not|won't) (help|do it|do that|) {WithIt} {Now}", $"{Sadly} (can't|cannot) help {WithIt} {Now}", $"{Sadly} (i'm|i am) not (the right person|able to help|an expert)", $"{Sadly} not (this time|this week|today|my area|my topic)", $"{Sadly} not now"),
        .. Rows(Verb.ThinkOfSomeone, $"{Gladly} (i know|i can think of) someone (who can help|who knows|else|)"),
        .. Rows(Verb.Dismiss, "(oops|sorry|) wrong (chat|window|channel|person)"),
        .. Told(Verb.Greet, Details.Bye,
            "(bye|goodbye|good bye|see you|see ya|ciao ciao|good night|have a (nice|good|great) (day|evening|weekend|one)|talk (later|soon)|until later|later|tschüss|au revoir|adiós|cu)"),
        .. Told(Verb.Greet, Details.Yes, "(yes|yep|yeah|sure|yes sure|please do|do it|go ahead|right|exactly|ja|oui|sí)", "(yes|yeah|ok|okay|sure) (please|do it|go ahead|make it an ask|i do|it is)"),
        .. Told(Verb.Greet, Details.No, "(no|nope|nah|no thanks|no thank you|maybe later|no need|nein|non)", "no (it's not|it isn't|i don't|not really)"),
        .. Told(Verb.Greet, Details.Helpful, "(always|) (happy|glad) to help"),
        .. Told(Verb.Greet, Details.Fine,
            "(ok|okay|k|cool|great|perfect|nice|awesome|lovely|wonderful|excellent|fine|good|alright|got it|understood|i see|sounds good|will do|noted|wow|lol|haha)",
            "(nothing|that's all|that is all|that's it|i'm good|i'm fine|nothing else|all fine|no worries|no problem|np|test|testing|you're welcome|you are welcome|my pleasure|any time|anytime|glad i could help|happy i could help)"),
    ]);

    /// <summary>What people say before something from above when they ask for it politely, or ask how it is done.</summary>
    public static readonly PhraseBook<Wish> Wishes = new(
        ("(can|could|will|would) (you|connector)…", Wish.ToHaveItDone),
        ("(i|we) (want|would like|need|have|wish) (to|you to)…", Wish.ToHaveItDone),
        ("(i'd|we'd) (like|love) (to|you to)…", Wish.ToHaveItDone),
        ("(let me|let us)…", Wish.ToHaveItDone),
        ("(can|could|may) (i|we)…", Wish.ToBeAllowed),
        ("(can|could|will|would) (you|connector) (tell|show) (me|us) how (to|i can|i could|i|we can|we)…", Wish.ToKnowHow),
        ("(how|where) (do|can|could|should|would|may|does) (i|we|one|you)…", Wish.ToKnowHow),
        ("(how to|(tell|show) (me|us) how to|(tell|show) (me|us) how (i|we) can|is there a way to|is it possible to)…", Wish.ToKnowHow));

    /// <summary>What is meant by a text without a single word; null when that is anybody's guess.</summary>
    public static Act? OfSigns(string signs) => signs switch
    {
        "" or "👋" => new(Verb.Greet),
        "?" or "??" or "???" => new(Verb.GetHelp),
        "🆘" => new(Verb.WriteAsk),
        "🙏" or "❤️" or "💜" => new(Verb.Greet, Detail: Details.Thanks),
        "👍" or "👌" or "🙂" or "😊" or ":)" => new(Verb.Greet, Detail: Details.Fine),
        _ => null,
    };

    private static IEnumerable<(string Phrase, Act Act)> Rows(Verb verb, params IEnumerable<string> phrases) => phrases.Select(p => (p, new Act(verb)));

    private static IEnumerable<(string Phrase, Act Act)> Told(Verb verb, string detail, params IEnumerable<string> phrases) => phrases.Select(p => (p, new Act(verb, Detail: detail)));
}

/// <summary>What a request is about that comes before what is requested.</summary>
internal enum Wish
{
    ToHaveItDone, ToBeAllowed, ToKnowHow,
}
