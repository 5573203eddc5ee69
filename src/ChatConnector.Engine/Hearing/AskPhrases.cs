namespace ChatConnector.Engine.Hearing;

/// <summary>
/// How people ask. Beside each phrase stands how its beginning reads after "you're looking for"; what follows are their own
/// words. A beginning that ends with a colon needs a pause after the phrase; what the phrase keeps, up to its last word, fills a gap.
/// </summary>
internal static class AskPhrases
{
    /// <summary>Sounds like an ask and is none.</summary>
    public const string NoAsk = "-";

    private const string We = "(i|we|my team|our team)";
    private const string WeAre = "(i'm|i am|we're|we are|my team is|our team is|i'm a bit|we're a bit|i've been|we've been)";
    private const string Would = "(i'd|i would|we'd|we would|would)";
    private const string Can = "(can|could|would|will|might|may)";
    private const string Anyone = "(anyone|someone|any of you|one of you|any one|some one|anyone else|someone else)";
    private const string AnyoneOrYou = "(anyone|someone|any of you|one of you|any one|some one|anyone else|someone else|you|you all|you guys|y'all|connector)";
    private const string Me = "(me|us|)";
    private const string Need = "(need|needs|want|could use|could do with|could really use|would like|would love|would appreciate|require|am in need of|are in need of|am in search of)";
    private const string Wanting = "((i|we|my team|our team) (need|want|would like)|(i'd|i would|we'd|we would|would) (like|love))";
    private const string Some = "(some|a bit of|a little|a little bit of|any|more|your|)";
    private const string Help = "(help|assistance|support)";
    private const string With = "(with|on)";
    private const string Who = "(who|who of you|which of you|who among us|who out there|who on the team|who in the team|who in the company|who around)";
    private const string Among = "(in|at|from|within|on the|on our|on my)";
    private const string Does = "(knows|has|does|owns|runs|handles|uses|works|understands|maintains|manages|speaks|deals|leads|remembers|organises|organizes)";
    private const string Hoping = "(i wonder|i'm wondering|wondering|i was wondering|we were wondering|i'm hoping|i was hoping|hoping|i hope"
        + "|(i'd|i would|we'd|we would|) appreciate it|i'd be grateful|i would be grateful|it would be (great|nice|good|awesome|helpful|cool|lovely|wonderful)) (if|whether|that|)";
    private const string Article = "(a|an|the|another|half|#|five|ten|someone|anyone|two|three|more|some|any|feedback|advice|input|guidance|access|info|information|ideas|tips|eyes"
        + "|volunteers|testers|reviewers|expertise|clarification|recommendations|suggestions|pointers|insight|insights|inspiration|mentoring|coaching|people)";
    private const string Experts = "(expert|experts|guru|gurus|specialist|specialists|wizard|wizards|pros|people|person|folks|colleagues|volunteers|testers|reviewers|developers"
        + "|engineers|designers|mentors|users|fans|connoisseurs|veterans|whisperers|nerds|geeks)";
    private const string Skilled = "(able|willing|free|available|familiar|experienced|good|great|skilled|knowledgeable|comfortable|proficient|fluent|well versed|versed|working|using|keen|happy|open)";
    private const string Question = "(how|why|where|what|who|which|when|whether|if|about|anything about|something about|a lot about|more about)";

