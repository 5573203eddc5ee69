namespace ChatConnector.Engine.Suggesting.Index;

/// <summary>Everybody the index has heard of, numbered in the order of arrival.</summary>
internal sealed class People
{
    private readonly Dictionary<TeammateId, Person> byId = [];
    private readonly List<Person> everybody = [];

    public int Count => everybody.Count;

    public Person this[int number] => everybody[number];

    public Person? Find(TeammateId id) => byId.GetValueOrDefault(id);

    public Person FindOrAdd(TeammateId id)
    {
        if (byId.TryGetValue(id, out var person))
            return person;
        person = new Person(id, everybody.Count);
        everybody.Add(person);
        return byId[id] = person;
    }
}
