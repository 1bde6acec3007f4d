namespace KnowledgeSite.Diagrams;

/// <summary>
/// How wide a text is about, in whichever sans-serif a reader has: the widths of the usual ones, and a little more. A build knows no
/// fonts, and the same page has to come out of every build.
/// </summary>
internal static class TextMeasure
{
    public static double WidthOf(ReadOnlySpan<char> text, double size)
    {
        var wide = 0.0;
        foreach (var letter in text) wide += WidthOf(letter);
        return wide * size;
    }

    /// <summary>In lines no wider than that and of about the same length; a word that is wider is cut.</summary>
    public static IReadOnlyList<string> Wrap(string text, double width, double size)
    {
        var words = text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).SelectMany(w => Cut(w, width, size)).ToList();
        var lines = Fill(words, width, size);
        for (var narrower = width - 8; lines.Count > 1 && narrower > 0; narrower -= 8)
        {
            var tried = Fill(words, narrower, size);
            if (tried.Count > lines.Count || tried.Exists(l => WidthOf(l, size) > narrower)) break;
            lines = tried;
        }

        return lines;
    }

    /// <summary>The lines of <see cref="Wrap"/>; of more than so many the last is cut short.</summary>
    public static IReadOnlyList<string> WrapAtMost(string text, double width, double size, int most)
    {
        var lines = Wrap(text, width, size);
        return lines.Count <= most ? lines : [.. lines.Take(most - 1), Shorten(string.Join(' ', lines.Skip(most - 1)), width, size)];
    }

    /// <summary>As much of a text as that room holds, with a mark where more would follow.</summary>
    public static string Shorten(string text, double width, double size)
    {
        if (WidthOf(text, size) <= width) return text;
        var (end, wide) = (0, WidthOf('…') * size);
        while (end < text.Length && (wide += WidthOf(text[end]) * size) <= width) end++;
        if (end > 0 && char.IsHighSurrogate(text[end - 1])) end--;
        return text[..end].TrimEnd() + "…";
    }

    public static double LongestWord(string text, double size) =>
        text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(w => WidthOf(w, size)).DefaultIfEmpty(0).Max();

    private static List<string> Fill(List<string> words, double width, double size)
    {
        var lines = new List<string>();
        foreach (var word in words)
        {
            if (lines.Count > 0 && WidthOf($"{lines[^1]} {word}", size) <= width) lines[^1] += " " + word;
            else lines.Add(word);
        }

        return lines;
    }

    private static IEnumerable<string> Cut(string word, double width, double size)
    {
        var (start, wide) = (0, 0.0);
        for (var i = 0; i < word.Length; i++)
        {
            var letter = WidthOf(word[i]) * size;
            if (wide + letter > width && i > start && !char.IsLowSurrogate(word[i]))
            {
                yield return word[start..i];
                (start, wide) = (i, 0);
            }

            wide += letter;
        }

        yield return word[start..];
    }

    /// <summary>In parts of the size of the letters.</summary>
    private static double WidthOf(char letter) => letter switch
    {
        'i' or 'j' or 'l' or 'I' or '.' or ',' or ':' or ';' or '\'' or '|' or '!' or '’' => 0.29,
        'f' or 't' or 'r' or '(' or ')' or '[' or ']' or '-' or '/' or ' ' => 0.37,
        'm' or 'w' or 'M' or 'W' or '%' or '@' or '—' => 0.9,
        >= 'A' and <= 'Z' => 0.72,
        < '\u0250' => 0.585,
        >= '\u0300' and <= '\u036f' => 0,
        < '\u1100' => 0.68,
        _ => char.IsLowSurrogate(letter) ? 0 : 1.02,
    };
}