    // What people want somebody to do, and how wanting it reads.
    private static readonly (string Phrase, string Says)[] Favours =
    [
        ($"(help|assist|support) {Me} (out|) {With} …", "help with"),
        ($"(help|assist) {Me} (to|) (find|reach|identify|get in touch with) ^(someone|a person|an expert|a colleague|people|anyone) …", ""),
        ($"(help|assist) {Me} (to|) understand …", "help understanding"),
        ($"(help|assist) {Me} (to|) (figure|work|find|sort) out …", "help figuring out"),
        ("help (me|us) (out|) (to|) …", "someone to help"),
        ("(lend|give) (me|us) a (quick|) hand (with|on|) …", "a hand with"),
        ("(lend|give) (me|us|) a hand", "a hand"),
        ($"(give|offer|share|provide) {Me} {Some} ^(feedback|advice|input|guidance|tips|pointers|insight|insights|ideas|thoughts|comments|help|support) …", ""),
        ("(give|offer) (me|us|) a (quick|) ^(walkthrough|demo|tour|introduction|intro|overview|crash course) …", "a"),
        ("(take|have) a (quick|) look ^(at|over|through|into) …", "someone to look"),
        ("(explain) (to (me|us)|) …", "someone who can explain"),
        ("(teach) (me|us|) …", "someone who can teach"),
        ("(show) (me|us) …", "someone who can show"),
        ($"(tell|let) (me|us) (know|) ^{Question} …", "someone who knows"),
        ("(tell|let) (me|us) (know|) who ^(knows|can|could|has|is|owns|handles|runs|would|might) …", "someone who"),
        ("(walk|talk|guide) (me|us) through …", "a walk-through of"),
        ("point (me|us) (to|at|towards|toward|in the direction of) …", "a pointer to"),
        ("point (me|us) in the right direction …", "a pointer"),
        ("(recommend|suggest) (me|us|) …", "a recommendation for"),
        ("(introduce|connect) (me|us) (to|with) …", "an introduction to"),
        ("(put|get) (me|us) in (touch|contact) with …", "an introduction to"),
        ("(find|get) (me|us) …", ""),
        ("find ^(someone|anyone|a person|an expert|people) …", ""),
        ("(pair|partner) (up|) with (me|us) …", "someone to pair with"),
        ("(brainstorm|bounce ideas) (with (me|us)|) …", "someone to brainstorm with"),
        ("(review|proofread|double check|sanity check) …", "someone to review"),
        ("be my ^(mentor|sparring partner|rubber duck|buddy) …", "a"),
    ];

