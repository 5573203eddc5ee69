using System.IO.Compression;
using System.Text.Json;

namespace ChatConnector.Benchmarks.Quality;

/// <summary>Real asks of a community and who really answered, in the order of time. Read from outside the repository; the texts stay there.</summary>
public sealed class Community
{
    private readonly Dictionary<string, int> people = [];

    private Community(string name) => Name = name;

    public string Name { get; }

    public List<Question> Questions { get; } = [];

    public List<Answer> Answers { get; } = [];

    public int People => people.Count;

    /// <summary>Too few asks to learn or to choose anything from; it is judged as a whole.</summary>
    public bool IsSmall => Questions.Count < 3_000;

    /// <param name="folder">Holds <c>questions.jsonl.gz</c> and <c>answers.jsonl.gz</c>.</param>
    public static Community Read(string folder)
    {
        var community = new Community(Path.GetFileName(Path.TrimEndingDirectorySeparator(folder)));
        var byId = new Dictionary<string, Question>();
        foreach (var line in Lines(Path.Combine(folder, "questions.jsonl.gz")))
        {
            var tags = line.GetProperty("tags");
            var question = new Question(community.Questions.Count, Text(line, "title"), Text(line, "text"), community.Person(Text(line, "asker")), line.GetProperty("time").GetInt64())
            {
                Channel = tags.GetArrayLength() > 0 ? tags[0].GetString()! : "",
                Split = Enum.Parse<Split>(Text(line, "split"), ignoreCase: true),
            };
            community.Questions.Add(question);
            // An ask that was archived twice gets its answers at the second place, as in the reference evaluation.
            byId[Text(line, "id")] = question;
        }
        foreach (var line in Lines(Path.Combine(folder, "answers.jsonl.gz")))
        {
            var question = byId[Text(line, "q")];
            var answer = new Answer(community.Answers.Count, question, community.Person(Text(line, "user")), Math.Max(line.GetProperty("time").GetInt64(), question.Time + 1), Text(line, "text"))
            {
                ThankedAt = line.GetProperty("thanked").GetInt64(),
                Accepted = line.GetProperty("accepted").GetInt32() > 0,
            };
            community.Answers.Add(answer);
            question.Answerers.Add(answer.Person);
        }
        return community;
    }

    /// <summary>Everything that happened, in the order it became known.</summary>
    public IEnumerable<(Question? Asked, Answer? Answered)> Replay() =>
        Questions.Select(q => (q.Time, Kind: 0, q.Number, Asked: (Question?)q, Answered: (Answer?)null))
            .Concat(Answers.Select(a => (a.Time, Kind: 1, a.Number, Asked: (Question?)null, Answered: (Answer?)a)))
            .OrderBy(e => e.Time).ThenBy(e => e.Kind).ThenBy(e => e.Number)
            .Select(e => (e.Asked, e.Answered));

    private int Person(string name)
    {
        if (!people.TryGetValue(name, out var number))
            people[name] = number = people.Count;
        return number;
    }

    private static string Text(JsonElement line, string name) => line.GetProperty(name).GetString()!;

    private static IEnumerable<JsonElement> Lines(string path)
    {
        using var reader = new StreamReader(new GZipStream(File.OpenRead(path), CompressionMode.Decompress));
        while (reader.ReadLine() is { } line)
            yield return JsonDocument.Parse(line).RootElement;
    }
}

public enum Split
{
    History, Valid, Test,
}

/// <param name="Time">Seconds since 1970.</param>
public sealed record Question(int Number, string Title, string Text, int Asker, long Time)
{
    public string Channel { get; init; } = "";

    public Split Split { get; init; }

    /// <summary>Who really answered.</summary>
    public HashSet<int> Answerers { get; } = [];

    /// <summary>The title is the headline of an ask.</summary>
    public string Said => Title + "\n" + Text;

    /// <summary>Its words for the baselines, the title's twice.</summary>
    public IReadOnlyDictionary<string, int> Words => words ??= PlainIndex.Count(Text, Title);

    private IReadOnlyDictionary<string, int>? words;
}

/// <param name="Time">Seconds since 1970, always after the question's.</param>
public sealed record Answer(int Number, Question Question, int Person, long Time, string Text)
{
    /// <summary>When the asker thanked for it; 0 for never.</summary>
    public long ThankedAt { get; init; }

    public bool Accepted { get; init; }
}
