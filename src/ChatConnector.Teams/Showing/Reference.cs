namespace ChatConnector.Teams.Showing;

/// <summary>How what was shown in Teams is found again.</summary>
/// <param name="Activity">The message's id inside the conversation.</param>
/// <param name="OnlyFor">The account of the one person who saw it; empty when everybody there did.</param>
internal sealed record Reference(string Tenant, string Conversation, string Activity, string OnlyFor = "")
{
    public override string ToString() => string.Join('|', TeamsIds.Platform, Tenant, Conversation, Activity, OnlyFor);

    /// <summary>Null when Teams showed nothing under this.</summary>
    public static Reference? Parse(string text) =>
        text.Split('|') is [TeamsIds.Platform, var tenant, var conversation, var activity, var onlyFor] ? new(tenant, conversation, activity, onlyFor) : null;
}
