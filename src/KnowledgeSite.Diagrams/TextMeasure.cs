using System.Runtime.InteropServices;

namespace KnowledgeSite.Diagrams;

/// <summary>
/// Measures text in the theme's sans-serif font by advance widths. Characters that the font lacks are shown in a system
/// font of the reader, so their widths are generous estimates.
/// </summary>
internal static class TextMeasure
{
    /// <summary>The widths by character.</summary>
    private static readonly short[] Regular = Expand(SansWidths.Regular);
    private static readonly short[] Bold = Expand(SansWidths.Bold);

    /// <summary>The width of a text in pixels.</summary>
    public static double WidthOf(ReadOnlySpan<char> text, double size, bool isBold = false)
    {
        var ruler = new Ruler();
        ruler.Add(text, isBold);
        return ruler.Width * size;
    }

    /// <summary>Wraps a text into lines of at most this width and about equal length; a longer word is cut, if
    /// possible after a sign.</summary>
    public static IReadOnlyList<string> Wrap(string text, double width, double size, bool isBold = false)
    {
        var words = new List<string>();
        foreach (var word in text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
            Cut(word, width, size, isBold, words);
        var lines = Fill(words, width, size, isBold);
        for (var narrower = width - 8; lines.Count > 1 && narrower > 0; narrower -= 8)
        {
            var tried = Fill(words, narrower, size, isBold);
            if (tried.Count > lines.Count || IsWider(tried, narrower, size))
                break;
            lines = tried;
        }

        var texts = new string[lines.Count];
        for (var i = 0; i < texts.Length; i++)
            texts[i] = string.Join(' ', CollectionsMarshal.AsSpan(words)[lines[i].Start..lines[i].End]!);
        return texts;
    }

    private static bool IsWider(List<Line> lines, double width, double size)
    {
        foreach (var line in lines)
            if (line.Ruler.Width * size > width)
                return true;
        return false;
    }

    /// <summary>Wraps a text as <see cref="Wrap"/> does, and shortens the last line if there are too many.</summary>
    public static IReadOnlyList<string> WrapAtMost(
        string text,
        double width,
        double size,
        int most,
        bool isBold = false
    )
    {
        var lines = Wrap(text, width, size, isBold);
        return lines.Count <= most
            ? lines
            : [.. lines.Take(most - 1), Shorten(string.Join(' ', lines.Skip(most - 1)), width, size, isBold)];
    }

    /// <summary>Shortens a text to a width, with an ellipsis if something is cut.</summary>
    public static string Shorten(string text, double width, double size, bool isBold = false)
    {
        if (WidthOf(text, size, isBold) <= width)
            return text;
        var end = 0;
        var wide = WidthOf('…', isBold) * size;
        while (end < text.Length && (wide += WidthOf(text[end], isBold) * size) <= width)
            end++;
        if (end > 0 && char.IsHighSurrogate(text[end - 1]))
            end--;
        return text[..end].TrimEnd() + "…";
    }

    public static double LongestWord(string text, double size, bool isBold = false)
    {
        var widest = 0.0;
        foreach (var word in text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
            widest = Math.Max(widest, WidthOf(word, size, isBold));
        return widest;
    }

    private static List<Line> Fill(List<string> words, double width, double size, bool isBold)
    {
        var lines = new List<Line>();
        for (var i = 0; i < words.Count; i++)
        {
            if (lines.Count > 0)
            {
                var longer = lines[^1].Ruler;
                longer.Add(" ", isBold);
                longer.Add(words[i], isBold);
                if (longer.Width * size <= width)
                {
                    lines[^1] = new(lines[^1].Start, i + 1, longer);
                    continue;
                }
            }

            var ruler = new Ruler();
            ruler.Add(words[i], isBold);
            lines.Add(new(i, i + 1, ruler));
        }

        return lines;
    }

    /// <summary>Adds the parts of a word, each of which fits in a line.</summary>
    private static void Cut(string word, double width, double size, bool isBold, List<string> parts)
    {
        var start = 0;
        var wide = 0.0;
        var good = 0;
        for (var i = 0; i < word.Length; i++)
        {
            if (i > start && wide > width / 3 && MayEndLine(word[i - 1], word[i]))
                good = i;
            var letter = WidthOf(word[i], isBold) * size;
            if (wide + letter > width && i > start && !char.IsLowSurrogate(word[i]))
            {
                if (good > start)
                    i = good;
                parts.Add(word[start..i]);
                start = i;
                wide = 0;
                letter = WidthOf(word[i], isBold) * size;
            }

            wide += letter;
        }

        parts.Add(word[start..]);
    }

    /// <summary>
    /// True if a word is better cut here than elsewhere, as in <c>path/name</c> and <c>camelCase</c>.
    /// </summary>
    private static bool MayEndLine(char before, char after) =>
        (before is '/' or '\\' or '-' or '_' or '.' or ',' or ':' or ';' or '|' or '=' or '&' or '?' && after != before)
        || (after is '(' or '[' or '{' or '<' && char.IsLetterOrDigit(before))
        || (char.IsLower(before) && char.IsUpper(after));

    private static short[] Expand(Dictionary<int, short[]> rows)
    {
        var widths = new short[rows.Keys.Max() + 16];
        foreach (var (first, row) in rows)
            row.CopyTo(widths, first);
        return widths;
    }

    /// <summary>The width of a character in em.</summary>
    private static double WidthOf(char letter, bool isBold)
    {
        if (TextEmphasis.IsMark(letter))
            return 0;
        var widths = isBold ? Bold : Regular;
        if (letter < widths.Length && widths[letter] is > 0 and var width)
            return width / 1000.0;
        return letter switch
        {
            >= '\u0300' and <= '\u036f' => 0,
            < '\u1100' => 0.72,
            _ => char.IsLowSurrogate(letter) ? 0 : 1.02,
        };
    }

    /// <summary>Measures a text that grows at its end, in em.</summary>
    private struct Ruler
    {
        private bool _isEmphasised;

        public double Width { get; private set; }

        public void Add(ReadOnlySpan<char> text, bool isBold)
        {
            foreach (var letter in text)
                if (TextEmphasis.IsMark(letter))
                    _isEmphasised =
                        letter == TextEmphasis.BoldStart || (_isEmphasised && letter != TextEmphasis.BoldEnd);
                else
                    Width += WidthOf(letter, isBold || _isEmphasised);
        }
    }

    /// <summary>A line of words, by their indexes.</summary>
    private readonly record struct Line(int Start, int End, Ruler Ruler);
}
