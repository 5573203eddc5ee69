using System.Globalization;
using ChatConnector.Engine;
using ChatConnector.Engine.Connecting;
using ChatConnector.Engine.Suggesting;
using ChatConnector.Host.TryIt.Api;
using ChatConnector.Host.TryIt.Organizations;
using ChatConnector.Host.TryIt.Screens;
using ChatConnector.Runtime.Ports;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace ChatConnector.Host.TryIt.Pages;

/// <summary>Why these people: how the engine finds them for an ask at this moment, for whoever tries it out.</summary>
public sealed class WhyModel(CurrentOrganization current, BrowserEars ears, TimeProvider clock, IEmbeddings embeddings) : PageModel
{
    private Dictionary<string, Person> people = [];

    /// <summary>Null when there is no such ask of this person.</summary>
    public Finding? Finding { get; private set; }

    /// <summary>The model that tells what texts mean; null where none is asked.</summary>
    public string? Model => embeddings.Model;

    /// <summary>Who asks.</summary>
    public string Me { get; private set; } = "";

    /// <summary>The moment it is true for, in the requester's zone.</summary>
    public string At { get; private set; } = "";

    /// <summary>What a full bar stands for.</summary>
    public double Longest { get; private set; }

    public IEnumerable<Considered> Others => Finding!.Choice.People.Where(p => !Finding.Choice.Named.Contains(p));

    public async Task OnGetAsync([FromQuery(Name = "as")] string? me, [FromQuery] string? ask, CancellationToken cancellation)
    {
        if (await Visit.ToAsync(current, me ?? "", null, cancellation) is ({ } visit, _))
        {
            Me = visit.Me.Id;
            people = (await Guide.PeopleAsync(visit.Screen, cancellation)).ToDictionary(p => p.Id);
            At = NodaTime.Instant.FromDateTimeOffset(clock.GetUtcNow()).InZone(Guide.ZoneOf(visit.Me)).ToString("dddd d MMMM, HH:mm", CultureInfo.InvariantCulture);
            Finding = await ears.ExplainAsync(visit, new AskId(ask ?? ""), cancellation);
        }

        if (Finding is null)
            Response.StatusCode = StatusCodes.Status404NotFound;
        else
            Longest = Finding.Choice.People.SelectMany(p => Why.Sign.PartsOf(p.Parts!)).Select(p => p.Points).DefaultIfEmpty(1).Max();
    }

    public Person Of(TeammateId who) => people.GetValueOrDefault(who.Text) ?? new Person(who.Text, who.Text, "", "", "");

    public static string Points(double points) => points.ToString("0.00;−0.00", CultureInfo.InvariantCulture);

    /// <summary>The length of a bar.</summary>
    public string Length(double points) => (Math.Abs(points) / Longest * 100).ToString("0.#", CultureInfo.InvariantCulture) + "%";
}
