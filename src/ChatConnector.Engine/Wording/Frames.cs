namespace ChatConnector.Engine.Wording;

/// <summary>Words around cards and forms, where a platform leaves room for a few and none are in the card itself.</summary>
public static class Frames
{
    /// <summary>Beside a field that must not be empty.</summary>
    public const string Missing = "Please fill this in.";

    /// <summary>Inside an empty field for people.</summary>
    public const string TypeAName = "Type a name";

    public const string ChooseAChannel = "Choose a channel";

    /// <summary>Inside a field for a channel when there is none to choose.</summary>
    public const string NoChannels = "I'm in no channel of yours yet";

    /// <summary>Flashes up after a press, where what comes of it appears elsewhere.</summary>
    public const string Heard = "Got it.";

    /// <summary>Flashes up after a press that leads nowhere any more.</summary>
    public const string Stale = "That's no longer there to be done. Say 'home' to see what is.";

    /// <summary>Where something cannot be looked up just now.</summary>
    public const string NotNow = "I can't look that up just now. Please try again in a moment.";

    /// <summary>In place of a form that is not there.</summary>
    public const string SeeChat = "I've answered in our chat.";

    /// <summary>Where no way to a chat can be shown.</summary>
    public const string WriteToThem = "I can't open the chat for you here: look for their name and write to them. They're expecting you.";

    /// <summary>On the way to a chat whose first message waits to be sent.</summary>
    public const string DraftIsReady = "Your first message is written. Read it over, change what you like, and send it.";

    public const string OpenTheDraft = "Open it";

    /// <summary>In front of others, to somebody whom nothing can be told in private.</summary>
    public const string AddMe = "I've an answer that's only for you. Add me to your chats, then ask me there.";

    /// <summary>Where a channel is meant whose name is not known.</summary>
    public const string AChannel = "a channel";
}
