using ChatConnector.Benchmarks.Answering;
using ChatConnector.Benchmarks.Fairness;
using ChatConnector.Benchmarks.Learning;
using ChatConnector.Benchmarks.Quality;
using ChatConnector.Benchmarks.Searching;
using ChatConnector.Benchmarks.Speed;
using ChatConnector.Benchmarks.Turning;

switch (args)
{
    case ["quality", .. var rest] when rest.Any(a => !a.StartsWith('-')):
        QualityBench.Run([.. rest.Where(a => !a.StartsWith('-')).Select(Community.Read)], showTest: rest.Contains("--test"));
        return 0;
    case ["agree", .. var pairs] when pairs.Length > 0 && pairs.Length % 2 == 0:
        return pairs.Chunk(2).Select(pair => AgreementBench.Run(Community.Read(pair[0]), pair[1])).ToList().TrueForAll(agrees => agrees) ? 0 : 1;
    case ["fairness", .. var rest] when rest.Any(a => !a.StartsWith('-')):
        foreach (var folder in rest.Where(a => !a.StartsWith('-')))
            FairnessBench.Run(Community.Read(folder), showTest: rest.Contains("--test"));
        return 0;
    case ["confidence", .. var folders] when folders.Length > 0:
        foreach (var folder in folders)
            ConfidenceBench.Run(Community.Read(folder));
        return 0;
    case ["learn", .. var folders] when folders.Length > 0:
        LearnBench.Run([.. folders.Select(Community.Read)]);
        return 0;
    case ["refit", .. var rest] when rest.Any(a => !a.StartsWith('-')):
        RefitBench.Run([.. rest.Where(a => !a.StartsWith('-')).Select(Community.Read)], showTest: rest.Contains("--test"));
        return 0;
    case ["speed"]:
        SpeedBench.Head();
        SpeedBench.Run(1_000, 10_000);
        SpeedBench.Run(100_000, 100_000);
        SpeedBench.Run(100_000, 1_000_000);
        return 0;
    case ["search", .. var sizes]:
        SearchBench.Run(sizes.Length == 0 ? [10_000, 100_000, 1_000_000] : [.. sizes.Select(int.Parse)]);
        return 0;
    case ["search-alone", var name, var folder]:
        SearchBench.RunAlone(name, folder);
        return 0;
    case ["turns"]:
        await TurnBench.RunAsync();
        return 0;
    case ["slack", var peers]:
        await SlackBench.RunAsync(peers);
        return 0;
    case ["slack-serve", "bare", var port]:
        await SlackEndpoint.BareAsync(port);
        return 0;
    case ["slack-serve", "ours", var port, var folder, var webApi]:
        await SlackEndpoint.OursAsync(port, folder, webApi);
        return 0;
    case ["teams", var peers]:
        await TeamsBench.RunAsync(peers);
        return 0;
    case ["teams-serve", var port, var file, var cloud]:
        await TeamsEndpoint.RunAsync(port, file, new Uri(cloud));
        return 0;
    default:
        Console.WriteLine(
            """
            quality FOLDER... [--test]   how good suggestions are on real asks; the test asks only when told to
            agree FOLDER TABLES.json...  whether the baselines are those of the reference tables, to 0.01
            fairness FOLDER... [--test]  what sparing people costs, and what it brings
            confidence FOLDER...         how often the first three are right, by how much of the ask they cover
            learn FOLDER...              weights from the histories of these communities
            refit FOLDER... [--test]     whether weights learned from a community's own asks do better than those learned elsewhere
            turns                        from a message to its answer, through the runtime and a database file
            search [DOCUMENTS...]        our search beside Lucene, SQLite FTS5 and MiniSearch, where they can be had
            slack PEERS                  a signed command until it is answered, beside Bolt; PEERS is tests/peers, after "npm ci" there
            teams PEERS                  a message with a token until it is answered, beside botbuilder; PEERS is tests/ChatConnector.Tests/Teams/Peers, after "npm ci" there
            speed                        from ask to suggestions, at three sizes
            """);
        return 64;
}
