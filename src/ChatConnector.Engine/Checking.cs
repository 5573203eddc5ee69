namespace ChatConnector.Engine;

/// <summary>
/// What is wrong with a filled-in form, field by field, so that it can be said beside the field and nothing typed is lost.
/// A form is held to what it says of its own fields; what only the engine knows comes on top.
/// </summary>
public static class Checking
{
    /// <param name="form">The form the act was filled in on, if it is known.</param>
    public static IReadOnlyDictionary<string, string> Of(Decision d, Act act, Form? form)
    {
        var filled = new Filled(act);
        foreach (var field in form?.Fields ?? [])
            Check(filled, field);
        switch (act.Verb)
        {
            case Verb.InviteChosen:
                Others(d, filled, act, Fields.People);
                break;
            case Verb.ReferSomeone:
                Others(d, filled, act, Fields.Person);
                if (d.Ask(act.Ask) is { } ask && act.People(Fields.Person).Contains(ask.Requester))
                    filled.Refuse(Fields.Person, FormErrors.TheyAsk);
                break;
            case Verb.Avoid:
                Others(d, filled, act, Fields.People);
                break;
            case Verb.SendThanks when act is { Ask: null, About: null }:
                Others(d, filled, act, Fields.To);
                break;
            case Verb.SuitDate:
                Day(d, filled, Fields.Date, from: 0, FormErrors.DateAhead);
                break;
            case Verb.PauseUntil:
                Day(d, filled, Fields.Until, from: 1, FormErrors.PauseDay);
                break;
            case Verb.SaveProfile:
                Topics(filled, Fields.AskMeAbout, Knowing.MostTopics);
                Topics(filled, Fields.StillLearning, Profile.MostOthers);
                Topics(filled, Fields.KnowsPeopleIn, Profile.MostOthers);
                break;
            case Verb.SavePreferences:
                Preferring.Read(d, filled);
                break;
            case Verb.SaveSettings:
                Administering.Read(d, filled);
                break;
        }

        return filled.Errors;
    }

    private static void Check(Filled filled, Field field)
    {
        var (name, required) = field switch
        {
            Field.Words words => (words.Name, words.Required),
            Field.People people => (people.Name, people.Required),
            Field.Channel channel => (channel.Name, channel.Required),
            Field.Day day => (day.Name, day.Required),
            _ => ("", false),
        };
        var text = filled.Text(name);
        if (text.Length == 0)
        {
            if (required)
                filled.Refuse(name, FormErrors.Required);
        }
        else if (field is Field.Words { Most: var most } && text.Length > most)
        {
            filled.Refuse(name, FormErrors.TooLong(text.Length, most));
        }
        else if (field is Field.People { Most: var people } && text.Split(',').Length > people)
        {
            filled.Refuse(name, FormErrors.TooManyPeople(people));
        }
        else if (field is Field.Day && LocalDates.Read(text) is null)
        {
            filled.Refuse(name, FormErrors.NotADay(Naming.Shortened(text, 30)));
        }
    }

    private static void Others(Decision d, Filled filled, Act act, string field)
    {
        if (act.People(field).Contains(d.Message.From))
            filled.Refuse(field, FormErrors.ThatIsYou);
        filled.People(field, [], d);
    }

    private static void Day(Decision d, Filled filled, string field, int from, string error)
    {
        var today = OfficeHours.Of(d.Me, d.Settings).DateAt(d.Now);
        if (filled.Text(field).Length > 0
            && (LocalDates.Read(filled.Text(field)) is not { } day || day < today.PlusDays(from) || day > today.PlusDays(Pausing.LongestDays)))
            filled.Refuse(field, error);
    }

    private static void Topics(Filled filled, string field, int most)
    {
        var topics = filled.Text(field).Split([',', ';', '\n'], StringSplitOptions.TrimEntries);
        if (Array.Find(topics, t => t.Length > Knowing.LongestTopic) is { } tooLong)
            filled.Refuse(field, FormErrors.TopicTooLong(Naming.Shortened(tooLong, 20)));
        else if (Knowing.Split(filled.Text(field)).Count > most)
            filled.Refuse(field, FormErrors.TooManyTopics(most));
    }
}
