namespace ChatConnector.Slack.Rendering;

/// <summary>Forms as modals. A field's name is its block, so that what is wrong with it can be said beside it.</summary>
/// <param name="workspace">Where it is shown.</param>
public sealed class FormRendering(string workspace)
{
    /// <summary>The one action in every field's block.</summary>
    public const string ActionId = "value";

    /// <summary>Slack says it itself, behind every label of a field that may stay empty.</summary>
    private const string Optional = " (optional)";

    private readonly RichSentences sentences = new(workspace, Limits.Message);

    /// <param name="origin">What comes back with the submission: the act and where it was begun.</param>
    public View.Modal Modal(Form form, string origin) => new(
        [.. form.Fields.Select(Block).OfType<Block>().Take(Limits.BlocksInView)],
        new PlainText(Limits.Fit(form.Title, Limits.ViewLabel)),
        new PlainText(Limits.Fit(form.SubmitLabel, Limits.ViewLabel)),
        Limits.Fit(form.Kind, Limits.CallbackId),
        origin);

    private Block? Block(Field field) => field switch
    {
        Field.Note note => sentences.Of(note.Text) is { Count: > 0 } words ? new Block.RichText([new RichPart.Section(words)]) : null,
        Field.Words words => Input(words.Name, words.Label, Words(words), !words.Required),
        Field.Choice choice => Input(choice.Name, choice.Label, Choice(choice), optional: false),
        Field.Choices choices => Input(choices.Name, choices.Label, Choices(choices), optional: true),
        Field.People people => Input(people.Name, people.Label, People(people), !people.Required),
        Field.Channel channel => Input(channel.Name, channel.Label, OwnChannels, !channel.Required),
        Field.Day day => Input(day.Name, day.Label, new Element.Day(ActionId, day.Initial.Length > 0 ? day.Initial : null), !day.Required),
        _ => null,
    };

    /// <summary>Channels of the organization alone: what is asked at home is not for other organizations' eyes.</summary>
    private static Element.Conversation OwnChannels => new(ActionId, new ConversationFilter(["public", "private"], ExcludeExternalSharedChannels: true, ExcludeBotUsers: true));

    private static Block.Input Input(string name, string label, Element element, bool optional)
    {
        var said = optional && label.EndsWith(Optional, StringComparison.Ordinal) ? label[..^Optional.Length] : label;
        return new Block.Input(name, new PlainText(Limits.Fit(said, Limits.FieldLabel)), element, optional);
    }

    /// <summary>A text that is already longer than it may become is shown whole, so that it can be shortened.</summary>
    private static Element.Words Words(Field.Words words)
    {
        var initial = Limits.Fit(words.Initial, Limits.Text);
        return new Element.Words(ActionId, words.Tall, Math.Clamp(Math.Max(words.Most, initial.Length), 1, Limits.Text),
            initial.Length > 0 ? initial : null,
            words.Hint.Length > 0 ? new PlainText(Limits.Fit(words.Hint, Limits.Placeholder)) : null);
    }

    private static Element.Choice Choice(Field.Choice choice)
    {
        var options = Options(choice.Options);
        return new Element.Choice(ActionId, options, options.FirstOrDefault(o => o.Value == choice.Initial));
    }

    private static Element.Choices Choices(Field.Choices choices)
    {
        var options = Options(choices.Options);
        var initial = Split(choices.Initial);
        var chosen = options.Where(o => initial.Contains(o.Value)).ToList();
        return new Element.Choices(ActionId, options, chosen.Count > 0 ? chosen : null);
    }

    private Element People(Field.People people)
    {
        var initial = Split(people.Initial).Select(id => SlackIds.Parse(id)).Where(p => p?.Workspace == workspace).Select(p => p!.Value.Id).Take(people.Most).ToList();
        return people.Most == 1
            ? new Element.Person(ActionId, initial.FirstOrDefault())
            : new Element.People(ActionId, people.Most, initial.Count > 0 ? initial : null);
    }

    private static List<Choosable> Options(IReadOnlyList<Option> options) =>
        [.. options.Take(Limits.Options).Where(o => o.Value.Length is > 0 and <= Limits.OptionValue).Select(o => new Choosable(new PlainText(Limits.Fit(o.Label, Limits.OptionLabel)), o.Value))];

    private static string[] Split(string joined) => joined.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
