using System.Collections.Frozen;

namespace ChatConnector.Engine.FollowingUp;

/// <summary>What the coach listens for. Phrases are in lower case, without punctuation, with a blank at either end.</summary>
internal static class CoachPhrases
{
    /// <summary>Warm, and said of anything; taken out before anything else is looked for.</summary>
    public static readonly ImmutableArray<string> Stock =
    [
        " couldn't have done it without you ", " could not have done it without you ", " couldn't have done this without you ", " couldn't do it without you ",
        " wouldn't have made it without you ", " don't know what i'd do without you ", " what would i do without you ", " what would we do without you ",
        " saved my life ", " saved my day ", " saved the day ", " saved my bacon ", " saved me ", " made my day ", " made my week ", " a life saver ",
        " means a lot ", " meant a lot ", " means so much ", " means the world ", " thanks in advance ", " thank you in advance ", " as always ",
        " feel free ", " no worries ", " so much help ", " such a help ", " because you're the best ", " because you are the best ",
    ];

    /// <summary>Deeds of a helper, as in "you walked me through it" and "for walking me through it".</summary>
    public static readonly FrozenSet<string> Deeds = Words("""
        answered answering arranged arranging asked bought brought bringing built building called calling catching caught challenged challenging checked checking
        cleaned cleaning coached coaching collected compared confirmed connected connecting convinced corrected correcting covered covering debugged debugging
        demonstrated described designed digging drafted drafting drawing drew drove driving dropped dug edited editing encouraged encouraging ended escalated
        explained explaining fetched figured figuring filled fixed fixing flagged flagging forwarded forwarding found gathered gave giving guided guiding handed
        handling handled hosted introduced introducing joined joining jumped jumping kept lending lent listened listening looked looking made mapped mapping
        mentioned mentioning moved negotiated noticed noticing offered opened opening organised organising organized organizing outlined outlining paired pairing
        patched picked planned planning pointed pointing practised practicing practiced prepared preparing presented proofread proofreading pushed putting raised
        ran reading recommended recommending recovered recorded rehearsed rehearsing repaired replaced reran researched researching restored reviewed reviewing
        rewriting rewrote rolled sat scheduled searched sending sent setting shared sharing shielded showed showing shown simplified sitting sketched sketching solved
        spent spending spoke speaking spotted spotting standing stayed staying stepped stepping stood stopped suggested suggesting supported swapped switched
        taking talked talking taught teaching tested testing thought tidied told took traced tracing tracked trained training translated translating troubleshooting
        tuned tutored typed unblocking untangled untangling updated updating verified volunteered waited walked walking watched wrote writing
        """);

    /// <summary>What a helper gives, as in "your review" and "for the pointer".</summary>
    public static readonly FrozenSet<string> Gifts = Words("""
        advice analysis answer call chat checklist code comments coaching contact correction correction demo diagram docs document draft edits email example examples
        explanation explanations feedback fix guidance guide hint ideas input insight intro introduction lead lesson link links list notes patch plan pointer pointers
        proofread query question questions recommendation review reviews script session sketch snippet spreadsheet suggestion suggestions summary talk template templates
        tip tips tour training translation tutorial walkthrough workaround workshop
        """);

    public static readonly FrozenSet<string> Helping = Words("help helped helping assist assisted assisting hand support supporting");

    public static readonly FrozenSet<string> HelpedWith = Words("with to by on get find understand debug set figure sort move write fix prepare choose through build plan from");

    /// <summary>What is different now.</summary>
    public static readonly ImmutableArray<string> Changed =
    [
        " so i ", " so we ", " so that ", " so now ", " now i ", " now we ", " i now ", " we now ", " i can now ", " we can now ", " now it ", " now the ", " now everything ",
        " able to ", " i could ", " we could ", " i can ", " we can ", " managed to ", " made it possible ", " let me ", " let us ", " allowed me ", " allowed us ",
        " i finally ", " we finally ", " i got ", " we got ", " got it working ", " got it running ", " is working ", " works ", " working again ", " runs ", " is running ",
        " up and running ", " went live ", " is live ", " shipped ", " launched ", " released ", " merged ", " deployed ", " delivered ", " published ", " submitted ",
        " passed ", " approved ", " accepted ", " signed ", " hired ", " went smoothly ", " went well ", " went out ", " is done ", " was done ", " finished ", " completed ", " is fixed ", " is solved ",
        " resolved ", " unblocked ", " saved us ", " on time ", " in time ", " before the ", " ahead of ", " instead of ", " without a ", " without any ", " no longer ", " not anymore ",
        " since then ", " as a result ", " thanks to that ", " thanks to your ", " because of that ", " because of your ", " after that ", " afterwards ", " and then ",
        " i learned ", " i learnt ", " i understood ", " i understand ", " we understood ", " i know how ", " we know how ", " i stopped ", " we stopped ", " i started ", " we started ",
        " i fixed ", " we fixed ", " i found ", " we found ", " i sent ", " we sent ", " i wrote ", " we wrote ", " i passed ", " we passed ", " i switched ", " we switched ", " we moved ", " i moved ",
        " i changed ", " we changed ", " i gave ", " we gave ", " i went ", " we went ", " i didn't have to ", " we didn't have to ", " i don't have to ", " we don't have to ",
        " faster ", " quicker ", " twice as ", " half the ", " cut ", " dropped ", " down to ", " fewer ", " zero ", " on track ", " back on ", " the first one to ", " said yes ", " loved it ", " agreed ",
    ];

