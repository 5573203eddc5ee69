using System.Diagnostics;

namespace ChatConnector.Benchmarks.Searching;

/// <summary>Contenders of other worlds. Each reads the library's folder and prints a <see cref="Report"/>.</summary>
internal static class Peers
{
    private const string MiniSearchVersion = "7.2.0";

    private static readonly string Sources = Path.Combine(AppContext.BaseDirectory, "Searching", "Peers");

    /// <summary>Null where there is no Java or no Lucene, of Debian's package <c>liblucene8-java</c>.</summary>
    public static ProcessStartInfo? Lucene(Library library)
    {
        var jars = Directory.Exists("/usr/share/java") ? Directory.GetFiles("/usr/share/java", "lucene-*.jar").Where(j => j.Contains("-core-", StringComparison.Ordinal) || j.Contains("-analyzers-common-", StringComparison.Ordinal)).ToList() : [];
        return jars.Count == 2 && Succeeds("java", "-version")
            ? Start("java", ["-Xmx6g", "-cp", string.Join(':', jars), Path.Combine(Sources, "LuceneSearch.java"), library.Folder])
            : null;
    }

    /// <summary>Null where there is no Node.js or the package cannot be had.</summary>
    public static ProcessStartInfo? MiniSearch(Library library)
    {
        var program = Path.Combine(library.Folder, "minisearch.mjs");
        File.Copy(Path.Combine(Sources, "minisearch.mjs"), program, overwrite: true);
        return Succeeds("npm", "install", "--silent", "--prefix", library.Folder, "minisearch@" + MiniSearchVersion)
            ? Start("node", ["--max-old-space-size=8000", "--expose-gc", program, library.Folder])
            : null;
    }

    private static bool Succeeds(string program, params IReadOnlyList<string> arguments)
    {
        try
        {
            var start = Start(program, arguments);
            (start.RedirectStandardOutput, start.RedirectStandardError) = (true, true);
            using var process = Process.Start(start)!;
            process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return process.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }

    private static ProcessStartInfo Start(string program, IReadOnlyList<string> arguments)
    {
        var start = new ProcessStartInfo(program);
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
        return start;
    }
}
