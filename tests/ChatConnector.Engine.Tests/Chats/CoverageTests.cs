namespace ChatConnector.Engine.Tests.Chats;

/// <summary>All stories together show everything Connector can do. A refusal does not count as an answer.</summary>
public class CoverageTests
{
    private static readonly Lazy<Coverage> All = new(() =>
    {
        var all = new Coverage();
        foreach (var story in Scenarios.All)
        {
            var runner = new ChatRunner(story);
            runner.Play();
            all.Add(runner.Seen);
        }
        return all;
    });

    [Fact]
    public void Every_verb_is_answered_in_some_story() =>
        AssertNoneMissing(Enum.GetValues<Verb>().Except(All.Value.Verbs).Select(v => v.ToString()), "verbs");

    [Fact]
    public void Every_kind_of_message_is_answered_in_some_story() =>
        AssertNoneMissing(KindsOf<Said>().Except(All.Value.Said), "kinds of message");

    [Fact]
    public void Every_effect_is_wanted_in_some_story() =>
        AssertNoneMissing(KindsOf<Effect>().Except(All.Value.Effects), "effects");

    [Fact]
    public void Every_reminder_does_something_in_some_story() =>
        AssertNoneMissing(Enum.GetValues<ReminderKind>().Except(All.Value.Reminders).Select(r => r.ToString()), "reminders");

    private static IEnumerable<string> KindsOf<T>() => typeof(T).GetNestedTypes().Where(t => t.IsSubclassOf(typeof(T))).Select(t => t.Name);

    private static void AssertNoneMissing(IEnumerable<string> missing, string what)
    {
        var names = missing.ToList();
        Assert.True(names.Count == 0, $"No story shows these {names.Count} {what}: {string.Join(", ", names)}");
    }
}
