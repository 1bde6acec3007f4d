using System.Text;
using System.Text.RegularExpressions;
using System.Xml;

namespace KnowledgeSite.Ladders;

/// <summary>Text as a workbook can hold it.</summary>
internal static partial class SheetText
{
    /// <summary>A file with a longer text in a cell is damaged for Excel.</summary>
    private const int Longest = 32767;

    /// <summary>
    /// What XML cannot hold is written <c>_x0001_</c> (ECMA-376, ST_Xstring); and where a text says so by itself, its
    /// first <c>_</c> is.
    /// </summary>
    public static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length);
        foreach (var rune in LooksEscaped().Replace(Cut(text), "_x005F_").AsSpan().EnumerateRunes())
        {
            if (rune.IsBmp && (!XmlConvert.IsXmlChar((char)rune.Value) || rune.Value == '\r'))
                escaped.Append(System.Globalization.CultureInfo.InvariantCulture, $"_x{rune.Value:X4}_");
            else
                escaped.Append(rune.ToString());
        }

        return escaped.ToString();
    }

    private static string Cut(string text)
    {
        if (text.Length <= Longest)
            return text;
        var end = Longest - 2;
        return text[..(char.IsHighSurrogate(text[end - 1]) ? end - 1 : end)] + " …";
    }

    [GeneratedRegex("_(?=x[0-9A-Fa-f]{4}_)")]
    private static partial Regex LooksEscaped();
}
