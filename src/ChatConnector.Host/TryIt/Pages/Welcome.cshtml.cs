using ChatConnector.Host.TryIt.Organizations;
using ChatConnector.Host.TryIt.Screens;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NodaTime.TimeZones;

namespace ChatConnector.Host.TryIt.Pages;

/// <summary>Where a first visit begins, where teammates are added, and where everything can be started over.</summary>
public sealed class WelcomeModel(CurrentOrganization current) : PageModel
{
    /// <summary>The kind of organization there is now; null before the first choice.</summary>
    public string? Kind { get; private set; }

    public IReadOnlyList<Person> People { get; private set; } = [];

    public IReadOnlyList<string> Zones { get; } =
        [.. TzdbDateTimeZoneSource.Default.ZoneLocations!.Select(z => z.ZoneId).Distinct().Order(StringComparer.Ordinal)];

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        if (await current.ScreenAsync(cancellation) is not { } screen)
            return;
        Kind = (await current.ReadAsync(cancellation))?.Kind;
        People = await Guide.PeopleAsync(screen, cancellation);
    }
}
