using System.Collections.Concurrent;

namespace ChatConnector.Runtime.Reminding;

/// <summary>When the next reminder of each organization is due, as far as this process knows; saves looking into the store all the time.</summary>
public sealed class Alarm(Surroundings around)
{
    private readonly ConcurrentDictionary<OrganizationId, Instant> next = new();

    public Instant Now => around.Now;

    /// <summary>A reminder was set for then.</summary>
    public void SetFor(OrganizationId organization, Instant at) => next.AddOrUpdate(organization, at, (_, known) => known < at ? known : at);

    /// <summary>Organizations with something due. Each is told once; set the alarm again for what comes after.</summary>
    public IReadOnlyList<OrganizationId> TakeDue()
    {
        var now = around.Now;
        var due = new List<OrganizationId>();
        foreach (var known in next)
            if (known.Value <= now && next.TryRemove(known))
                due.Add(known.Key);
        return due;
    }
}
