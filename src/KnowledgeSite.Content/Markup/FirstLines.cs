using System.Text.RegularExpressions;
using KnowledgeSite.Diagnostics;
using Markdig.Extensions.CustomContainers;
using Markdig.Syntax;

namespace KnowledgeSite.Content.Markup;

/// <summary>
/// Finds mistakes in the first lines of callouts, tabs and blocks of code: a misspelt type, a title or an option
/// without its end, and lines to highlight that do not exist.
/// </summary>
/// <param name="add">Adds a diagnostic at an offset in the Markdown.</param>
internal sealed partial class FirstLines(MarkdownDocument document, string markdown, AddDiagnostic add)
{
    /// <summary>The five types of GitHub. They are suggested for unknown types.</summary>
    private static readonly string[] GitHubCallouts = ["note", "tip", "important", "warning", "caution"];

    /// <summary>The number of invalid lines of one block that are reported, because each is searched for.</summary>
    private const int MaxPerFence = 10;

    public void Report()
    {
        if (Contains("[!"))
            CheckQuotations();
        if (Contains("!!!") || Contains("???") || Contains("///"))
            CheckAdmonitions();
        if (Contains("!!!") || Contains("???") || Contains("==="))
            CheckTitles();
        if (Contains(":::"))
            CheckBrackets();
        if (Contains("```") || Contains("~~~"))
            CheckFences();
    }

    private bool Contains(string mark) => markdown.Contains(mark, StringComparison.Ordinal);

    private void CheckQuotations()
    {
        foreach (var quote in document.Descendants<QuoteBlock>())
        {
            var type = Callout.Parse(quote)?.Type;
            if (type is null && OpenCallout().Match(markdown, quote.Span.Start) is { Success: true } open)
            {
                var written = open.Groups["written"];
                add(FlavorRules.IncompleteLine, written.Index, written.Length, written.Value, $"{written.Value}]");
            }

            CheckType(type ?? SpacedCallout().Match(markdown, quote.Span.Start).Groups["type"].Value, quote);
        }
    }

    private void CheckAdmonitions()
    {
        foreach (var block in document.Descendants<AdmonitionBlock>())
            if (Callout.Parse(block) is { } callout)
                CheckType(callout.Type, block);
    }

    private void CheckType(string type, Block block)
    {
        if (type.Length == 0 || Callout.KnownTypes.Contains(type, StringComparer.OrdinalIgnoreCase))
            return;
        if (SuggestionIndex.DidYouMean(type.ToLowerInvariant(), GitHubCallouts) is { Length: > 0 } known)
            add(LintRules.CalloutName, block.Span.Start, 1, type, known);
    }

    /// <summary>
    /// Reports admonitions and tabs that are text because their titles are not between straight quotation marks.
    /// </summary>
    private void CheckTitles()
    {
        var paragraphs = new SpanSet(document.Descendants<ParagraphBlock>().Select(p => p.Span));
        foreach (Match match in UnquotedTitle().Matches(markdown))
        {
            var line = match.Groups["line"];
            if (paragraphs.Contains(line.Index))
                add(
                    FlavorRules.IncompleteLine,
                    line.Index,
                    line.Length,
                    line.Value,
                    $"{match.Groups["start"].Value} \"{match.Groups["title"].Value}\""
                );
        }
    }

    private void CheckBrackets()
    {
        foreach (var block in document.Descendants<CustomContainer>())
            if (block.Arguments is ['[', ..] title && title.Count(c => c == '[') > title.Count(c => c == ']'))
            {
                var at = markdown.IndexOf(title, block.Span.Start, StringComparison.Ordinal);
                add(FlavorRules.IncompleteLine, at, title.Length, title, $"{title}]");
            }
    }

    private void CheckFences()
    {
        foreach (var fence in document.Descendants<FencedCodeBlock>())
        {
            var code = CodeFence.Read(fence);
            foreach (var lines in code.InvalidLines.Take(MaxPerFence))
                add(CodeRules.InvalidLines, Find(lines), lines.Length, lines);
            if (code.Incomplete is { } option)
                add(
                    FlavorRules.IncompleteLine,
                    Find(option),
                    option.Length,
                    option,
                    option + option[option.AsSpan().IndexOfAny("\"'")]
                );
            if (code.File is null && code.InvalidLines.Count == 0)
                CheckHighlightedLines(fence, code);

            int Find(string text) =>
                Math.Max(fence.Span.Start, markdown.IndexOf(text, fence.Span.Start, StringComparison.Ordinal));
        }
    }

    private void CheckHighlightedLines(FencedCodeBlock fence, CodeFence code)
    {
        var count = fence.Lines.Count;
        foreach (var range in code.Highlighted.Where(r => r.End.Value > count).Take(MaxPerFence))
        {
            var first = range.Start.Value;
            var written = first == range.End.Value ? $"{first}" : $"{first}-{range.End.Value}";
            var at = markdown.IndexOf(
                written,
                fence.Span.Start + fence.OpeningFencedCharCount,
                StringComparison.Ordinal
            );
            add(
                CodeRules.HighlightedLineMissing,
                Math.Max(fence.Span.Start, at),
                written.Length,
                count == 1 ? "1 line" : $"{count} lines",
                written
            );
        }
    }

    [GeneratedRegex(@"\G> ?\[!(?<type> +[A-Za-z]+ *)\]", RegexOptions.CultureInvariant)]
    private static partial Regex SpacedCallout();

    [GeneratedRegex(@"\G>[ ]?(?<written>\[![A-Za-z]+)[ \t]*\r?(?:\n|\z)", RegexOptions.CultureInvariant)]
    private static partial Regex OpenCallout();

    /// <summary>A line that would begin an admonition or a tab, if its title were in quotation marks.</summary>
    [GeneratedRegex(
        @"^(?<indentation>[ ]*)(?<line>(?:(?<start>(?:!!!|\?\?\?\+?)[ \t]*[\p{L}][\w-]*)[ \t]+[""'“”„‘’«]"
            + @"|(?<start>===[!+]{0,2})[ \t]+[""'“”„‘’«]?)(?<title>[^""“”„‘’«»\r\n]*[^""'“”„‘’«»\s])[""'“”‘’»]?)"
            + @"[ \t]*\r?\n(?:[ \t]*\r?\n)*\k<indentation>(?:[ ]{4}|\t)[ \t]*\S",
        RegexOptions.CultureInvariant | RegexOptions.Multiline
    )]
    private static partial Regex UnquotedTitle();
}
