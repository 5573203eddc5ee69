namespace ChatConnector.Engine.Wording;

/// <summary>What is said beside a field that cannot be accepted as it is.</summary>
public static class FormErrors
{
    public const string Required = "This one I need.";

    public const string PauseDay = "Any day from tomorrow to a year from now.";

    public const string DateAhead = "Any day from today to a year from now.";

    public const string NotATime = "A time of day, such as 9:30 or 17:00.";

    public const string NotAZone = "I don't know that time zone. Names look like Europe/Berlin or America/New_York.";

    public const string EndsBeforeItStarts = "This has to be later than the time it starts.";

    public const string NeverInWorkingHours = "Then I'd never speak within working hours. The two need to overlap.";

    public const string NoWorkdays = "At least one day of the week has to be a working day.";

    public const string UnknownPerson = "Somebody here isn't a teammate I know. Could you pick from the list?";

    public const string ThatIsYou = "That's you. Somebody else, perhaps?";

    public const string TheyAsk = "That's the person who is asking. Somebody else, perhaps?";

    public const string NoLanguage = "At least one language has to be chosen.";
    public const string NoAdmin = "Somebody has to look after me. Please keep at least one.";

    public const string NotInChannel = "I can't post there. I need to be invited, and it must not be shared with another organization.";

    public static string TooLong(int length, int most) => $"That's {length} characters, and {most} fit. Could you shorten it?";

    public static string NotANumber(int least, int most) => $"A whole number from {least} to {most}.";

    public static string NotADay(string written) => $"I can't read “{written}”. Days look like 2026-12-24, and a span like 2026-12-24 to 2027-01-01.";

    public static string TooManyDays(int most) => $"That's more than {most} days. Past ones can go.";

    public static string TooManyPeople(int most) => most == 1 ? "One person, please." : $"At most {most} people, please.";

    public static string TopicTooLong(string topic) => $"“{topic}” is rather long. A few words each, separated by commas, work best.";

    public static string StandsAlone(string word) => $"“{word}” stands alone. A line needs at least two, such as k8s = kubernetes.";

    public static string StandsTwice(string word) => $"“{word}” stands there twice. Could you put everything that means the same into one line?";

    public static string TooCommon(string word) => $"“{word}” is too common a word to look for.";

    public static string TooManyLines(int most) => $"That's more than {most} lines. Which of them do people really write?";

    public static string TooManyInALine(int most) => $"More than {most} in one line. Which of them do people really write?";

    public static string TooManyTopics(int most) => $"That's more than {most}. Which of them would you most like to be asked about?";
}
