namespace ChatConnector.Engine.Suggesting;

/// <summary>What one text of somebody's means: a piece of evidence, a topic or a title. It goes when the text goes, or may no longer be used.</summary>
/// <param name="Id">The key of the evidence; for topics and titles that of the teammate and the text's fingerprint.</param>
/// <param name="About">Whom the text speaks for.</param>
/// <param name="Text">The text's fingerprint; another one means that the text has changed since.</param>
public sealed record TextSense(string Id, TeammateId About, string Text, Sense Sense) : Row
{
    public const string Prefix = "sense|";

    public override string Key => KeyOf(Id);

    public static string KeyOf(string id) => Prefix + id;
}

/// <summary>A text whose sense is not known yet.</summary>
/// <param name="Id">As <see cref="TextSense.Id"/>.</param>
/// <param name="Source">The key of the row it stands in.</param>
public sealed record Unsensed(string Id, string Source, TeammateId About, string Words)
{
    public string Key => TextSense.KeyOf(Id);

    /// <summary>The sense once it is told.</summary>
    public TextSense Means(Sense sense) => new(Id, About, Fingerprint.Of(Words), sense);

    /// <summary>Whether this sense is that of the text as it is now.</summary>
    public bool IsKnownBy(TextSense sense, SenseModel model) => sense.Id == Id && sense.Text == Fingerprint.Of(Words) && model.Told(sense.Sense);
}
