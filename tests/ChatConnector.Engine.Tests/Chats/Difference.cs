using System.Text;

namespace ChatConnector.Engine.Tests.Chats;

/// <summary>How two tellings of a story differ, in a form a person can read.</summary>
internal static class Difference
{
    private const int Around = 3;
    private const int Most = 60;

    public static string Between(string told, string played)
    {
        var (before, after) = (told.Split('\n'), played.Split('\n'));
        var same = before.Zip(after).TakeWhile(p => p.First == p.Second).Count();
        var end = before.Reverse().Zip(after.Reverse()).TakeWhile(p => p.First == p.Second).Count();
        end = Math.Min(end, Math.Min(before.Length, after.Length) - same);
        var text = new StringBuilder($"The story goes differently from line {same + 1} on. If that is right: UPDATE_GOLDEN=1 dotnet test\n");
        Add("  ", before[Math.Max(0, same - Around)..same]);
        Add("- ", before[same..^end]);
        Add("+ ", after[same..^end]);
        Add("  ", before[^end..Math.Min(before.Length, before.Length - end + Around)]);
        return text.ToString();

        void Add(string sign, string[] lines)
        {
            foreach (var line in lines.Take(Most))
                text.Append(sign).Append(line).Append('\n');
            if (lines.Length > Most)
                text.Append(sign).Append($"… and {lines.Length - Most} more lines\n");
        }
    }
}
