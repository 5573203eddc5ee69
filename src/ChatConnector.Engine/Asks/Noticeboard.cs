namespace ChatConnector.Engine.Asks;

/// <summary>The organization's open asks that somebody else may be pointed to, oldest first. Anonymous ones are not among them.</summary>
public sealed record Noticeboard : Row
{
    public const string TheKey = "noticeboard";

    private const int Kept = 200;

    public override string Key => TheKey;

    public ImmutableList<AskId> Ids { get; init; } = [];

    public static Decision Add(Decision d, Ask ask) => ask.Anonymous ? d : Change(d, ids => ids.Remove(ask.Id).Add(ask.Id).TakeLast(Kept).ToImmutableList());

    public static Decision Remove(Decision d, AskId id) => Change(d, ids => ids.Remove(id));

    public static IReadOnlyList<AskId> Newest(Decision d, int most) => [.. (d.Read<Noticeboard>(TheKey)?.Ids ?? []).Reverse().Take(most)];

    private static Decision Change(Decision d, Func<ImmutableList<AskId>, ImmutableList<AskId>> change)
    {
        var row = d.Read<Noticeboard>(TheKey) ?? new Noticeboard();
        var ids = change(row.Ids);
        return ids == row.Ids ? d : d.Save(row with { Ids = ids });
    }
}
