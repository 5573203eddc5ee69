namespace ChatConnector.Engine.Hearing;

/// <summary>Words that change nothing about what somebody wants.</summary>
internal static class Noise
{
    private const string Hello = "hi|hey|hello|hiya|heya|heyo|yo|howdy|greetings|hallo|hoi|moin|servus|salve|bonjour|salut|coucou|hola|ciao|olá|ola|hej|hei|ahoj|cześć|merhaba"
        + "|namaste|shalom|salam|privet|привет|здравствуйте|שלום|مرحبا|नमस्ते|こんにちは|你好|안녕하세요|aloha"
        + "|good (morning|afternoon|evening|day)|guten (morgen|tag|abend)|bon matin|buenos días|buenas (tardes|)|bom dia|grüß gott|grüezi|god morgen|dobrý den|hi hi|what's up|sup";

    private const string Everyone = "all|everyone|everybody|team|teams|folks|guys|people|friends|colleagues|there|together|y'all|connector|bot|again|@";

    /// <summary>Skipped wherever they stand inside a phrase.</summary>
    public static readonly ImmutableHashSet<string> Words =
        ["please", "pls", "plz", "kindly", "perhaps", "maybe", "possibly", "just", "really", "also", "here", "currently", "still", "actually", "quickly", "urgently", "anonymously"];

    private static readonly ImmutableDictionary<string, string> Alike = new[]
    {
        "anyone anybody", "someone somebody", "i'm im", "i've ive", "i'd id", "can't cant", "don't dont", "you u", "who's whos", "what's whats", "where's wheres",
        "thanks thx tks thanx ty cheers", "please pls plz", "nevermind nvm", "minutes minute mins min", "hours hour hrs",
    }.SelectMany(spellings => spellings.Split(' ').Skip(1).Select(s => (From: s, To: spellings.Split(' ')[0]))).ToImmutableDictionary(s => s.From, s => s.To);

    /// <summary>The one of several spellings that stands for them all, so that a phrase needs only one of them.</summary>
    public static string Like(string word) => Alike.GetValueOrDefault(word, word);

    /// <summary>A greeting, perhaps with more after it.</summary>
    public static readonly PhraseBook<bool> Greetings = new(
        ($"({Hello}) ({Hello}|) ({Everyone}|) ({Everyone}|)…", true));

    /// <summary>What people say before they come to the point.</summary>
    public static readonly PhraseBook<bool> Before = new(
        ($"({Hello}) ({Everyone}|)…", true),
        ($"(dear|hi to) ({Everyone})…", true),
        ("(please|pls|plz|so|ok|okay|well|um|uh|hm|hmm|and|but|because|then|now|anyway|btw|fyi|also|just|sorry|apologies|excuse me|pardon|oh|ah|alright)…", true),
        ("(sorry|apologies|i hate|i don't want) (to (bother|disturb|interrupt)|for (bothering|the disturbance|the interruption|the noise|the spam|disturbing)) (you|everyone|all|again|)…", true),
        ("(sorry|apologies) (if this is) (a|the) (silly|dumb|stupid|basic|wrong|newbie) (question|place|channel)…", true),
        ("(a|one|just a|just one|) (quick|short|small|little|silly|dumb|stupid|random|weird|newbie|urgent|general) (question|one|ask|favour|favor|request|thing)…", true),
        ("(i have|i've got|got) (a|one) (quick|short|small|little|silly|dumb|random|general) (question|one|favour|favor|request|ask)…", true),
        ("(i was|i am|i'm|was|) wondering (if you could|)…", true),
        ("(a|long|bit of a) (long shot|shot in the dark)…", true),
        ("(hope|i hope) (you're|you are|everyone is|all is|this finds you|you are all) (well|good|fine|doing well)…", true),
        ("(by the way|in case|if possible|if i may|may i ask|can i ask|could i ask|let me ask|i wanted to ask|i want to ask|i'd like to ask|asking for a friend)…", true),
        ("(a|) question (for|to) (you|the group|the room|everyone|all|you all|the experts)…", true),
        ("(urgent|urgently|sos|help needed|asap|anonymously|not urgent|no rush|no hurry|low priority|question|request|random)…", true));

    /// <summary>What people say after they came to the point.</summary>
    public static readonly PhraseBook<bool> After = new(
        ("(please|pls|plz)", true),
        ("(many|) thanks (in advance|so much in advance|all|everyone|everybody|team|folks|a lot|a bunch|a million|guys|for your help|for any help|)", true),
        ("thank you (in advance|so much in advance|all|everyone|very much|so much|for your help|for any help)", true),
        ("(tia|asap|anonymously|urgently)", true),
        ("(is|would be|will be) (much|very much|greatly|highly|really|very|) (appreciated|welcome)", true),
        ("(any|all|your|) (help|advice|pointers|tips|input|ideas|hints|pointer|suggestions|feedback|hint) (is|are|would be|will be|) (much|very much|greatly|highly|really|very|) (appreciated|welcome)", true));

    /// <summary>Also said after, but only as a clause of its own: "say thanks" is not an afterthought.</summary>
    public static readonly PhraseBook<bool> AfterPause = new(
        ("(thanks|thank you|ta|merci|danke|gracias|lol|haha|sorry)", true),
        ("(no|not in a|there is no|there's no|it's no|no real) (rush|hurry|pressure|urgency|worries)", true),
        ("(it's|it is|this is|) (quite|very|really|a bit|rather|) (urgent|not urgent|urgently)", true),
        ("(anonymous|anonymously|as soon as possible|any time|anytime|whenever)", true),
        ("(whenever|when) (you|someone|anyone) (have|has|find|finds|get|gets) (a minutes|a moment|a chance|time|the time|some time)", true));

    /// <summary>What people add to an ask to ask once more.</summary>
    public static readonly PhraseBook<bool> OnceMore = new(
        ("(any|anyone|anybody) (ideas|idea|takers|at all|volunteers|thoughts|help|advice|pointers|tips|clue|clues|out there|suggestions)", true),
        ("(anyone|any|help|please help|please advise|help me|help us|what do you think|who's in|let me know|ideas|thoughts)", true),
        ("(can|could) (anyone|someone|you) (please|) help (me|us|) (out|)", true));
}
