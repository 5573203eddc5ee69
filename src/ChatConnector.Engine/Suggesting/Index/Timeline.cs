namespace ChatConnector.Engine.Suggesting.Index;

/// <summary>Who helped when, of everybody, in the order of time.</summary>
internal sealed class Timeline
{
    private readonly List<(int Minute, int Person)> helps = [];

    public int Count => helps.Count;

    public (int Minute, int Person) this[int index] => helps[index];

    public void Add(int minute, int person) => helps.Insert(PlaceOf(minute, person), (minute, person));

    public void Remove(int minute, int person)
    {
        var place = helps.BinarySearch((minute, person));
        if (place >= 0)
            helps.RemoveAt(place);
    }

    private int PlaceOf(int minute, int person)
    {
        // Nearly all helps are news.
        if (helps.Count == 0 || helps[^1].CompareTo((minute, person)) <= 0)
            return helps.Count;
        var place = helps.BinarySearch((minute, person));
        return place < 0 ? ~place : place;
    }
}
