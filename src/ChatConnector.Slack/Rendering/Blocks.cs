using System.Text.Json.Serialization;

namespace ChatConnector.Slack.Rendering;

/// <summary>Block Kit, as far as Connector speaks it.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(Header), "header")]
[JsonDerivedType(typeof(RichText), "rich_text")]
[JsonDerivedType(typeof(Context), "context")]
[JsonDerivedType(typeof(Actions), "actions")]
[JsonDerivedType(typeof(Input), "input")]
public abstract record Block
{
    public sealed record Header(PlainText Text) : Block;

    public sealed record RichText(IReadOnlyList<RichPart> Elements) : Block;

    public sealed record Context(IReadOnlyList<PlainText> Elements) : Block;

    public sealed record Actions(IReadOnlyList<Element> Elements) : Block;

    /// <param name="BlockId">The name of the form's field.</param>
    public sealed record Input(string BlockId, PlainText Label, Element Element, bool Optional) : Block;
}

/// <summary>Text in which nothing is interpreted.</summary>
public sealed record PlainText(string Text)
{
    public string Type { get; } = "plain_text";

    /// <summary>False: a word between colons is the writer's word.</summary>
    public bool Emoji { get; }
}

/// <summary>A paragraph of rich text. Its dress is structure, so no character in it has a meaning of its own.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(Section), "rich_text_section")]
[JsonDerivedType(typeof(Quote), "rich_text_quote")]
[JsonDerivedType(typeof(Preformatted), "rich_text_preformatted")]
public abstract record RichPart(IReadOnlyList<Inline> Elements)
{
    public sealed record Section(IReadOnlyList<Inline> Elements) : RichPart(Elements);

    public sealed record Quote(IReadOnlyList<Inline> Elements) : RichPart(Elements);

    public sealed record Preformatted(IReadOnlyList<Inline> Elements) : RichPart(Elements);
}

/// <summary>A run of characters, or a mention.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(Run), "text")]
[JsonDerivedType(typeof(User), "user")]
[JsonDerivedType(typeof(Channel), "channel")]
public abstract record Inline
{
    public sealed record Run(string Text, Style? Style = null) : Inline;

    public sealed record User(string UserId) : Inline;

    public sealed record Channel(string ChannelId) : Inline;
}

public sealed record Style(bool Bold);

/// <summary>Something to press or to fill in.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(Button), "button")]
[JsonDerivedType(typeof(Words), "plain_text_input")]
[JsonDerivedType(typeof(Choice), "static_select")]
[JsonDerivedType(typeof(Choices), "multi_static_select")]
[JsonDerivedType(typeof(Person), "users_select")]
[JsonDerivedType(typeof(People), "multi_users_select")]
[JsonDerivedType(typeof(Conversation), "conversations_select")]
[JsonDerivedType(typeof(Day), "datepicker")]
public abstract record Element(string ActionId)
{
    public sealed record Button(string ActionId, PlainText Text, string Value, string? Style) : Element(ActionId);

    public sealed record Words(string ActionId, bool Multiline, int MaxLength, string? InitialValue, PlainText? Placeholder) : Element(ActionId);

    public sealed record Choice(string ActionId, IReadOnlyList<Choosable> Options, Choosable? InitialOption) : Element(ActionId);

    public sealed record Choices(string ActionId, IReadOnlyList<Choosable> Options, IReadOnlyList<Choosable>? InitialOptions) : Element(ActionId);

    public sealed record Person(string ActionId, string? InitialUser) : Element(ActionId);

    public sealed record People(string ActionId, int MaxSelectedItems, IReadOnlyList<string>? InitialUsers) : Element(ActionId);

    public sealed record Conversation(string ActionId, ConversationFilter Filter) : Element(ActionId);

    public sealed record Day(string ActionId, string? InitialDate) : Element(ActionId);
}

/// <summary>One option of a select.</summary>
public sealed record Choosable(PlainText Text, string Value);

public sealed record ConversationFilter(IReadOnlyList<string> Include, bool ExcludeExternalSharedChannels, bool ExcludeBotUsers);

/// <summary>A modal or a home tab.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(Modal), "modal")]
[JsonDerivedType(typeof(Home), "home")]
public abstract record View(IReadOnlyList<Block> Blocks)
{
    public sealed record Modal(IReadOnlyList<Block> Blocks, PlainText Title, PlainText Submit, string CallbackId, string PrivateMetadata) : View(Blocks);

    public sealed record Home(IReadOnlyList<Block> Blocks) : View(Blocks);
}