    /// <summary>Heard at the beginning of any clause.</summary>
    public static readonly PhraseBook<string> Anywhere = new(
    [
        // Needing.
        ($"{We} {Need} {Some} {Help} {With} …", "help with"),
        ($"{We} {Need} {Some} {Help} …", "help"),
        ($"{We} {Need} {Some} ({Help}|a hand|a helping hand)", "help"),
        ($"{We} {Need} a (helping|) hand {With} …", "a hand with"),
        ($"{Would} (need|like|love|appreciate|welcome|be grateful for|be glad of) {Some} {Help} (with|on|in|) …", "help with"),
        ($"{Would} (need|like|love|appreciate|welcome|be grateful for|be glad of) {Some} ^{Article} …", ""),
        ($"{We} {Need} ^{Article} …", ""),
        ($"{We} (need|want|would like|have) to know …", "someone who knows"),
        ($"{Wanting} to learn (more about|about|) …", "help learning about"),
        ($"{Wanting} to learn ^{Question} …", "help learning"),
        ($"{Wanting} to understand …", "help understanding"),
        ($"{Wanting} to ask someone (about|regarding|on) …", "someone to ask about"),
        ($"{Wanting} to (talk|speak|chat) (to|with) someone (about|regarding) …", "someone to talk to about"),
        ($"{We} (need|have|want) to (figure|find|work) out …", "help figuring out"),
        ($"({We} (need|want|would like)|{Would} (like|love)|{WeAre} (looking|hoping|trying)) to (find|meet|connect with|talk to|talk with|speak to|speak with|chat with|chat to|get in touch with|reach|pair with|hear from) ^(someone|anyone|people|a|an|the) …", ""),
        ($"{We} {Need} (a|another|some) (break|coffee|drink|holiday|vacation|nap|moment|second|minutes|day off|beer|hug|raise)", NoAsk),

        // Looking for, being stuck.
        ($"{WeAre} (looking|searching|hunting|on the lookout|on the hunt) (around|) for …", ""),
        ($"{WeAre} (in need of|in search of|seeking|after) …", ""),
        ($"{WeAre} (looking|searching|asking) for {Some} {Help} {With} …", "help with"),
        ($"{WeAre} (stuck|blocked|lost|struggling|confused|fighting|wrestling|having (trouble|problems|issues|difficulties|difficulty|a hard time)) (on|with|by|at|in|about|over|) …", "help with"),
        ($"{WeAre} (stuck|struggling|having (trouble|a hard time)) (to|trying to) …", "help to"),
        ($"{WeAre} (stuck|blocked|lost|struggling|confused|in trouble)", "help"),
        ($"{WeAre} trying to (figure|find|work) out …", "help figuring out"),
        ($"{WeAre} trying to (understand|learn) …", "help understanding"),
        ($"{WeAre} (not sure|unsure|unclear) ^(how|why|where|what|who|which|when|whether|if) …", "someone who knows"),
        ($"{We} (can't|cannot|can not|couldn't) (seem to|manage to|) (figure|work|find) out …", "help figuring out"),
        ($"{We} (can't|cannot|can not|couldn't) (seem to|manage to|) get …", "help getting"),
        ($"{We} (can't|cannot|can not) (seem to|) (understand|make sense of) …", "help understanding"),
        ($"{We} (can't|cannot|can not|couldn't) (seem to|) find ^(someone|anyone) …", ""),
        ($"{We} (don't|do not|didn't) (know|remember) ^(how|why|where|what|who|which|when|whether|if|enough about|much about|anything about) …", "someone who knows"),
        ($"{We} (don't|do not) (quite|fully|) (understand|get) …", "help understanding"),
        ($"({We} have|i've|we've) (absolutely|) no (idea|clue) ^(how|why|where|what|who|which|when|if|about) …", "someone who knows"),
        ($"(i|we) (got|keep getting) (stuck|lost|confused) (on|with|by|at|in|about) …", "help with"),
        ($"(i|we|i'm|we're|i am|we are) (search|searching) (for|) ^(someone|anyone|people|a|an) …", ""),
        ($"({We} have|i've got|we've got|i've) (a|an|some|) (problem|problems|issue|issues|trouble|difficulties) with …", "help with"),
        ($"({We} have|i've got|we've got|i've) (a|some|a couple of|a few) (quick|) (question|questions) (about|on|regarding|around|concerning) …", "someone to ask about"),
        ($"({We} have|i've got|i've) (a|one|some) (quick|) (question|questions)", "help"),

        // Asking around.
        .. Favours.Select(f => ($"({Can} {AnyoneOrYou}|{Hoping} {AnyoneOrYou} {Can}|{Hoping} {AnyoneOrYou} (was|is|were) able to) {f.Phrase}", f.Says)),
        ($"{Can} {AnyoneOrYou} (help|assist|help out|help me|help us|help me out|help us out)", "help"),
        ($"{Can} {Anyone} …", "someone who can"),
        ($"{Hoping} {Anyone} {Can} …", "someone who can"),
        ($"{Hoping} {Anyone} ^(knows|has|knew|had|is|was|uses|understands|remembers) …", "someone who"),
        ($"{Hoping} who ^(knows|can|could|has|is|would|might|owns|handles) …", "someone who"),
        ($"{Can} {Anyone} (see|hear) (me|us|my screen|my slides|my video|this|it|that) …", NoAsk),
        ($"{Can} {Anyone} (see|hear) (me|us|my screen|my slides|my video|this|it|that)", NoAsk),
        ($"{Can} {Anyone} (mute|unmute|let me in|open the door|believe|imagine|relate|turn off|grab|bring|buy) …", NoAsk),
        ($"{Can} {Anyone} (mute|unmute|let me in|open the door|relate)", NoAsk),
        ($"would {Anyone} be ^{Skilled} …", "someone"),
        ($"would {Anyone} mind …", "someone for"),
        ($"(is|are) {Anyone} ^({Skilled}|around who|who|with|from|in|on) …", "someone"),
        ($"(is|are) (there|) {Anyone} (around|out there|on the team|in the company|) ^(who|with|that|from|in|on|at|able|willing|free|available|working|using|to|familiar|experienced|good) …", "someone"),
        ($"(is|are) there ^(a|an|any) (* * |* |){Experts} …", ""),
        ("is there ^(a|any) (better|good|easy|simple|quick|safe|recommended|) (way|place|doc|guide|example|tool|library) …", "someone who knows"),
        ($"do we have ^({Anyone}|(a|an|any) (* * |* |){Experts}) …", ""),
        ($"(do|does) (you|{Anyone}) know (of|) ^(anyone|someone|a person|people|an expert|a good|a) (who|that|with|in|from|at|to|person|colleague|expert) …", ""),
        ("do you (happen to|) know who …", "someone who"),
        ($"do you (happen to|) know ^{Question} …", "someone who knows"),
        ($"(do|does) {Anyone} (happen to|) know who ^(can|could|knows|has|is|owns|handles|runs|would|might) …", "someone who"),
        ($"(do|does) {Anyone} (happen to|) know …", "someone who knows"),
        ($"(do|does) {Anyone} (happen to|) have …", "someone who has"),
        ($"(do|does) {Anyone} (happen to|) (use|work with) …", "someone who uses"),
        ($"(do|does) {Anyone} (happen to|) understand …", "someone who understands"),
        ($"(do|does) {Anyone} (happen to|) (remember|recall) …", "someone who remembers"),
        ($"(do|does) {Anyone} speak …", "someone who speaks"),
        ($"(do|does) {Anyone} work ^(on|in|at) …", "someone who works"),
        ($"(do|does) {Anyone} have (lunch|plans|any plans|a good weekend|fun|a nice weekend) …", NoAsk),
        ($"(do|does) {Anyone} have (lunch|plans|any plans|fun|a spare umbrella)", NoAsk),
        ($"(has|have) {Anyone} (ever|already|) ^(used|tried|done|worked|dealt|built|set|run|written|got|gotten|been|managed|implemented|migrated|solved|played|looked|come|had|integrated|configured|deployed|experience|experienced|figured|debugged|upgraded) …", "someone who has"),
        ($"(has|have) {Anyone} (had|eaten) (lunch|breakfast|dinner) …", NoAsk),
        ($"(has|have) {Anyone} (had|eaten) (lunch|breakfast|dinner)", NoAsk),

        // Short forms.
        ("anyone (know|knows) …", "someone who knows"),
        ("anyone (have|has|got) …", "someone who has"),
        ("anyone (else|) (ever|already|) ^(used|tried|done|worked|dealt|built|implemented|migrated|debugged|upgraded|integrated) …", "someone who has"),
        ("anyone up for ^(reviewing|pairing|testing|helping|explaining|mentoring|proofreading|looking) …", "someone up for"),
        ("anyone (can|could|able to) …", "someone who can"),
        ("anyone (can|could|able to) help (me|us|) (with|on) …", "help with"),
        ($"any ^(* * |* |){Experts} …", ""),
        ($"any ^(* * |* |){Experts}", ""),
        ("any ^(advice|tips|pointers|thoughts|suggestions|recommendations|feedback|input|insights|guidance|hints|best practices|good resources|docs) (on|for|about|how|regarding|around|to|with) …", ""),
        ("any (idea|ideas|clue|clues) ^(how|why|where|what|who|which|when|if|whether) …", "someone who knows"),
        ("any (help|assistance|support) (with|on) …", "help with"),
        ($"{Can} (i|we) (get|have|ask for|ask|request|borrow) {Some} {Help} (with|on|in) …", "help with"),
        ($"{Can} (i|we) (get|have|ask for|request) {Some} ^({Article}|a second pair of eyes) …", ""),
        ($"{Can} (i|we) (get|have|ask for) {Some} ({Help}|a hand)", "help"),
        ($"{Can} (i|we) (find|talk to|speak to|speak with|talk with|borrow|get|bother) ^(someone|anyone) …", ""),
        ($"{Can} (i|we) pick (someone's|anyone's|your|somebody's|anybody's) brain …", "someone to talk to"),
    ]);

