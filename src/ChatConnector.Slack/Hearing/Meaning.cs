namespace ChatConnector.Slack.Hearing;

/// <summary>What a request from Slack means for us.</summary>
public abstract record Meaning
{
    private Meaning()
    {
    }

    /// <summary>Nothing. It is answered with 200 all the same, or Slack would ask again.</summary>
    public sealed record Nothing(string Why) : Meaning;

    /// <summary>Somebody said or did something.</summary>
    public sealed record Said(Message Message) : Meaning;

    /// <summary>Somebody wants a form, if there is one for what they said; Slack lets us open it for three seconds.</summary>
    public sealed record Wants(Message Message, string Trigger) : Meaning;

    /// <summary>Somebody submits a form.</summary>
    public sealed record Submits(Message Message) : Meaning;

    /// <summary>The app was removed from the workspace at this moment.</summary>
    public sealed record Uninstalled(Instant At) : Meaning;

    /// <summary>These users' tokens are dead since this moment; perhaps Connector's own is among them.</summary>
    public sealed record Revoked(IReadOnlyList<string> BotUsers, Instant At) : Meaning;
}
