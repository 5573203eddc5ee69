using ChatConnector.Engine;

namespace ChatConnector.Tests.Teams;

/// <summary>The people and places of the sample cards as Teams knows them.</summary>
internal static class TeamsOffice
{
    public const string Tenant = "aaaaaaaa-1111-2222-3333-444444444444";

    public static readonly SampleWording Wording = new(new SampleOffice(
        new OrganizationId($"teams-{Tenant}"),
        Somebody(1),
        Somebody(2),
        Somebody(3),
        new Place(PlaceKind.Channel, $"teams:{Tenant}:19:data@thread.tacv2", "data", "1788264000124"),
        Typed: "help with <at>Bo</at> *reports* & [the bank](https://evil.example) _now_",
        WhyThem: "they know <at>everyone</at>",
        Names: ["Priya <b>", "Bo [Sales](https://evil.example)", "Ana", "Lin </at>"]));

    public static TeammateId Somebody(int number) => new($"teams:{Tenant}:bbbbbbbb-0000-0000-0000-{number:D12}");
}
