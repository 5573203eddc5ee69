namespace ChatConnector.Engine.Suggesting.Index;

/// <summary>
/// How the invitations of the last four weeks spread over people. Counted by whole days, so that the answer depends on the
/// rows and the day alone; kept up to date row by row, and counted anew when the day changes.
/// </summary>
internal sealed class InvitationLoad
{
    private const int WindowDays = 28;

    private readonly Dictionary<TeammateId, ImmutableList<Invited>> invited = [];

    // How many people were invited how often.
    private readonly SortedDictionary<int, int> peopleByCount = [];
    private int day = int.MinValue;

    public void Learn(Teammate row)
    {
        var before = invited.GetValueOrDefault(row.Id, []);
        if (ReferenceEquals(before, row.Invited))
            return;
        if (row.Invited.IsEmpty)
            invited.Remove(row.Id);
        else
            invited[row.Id] = row.Invited;
        lock (peopleByCount)
        {
            Count(before, -1);
            Count(row.Invited, 1);
        }
    }

    public void Forget(TeammateId who)
    {
        if (!invited.Remove(who, out var before))
            return;
        lock (peopleByCount)
            Count(before, -1);
    }

    public Spread At(Instant now)
    {
        lock (peopleByCount)
        {
            if (DayOf(now) is var today && today != day)
            {
                day = today;
                peopleByCount.Clear();
                foreach (var list in invited.Values)
                    Count(list, 1);
            }
            return Spread.Of(peopleByCount);
        }
    }

    private void Count(ImmutableList<Invited> list, int sign)
    {
        var times = list.Count(i => DayOf(i.At) > day - WindowDays && DayOf(i.At) <= day);
        if (times == 0 || day == int.MinValue)
            return;
        peopleByCount[times] = peopleByCount.GetValueOrDefault(times) + sign;
        if (peopleByCount[times] == 0)
            peopleByCount.Remove(times);
    }

    private static int DayOf(Instant at) => (int)Math.Floor(at.ToUnixTimeSeconds() / 86400.0);
}
