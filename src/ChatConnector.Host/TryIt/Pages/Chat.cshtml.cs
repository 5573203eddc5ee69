using ChatConnector.Host.TryIt.Organizations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace ChatConnector.Host.TryIt.Pages;

/// <summary>The chat, once there is an organization and somebody to be.</summary>
public sealed class ChatModel(CurrentOrganization current) : PageModel
{
    public async Task<IActionResult> OnGetAsync([FromQuery(Name = "as")] string? me, CancellationToken cancellation)
    {
        if (await current.ScreenAsync(cancellation) is not { } screen)
            return Redirect("/welcome");
        var people = await Guide.PeopleAsync(screen, cancellation);
        if (people.Count == 0)
            return Redirect("/welcome");
        return people.Any(p => p.Id == me) ? Page() : Redirect("/?as=" + people[0].Id);
    }
}
