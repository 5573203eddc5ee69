namespace ChatConnector.Engine.Wording;

/// <summary>The forms for thanks and for what is written back.</summary>
public static class ThanksForms
{
    private const string Example = "You walked me through the rollback plan on Tuesday. We shipped Wednesday without waking anyone up. I slept.";
    private const string JustThem = "private";
    private const string NoTopic = "-";

    /// <summary>Thanks for an ask.</summary>
    public static Form ForAnAsk(Decision d, Ask ask, TeammateId to)
    {
        var name = d.Teammate(to).Name;
        var others = Circle.Connectors(ask, to).Concat(Circle.OtherLeadGivers(ask, to)).Where(o => o != to && d.Teammate(o).IsHere).Distinct();
        var fields = Body(name, "");
        fields.Add(new Field.People(Fields.Others, "Anyone else to thank? (optional)", Most: 10, Initial: string.Join(',', others)));
        if (ask is { Anonymous: false, Place: { Kind: PlaceKind.Channel } place })
            fields.Add(new Field.Choice(Fields.Audience, "Send to", [new(JustThem, $"Just {name}"), new(Fields.Share, $"{name}, and ask if I may share it in #{place.Name}")], JustThem));
        if (!ask.Topics.IsEmpty && ask.HelpOf(to) is not null)
            fields.Add(new Field.Choice(Fields.Topic, $"Would you vouch for {name} on one of these? (optional)", [new(NoTopic, "Not this time"), .. ask.Topics.Select(t => new Option(t, t))], NoTopic));
        if (ask.Anonymous)
            fields.Add(new Field.Note(Text.Of($"Only {d.Teammate(to)} sees your name, if you've been introduced; to anybody else it comes from the person who asked.")));
        return new Form("thanks", $"Thank {name}", "Send", new Act(Verb.SendThanks, ask.Id, to), fields);
    }

    /// <summary>Thanks without an ask.</summary>
    /// <param name="to">Who it is for, if that is known.</param>
    /// <param name="words">What was said already, without saying to whom.</param>
    public static Form WithoutAnAsk(Teammate? to, string words) => new("thanks-to-somebody", to is null ? "Thank somebody" : $"Thank {to.Name}", "Send", new Act(Verb.SendThanks, About: to?.Id),
    [
        .. to is null ? [new Field.People(Fields.To, "Who is it for?", Required: true)] : Array.Empty<Field>(),
        .. Body(to?.Name ?? "they", words),
        new Field.People(Fields.Others, "Anyone else to thank? (optional)", Most: 10),
    ]);

    public static Form AddALine(Decision d, Thanks thanks, string? hint) => new("thanks-detail", "Add a line", "Send", new Act(Verb.SendAnyway, thanks.Ask, thanks.To),
    [
        new Field.Note(Text.Of($"So far: “{thanks.Text}”")),
        new Field.Words(Fields.Detail, hint switch
        {
            nameof(Hint.WhatTheyDid) => $"What did {d.Teammate(thanks.To).Name} do, exactly?",
            nameof(Hint.WhyItMattered) => "Why did it matter to you just then?",
            _ => "What could you do afterwards that you couldn't before?",
        }, Most: 500, Tall: true, Hint: Example),
    ]);

    public static Form Reply(Act act) => new("reply", "Write back", "Send", new Act(Verb.SendReply, act.Ask, act.About),
        [new Field.Words(Fields.Text, "What would you like to say?", Required: true, Most: 1000, Tall: true)]);

    private static List<Field> Body(string name, string words) =>
    [
        new Field.Words(Fields.Did, $"What did {name} do?", Required: true, Most: 600, Tall: true, Initial: words, Hint: "You walked me through the rollback plan on Tuesday"),
        new Field.Words(Fields.Changed, "What changed because of it?", Most: 600, Tall: true, Hint: "We shipped Wednesday without waking anyone up"),
        new Field.Words(Fields.Mattered, "Why did it matter? (optional)", Most: 600, Hint: "I slept"),
    ];
}
