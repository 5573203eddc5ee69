namespace ChatConnector.Engine;

/// <summary>
/// Something the organization remembers, stored whole under its key. Keys are unique inside the organization;
/// a row is read, changed by <c>with</c>, and saved only if nobody changed it in between.
/// </summary>
public abstract record Row
{
    public abstract string Key { get; }

    /// <summary>Reminders that this row still waits for. Removing one here cancels it.</summary>
    public ImmutableList<Pending> Pending { get; init; } = [];
}
