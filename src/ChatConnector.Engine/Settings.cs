namespace ChatConnector.Engine;

/// <summary>What an organization may tune. Every default is a proposal the organization can change.</summary>
public sealed record Settings : Row
{
    public const string TheKey = "settings";

    public static readonly Settings Default = new();

    public override string Key => TheKey;

    public ImmutableList<TeammateId> Admins { get; init; } = [];

    /// <summary>People who answer asks nobody else answered, in the order of their rota. May be empty.</summary>
    public ImmutableList<TeammateId> Stewards { get; init; } = [];

    public string Zone { get; init; } = "Etc/UTC";

    public LocalTime DayStarts { get; init; } = new(9, 0);
    public LocalTime DayEnds { get; init; } = new(17, 0);

    /// <summary>Connector starts conversations only between these times of the reader's day.</summary>
    public LocalTime SpeaksFrom { get; init; } = new(9, 30);
    public LocalTime SpeaksUntil { get; init; } = new(16, 30);
    public LocalTime SpeaksUntilOnFriday { get; init; } = new(15, 0);

    public ImmutableList<LocalDate> Holidays { get; init; } = [];

    /// <summary>Days of the week on which nobody works.</summary>
    public ImmutableList<IsoDayOfWeek> FreeWeekdays { get; init; } = [IsoDayOfWeek.Saturday, IsoDayOfWeek.Sunday];

    /// <summary>Whether the names of groups and open channels people belong to may be proposed to them as topics.</summary>
    public bool GuessFromGroups { get; init; }

    public AskSettings Asks { get; init; } = new();
    public InvitingSettings Inviting { get; init; } = new();
    public FairnessSettings Fairness { get; init; } = new();
    public FollowUpSettings FollowUp { get; init; } = new();
    public AttentionSettings Attention { get; init; } = new();

    /// <summary>Where people in distress are pointed to. Empty: such an ask is an ordinary ask.</summary>
    public string Resources { get; init; } = "";

    public string ResourceContact { get; init; } = "";

    /// <summary>The languages people write in, by code: their small words say nothing, and the forms of a word are one.</summary>
    public ImmutableList<string> Languages { get; init; } = ["en"];

    /// <summary>Words and abbreviations that mean the same here, a line each: <c>k8s, kubernetes</c>.</summary>
    public ImmutableList<string> SameWords { get; init; } = [];

    /// <summary>Days an ask's text is kept after it ended; then only its topics remain.</summary>
    public int KeepTextDays { get; init; } = 180;

    /// <summary>Days after the end of an anonymous ask until nobody can tell who posted it.</summary>
    public int KeepAuthorDays { get; init; } = 30;
}

/// <param name="MostOpen">Open asks a person may have.</param>
/// <param name="LongestNeed">Characters.</param>
public sealed record AskSettings(int MostOpen = 3, int LongestNeed = 300, int MostPerHour = 5, int MostPerDay = 20);

/// <param name="WaveSize">People asked at once.</param>
/// <param name="UrgentWaveSize">People asked at once when it is for today.</param>
/// <param name="ReminderAfter">Working hours until the one reminder to somebody who has not answered.</param>
/// <param name="ExpiresAfter">Working hours until an invitation ends without blame.</param>
/// <param name="MostHops">How often an ask may be handed on.</param>
/// <param name="LeastRelevance">The least part of an ask, 0 to 1, that somebody's best evidence must cover for them to be named.</param>
public sealed record InvitingSettings(
    int Suggestions = 3, int MostSuggestions = 5, int WaveSize = 2, int UrgentWaveSize = 3, int MostWaves = 3,
    int NextWaveToday = 1, int NextWaveThisWeek = 4, int NextWaveNoRush = 8,
    int ReminderAfter = 8, int ExpiresAfter = 16, int MostHops = 2,
    int ReportAfter = 8, int StewardAfter = 16, int CloseAfter = 24, int ArchiveAfterDays = 14,
    double LeastRelevance = 0.06);

/// <param name="PairRestDays">Days until the same requester asks the same helper again.</param>
/// <param name="PairCoolDownDays">Days until the same pair is suggested again.</param>
/// <param name="TopShare">Largest share of invitations in four weeks that the busiest twentieth may get.</param>
/// <param name="LoadPenalty">How much recent invitations count against the next suggestion: points for each doubling or so; 0 for not at all.</param>
/// <param name="LastPlaceReach">How many points less than whoever is next somebody may have who is given the last place for being rarely asked, or from outside the circle.</param>
public sealed record FairnessSettings(
    int MostOpen = 2, int MostPerWeek = 3, int HoursApart = 24, int RestAfterNoDays = 7,
    int SoftPauseAfterUnanswered = 2, int SoftPauseDays = 14, int PairRestDays = 30, int PairCoolDownDays = 90,
    int SeniorMostPerWeek = 1, double TopShare = 0.20, double LoadPenalty = 0.2,
    double LastPlaceReach = 0.5);

/// <param name="CheckInAfter">Working hours after an introduction.</param>
/// <param name="PromiseAfter">Working hours after an introduction.</param>
/// <param name="ThanksShiftedAtMost">Working hours a thanks prompt may wait for its moment; after that it is not made.</param>
/// <param name="TellSolvedAfter">Working hours after the last thanks prompt, if nobody wrote.</param>
/// <param name="SendVagueThanksAfterMinutes">If the author takes neither of the coach's two ways.</param>
/// <param name="KeepThanksDays">Days the text of thanks waits for the helper's word on sharing it.</param>
/// <param name="PayForwardAfter">Working hours after somebody was helped.</param>
/// <param name="HelloEveryDays">Days between two hellos suggested to the same person.</param>
/// <param name="MentionLoopEveryDays">Days between two mentions of the same open loop.</param>
public sealed record FollowUpSettings(
    int CheckInAfter = 8, int PromiseAfter = 24,
    int ThanksAfterHours = 24, int LastThanksAfterHours = 48, int ThanksShiftedAtMost = 16, int TellSolvedAfter = 8,
    int SendVagueThanksAfterMinutes = 60, int KeepThanksDays = 14,
    int OutcomeAfterDays = 21, int LastOutcomeAfterDays = 90, int OfferHandAfterDays = 60,
    int HelloAfterDays = 90, int HelloEveryDays = 7, int MentionLoopEveryDays = 7,
    int PayForwardAfter = 24, int PayForwardEveryDays = 14);

public sealed record AttentionSettings(int MostPerDay = 1, int MostPerWeek = 3, int IgnoredInARow = 2, int OffForDays = 60);
