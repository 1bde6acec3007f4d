using System.Text;
using System.Xml;

namespace KnowledgeSite.Word;

/// <summary>Texts as XML and Word allow them.</summary>
internal static class XmlText
{
    /// <summary>The maximum length of the title and the tag of a content control in Word.</summary>
    private const int MaxName = 64;

    /// <summary>Removes the characters that XML 1.0 forbids: most control characters and lone surrogates.</summary>
    public static string Clean(string text)
    {
        var bad = FindBad(text, 0);
        if (bad < 0)
            return text;
        var clean = new StringBuilder(text.Length);
        var start = 0;
        for (; bad >= 0; bad = FindBad(text, start))
        {
            clean.Append(text, start, bad - start);
            start = bad + 1;
        }

        return clean.Append(text, start, text.Length - start).ToString();
    }

    /// <summary>A text in one line, short enough for a name in Word.</summary>
    public static string Name(string text)
    {
        var name = Collapse(Clean(text));
        if (name.Length <= MaxName)
            return name;
        var end = char.IsHighSurrogate(name[MaxName - 2]) ? MaxName - 2 : MaxName - 1;
        return name[..end].TrimEnd() + "…";
    }

    /// <summary>Replaces each sequence of white space by one space, and trims both ends.</summary>
    public static string Collapse(string text) =>
        IsCollapsed(text) ? text : string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static bool IsCollapsed(string text)
    {
        var isAfterSpace = true;
        foreach (var character in text)
        {
            var isSpace = char.IsWhiteSpace(character);
            if (isSpace && (isAfterSpace || character != ' '))
                return false;
            isAfterSpace = isSpace;
        }

        return !isAfterSpace || text.Length == 0;
    }

    private static int FindBad(string text, int start)
    {
        for (var i = start; i < text.Length; i++)
        {
            if (text[i] is >= ' ' and < '\uD800')
                continue;
            if (i + 1 < text.Length && XmlConvert.IsXmlSurrogatePair(text[i + 1], text[i]))
                i++;
            else if (!XmlConvert.IsXmlChar(text[i]))
                return i;
        }

        return -1;
    }
}
