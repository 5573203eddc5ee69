namespace ChatConnector.Engine.Hearing;

/// <summary>What people say about an ask besides what they need: by when, how big, of what kind, and whether under their name.</summary>
internal static class Traits
{
    private const string About = "(for|about|around|only|just|maybe|spare|have|roughly|within|takes me|max|maximum|than|need|needs|free|quick|got|give me|get|a call of|chat of)";

    private static readonly PhraseBook<ByWhen> Bys = new(
        ("(by|) (today|tonight|right now|this morning|this afternoon|this evening|asap|urgent|urgently|as soon as possible|as fast as possible|immediately|straight away|right away|eod|end of day|end of the day|end of business|cob|now please)…", ByWhen.Today),
        ("(by|before|until|for) (tomorrow|tmrw|noon|midday|lunch|tonight)…", ByWhen.Today),
        ("in the next (hours|few hours|couple of hours|# hours)…", ByWhen.Today),
        ("(tomorrow|this week|in the next few days|end of the week|end of week|eow|the weekend|by the weekend|in a few days|in the coming days)…", ByWhen.ThisWeek),
        ("(no|not in a|there is no|there's no|not any|without|no real|no particular) (rush|hurry|urgency|deadline|pressure|time pressure)…", ByWhen.NoRush),
        ("(not|isn't|nothing) (very|really|that|so|at all|terribly|super|) (urgent|urgently)…", ByWhen.NoRush),
        ("(whenever|take your time|some time|sometime|someday|some day|eventually|low priority|when you have (time|a moment|a minutes|a chance)|any time|anytime|in the long run|at your leisure)…", ByWhen.NoRush),
        ("(next month|next quarter|next year|next week|this month|this quarter|in (the|) (coming|next) (weeks|months))…", ByWhen.NoRush));

    private static readonly PhraseBook<Size> Sizes = new(
        ("(a|just a|one|) (quick|short|tiny|small|simple|brief|little) (question|one|pointer|tip|hint|answer)…", Size.Pointer),
        ("(a|any) (pointer|hint|tip|link|one liner|nudge)…", Size.Pointer),
        ("(quick|short|brief) (chat|call|look|check|sanity check|favour|favor|hand|review)…", Size.FiveMinutes),
        ("(a couple of|a few|couple|few) minutes…", Size.FiveMinutes),
        ("(takes|take) (a|two|five) minutes…", Size.FiveMinutes),
        ("(half an|half a|half) hours…", Size.HalfAnHour),
        ("(a|) quarter of an hours…", Size.HalfAnHour),
        ($"(an|one|{About}) (an|one|) hours (or two|or so|)…", Size.Longer),
        ("(a couple of|a few|couple|few|several|two|three|four|some|an or two) hours…", Size.Longer),
        ("(half a|a whole|a full|{About} a) day…", Size.Longer),
        ("(a couple of|a few|several|two|three) (days|weeks|sessions|evenings|afternoons)…", Size.Longer),
        ("(longer|ongoing|long term|regular|weekly|series of|several) (help|support|session|sessions|project|mentoring|mentorship|collaboration|calls|sparring)…", Size.Longer),
        ("(mentor|mentoring|mentorship|coach me|coaching)…", Size.Longer));

    // Numbers count only where they say how long it takes somebody: "our build takes 30 minutes" is not the size of an ask.
    private static readonly PhraseBook<bool> Amounts = new(
        ($"{About} (#|five|ten|fifteen|twenty|thirty) (minutes|hours)…", true),
        ("(should|would|will|it'll|won't|shouldn't) (only|just|not|) (take|be|need|cost) (you|) (more than|about|around|less than|at most|) (#|five|ten|fifteen|twenty|thirty) (minutes|hours)…", true),
        ("# (minutes|hours) (would do|is enough|are enough|is plenty|max|maximum|at most|tops|call|chat|of your time|of someone's time|of anyone's time)…", true));

