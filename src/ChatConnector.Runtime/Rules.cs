using ChatConnector.Engine.Connecting;
using ChatConnector.Engine.Wording;

namespace ChatConnector.Runtime;

/// <summary>
/// The pure functions a conversation consists of. The runtime carries any conversation; ours is <see cref="OfConversation"/>.
/// </summary>
public sealed record Rules(Func<Situation, Message, Decision> Decide, Func<Situation, Message, Place, Contact, string?> WhyNotSend)
{
    public static readonly Rules OfConversation = new(Conversation.Decide, Conversation.WhyNotSend);

    public Func<Message, bool> MayOpenForm { get; init; } = Conversation.MayOpenForm;

    public Func<Situation, Message, Form?> FormFor { get; init; } = Conversation.FormFor;

    public Func<Situation, Message, IReadOnlyDictionary<string, string>> Check { get; init; } = Conversation.Check;

    public Func<Situation, Message, Card> HomeOf { get; init; } = Conversation.HomeOf;

    public Func<Situation, Message, AskId, Card?> Look { get; init; } = Conversation.Look;

    public Func<Situation, Message, AskId, Finding?> Explain { get; init; } = Conversation.Explain;
}
