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
}