    private static readonly PhraseBook<AskType> Types = new(
        ("(feedback|review|reviewing|proofread|critique|second opinion|second pair of eyes|sanity check|look over|fresh eyes|thoughts on)…", AskType.Feedback),
        ("(an|) (intro|introduction|introductions|introduce (me|us)|connect (me|us)|put (me|us) in touch|get in touch with|put in touch|contact at|contacts at|contact in|a contact)…", AskType.Intro),
        ("(someone to talk to|someone to listen|listen to me|a listening ear|an ear|vent|sounding board|bounce ideas|rubber duck|rant|talk it through|talk it over)…", AskType.Listening),
        ("(advice|opinion|opinions|recommend|recommends|recommendation|recommendations|suggestions|guidance|mentor|mentoring|best way|best practice|best practices|experience with|experiences with|lessons learned|tips|coaching|coach|pick someone's brain)…", AskType.Advice),
        ("(a hand|hands|pair|pairing|pair up|pair programming|hands on|volunteers|testers|help (me|us|) (to|) (move|carry|set up|setup|build|write|fix|debug|migrate|deploy|test|translate|install|configure|implement))…", AskType.Hands),
        ("(where can|where is|where's|where do|where to|who owns|who is responsible|who's responsible|who handles|what is|what's|when is|how do i|how do we|how do you|how can|how to|knows where|knows who|knows if|knows whether|knows what|knows when|know where|know if|know whether|know what|know when|know how to|documentation|docs|a pointer|a link)…", AskType.Info));

    private static readonly PhraseBook<bool> Namelessly = new(
        ("anonymously…", true),
        ("(without|don't show|don't use|don't mention|don't share|don't tell|not) (using|mentioning|showing|sharing|) (my|our) name…", true),
        ("(keep|leave) (me|this|it|my name|us) (anonymous|private|out|out of it|nameless|secret)…", true),
        ("(post|ask|send|share) (this|it|that|) anonymous…", true),
        ("(anonymous|anonymous please|anonymous thanks|stay anonymous|remain anonymous|be anonymous)", true),
        ("(stay|remain|be) anonymous…", true));

    public static Act AddTo(Act act, Heard heard, LocalDate today) => act
        .With(Fields.By, ByWhenOf(heard, today)?.ToString())
        .With(Fields.Size, SizeOf(heard)?.ToString())
        .With(Fields.Type, First(Types, heard)?.Meaning.ToString())
        .With(Fields.Anonymous, First(Namelessly, heard) is null ? null : Fields.Yes);

    private static ByWhen? ByWhenOf(Heard heard, LocalDate today)
    {
        var said = First(Bys, heard);
        for (var at = 0; at + 1 < heard.Words.Count && at < (said?.End ?? int.MaxValue); at++)
        {
            if (heard.Words[at].Folded is "by" or "before" or "until" or "due" or "till" && Days.Named(heard, at + 1, today) is { } day)
                return Period.DaysBetween(today, day) switch { <= 1 => ByWhen.Today, <= 7 => ByWhen.ThisWeek, _ => ByWhen.NoRush };
        }
        return said?.Meaning;
    }

    private static Size? SizeOf(Heard heard)
    {
        if (First(Amounts, heard) is { } amount)
        {
            var words = heard.Words.Take(amount.End).Reverse().ToList();
            var number = words.First(w => w.IsNumber || Spoken(w.Folded) > 0).Folded;
            var hours = words.First(w => w.Folded.StartsWith('h') || w.Folded.StartsWith("min", StringComparison.Ordinal)).Folded.StartsWith('h');
            return (hours, number.Length > 3 ? 999 : Math.Max(Spoken(number), int.TryParse(number, out var n) ? n : 0)) switch
            {
                (true, _) or (_, > 45) => Size.Longer,
                (_, <= 10) => Size.FiveMinutes,
                _ => Size.HalfAnHour,
            };
        }
        return First(Sizes, heard)?.Meaning;
    }

    private static int Spoken(string number) => number switch { "five" => 5, "ten" => 10, "fifteen" => 15, "twenty" => 20, "thirty" => 30, _ => 0 };

    private static Found<T>? First<T>(PhraseBook<T> book, Heard heard) =>
        Enumerable.Range(0, heard.Words.Count).Select(at => book.At(heard.Words, at, heard.Words.Count)).FirstOrDefault(found => found is not null);
}
