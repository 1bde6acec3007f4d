using System.Text.RegularExpressions;
using KnowledgeSite.Files;

namespace KnowledgeSite.Content;

/// <summary>
/// A paragraph or list item in the source of a page: text that an author wrote, without generated or included text.
/// </summary>
/// <param name="Text">The text without the URLs of links, HTML and attribute lists.</param>
internal sealed partial record ProseBlock(SourceSpan Span, string Text)
{
    private const string EndOfComment = "-->";

    /// <summary>
    /// Finds the blocks of a page in order. Code, tables, headings, footnotes, comments and reference definitions are
    /// left out.
    /// </summary>
    public static IReadOnlyList<ProseBlock> Find(Page page)
    {
        var blocks = new List<ProseBlock>();
        if (page.Source.Text is not { Value: var text })
            return blocks;
        var start = -1;
        var end = -1;
        var fence = default(string);
        foreach (var line in LinesOf(text, page.Body.MarkdownStart))
        {
            var words = text.AsSpan(line.Start, line.Length).TrimStart();
            var isProse = fence is null && !words.IsWhiteSpace() && !IsNoProse(words);
            if (start >= 0 && (!isProse || IsItem(words)))
            {
                blocks.Add(Block(text, start, end));
                start = -1;
            }

            fence =
                fence is null ? Fence(words)
                : Ends(words, fence) ? null
                : fence;
            if (!isProse)
                continue;
            if (start < 0)
                start = line.End - words.Length;
            end = line.End;
        }

        if (start >= 0)
            blocks.Add(Block(text, start, end));
        return blocks;
    }

    private static IEnumerable<SourceSpan> LinesOf(string text, int start)
    {
        while (start < text.Length)
        {
            var end = text.IndexOf('\n', start);
            if (end < 0)
                end = text.Length;
            yield return new(start, end - start);
            start = end + 1;
        }
    }

    private static bool IsNoProse(ReadOnlySpan<char> line) =>
        line[0] is '#' or '|' or '<'
        || line.StartsWith(":::")
        || Fence(line) is not null
        || line.StartsWith("![")
        || (line[0] == '[' && line.IndexOf("]:") >= 0);

    private static string? Fence(ReadOnlySpan<char> line) =>
        line.StartsWith("```") ? "```"
        : line.StartsWith("~~~") ? "~~~"
        : line.StartsWith("<!--") && !Ends(line, EndOfComment) ? EndOfComment
        : null;

    private static bool Ends(ReadOnlySpan<char> line, string fence) =>
        fence == EndOfComment ? line.IndexOf(fence) >= 0 : line.StartsWith(fence);

    private static bool IsItem(ReadOnlySpan<char> line)
    {
        if (line is ['-' or '*' or '+', ' ', ..])
            return true;
        var digits = line.IndexOfAnyExceptInRange('0', '9');
        return digits > 0 && line[digits..] is ['.' or ')', ' ', ..];
    }

    private static ProseBlock Block(string text, int start, int end) =>
        new(new(start, end - start), Prose(text[start..end]));

    /// <summary>Removes URLs, HTML and attribute lists. Most texts contain none of them.</summary>
    private static string Prose(string text) =>
        text.AsSpan().IndexOfAny("[{<") >= 0 || text.Contains("://", StringComparison.Ordinal)
            ? NoProse().Replace(text, " ")
            : text;

    /// <remarks>
    /// No alternative matches beyond the next opening of its kind, so that openings without an end take linear time.
    /// </remarks>
    [GeneratedRegex(
        @"(?<=\])\([^)\s\]]*(\s+""[^""]*"")?\)|\{[^{}]*\}|</?[A-Za-z][^<>]*>|https?://\S+|\[\[[^\[\]|]*\|",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex NoProse();
}
