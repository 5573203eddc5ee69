using System.Diagnostics;
using ChatConnector.Engine.Wording;

namespace ChatConnector.Host.TryIt.Rendering;

/// <summary>Turns the engine's neutral cards and forms into what the page receives.</summary>
public static class Render
{
    private static readonly string[] CardsThatName = ["suggestions", "nobody-obvious", "asking"];

    public static CardView View(this Card card) => new(card.Kind, card.Summary, [.. card.Parts.Select(View)], CardsThatName.Contains(card.Kind) ? AskOn(card) : null);

    public static FormView View(this Form form) =>
        new(form.Kind, form.Title, form.SubmitLabel, form.Submits.ToButtonValue(), form.Submits.Fields, [.. form.Fields.Select(View)]);

    public static IReadOnlyList<SpanView> View(this Text text) => [.. text.Spans.Select(View)];

    private static string? AskOn(Card card) => card.Parts.OfType<Part.Actions>().SelectMany(a => a.Buttons).FirstOrDefault()?.Act.Ask?.Text;

    private static PartView View(Part part) => part switch
    {
        Part.Heading heading => new("heading") { Text = heading.Text },
        Part.Paragraph paragraph => new("paragraph") { Spans = paragraph.Text.View() },
        Part.Quote quote => new("quote") { Text = quote.Words },
        Part.Person person => new("person") { Person = person.Id.Text, Name = person.Name, Spans = person.Line.View() },
        Part.Note note => new("note") { Spans = note.Text.View() },
        Part.Actions actions => new("actions") { Buttons = [.. actions.Buttons.Select(View)] },
        Part.Document document => new("document") { FileName = document.FileName, Content = document.Content },
        _ => throw new UnreachableException(part.GetType().Name),
    };

    private static ButtonView View(Button button) =>
        new(button.Label, button.Act.ToButtonValue(), button.Look.ToString().ToLowerInvariant(), button.OpensForm);

    private static SpanView View(Text.Span span) => span switch
    {
        Text.Span.Ours ours => new("ours", ours.Words),
        Text.Span.Strong strong => new("strong", strong.Words),
        Text.Span.Theirs theirs => new("theirs", theirs.Words),
        Text.Span.Person person => new("person", person.Name, person.Id.Text),
        Text.Span.Channel channel => new("channel", "#" + channel.Place.Name, channel.Place.Id),
        _ => throw new UnreachableException(span.GetType().Name),
    };

    private static FieldView View(Field field) => field switch
    {
        Field.Note note => new("note") { Spans = note.Text.View() },
        Field.Words words => new("words")
        {
            Name = words.Name,
            Label = words.Label,
            Required = words.Required,
            Most = words.Most,
            Tall = words.Tall,
            Initial = words.Initial,
            Hint = words.Hint,
        },
        Field.Choice choice => new("choice") { Name = choice.Name, Label = choice.Label, Initial = choice.Initial, Options = View(choice.Options) },
        Field.Choices choices => new("choices") { Name = choices.Name, Label = choices.Label, Initial = choices.Initial, Options = View(choices.Options) },
        Field.People people => new("people") { Name = people.Name, Label = people.Label, Required = people.Required, Most = people.Most, Initial = people.Initial },
        Field.Channel channel => new("channel") { Name = channel.Name, Label = channel.Label, Required = channel.Required },
        Field.Day day => new("day") { Name = day.Name, Label = day.Label, Required = day.Required, Initial = day.Initial },
        _ => throw new UnreachableException(field.GetType().Name),
    };

    private static IReadOnlyList<OptionView> View(IReadOnlyList<Option> options) => [.. options.Select(o => new OptionView(o.Value, o.Label))];
}
