namespace ChatConnector.Engine.Asks;

/// <summary>Words that have not become an ask, kept for a few days so that nothing their author typed is lost. Two per teammate at most.</summary>
public sealed record Draft(TeammateId Author, ImmutableDictionary<string, string> Fields, Place Place) : Row
{
    /// <summary>Said and not understood, rather than an ask that could not go out yet.</summary>
    public bool Unclear { get; init; }

    public override string Key => Unclear ? UnclearKeyOf(Author) : KeyOf(Author);

    public static string KeyOf(TeammateId author) => "draft|" + author.Text;

    public static string UnclearKeyOf(TeammateId author) => "draft-unclear|" + author.Text;
}
