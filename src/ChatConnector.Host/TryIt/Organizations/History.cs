using ChatConnector.Engine;
using ChatConnector.Engine.Suggesting;
using ChatConnector.Runtime.Ports;
using ChatConnector.Runtime.Rows;
using NodaTime;

namespace ChatConnector.Host.TryIt.Organizations;

/// <summary>
/// Tells a new organization what happened before Connector arrived: evidence rows dated back, of the kind a confirmed help
/// leaves. The only thing of the sample that does not come in through the inbox, because nobody can say it today.
/// </summary>
public sealed class History(IStore store, TimeProvider clock)
{
    public Task WriteAsync(OrganizationId organization, IReadOnlyList<PastHelp> helps, CancellationToken cancellation) =>
        store.CommitAsync(Keys.PartitionOf(organization), [.. helps.Select(EvidenceOf).Select(e => new RowChange.Insert(e.Key, RowJson.Write(e, 1)))], cancellation);

    private Evidence EvidenceOf(PastHelp help)
    {
        var at = Instant.FromDateTimeOffset(clock.GetUtcNow()) - Duration.FromDays(help.DaysAgo);
        var about = new TeammateId(help.Helper);
        return new Evidence(Evidence.IdAt(at, new AskId("before"), about), about, EvidenceOrigin.Helped, help.With, at)
        {
            From = new TeammateId(help.Helped),
            Channel = help.Channel,
        };
    }
}
