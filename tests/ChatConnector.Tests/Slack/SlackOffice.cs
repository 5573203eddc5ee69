using ChatConnector.Engine;

namespace ChatConnector.Tests.Slack;

/// <summary>The people and places of the sample cards as Slack knows them.</summary>
internal static class SlackOffice
{
    public static readonly SampleWording Wording = new(new SampleOffice(
        new OrganizationId("slack-T1"),
        new TeammateId("slack:T1:UPRIYA"),
        new TeammateId("slack:T1:UBO"),
        new TeammateId("slack:T1:UANA"),
        new Place(PlaceKind.Channel, "slack:T1:CDATA", "data", "1788264000.000100"),
        Typed: "help with <!channel> *reports* & <https://evil.example|the bank>",
        WhyThem: "they know <@UBO>",
        Names: ["Priya <b>", "Bo | Lin", "Ana", "Lin @everyone"]));
}
