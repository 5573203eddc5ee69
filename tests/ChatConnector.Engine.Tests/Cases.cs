using System.Globalization;
using FsCheck;

namespace ChatConnector.Engine.Tests;

/// <summary>How many cases a property is held against.</summary>
internal static class Cases
{
    /// <summary>
    /// Ten thousand, always the same, so that a commit passes or fails by what is in it. <c>PROPERTY_CASES=1000000</c> goes and looks
    /// at as many that nobody has seen yet.
    /// </summary>
    public static Config Many { get; } = Of(10_000);

    /// <summary>A tenth of that, where each case takes long.</summary>
    public static Config Some { get; } = Of(1_000);

    private static Config Of(int usually) => int.TryParse(Environment.GetEnvironmentVariable("PROPERTY_CASES"), CultureInfo.InvariantCulture, out var cases)
        ? Config.QuickThrowOnFailure.WithMaxTest(cases).WithQuietOnSuccess(true)
        : Config.QuickThrowOnFailure.WithMaxTest(usually).WithReplay(20261122, 7).WithQuietOnSuccess(true);
}
