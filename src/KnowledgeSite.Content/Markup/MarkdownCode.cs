namespace KnowledgeSite.Content.Markup;

/// <summary>Finds code in Markdown, where a backslash would be visible: fenced blocks and spans of backticks.</summary>
internal static class MarkdownCode
{
    /// <summary>The code in a text with its fences and backticks, in order. Takes linear time.</summary>
    public static IEnumerable<Range> Find(string text)
    {
        for (var at = 0; at < text.Length; )
        {
            var end = EndOfLine(text, at);
            if (FenceOf(text.AsSpan(at..end)) is { Length: > 0 } fence)
            {
                var start = at;
                for (at = end; at < text.Length; at = EndOfLine(text, at))
                    if (Closes(text.AsSpan(at..EndOfLine(text, at)), fence))
                    {
                        at = EndOfLine(text, at);
                        break;
                    }

                yield return start..at;
                continue;
            }

            // A span may continue on the next line of its paragraph.
            while (
                end < text.Length
                && !text.AsSpan(end..EndOfLine(text, end)).IsWhiteSpace()
                && FenceOf(text.AsSpan(end..EndOfLine(text, end))).Length == 0
            )
                end = EndOfLine(text, end);
            foreach (var span in SpansIn(text, at, end))
                yield return span;
            at = end;
        }
    }

    private static List<Range> SpansIn(string text, int start, int end)
    {
        var spans = new List<Range>();
        var unclosed = new HashSet<int>();
        for (var at = start; (at = NextTicks(text, at, end)) < end; )
        {
            var ticks = CountTicks(text, at, end);
            if (at > start && text[at - 1] == '\\')
            {
                at++;
                ticks--;
            }

            var close = ticks == 0 || unclosed.Contains(ticks) ? end : FindTicks(text, at + ticks, end, ticks);
            if (close < end)
                spans.Add(at..(at = close + ticks));
            else
            {
                if (ticks > 0)
                    unclosed.Add(ticks);
                at += ticks;
            }
        }

        return spans;
    }

    /// <summary>The next run of exactly some backticks; the end if there is none.</summary>
    private static int FindTicks(string text, int at, int end, int ticks)
    {
        while ((at = NextTicks(text, at, end)) < end && CountTicks(text, at, end) is var count && count != ticks)
            at += count;
        return at;
    }

    private static int NextTicks(string text, int at, int end) =>
        text.AsSpan(at..end).IndexOf('`') is >= 0 and var found ? at + found : end;

    private static int CountTicks(string text, int at, int end)
    {
        var count = text.AsSpan(at..end).IndexOfAnyExcept('`');
        return count < 0 ? end - at : count;
    }

    /// <summary>The backticks or tildes with which a line opens a block of code; empty if it opens none.</summary>
    private static string FenceOf(ReadOnlySpan<char> line)
    {
        line = line.TrimStart(" >\t");
        if (line.IsEmpty || line[0] is not ('`' or '~'))
            return "";
        var length = line.IndexOfAnyExcept(line[0]) is >= 0 and var end ? end : line.Length;
        return length < 3 || (line[0] == '`' && line[length..].Contains('`')) ? "" : new(line[0], length);
    }

    private static bool Closes(ReadOnlySpan<char> line, string fence)
    {
        line = line.TrimStart(" >\t").TrimEnd();
        return line.Length >= fence.Length && line.IndexOfAnyExcept(fence[0]) < 0;
    }

    private static int EndOfLine(string text, int at) =>
        text.IndexOf('\n', at) is >= 0 and var end ? end + 1 : text.Length;
}
