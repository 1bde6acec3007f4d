using System.Globalization;
using System.Text.RegularExpressions;
using KnowledgeSite.Diagnostics;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace KnowledgeSite.Content.Markup;

/// <summary>
/// Finds text that its author probably meant as Markdown, such as a link with a space in its URL or a heading without a
/// space after its marks.
/// </summary>
/// <param name="called">The labels of the footnotes that have a definition and a reference.</param>
/// <param name="add">Adds a diagnostic at an offset in the Markdown.</param>
internal sealed partial class UnparsedMarkdown(
    MarkdownDocument document,
    string markdown,
    IReadOnlySet<string> called,
    AddDiagnostic add
)
{
    /// <summary>The markup of the last block, as a cache.</summary>
    private (LeafBlock? Block, SpanSet Spans) _markup = (null, new([]));

    private readonly HashSet<(string Tag, string Attribute)> _jsx = [];

    public void Report()
    {
        if (
            References().Matches(markdown).Any(m => !called.Contains(m.Groups["label"].Value))
            || Addresses().IsMatch(markdown)
            || Reversed().IsMatch(markdown)
        )
            CheckTexts<LeafBlock>('[', CheckText);
        if (markdown.Contains("|\n", StringComparison.Ordinal) || markdown.Contains("|\r", StringComparison.Ordinal))
            CheckTexts<ParagraphBlock>('|', CheckTable);
        if (HeadingsWithoutSpace().IsMatch(markdown))
            CheckTexts<ParagraphBlock>('#', CheckHeading);
        if (JsxAttribute.Tag().IsMatch(markdown))
            CheckTexts<LeafBlock>('<', CheckTags);
        if (NumberedLines().IsMatch(markdown))
            CheckTexts<ParagraphBlock>('\n', CheckNumberedLines);
    }

    /// <summary>Calls a check for each block whose text contains a character.</summary>
    private void CheckTexts<TBlock>(char mark, Action<TBlock, string> find)
        where TBlock : LeafBlock
    {
        foreach (var block in document.Descendants<TBlock>())
        {
            if (block.Inline is null || block.Span.End >= markdown.Length || block.Span.IsEmpty)
                continue;
            if (markdown.AsSpan(block.Span.Start, block.Span.Length).Contains(mark))
                find(block, markdown.Substring(block.Span.Start, block.Span.Length));
        }
    }

    private void CheckText(LeafBlock block, string text)
    {
        foreach (Match match in References().Matches(text))
        {
            var at = block.Span.Start + match.Index;
            if (IsMarkup(block, at))
                continue;
            var name = match.Groups["name"];
            if (match.Groups["note"].Success)
                add(
                    LintRules.UndefinedReference,
                    at,
                    match.Length,
                    match.Value[1..^1],
                    $"Write its text on a line '{match.Value}: …'"
                );
            else if (name.Success)
                add(
                    LintRules.UndefinedReference,
                    block.Span.Start + name.Index,
                    name.Length,
                    name.Value,
                    $"Write its address on a line '[{name.Value}]: address', or '[words](address)' here"
                );
            else
                add(LintRules.SpaceInLink, at, match.Length);
        }

        foreach (Match match in Addresses().Matches(text))
        {
            var at = block.Span.Start + match.Index;
            var address = match.Groups["address"].Value;
            if (!IsMarkup(block, at))
                add(
                    LintRules.SpaceInAddress,
                    at,
                    match.Length,
                    address,
                    address.Replace(" ", "%20", StringComparison.Ordinal)
                );
        }

        foreach (Match match in Reversed().Matches(text))
        {
            var at = block.Span.Start + match.Index;
            if (!IsMarkup(block, at))
                add(
                    LintRules.ReversedLink,
                    at,
                    match.Length,
                    match.Groups["words"].Value,
                    match.Groups["address"].Value
                );
        }
    }

    /// <summary>
    /// A value in braces that contains quotes, backticks or spaces makes a tag text. Reports each element and attribute
    /// once.
    /// </summary>
    private void CheckTags(LeafBlock block, string text)
    {
        foreach (Match match in JsxAttribute.Tag().Matches(text))
        {
            var at = block.Span.Start + match.Index;
            var tag = match.Groups["tag"].Value;
            var name = match.Groups["name"].Value;
            if (!IsMarkup(block, at) && _jsx.Add((tag, name)))
                add(MarkdownRules.JsxValue, at, match.Length, tag, name, JsxAttribute.ToHtml(name));
        }
    }

    private void CheckTable(ParagraphBlock block, string text)
    {
        if (!LinearTableParser.IsRefused(block) && TwoRows().IsMatch(text))
            add(LintRules.NoSeparatorRow, block.Span.Start, 1);
    }

    /// <summary>A numbered list that does not begin with 1 is text where no empty line precedes it.</summary>
    private void CheckNumberedLines(ParagraphBlock block, string text)
    {
        foreach (Match match in NumberedLines().Matches(text))
        {
            var first = match.Groups["first"];
            var second = match.Groups["second"];
            var isList =
                int.Parse(second.ValueSpan, CultureInfo.InvariantCulture) - 1
                == int.Parse(first.ValueSpan, CultureInfo.InvariantCulture);
            if (isList && !IsMarkup(block, block.Span.Start + first.Index))
                add(LintRules.ListShownAsText, block.Span.Start + first.Index, first.Length + 1, first.Value);
        }
    }

    private void CheckHeading(ParagraphBlock block, string text)
    {
        foreach (
            Match match in HeadingsWithoutSpace().Matches(text).Where(m => !IsMarkup(block, block.Span.Start + m.Index))
        )
            add(
                LintRules.NoSpaceInHeading,
                block.Span.Start + match.Index,
                match.Groups[1].Length,
                match.Groups[1].Value,
                match.Groups[2].Value.TrimEnd()
            );
    }

    /// <summary>True if the position is in code, a link or another element that is not plain text.</summary>
    private bool IsMarkup(LeafBlock block, int at)
    {
        if (_markup.Block != block)
        {
            var markup = block
                .Inline!.Descendants()
                .Where(i =>
                    i
                        is not (
                            LiteralInline
                            or EmphasisInline
                            or DelimiterInline
                            or LineBreakInline
                            or ContainerInline { Parent: null }
                        )
                );
            _markup = (block, new(markup.Select(i => i.Span)));
        }

        return _markup.Spans.Contains(at);
    }

    [GeneratedRegex(
        @"(?<![\\\w\]!\[])\[[^\[\]\n^@][^\[\]\n]*\](?:\[(?<name>[^\[\]\n^@]+)\]"
            + @"| \((?=[^()\s]*\))[^()\s]*[./#][^()\s]*\))|(?<![\\\[])(?<note>\[\^(?<label>[^\[\]\s]+)\](?!:))",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex References();

    [GeneratedRegex(@"(?<!\\)\]\((?<address>[^()<>""'\s]+(?: [^()<>""'\s]+){1,9})\)", RegexOptions.CultureInvariant)]
    private static partial Regex Addresses();

    [GeneratedRegex(
        @"(?<![\w\]\\])\((?<words>[^()\[\]\n]{1,100})\)\[(?=[^\[\]\s]*\](?![\[(:]))"
            + @"(?<address>[^\[\]\s]*(?:\.\w{1,5}|://|/|#)[^\[\]\s]*)\](?![\[(:])",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Reversed();

    [GeneratedRegex(
        @"\n {0,3}(?<first>[0-9]{1,3})[.)] \S[^\n]*\n {0,3}(?<second>[0-9]{1,3})[.)] \S",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex NumberedLines();

    [GeneratedRegex(@"^\|[^\n]*\|[ \t]*\r?\n {0,3}\|[^\n]*\|[ \t]*\r?(\n|$)", RegexOptions.CultureInvariant)]
    private static partial Regex TwoRows();

    [GeneratedRegex(@"^ {0,3}(#{2,6})([^\s#][^\r\n]*)", RegexOptions.CultureInvariant | RegexOptions.Multiline)]
    private static partial Regex HeadingsWithoutSpace();
}

/// <param name="start">The offset in the Markdown.</param>
internal delegate void AddDiagnostic(DiagnosticRule rule, int start, int length, params object?[] arguments);
