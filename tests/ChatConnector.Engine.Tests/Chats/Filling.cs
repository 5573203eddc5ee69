namespace ChatConnector.Engine.Tests.Chats;

/// <summary>Fills in a form the way a screen lets people do it.</summary>
internal static class Filling
{
    public static Act Submit(Form form, IReadOnlyList<Filled> filled, Func<string, string> mentions)
    {
        var act = form.Fields.Aggregate(form.Submits, (a, f) => a.With(Name(f), Initial(f)));
        foreach (var (name, value) in filled)
        {
            var field = form.Fields.FirstOrDefault(f => Name(f) == name)
                ?? throw new FormatException($"The form '{form.Title}' has no field '{name}'. It has: {string.Join(", ", form.Fields.Select(Name).Where(n => n.Length > 0))}");
            act = Fill(act, field, value, mentions);
        }
        return act;
    }

    private static Act Fill(Act act, Field field, string value, Func<string, string> mentions) => field switch
    {
        Field.Words words when value.Length > words.Most => throw new FormatException($"'{words.Name}' takes {words.Most} characters at most."),
        Field.Words words => act.With(words.Name, mentions(value)),
        Field.Choice choice => act.With(choice.Name, OneOf(choice.Name, choice.Options, value)),
        Field.Choices choices => act.With(choices.Name, string.Join(',', Each(value).Select(v => OneOf(choices.Name, choices.Options, v)))),
        Field.People people when Each(value).Length > people.Most => throw new FormatException($"'{people.Name}' takes {people.Most} people at most."),
        Field.People people => act.With(people.Name, string.Join(',', Each(value).Select(v => v.TrimStart('@')))),
        Field.Channel channel => act.With(channel.Name, value.TrimStart('#')).With(channel.Name + "Name", value.TrimStart('#')),
        Field.Day day => act.With(day.Name, value),
        _ => act,
    };

    private static string OneOf(string name, IReadOnlyList<Option> options, string value) =>
        options.Any(o => o.Value == value) ? value : throw new FormatException($"'{name}' takes one of: {string.Join(", ", options.Select(o => o.Value))}");

    private static string[] Each(string value) => value.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static string Name(Field field) => field switch
    {
        Field.Words f => f.Name,
        Field.Choice f => f.Name,
        Field.Choices f => f.Name,
        Field.People f => f.Name,
        Field.Channel f => f.Name,
        Field.Day f => f.Name,
        _ => "",
    };

    private static string? Initial(Field field) => field switch
    {
        Field.Words f => f.Initial,
        Field.Choice f => f.Initial,
        Field.Choices f => f.Initial,
        Field.People f => f.Initial,
        Field.Day f => f.Initial,
        _ => null,
    };
}
