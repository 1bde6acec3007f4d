using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml;

namespace KnowledgeSite.Ladders;

/// <summary>Escapes and shortens text for a workbook.</summary>
internal static partial class SheetText
{
    /// <summary>The maximum length of a text in a cell. Excel reports files with longer texts as damaged.</summary>
    private const int MaxLength = 32767;

    /// <summary>
    /// Writes characters that XML does not allow as <c>_x0001_</c> (ECMA-376, ST_Xstring). In a text that already
    /// contains such a sequence, its first <c>_</c> is escaped.
    /// </summary>
    public static string Escape(string text)
    {
        text = LooksEscaped().Replace(Cut(text), "_x005F_");
        if (text.All(IsPlain))
            return text;
        var escaped = new StringBuilder(text.Length);
        foreach (var rune in text.AsSpan().EnumerateRunes())
        {
            if (rune.IsBmp && !IsPlain((char)rune.Value))
                escaped.Append(CultureInfo.InvariantCulture, $"_x{rune.Value:X4}_");
            else
                escaped.Append(rune.ToString());
        }

        return escaped.ToString();
    }

    /// <summary>False for halves of surrogate pairs too.</summary>
    private static bool IsPlain(char character) => XmlConvert.IsXmlChar(character) && character != '\r';

    private static string Cut(string text)
    {
        if (text.Length <= MaxLength)
            return text;
        var end = MaxLength - 2;
        return text[..(char.IsHighSurrogate(text[end - 1]) ? end - 1 : end)] + " …";
    }

    [GeneratedRegex("_(?=x[0-9A-Fa-f]{4}_)")]
    private static partial Regex LooksEscaped();
}

/// <summary>
/// Creates sheet names that Excel accepts: unique, at most 31 characters, without certain characters.
/// </summary>
internal sealed partial class SheetNames
{
    private const int MaxLength = 31;

    /// <summary>The names in use. Excel reserves "History".</summary>
    private readonly HashSet<string> _taken = new(["History"], StringComparer.OrdinalIgnoreCase);

    public string For(string title)
    {
        var wellFormed = string.Concat(title.EnumerateRunes());
        var name = Cut(Refused().Replace(wellFormed, " "), MaxLength);
        if (name.Length == 0)
            name = "Ladder";
        var whole = name;
        for (var number = 2; !_taken.Add(name); number++)
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
