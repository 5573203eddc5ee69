namespace ChatConnector.Engine.Hearing;

/// <summary>Words that sound like distress. Listened for only where the organization has named who can help.</summary>
public static class Distress
{
    private static readonly ImmutableArray<string> Phrases =
    [
        "can't go on", "cannot go on", "want to die", "kill myself", "killing myself", "suicide", "suicidal", "self-harm", "self harm", "hurt myself",
        "end it all", "no reason to live", "can't cope", "cannot cope", "burned out", "burnt out", "burnout", "panic attack", "breaking down",
        "being bullied", "bullying me", "harassing me", "harassed", "abused", "afraid to go home",
    ];

    public static bool IsHeardIn(string text) => Phrases.Any(p => text.Replace('’', '\'').Contains(p, StringComparison.OrdinalIgnoreCase));
}
