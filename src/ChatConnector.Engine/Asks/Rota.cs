namespace ChatConnector.Engine.Asks;

/// <summary>Whose week it is among the stewards. Nobody volunteers; the turn comes round.</summary>
public static class Rota
{
    /// <summary>This week's steward, never the requester and nobody who is away; null when there is none.</summary>
    public static TeammateId? Of(Decision d, Ask ask, TeammateId? after = null)
    {
        var stewards = d.Settings.Stewards.FindAll(s => s != ask.Requester && d.Teammate(s).IsHere && !(d.Teammate(s).Preferences.PausedUntil > d.Now)
            && !Avoiding.AreKeptApart(d, s, ask.Requester));
        if (after is { } previous)
            stewards = stewards.Remove(previous);
        if (stewards.IsEmpty)
            return null;
        var week = (d.Now - Instant.FromUtc(2024, 1, 1, 0, 0)).Days / 7;
        return stewards[(int)(week % stewards.Count)];
    }
}