    public static readonly FrozenSet<string> Author = Words("i we i've we've i'd we'd i'm we're");

    public static readonly FrozenSet<string> Helper = Words("you your you've you'd you're");

    /// <summary>After one of these a deed is the helper's.</summary>
    public static readonly FrozenSet<string> Doer = Words("you you've you'd for and who by that");

    /// <summary>A clause that begins like this speaks of the helper or of thanking.</summary>
    public static readonly FrozenSet<string> Addressing = Words("you your you're you've thanks thank thx cheers for hi hey hello dear kudos merci danke because and");

    public static readonly FrozenSet<string> Numbers = Words("a an one two three four five six seven eight nine ten twelve half several many few");

    public static readonly FrozenSet<string> Units = Words("minute minutes hour hours day days week weeks month months percent euros dollars");

    /// <summary>Why it counted for somebody.</summary>
    public static readonly ImmutableArray<string> Mattered =
    [
        " because ", " meant ", " mattered ", " matters ", " important to ", " important for ", " i was stuck ", " i was lost ", " i was worried ", " i was nervous ", " i was anxious ", " i was afraid ",
        " i was scared ", " i was new ", " i was about to ", " i was dreading ", " i was struggling ", " i was stressed ", " i was panicking ", " i was drowning ", " i was overwhelmed ", " i was blocked ",
        " i was frustrated ", " i was desperate ", " i was unsure ", " i was going ", " i was ready to ", " i was ashamed ", " i was embarrassed ", " i was so ", " i was too ", " i was close to ",
        " we were stuck ", " we were lost ", " we were worried ", " we were about to ", " we were blocked ", " we were running ", " we were close to ", " i'd been ", " i had been ", " we'd been ", " we had been ",
        " i've been ", " i'd never ", " i had never ", " i've never ", " felt ", " i feel ", " feeling ", " relief ", " relieved ", " slept ", " sleep ", " confident ", " confidence ", " calm ", " calmer ", " proud ",
        " less alone ", " not alone ", " belong ", " welcome here ", " for the first time ", " my first ", " our first ", " deadline ", " at stake ", " otherwise ", " would have ", " i nearly ", " i almost ",
        " gave up ", " giving up ", " give up ", " my weekend ", " our weekend ", " my family ", " my kids ", " my evening ", " the customer ", " our customer ", " customers ", " after days ", " after weeks ", " for days ", " for weeks ",
        " for months ", " all week ", " stressful ", " hard for me ", " scary ", " laughed ", " cried ", " trust ", " believed in me ", " took me seriously ", " nobody else ", " no one else ", " the only one ", " gave me hope ", " gave me courage ",
    ];

    /// <summary>Words that say nothing about this help in particular.</summary>
    public static readonly FrozenSet<string> Vague = Words("""
        a about absolutely again all also always am amazing an and anything appreciate appreciated are as at awesome be been best big bit brilliant but by can champion cheers
        colleague did do everything excellent extremely fab fantastic favour for friend from fun gave generous good great guys had hand happy has have hearing hero help helped helpful helping her
        hey hi him his huge i i'm idea in incredible indeed is it it's its job just kind kindness kudos legend lifesaver like lot lots love loved lovely lucky many massive me million much my nice
        of oh ok okay on one our out outstanding perfect person please quick quickly rock rockstar real really right saved she so some something star stuff such super support superb team thank thanks
        thankyou that that's the their them there they thing things this time to today tomorrow ton tons top truly tx thx ty u up us useful usual very was we week well were what when will with wonderful work world
        wow yay yes yesterday you you're your yours yourself everybody everyone yet
        """);

    /// <summary>By these one tells that a text is English.</summary>
    public static readonly FrozenSet<string> English = Words("""
        a about after all an and are as at be because but by can could did do for from get got had has have help helped how i i'd i'm i've in is it it's just lot me much my no not now of on one
        our out really so than thank thanks that the their them then there they this through time to up us very was we we're were what when which who will with without would you your you're
        """);

    private static FrozenSet<string> Words(string words) => words.Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries).ToFrozenSet();
}
