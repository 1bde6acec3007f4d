using System.Text.RegularExpressions;
using KnowledgeSite.Diagnostics;
using KnowledgeSite.Files;

namespace KnowledgeSite.Content;

/// <summary>The YAML at the head of a page: from a first line <c>---</c> to the next line <c>---</c> (or <c>...</c>).</summary>
/// <param name="Yaml">Between the fences.</param>
/// <param name="BodyStart">Where the Markdown begins.</param>
internal sealed partial record FrontMatterBlock(SourceSpan Yaml, int BodyStart)
{
    private static readonly FrontMatterBlock None = new(new(0, 0), 0);

    public static FrontMatterBlock Find(SourceFile file, DiagnosticBag diagnostics)
    {
        var text = file.Text!.Value;
        var start = EndOfFence(text, 0, "---");
        if (start < 0) return None;

        for (var line = start; line < text.Length; line = NextLine(text, line))
        {
            var end = EndOfFence(text, line, "---");
            if (end < 0) end = EndOfFence(text, line, "...");
            if (end >= 0) return new(new(start, line - start), end);
        }

        if (!KeyLine().IsMatch(text.AsSpan(start, NextLine(text, start) - start))) return None;
        diagnostics.Add(Diagnostic.At(FrontMatterRules.Unclosed, file, new SourceSpan(0, 3)));
        return UpToFirstOtherLine(text, start);
    }

    /// <summary>Without a closing fence, the lines that look like keys, values and list items are taken as front matter.</summary>
    private static FrontMatterBlock UpToFirstOtherLine(string text, int start)
    {
        var line = start;
        while (line < text.Length && KeyLine().IsMatch(text.AsSpan(line, NextLine(text, line) - line))) line = NextLine(text, line);
        return new(new(start, line - start), line);
    }

    /// <summary>The start of the line after a fence, or -1 where the line is none. Blanks may follow the fence.</summary>
    private static int EndOfFence(string text, int line, string fence)
    {
        if (string.CompareOrdinal(text, line, fence, 0, fence.Length) != 0) return -1;
        var next = NextLine(text, line);
        return text.AsSpan(line + fence.Length, next - line - fence.Length).IsWhiteSpace() ? next : -1;
    }

    private static int NextLine(string text, int line) => text.IndexOf('\n', line) is >= 0 and var end ? end + 1 : text.Length;

    [GeneratedRegex(@"^(\s+\S|- |[\w-]+\s*:(\s|$))", RegexOptions.CultureInvariant)]
    private static partial Regex KeyLine();
}
