using ChatConnector.Engine.Wording;

namespace ChatConnector.Simulation;

/// <summary>
/// The platform as people see it, and as it really is: it has no idempotency keys, so whatever is sent twice stands there twice.
/// </summary>
public sealed class Screens
{
    private readonly List<Post> posts = [];

    public IReadOnlyList<Post> Posts => posts;

    public string Show(Delivery delivery, DateTimeOffset now)
    {
        switch (delivery)
        {
            case Delivery.Post post:
                return Add(new Post(post.EffectId, post.To.Owner ?? post.OnlyFor, post.Card, now));
            case Delivery.Gather gather:
                return Add(new Post(gather.EffectId, null, gather.Opening, now) { People = gather.People });
            case Delivery.Edit edit:
                posts[int.Parse(edit.Shown)].Card = edit.Card;
                return edit.Shown;
            case Delivery.TakeAway away:
                (posts[int.Parse(away.Shown)].Card, posts[int.Parse(away.Shown)].IsGone) = (away.Otherwise, true);
                return away.Shown;
            default:
                return "home";
        }
    }

    private string Add(Post post)
    {
        posts.Add(post);
        return $"{posts.Count - 1}";
    }

    public sealed class Post(string effectId, TeammateId? reader, Card card, DateTimeOffset at)
    {
        public string EffectId => effectId;

        public TeammateId? Reader => reader;

        public DateTimeOffset At => at;

        public IReadOnlyList<TeammateId> People { get; init; } = [];

        public Card Card { get; set; } = card;

        public bool IsGone { get; set; }
    }
}
