namespace ChatConnector.Engine.Tests.Hearing;

/// <summary>Hearing on a Monday.</summary>
internal static class Hear
{
    public static readonly LocalDate Monday = new(2026, 3, 2);

    public static Act Words(string text) => Listener.Hear(new Said.Words(text), Monday);

    public static Act Command(string name, string text) => Listener.Hear(new Said.Command(name, text), Monday);
}
