using NodaTime.Text;

namespace ChatConnector.Engine.Wording;

/// <summary>How it is going, in figures about eight people or more. Nothing about anybody in particular.</summary>
public static class HealthCards
{
    private const int FewestPeople = 8;
    private static readonly LocalDatePattern Month = LocalDatePattern.CreateWithInvariantCulture("MMMM uuuu");

    public static Card Health(IReadOnlyList<(LocalDate Month, Figures Figures)> months, int people, Spread spread)
    {
        var parts = new List<Part> { Text.Of("What matters here is loops closed, not how much is going on.") };
        foreach (var (month, figures) in months)
        {
            parts.Add(new Part.Heading(Month.Format(month)));
            parts.AddRange(Of(figures, people));
        }

        if (people >= FewestPeople && spread.TopShare > 0)
            parts.Add(Text.Of($"In the last four weeks the busiest twentieth of those who were asked got {Percent(spread.TopShare)} of the asks (aim: at most 20%)."));
        parts.Add(new Part.Note(Text.Of($"A figure is shown only when at least {FewestPeople} people stand behind it. Nobody's helping, thanking or declining is counted by name.")));
        return new Card("health", parts);
    }

    private static IEnumerable<Part> Of(Figures figures, int people)
    {
        if (figures[Measure.Askers] < FewestPeople)
        {
            yield return Text.Of($"Fewer than {FewestPeople} people asked, so figures would be about persons. I show none.");
        }
        else
        {
            yield return Text.Of($"{figures[Measure.Asks]} asks from {figures[Measure.Askers]} people.");
            yield return Share("Answered by somebody within a working day", figures[Measure.AnsweredInOneDay], figures[Measure.Asks], "as many as can be; the others get an honest word from me");
            yield return Share("Help or a lead within two working days", figures[Measure.AnsweredInTwoDays], figures[Measure.Asks], "85%");
            yield return Share("Introductions across teams", figures[Measure.AcrossTeams], figures[Measure.Introductions], "some");
            yield return Share("Helpers thanked within 48 hours", figures[Measure.ThankedInTwoDays], figures[Measure.Helped], "60%");
            yield return Share("Helpers told within six weeks how it turned out", figures[Measure.OutcomesTold], figures[Measure.Helped], "35%");
        }

        if (people >= FewestPeople)
        {
            var quiet = figures[Measure.TurnedOff];
            yield return Text.Of($"Something turned off {Times(quiet)} ({Percent((double)quiet / people)} of {people} people; more than 3% in a month says I'm too loud). Paused {Times(figures[Measure.Paused])}.");
        }
    }

    private static Text Share(string what, int part, int whole, string aim) => whole < FewestPeople
        ? Text.Of($"{Text.Ours(what)}: too few to say.")
        : Text.Of($"{Text.Ours(what)}: {Percent((double)part / whole)} (aim: {Text.Ours(aim)}).");

    private static Text Times(int count) => Text.Ours(count switch { 0 => "never", 1 => "once", 2 => "twice", _ => $"{count} times" });

    private static Text Percent(double share) => Text.Ours($"{Math.Round(share * 100)}%");
}
