namespace ChatConnector.Engine.Teammates;

/// <summary>The last look before a card goes out, at the moment of sending.</summary>
public static class Sending
{
    /// <summary>Why this must not be sent any more; null when it may.</summary>
    public static string? WhyNot(Decision d, Place to, Contact contact)
    {
        if (to.Owner is not { } reader)
            return null;
        var teammate = d.Teammate(reader);
        if (teammate.Presence == Presence.Left)
            return "left";
        if (contact == Contact.Reply)
            return null;
        if (!teammate.IsHere)
            return "not a teammate";
        var preferences = teammate.Preferences;
        if (preferences.PausedUntil > d.Now && contact != Contact.News)
            return "paused";
        if (contact == Contact.Invitation && preferences.AsksPausedUntil > d.Now)
            return "asks paused";
        return preferences.IsMuted(contact, d.Now) ? "muted" : null;
    }
}
