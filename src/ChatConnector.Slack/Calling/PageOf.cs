namespace ChatConnector.Slack.Calling;

/// <summary>Which page of a list.</summary>
/// <param name="Team">The workspace, where the token is for a whole organization; null otherwise.</param>
/// <param name="Cursor">Where the page begins; null for the first.</param>
/// <param name="Limit">Items at most.</param>
public sealed record PageOf(string? Team, string? Cursor, int Limit)
{
    internal IReadOnlyList<KeyValuePair<string, string>> Arguments()
    {
        List<KeyValuePair<string, string>> arguments = [new("limit", $"{Limit}")];
        if (Cursor is not null)
            arguments.Add(new("cursor", Cursor));
        if (Team is not null)
            arguments.Add(new("team_id", Team));
        return arguments;
    }
}
