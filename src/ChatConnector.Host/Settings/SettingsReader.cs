namespace ChatConnector.Host.Settings;

/// <summary>Reads settings one by one and collects everything that is wrong instead of stopping at the first.</summary>
public sealed class SettingsReader(IConfiguration configuration)
{
    private readonly List<Problem> problems = [];
    private readonly HashSet<string> known = new(StringComparer.OrdinalIgnoreCase);

    public IReadOnlyList<Problem> Problems => problems;

    public void Refuse(string key, string expected, string remedy) => problems.Add(new Problem(key, expected, remedy));

    /// <summary>The text under the key, or null when it is missing or blank.</summary>
    public string? Text(string key)
    {
        known.Add(key);
        return configuration[key] is { } text && !string.IsNullOrWhiteSpace(text) ? text.Trim() : null;
    }

    /// <summary>The texts under the key, such as <c>Key:0</c> and <c>Key:1</c>; blank ones left out.</summary>
    public IReadOnlyList<string> Texts(string key)
    {
        known.Add(key);
        return [.. configuration.GetSection(key).GetChildren().Select(c => c.Value?.Trim() ?? "").Where(t => t.Length > 0)];
    }

    public bool Flag(string key, bool otherwise)
    {
        if (Text(key) is not { } text)
            return otherwise;
        if (bool.TryParse(text, out var flag))
            return flag;
        Refuse(key, "true or false", $"Write true or false, or leave it out to get {(otherwise ? "true" : "false")}.");
        return otherwise;
    }

    public T OneOf<T>(string key, T otherwise)
        where T : struct, Enum
    {
        if (Text(key) is not { } text)
            return otherwise;
        if (Array.Find(Enum.GetNames<T>(), n => n.Equals(text, StringComparison.OrdinalIgnoreCase)) is { } name)
            return Enum.Parse<T>(name);
        Refuse(key, string.Join(" or ", Enum.GetNames<T>()), $"Choose one of them, or leave it out to get {otherwise}.");
        return otherwise;
    }

    public int Number(string key, int otherwise, int least, int most)
    {
        if (Text(key) is not { } text)
            return otherwise;
        if (int.TryParse(text, out var number) && number >= least && number <= most)
            return number;
        Refuse(key, $"a whole number from {least} to {most}", $"Write such a number, or leave it out to get {otherwise}.");
        return otherwise;
    }

    public Uri? Address(string key, string example = "http://localhost:4317", string otherwise = "export nothing")
    {
        if (Text(key) is not { } text)
            return null;
        if (Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme is "http" or "https")
            return address;
        Refuse(key, $"an absolute address such as {example}", $"Write the whole address with http:// or https://, or leave it out to {otherwise}.");
        return null;
    }

    /// <summary>A key nobody asked for is most likely a slip of the pen, and a setting that silently does nothing is worse than an error.</summary>
    public void RefuseUnknown(string section)
    {
        foreach (var child in configuration.GetSection(section).GetChildren().Where(c => !known.Contains(c.Path)))
        {
            var names = known.Where(k => k.StartsWith(section + ":", StringComparison.OrdinalIgnoreCase)).Order(StringComparer.Ordinal);
            Refuse(child.Path, "one of " + string.Join(", ", names), "There is no such setting: mend its name or take it out.");
        }
    }
}
