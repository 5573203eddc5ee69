using System.Globalization;

namespace ChatConnector.Simulation;

/// <summary>Seeded histories of the whole product. A violated invariant names the seed that replays it.</summary>
public class SimulationTests
{
    /// <summary>Enough for a look at every commit; set <c>SIMULATION_SCHEDULES</c> for many more.</summary>
    private static readonly int Schedules = int.Parse(Environment.GetEnvironmentVariable("SIMULATION_SCHEDULES") ?? "200", CultureInfo.InvariantCulture);

    [Fact]
    public void Whatever_goes_wrong_nothing_is_lost_and_nothing_is_done_twice()
    {
        var report = Histories.Live(Schedules, seed => new World(seed));
        Assert.True(report.Violations.Count == 0, report.ToString());
        Assert.True(report.Crashes > 0 && report.Sends > 0, "Nothing happened, so nothing was shown.");
    }

    [Fact]
    public void A_calm_day_needs_no_luck()
    {
        var report = Histories.Live(Math.Min(Schedules, 100), seed => new World(seed, Faults.None));
        Assert.True(report.Violations.Count == 0, report.ToString());
    }

    [Fact]
    public void The_same_seed_is_the_same_history()
    {
        for (var seed = 1; seed <= 20; seed++)
            Assert.Equal(Histories.TraceOf(seed), Histories.TraceOf(seed));
    }

    [Theory]
    [MemberData(nameof(PlantedDefects))]
    public void A_planted_defect_is_noticed(string name)
    {
        var mutant = Mutants.All.Single(m => m.Name == name);
        var report = Histories.Live(Histories.MostSeedsPerDefect, seed => new World(seed, mutant: mutant), mostViolations: 1);
        Assert.True(report.Violations.Count > 0, $"{report.Schedules} histories, and nobody noticed.");
    }

    public static TheoryData<string> PlantedDefects => [.. Mutants.All.Select(m => m.Name)];
}
