using System.Globalization;
using System.Text.RegularExpressions;

namespace KnowledgeSite.Ladders;

/// <summary>
/// Creates sheet names that Excel accepts: unique, at most 31 characters, without certain characters.
/// </summary>
/// <param name="taken">Names that are already in use.</param>
internal sealed partial class SheetNames(params string[] taken)
{
    private const int MaxLength = 31;

    /// <summary>The names in use. Excel reserves "History".</summary>
    private readonly HashSet<string> _taken = new(taken.Append("History"), StringComparer.OrdinalIgnoreCase);

    public string For(string title)
    {
        var wellFormed = string.Concat(title.EnumerateRunes());
        var name = Cut(Refused().Replace(wellFormed, " "), MaxLength);
        if (name.Length == 0)
            name = "Ladder";
        for (var (number, whole) = (2, name); !_taken.Add(name); number++)
        {
            var suffix = number.ToString(" 0", CultureInfo.InvariantCulture);
            name = Cut(whole, MaxLength - suffix.Length) + suffix;
        }

        return name;
    }

    /// <summary>Quotes a sheet name for a formula.</summary>
    public static string Quote(string name) => $"'{name.Replace("'", "''", StringComparison.Ordinal)}'";

    private static string Cut(string name, int maxLength)
    {
        name = name.Trim(' ', '\'');
        if (name.Length <= maxLength)
            return name;
        return name[..(char.IsHighSurrogate(name[maxLength - 1]) ? maxLength - 1 : maxLength)].Trim(' ', '\'');
    }

    [GeneratedRegex(@"[\[\]:*?/\\\s\p{Cc}\uFFFE\uFFFF]+", RegexOptions.CultureInvariant)]
    private static partial Regex Refused();
}
