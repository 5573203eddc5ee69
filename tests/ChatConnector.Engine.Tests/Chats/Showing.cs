namespace ChatConnector.Engine.Tests.Chats;

/// <summary>Cards and forms in plain text, as a reader of a story wants to see them.</summary>
internal static class Showing
{
    public static IEnumerable<string> Lines(Card card) => card.Parts.SelectMany(Lines);

    public static IEnumerable<string> Lines(Form form) => [$"{form.Title}", .. form.Fields.SelectMany(Lines), $"{{{form.SubmitLabel}}}"];

    public static string Text(Card card) => string.Join('\n', Lines(card));

    private static IEnumerable<string> Lines(Part part) => part switch
    {
        Part.Heading heading => [$"** {heading.Text}"],
        Part.Paragraph paragraph => Split(paragraph.Text.Plain),
        Part.Quote quote => Split(quote.Words).Select(l => $"> {l}"),
        Part.Person person => [$"· {person.Name}: {person.Line.Plain}"],
        Part.Note note => Split(note.Text.Plain).Select(l => $"({l})"),
        Part.Actions actions => [string.Join(' ', actions.Buttons.Select(b => b.OpensForm ? $"{{{b.Label} …}}" : $"{{{b.Label}}}"))],
        Part.Document document => [$"[{document.FileName}]", .. Split(document.Content).Select(l => $"  {l}")],
        _ => throw new InvalidOperationException($"Nobody knows how to show {part.GetType().Name}."),
    };

    private static IEnumerable<string> Lines(Field field) => field switch
    {
        Field.Note note => Split(note.Text.Plain).Select(l => $"({l})"),
        Field.Words words => [$"{words.Name}: {words.Label}{Mark(words.Required)}{Filled(words.Initial)}"],
        Field.Choice choice => [$"{choice.Name}: {choice.Label} <{Options(choice.Options, choice.Initial)}>"],
        Field.Choices choices => [$"{choices.Name}: {choices.Label} [{Options(choices.Options, choices.Initial)}]"],
        Field.People people => [$"{people.Name}: {people.Label}{Mark(people.Required)} @{Filled(people.Initial)}"],
        Field.Channel channel => [$"{channel.Name}: {channel.Label}{Mark(channel.Required)} #"],
        Field.Day day => [$"{day.Name}: {day.Label}{Mark(day.Required)} (a day){Filled(day.Initial)}"],
        _ => throw new InvalidOperationException($"Nobody knows how to show {field.GetType().Name}."),
    };

    private static string Options(IEnumerable<Option> options, string initial) =>
        string.Join(" | ", options.Select(o => initial.Split(',').Contains(o.Value) ? $"{o.Value}*" : o.Value));

    private static string Mark(bool required) => required ? " (needed)" : "";

    private static string Filled(string initial) => initial.Length > 0 ? $" = {initial.Replace("\n", "\\n", StringComparison.Ordinal)}" : "";

    private static string[] Split(string text) => text.ReplaceLineEndings("\n").Split('\n');
}
