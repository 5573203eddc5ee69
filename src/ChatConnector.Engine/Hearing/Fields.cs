namespace ChatConnector.Engine.Hearing;

/// <summary>
/// Names of what an act carries in its fields, whether heard in words or filled in on a form. They are stored in forms
/// that stay open on people's screens, so a name may be added but never renamed. Choices hold the name of an enum's value.
/// </summary>
public static class Fields
{
    /// <summary>What a ticked box holds; anything else is not ticked.</summary>
    public const string Yes = "yes";

    // An ask: posting, editing.
    public const string Need = "need";
    public const string Goal = "goal";

    /// <summary>A <see cref="ByWhen"/>.</summary>
    public const string By = "by";

    /// <summary>A <see cref="Asks.Size"/>.</summary>
    public const string Size = "size";

    /// <summary>An <see cref="AskType"/>.</summary>
    public const string Type = "type";

    /// <summary>An <see cref="Asks.Audience"/>; for thanks, who may read them.</summary>
    public const string Audience = "audience";

    /// <summary><see cref="Yes"/> when the requester's name is kept back.</summary>
    public const string Anonymous = "anonymous";

    /// <summary>How many helpers, 1 to 3.</summary>
    public const string Wanted = "wanted";

    /// <summary>The id of a channel.</summary>
    public const string Channel = "channel";

    // Free text: a pointer, a lead, a steward's answer, a reply, an outcome, a gift, a hello, feedback, words not understood.
    public const string Text = "text";

    // People: chosen to be asked, thought of, avoided, to be thanked.
    public const string People = "people";
    public const string Person = "person";
    public const string To = "to";

    /// <summary>Why somebody was thought of.</summary>
    public const string Why = "why";

    /// <summary>A day, such as the one a helper will write by.</summary>
    public const string Date = "date";

    /// <summary>What suits a helper, in words.</summary>
    public const string Suits = "suits";

    /// <summary><see cref="Yes"/> when somebody who leaves a pointer stays reachable.</summary>
    public const string Reachable = "reachable";

    // Thanks.
    public const string Did = "did";
    public const string Changed = "changed";
    public const string Mattered = "mattered";

    /// <summary>In <see cref="Audience"/>: the helper is asked whether the thanks may be shared.</summary>
    public const string Share = "share";

    /// <summary>Others who deserve thanks too.</summary>
    public const string Others = "others";

    /// <summary>A topic of the ask that the requester vouches for.</summary>
    public const string Topic = "topic";

    /// <summary>The line added when the coach asked for one.</summary>
    public const string Detail = "detail";

    /// <summary>What kind of gift, of feedback, of anything that comes in kinds.</summary>
    public const string Kind = "kind";

    // A teammate's profile: topics separated by commas or lines.
    public const string AskMeAbout = "askMeAbout";
    public const string StillLearning = "stillLearning";
    public const string KnowsPeopleIn = "knowsPeopleIn";

    /// <summary>Inferred topics their owner has ticked.</summary>
    public const string Proposed = "proposed";

    // A teammate's preferences.
    public const string PerWeek = "perWeek";
    public const string DayStarts = "dayStarts";
    public const string DayEnds = "dayEnds";
    public const string DaysOff = "daysOff";

    /// <summary>Days of the week without work, by name.</summary>
    public const string FreeWeekdays = "freeWeekdays";

    /// <summary>Requesters who may ask again any time.</summary>
    public const string AnyTime = "anyTime";

    /// <summary>Names of <see cref="Contact"/> kinds that are off.</summary>
    public const string Muted = "muted";

    /// <summary>The day a pause ends and Connector may speak again, as an ISO date.</summary>
    public const string Until = "until";

    /// <summary>Whether a pause is of <see cref="Everything"/> or of other people's asks, <see cref="AsksOnly"/>.</summary>
    public const string Scope = "scope";
    public const string Everything = "everything";
    public const string AsksOnly = "asks";

    // The organization's settings.
    public const string Admins = "admins";
    public const string Stewards = "stewards";
    public const string Zone = "zone";
    public const string SpeaksFrom = "speaksFrom";
    public const string SpeaksUntil = "speaksUntil";
    public const string SpeaksUntilOnFriday = "speaksUntilOnFriday";
    public const string Holidays = "holidays";
    public const string Resources = "resources";
    public const string ResourceContact = "resourceContact";
    public const string SameWords = "sameWords";
    public const string Languages = "languages";

    /// <summary>What topics may be guessed from: <see cref="Groups"/> or nothing.</summary>
    public const string GuessFrom = "guessFrom";
    public const string Groups = "groups";

    public const string KeepTextDays = "keepTextDays";
    public const string KeepAuthorDays = "keepAuthorDays";
    public const string MostOpen = "mostOpen";
    public const string MostPerWeek = "mostPerWeek";
    public const string WaveSize = "waveSize";
    public const string MostWaves = "mostWaves";
    public const string ThanksAfterHours = "thanksAfterHours";
    public const string OutcomeAfterDays = "outcomeAfterDays";
    public const string PairRestDays = "pairRestDays";
}
