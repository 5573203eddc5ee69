using ChatConnector.Engine.Wording;

namespace ChatConnector.Teams.Rendering;

/// <summary>Forms as dialogs.</summary>
/// <param name="tenant">Whose people can be picked.</param>
/// <param name="channels">The channels that can be picked, by our id.</param>
public sealed class FormRendering(string tenant, IReadOnlyList<Option> channels)
{
    // The people of the reader's own directory, looked up by Teams as they type.
    private static readonly ChoicesQuery Directory = new("graph.microsoft.com/users");

    /// <param name="origin">What opened it.</param>
    /// <param name="filled">What was filled in before, when the form comes back.</param>
    /// <param name="errors">What is wrong with it, by field name.</param>
    public Dialog Render(Form form, Origin? origin = null, Act? filled = null, IReadOnlyDictionary<string, string>? errors = null)
    {
        var body = form.Fields.SelectMany(field => Of(field, filled, errors)).ToList();
        var submits = new Carried(form.Submits.ToButtonValue())
        {
            People = Names(form.Fields.OfType<Field.People>().Select(p => p.Name)),
            Opener = origin?.Opener.ToButtonValue(),
            Once = origin?.Once,
        };
        var card = new AdaptiveCard(body)
        {
            FallbackText = form.Title,
            Actions = [new CardAction.Submit(PeoplesWords.Plain(form.SubmitLabel, 40), new Pressed(submits))],
        };
        var inputs = form.Fields.Count(f => f is not Field.Note);
        return new Dialog(PeoplesWords.Plain(form.Title, 60), card, inputs switch { <= 1 => "small", <= 4 => "medium", _ => "large" });
    }

    private IEnumerable<Element> Of(Field field, Act? filled, IReadOnlyDictionary<string, string>? errors)
    {
        if (field is Field.Note note)
            return new Sentences(tenant, mentions: false, longest: 1000).Of(note.Text, Dress.Note);
        var (name, input) = Input(field, filled);
        return errors is not null && errors.TryGetValue(name, out var wrong)
            ? [new Element.TextBlock(PeoplesWords.IsInert(wrong) ? wrong : PeoplesWords.Name(wrong)) { Color = "Attention", Weight = "Bolder" }, input]
            : [input];
    }

    private (string Name, Element Input) Input(Field field, Act? filled)
    {
        string? Value(string name, string initial) => (filled is null ? initial : filled.Field(name)) is { Length: > 0 } value ? PeoplesWords.Plain(value, 4000) : null;
        return field switch
        {
            Field.Words words => (words.Name, new Element.InputText(words.Name, words.Label)
            {
                IsRequired = words.Required ? true : null,
                ErrorMessage = words.Required ? Frames.Missing : null,
                IsMultiline = words.Tall ? true : null,
                MaxLength = words.Most,
                Placeholder = words.Hint.Length > 0 ? words.Hint : null,
                Value = Value(words.Name, words.Initial),
            }),
            Field.Choice choice => (choice.Name, Choices(choice.Name, choice.Label, choice.Options) with { Style = "compact", Value = Value(choice.Name, choice.Initial) }),
            Field.Choices choices => (choices.Name, Choices(choices.Name, choices.Label, choices.Options) with { Style = "expanded", IsMultiSelect = true, Value = Value(choices.Name, choices.Initial) }),
            Field.People people => (people.Name, Choices(people.Name, people.Label, []) with
            {
                ChoicesData = Directory,
                IsMultiSelect = people.Most > 1 ? true : null,
                IsRequired = people.Required ? true : null,
                ErrorMessage = people.Required ? Frames.Missing : null,
                Placeholder = Frames.TypeAName,
                Value = Accounts(Value(people.Name, people.Initial)),
            }),
            Field.Channel channel => (channel.Name, Choices(channel.Name, channel.Label, channels) with
            {
                Style = "compact",
                IsRequired = channel.Required ? true : null,
                ErrorMessage = channel.Required ? Frames.Missing : null,
                Placeholder = channels.Count > 0 ? Frames.ChooseAChannel : Frames.NoChannels,
                Value = Value(channel.Name, ""),
            }),
            Field.Day day => (day.Name, new Element.InputDate(day.Name, day.Label)
            {
                IsRequired = day.Required ? true : null,
                ErrorMessage = day.Required ? Frames.Missing : null,
                Value = Value(day.Name, day.Initial),
            }),
            _ => throw new InvalidOperationException("A field of a kind that Teams has no input for."),
        };
    }

    private static Element.InputChoiceSet Choices(string name, string label, IReadOnlyList<Option> options) =>
        new(name, label, [.. options.Select(o => new InputChoice(PeoplesWords.Plain(o.Label, 100), o.Value))]) { Wrap = true };

    /// <summary>Our ids as Teams' own; people of other platforms cannot be picked here.</summary>
    private string? Accounts(string? ours) =>
        ours is not null && ours.Split(',').Select(TeamsIds.Parse).Where(p => p?.Tenant == tenant).Select(p => p!.Value.Id).ToList() is { Count: > 0 } ids ? string.Join(',', ids) : null;

    private static List<string>? Names(IEnumerable<string> names) => names.ToList() is { Count: > 0 } some ? some : null;
}

/// <summary>A dialog: a card in a window of its own.</summary>
/// <param name="Height"><c>small</c>, <c>medium</c> or <c>large</c>.</param>
public sealed record Dialog(string Title, AdaptiveCard Card, string Height);
