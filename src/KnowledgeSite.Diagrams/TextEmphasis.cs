namespace KnowledgeSite.Diagrams;

/// <summary>
/// Marks the bold and italic parts of a label within its text, by characters for private use. They have no width, and
/// are removed from texts that are not drawn.
/// </summary>
internal static class TextEmphasis
{
    public const char BoldStart = '\uE000';
    public const char BoldEnd = '\uE001';
    public const char ItalicStart = '\uE002';
    public const char ItalicEnd = '\uE003';

    public static bool IsMark(char letter) => letter is >= BoldStart and <= ItalicEnd;

    public static string Remove(string text) => HasMark(text) ? string.Concat(text.Where(l => !IsMark(l))) : text;

    private static bool HasMark(string text)
    {
        foreach (var letter in text)
            if (IsMark(letter))
                return true;
        return false;
    }

    /// <summary>Ends open parts at the end of each line and continues them in the next one.</summary>
    public static IReadOnlyList<string> Continue(IReadOnlyList<string> lines)
    {
        if (!lines.Any(HasMark))
            return lines;
        var isBold = false;
        var isItalic = false;
        var continued = new List<string>(lines.Count);
        foreach (var line in lines)
        {
            var before = (isBold ? $"{BoldStart}" : "") + (isItalic ? $"{ItalicStart}" : "");
            foreach (var letter in line)
            {
                isBold = letter == BoldStart || (isBold && letter != BoldEnd);
                isItalic = letter == ItalicStart || (isItalic && letter != ItalicEnd);
            }

            continued.Add(before + line + (isItalic ? $"{ItalicEnd}" : "") + (isBold ? $"{BoldEnd}" : ""));
        }

        return continued;
    }

    /// <summary>The parts of a text, each with its emphasis.</summary>
    public static IEnumerable<(string Text, bool IsBold, bool IsItalic)> Split(string text)
    {
        var isBold = false;
        var isItalic = false;
        var start = 0;
        for (var at = 0; at <= text.Length; at++)
        {
            if (at < text.Length && !IsMark(text[at]))
                continue;
            if (at > start)
                yield return (text[start..at], isBold, isItalic);
            if (at == text.Length)
                break;
            isBold = text[at] == BoldStart || (isBold && text[at] != BoldEnd);
            isItalic = text[at] == ItalicStart || (isItalic && text[at] != ItalicEnd);
            start = at + 1;
        }
    }
}