    /// <summary>Heard only at the beginning of a sentence: further inside, "who knows Kafka" tells more about somebody.</summary>
    public static readonly PhraseBook<string> Opening = new(
    [
        ($"{Who} (can|could|may|might|will|would|wants to|would like to) help (me|us|) (out|) {With} …", "help with"),
        ($"{Who} (can|could|may|might|will) …", "someone who can"),
        ($"{Who} (can|could|may|might|will|would) help (me|us|) (out|)", "help"),
        ($"{Who} would be ^{Skilled} …", "someone"),
        ($"{Who} would ^(know|have) …", "someone who would"),
        ($"{Who} (might|may|could|will) ^(know|have) …", "someone who might"),
        ($"(who|which of you) ^{Among} (*|* *|* * *) (can|could|might|may) …", "someone … who"),
        ($"(who|which of you) ^{Among} (*|* *|* * *) {Does} …", "someone … who"),
        ($"{Who} ^({Does}|had|did|used|worked|built|wrote|looks after|led|takes care|designed|set up) …", "someone who"),
        ($"{Who} knows", NoAsk),
        ("who has (time for lunch|lunch plans|a birthday) …", NoAsk),
        ($"({Who} is|who's|{Who} are) ^({Skilled}|responsible|in charge|best|most experienced|on call) …", "someone"),
        ("(who is|who's|who are) ^(the|our|an) (best|right|go to|main|current|) (person|people|expert|experts|owner|contact|contacts|point of contact|specialist|lead|team|maintainer|admin) …", ""),
        ("(who|whom) (should|do|can|could|would|might|must) (i|we|you|one) (best|) ^(ask|talk to|talk with|speak to|speak with|contact|reach out to|go to|see|approach|consult|turn to|ping|message|write to) …", "someone to"),
        ("whose brain (can|could|may) i pick …", "someone to talk to"),
        ("which ^(team|person|colleague|department|group) …", "the"),
        ("how (do|can|could|should|would|might|does|did) (i|we|you|one|someone|anyone|people) (best|) …", "someone who knows how to"),
        ("how (are|is) (you|it|things|everyone|everybody|life) …", NoAsk),
        ("how to …", "someone who knows how to"),
        ("how would (i|we|you|one) go about …", "someone who knows about"),
        ("how (do|would) you (feel|do|like|think) …", NoAsk),
        ("where (can|could|do|should|would|might) (i|we|you|one) …", "someone who knows where to"),
        ("(what is|what's|what are|what would be) ^(the|a|some) (best|right|recommended|easiest|fastest|proper|correct|quickest|simplest|cleanest|safest|preferred|good|usual) (way|ways|approach|place|tool|tools|process|procedure|library|libraries|practice|practices|method|strategy) …", "someone who knows"),

        ("(help|assistance|support|) (needed|wanted|required) (with|on|for) …", "help with"),
        ("help …", "help:"),
        ("(need|needing|could use|could do with|want) (some|a bit of|a little|any|your|) (help|assistance|support) (with|on) …", "help with"),
        ("(need|needing|could use|could do with) (some|a bit of|a little|any|your|) (help|assistance|support) …", "help"),
        ("(need|needing|could use|could do with|want) (some|a bit of|a little|any|your|) (help|assistance|support)", "help"),
        ("(need|could use|could do with) a (helping|) hand (with|on) …", "a hand with"),
        ($"(need|needing|seeking|could use|could do with) ^{Article} …", ""),
        ("(looking|searching|hunting|on the lookout|on the hunt|asking) for …", ""),
        ("(looking|asking) for (some|a bit of|) help (with|on) …", "help with"),
        ("(in search of|in need of|seeking) …", ""),
        ("wanted …", ":"),
        ("(stuck|blocked|lost|struggling|having (trouble|problems|issues|difficulties|difficulty|a hard time)) (on|with|by|at|in) …", "help with"),
        ("(stuck|struggling|having (trouble|a hard time)) (to|trying to) …", "help to"),
        ("(totally|completely|really|a bit|so|) (stuck|blocked|lost)", "help"),
        ("(problem|problems|trouble|issue|issues|difficulties) with …", "help with"),
        ("(can't|cannot) (seem to|) (figure|work) out …", "help figuring out"),
        ("(no idea|not sure|don't know) ^(how|why|where|what|who|which) …", "someone who knows"),
        ("trying to (figure|find|work) out …", "help figuring out"),
        ("(a|) (quick|short|) (question|questions) (about|on|regarding|around|concerning) …", "someone to ask about"),
        ("(a|) (quick|short|simple|general) question …", "an answer to:"),
        ("^(help|a hand|advice|feedback|guidance|input|tips|pointers|a pointer|a tip|an intro|an introduction|intro|introduction|a second pair of eyes|a second opinion|second pair of eyes|second opinion|fresh eyes|recommendations|a recommendation|thoughts|ideas) (with|on|about|for|to|from) …", ""),
        ($"anyone (around|out there|) ^(who|with|from|in|{Skilled}) …", "someone"),
        ("(help|please help|hilfe)", "help"),
        ("^someone who (knows|can|could|has|is|understands|speaks|uses|would) …", ""),
        .. Favours,
    ]);
}
