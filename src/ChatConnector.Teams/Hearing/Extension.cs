using System.Text.Json;
using ChatConnector.Engine.Hearing;

namespace ChatConnector.Teams.Hearing;

/// <summary>The commands of the message extension, as the manifest names them.</summary>
public static class Extension
{
    /// <summary>In a message's menu: makes an ask of it.</summary>
    public const string AskAbout = "askAboutMessage";

    public const string Ask = "newAsk";

    public const string Thank = "sendThanks";

    /// <summary>What the chosen command begins; null when it is none of ours.</summary>
    internal static Act? Read(JsonElement value) => value.Text("commandId") switch
    {
        AskAbout => new Act(Verb.WriteAsk).With(Fields.Text, PlainWords.OfMessage(value.Get("messagePayload").Get("body"))),
        Ask => new Act(Verb.WriteAsk),
        Thank => new Act(Verb.WriteThanks),
        _ => null,
    };
}
