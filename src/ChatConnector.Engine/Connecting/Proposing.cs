using ChatConnector.Engine.Suggesting.Learning;

namespace ChatConnector.Engine.Connecting;

/// <summary>Colleagues are suggested to the requester, with reasons. Nobody is contacted yet.</summary>
public static class Proposing
{
    /// <summary>Find people and show them to the requester; showing again edits the card.</summary>
    public static Decision Show(Decision d, AskId id)
    {
        d = Refresh(d, id);
        return d.Ask(id) is { } ask
            ? d.Do(new Effect.Tell(Place.PrivateWith(ask.Requester), Keys.Suggestions(ask), SuggestionCards.Of(d, ask), Contact.Reply))
            : d;
    }

    /// <summary>Find people who have not been asked yet.</summary>
    /// <param name="widen">Also people who may know somebody, when hardly anybody is left who knows it themselves.</param>
    public static Decision Refresh(Decision d, AskId id, bool widen = false)
    {
        if (d.Ask(id) is not { } ask)
            return d;
        var asked = AskedFor(ask);
        var inviting = d.Settings.Inviting;
        var people = Choosing.Choose(d, ask, widen ? inviting.MostSuggestions : inviting.Suggestions, asked);
        if (widen && people.Count < inviting.WaveSize)
        {
            asked.UnionWith(people.Select(p => p.Colleague));
            people = [.. people, .. Choosing.PeopleWhoKnowPeople(d, ask, inviting.WaveSize, asked)];
        }

        return d.Save(ask with { Suggestions = [.. people.Select(p => ask.Suggestions.Find(s => s.Colleague == p.Colleague) is { } before ? p with { Word = before.Word } : p)] });
    }

    /// <summary>How people would be found for the reader's own ask at this moment. Nothing is changed. Null when it is not theirs.</summary>
    public static Finding? Explain(Decision d, AskId id)
    {
        if (d.Ask(id) is not { } ask || ask.Requester != d.Message.From)
            return null;
        var (asked, inviting) = (AskedFor(ask), d.Settings.Inviting);
        var choice = Choosing.Weigh(d, ask, inviting.Suggestions, asked);
        var connectors = choice.Named.Count == 0 ? Choosing.PeopleWhoKnowPeople(d, ask, inviting.WaveSize, asked) : [];
        return new Finding(ask, choice, connectors, d.Settings) { Learned = d.Read<LearnedWeights>(LearnedWeights.TheKey) };
    }

    private static HashSet<TeammateId> AskedFor(Ask ask) => [.. ask.Invitations.Select(i => i.Colleague), .. ask.Helps.Select(h => h.Helper)];
}

/// <summary>How people are found for an ask: for whoever runs Connector, never for a requester.</summary>
/// <param name="Connectors">Who would be asked because they know people, when nobody is obvious.</param>
public sealed record Finding(Ask Ask, Choice Choice, IReadOnlyList<Suggestion> Connectors, Settings Settings)
{
    /// <summary>Where the weights come from, when they are the organization's own.</summary>
    public LearnedWeights? Learned { get; init; }
}
