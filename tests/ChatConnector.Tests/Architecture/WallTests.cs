using Mono.Cecil;

namespace ChatConnector.Tests.Architecture;

/// <summary>Who may know whom, read from the compiled assemblies.</summary>
public class WallTests
{
    /// <summary>Each row: a project, and every project of ours it may know.</summary>
    public static TheoryData<string, string[]> Walls => new()
    {
        { "ChatConnector.Engine", [] },
        { "ChatConnector.Runtime", ["ChatConnector.Engine"] },
        { "ChatConnector.Storage", ["ChatConnector.Engine", "ChatConnector.Runtime"] },
        { "ChatConnector.Slack", ["ChatConnector.Engine", "ChatConnector.Runtime"] },
        { "ChatConnector.Teams", ["ChatConnector.Engine", "ChatConnector.Runtime"] },
    };

    [Theory]
    [MemberData(nameof(Walls))]
    public void A_project_knows_only_those_it_may(string project, string[] mayKnow)
    {
        using var assembly = Load(project);
        Assert.Contains(assembly.MainModule.Types, t => t.IsPublic);
        var known = assembly.MainModule.AssemblyReferences.Select(r => r.Name).Where(n => n.StartsWith("ChatConnector.", StringComparison.Ordinal));
        Assert.Empty(known.Except(mayKnow));
    }

    [Fact]
    public void The_engine_knows_nothing_but_the_base_library_and_NodaTime()
    {
        using var assembly = Load("ChatConnector.Engine");
        var known = assembly.MainModule.AssemblyReferences.Select(r => r.Name).ToList();
        Assert.Contains("NodaTime", known);
        Assert.DoesNotContain(known, n => n != "NodaTime" && !n.StartsWith("System.", StringComparison.Ordinal));
    }

    [Fact]
    public void A_trespasser_would_be_noticed()
    {
        using var assembly = Load("ChatConnector.Storage");
        Assert.Contains(assembly.MainModule.AssemblyReferences, r => r.Name == "ChatConnector.Runtime");
    }

    [Theory]
    [InlineData("channel_id")]
    [InlineData("tenant")]
    [InlineData("slack")]
    [InlineData("msteams")]
    [InlineData("block_id")]
    public void The_engine_speaks_no_platform_words(string word)
    {
        using var assembly = Load("ChatConnector.Engine");
        var names = assembly.MainModule.GetTypes().SelectMany(t => t.Methods.Select(m => m.Name).Concat(t.Properties.Select(p => p.Name)).Append(t.Name));
        Assert.DoesNotContain(names, n => n.Contains(word, StringComparison.OrdinalIgnoreCase));
    }

    private static AssemblyDefinition Load(string project) =>
        AssemblyDefinition.ReadAssembly(Path.Combine(AppContext.BaseDirectory, project + ".dll"));
}
