using System.Globalization;
using System.Text.RegularExpressions;

namespace KnowledgeSite.Ladders;

/// <summary>Gives sheets names that Excel takes: 31 characters at most, some of them refused, no two alike.</summary>
/// <param name="taken">Names that are given already.</param>
internal sealed partial class SheetNames(params string[] taken)
{
    private const int Longest = 31;

    /// <summary>Excel keeps "History" for itself.</summary>
    private readonly HashSet<string> _taken = new(taken.Append("History"), StringComparer.OrdinalIgnoreCase);

    public string For(string title)
    {
        var wellFormed = string.Concat(title.EnumerateRunes());
        var name = Cut(Refused().Replace(wellFormed, " "), Longest);
        if (name.Length == 0)
            name = "Ladder";
        for (var (number, whole) = (2, name); !_taken.Add(name); number++)
        {
            var suffix = number.ToString(" 0", CultureInfo.InvariantCulture);
            name = Cut(whole, Longest - suffix.Length) + suffix;
        }

        return name;
    }

    /// <summary>As a formula names the sheet.</summary>
    public static string Quote(string name) => $"'{name.Replace("'", "''", StringComparison.Ordinal)}'";

    private static string Cut(string name, int longest)
    {
        name = name.Trim(' ', '\'');
        if (name.Length <= longest)
            return name;
        return name[..(char.IsHighSurrogate(name[longest - 1]) ? longest - 1 : longest)].Trim(' ', '\'');
    }

    [GeneratedRegex(@"[\[\]:*?/\\\s\p{Cc}\uFFFE\uFFFF]+", RegexOptions.CultureInvariant)]
    private static partial Regex Refused();
}
