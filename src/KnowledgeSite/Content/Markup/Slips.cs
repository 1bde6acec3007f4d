using System.Text.RegularExpressions;
using KnowledgeSite.Diagnostics;
using KnowledgeSite.Files;
using Markdig.Extensions.CustomContainers;
using Markdig.Extensions.Footnotes;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using SourceSpan = KnowledgeSite.Files.SourceSpan;

namespace KnowledgeSite.Content.Markup;

/// <summary>
/// Finds Markdown that is no mistake to a parser, and not what its author meant: a link without an address, a block without an end, a
/// heading that is text. Whether anything of the kind can be on a page is asked of its text first, since most pages have none.
/// </summary>
internal sealed partial class Slips(SourceFile file, MarkdownDocument document, string markdown, int bodyStart, DiagnosticBag diagnostics)
{
    public void Report(FrontMatter frontMatter)
    {
        if (Holds("<<<<<<< ") && Merges()) return;
        Headings(frontMatter.Title is not null);
        if (Holds(":::")) Blocks(frontMatter.Kind);
        if (Holds("![]")) Pictures();
        if (Holds("]()")) Links();
        if (Holds("[^")) Notes();
        if (Holds("][") || Holds("[^") || Holds("] (")) Texts(InText);
        if (Holds("|\n") || Holds("|\r")) Texts(InTable);
        if (HeadingsWithoutBlank().IsMatch(markdown)) Texts(InHeading);
    }

    private bool Holds(string mark) => markdown.Contains(mark, StringComparison.Ordinal);

    /// <summary>What else is found between two versions of a text is none of its author's.</summary>
    private bool Merges()
    {
        var code = document.Descendants<CodeBlock>().Select(c => c.Span).ToList();
        var marks = MergeMarks.Opening().Matches(markdown).Where(m => !code.Exists(c => c.Start <= m.Index && m.Index <= c.End)).ToList();
        foreach (var mark in marks) Add(SourceRules.HalfMerged, mark.Index, mark.Length);
        return marks.Count > 0;
    }

    private void Headings(bool hasTitle)
    {
        var opens = document.FirstOrDefault(b => b is not (LinkReferenceDefinitionGroup or HtmlBlock));
        var before = 1;
        foreach (var heading in document.Descendants<HeadingBlock>())
        {
            if (heading.Level == 1 && hasTitle && heading != opens) Add(SlipRules.SecondTitle, heading.Span.Start, 1);
            else if (heading.Level > before + 1) Add(SlipRules.SkippedLevel, heading.Span.Start, heading.Level, heading.Level, before, new string('#', before + 1));
            hasTitle |= heading.Level == 1;
            before = heading.Level;
        }
    }

    private void Blocks(PageKind kind)
    {
        foreach (var block in document.Descendants<CustomContainer>())
        {
            var (name, isOwn) = (block.Info ?? "", block.TryGetAttributes()?.Classes is [not null, ..] classes && classes.Any(c => c != block.Info));
            if (kind != PageKind.Workshop && name.Length > 0 && !isOwn && !AudienceBlocks.Known.Contains(name) && Suggestion.DidYouMean(name, AudienceBlocks.Known) is { Length: > 0 } known)
                Add(SlipRules.BlockName, block.Span.Start, block.OpeningFencedCharCount + 1 + name.Length, name, known);
            if (block.ClosingFencedCharCount == 0 && (name.Length > 0 || kind != PageKind.Workshop))
                Add(SlipRules.OpenBlock, block.Span.Start, block.OpeningFencedCharCount, $"::: {name}".TrimEnd());
        }
    }

    private void Pictures()
    {
        foreach (var picture in document.Descendants<LinkInline>().Where(l => l.IsImage && l.FirstChild is null && l.TryGetAttributes()?.Classes?.Contains("decorative") != true))
            Add(SlipRules.PictureWithoutWords, picture.Span.Start, picture.Span.Length);
    }

    private void Links()
    {
        foreach (var link in document.Descendants<LinkInline>().Where(l => string.IsNullOrEmpty(l.Url) && l.Reference is null)) Add(SlipRules.NoAddress, link.Span.Start, link.Span.Length);
    }

    private void Notes()
    {
        var called = document.Descendants<FootnoteLink>().Select(l => l.Footnote.Label?.TrimStart('^')).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var code = document.Descendants<CodeBlock>().Select(c => c.Span).ToList();
        foreach (Match note in NoteTexts().Matches(markdown))
        {
            if (!called.Contains(note.Groups[1].Value) && !code.Exists(c => c.Start <= note.Index && note.Index <= c.End))
                Add(SlipRules.UncalledNote, note.Groups[1].Index - 2, note.Groups[1].Length + 3, note.Groups[1].Value);
        }
    }

    private void Texts(Action<LeafBlock, string> find)
    {
        foreach (var block in document.Descendants<LeafBlock>().Where(b => b.Inline is not null && b.Span.End < markdown.Length && !b.Span.IsEmpty))
            find(block, markdown.Substring(block.Span.Start, block.Span.Length));
    }

    private void InText(LeafBlock block, string text)
    {
        foreach (Match match in References().Matches(text))
        {
            var at = block.Span.Start + match.Index;
            if (IsMarkup(block, at)) continue;
            var name = match.Groups["name"];
            if (match.Groups["note"].Success)
                Add(SlipRules.UndefinedReference, at, match.Length, match.Value[1..^1], $"Write its text on a line '{match.Value}: …'");
            else if (name.Success)
                Add(SlipRules.UndefinedReference, block.Span.Start + name.Index, name.Length, name.Value, $"Write its address on a line '[{name.Value}]: address', or '[words](address)' here");
            else
                Add(SlipRules.BlankInLink, at, match.Length);
        }
    }

    private void InTable(LeafBlock block, string text)
    {
        if (block is ParagraphBlock && TwoRows().IsMatch(text)) Add(SlipRules.TableWithoutRule, block.Span.Start, 1);
    }

    private void InHeading(LeafBlock block, string text)
    {
        if (block is not ParagraphBlock) return;
        foreach (Match match in HeadingsWithoutBlank().Matches(text).Where(m => !IsMarkup(block, block.Span.Start + m.Index)))
            Add(SlipRules.BlankInHeading, block.Span.Start + match.Index, match.Groups[1].Length, match.Groups[1].Value, match.Groups[2].Value.TrimEnd());
    }

    /// <summary>The place is in code, in a link or in anything else that is no plain text.</summary>
    private static bool IsMarkup(LeafBlock block, int at) => block.Inline!.Descendants().Any(i =>
        i is not (LiteralInline or EmphasisInline or DelimiterInline or LineBreakInline or ContainerInline { Parent: null }) && i.Span.Start <= at && at <= i.Span.End);

    private void Add(DiagnosticRule rule, int start, int length, params object?[] arguments) =>
        diagnostics.Add(Diagnostic.At(rule, file, new SourceSpan(bodyStart + start, length), arguments));

    [GeneratedRegex(@"(?<![\\\w\]!\[])(?:\[[^\[\]\n^@][^\[\]\n]*\](?:\[(?<name>[^\[\]\n^@]+)\]| \([^()\s]*[./#][^()\s]*\))|(?<note>\[\^[^\[\]\s]+\](?!:)))", RegexOptions.CultureInvariant)]
    private static partial Regex References();

    [GeneratedRegex(@"^ {0,3}\[\^([^\[\]\s]+)\]:", RegexOptions.CultureInvariant | RegexOptions.Multiline)]
    private static partial Regex NoteTexts();

    [GeneratedRegex(@"^\|[^\n]*\|[ \t]*\r?\n {0,3}\|[^\n]*\|[ \t]*\r?(\n|$)", RegexOptions.CultureInvariant)]
    private static partial Regex TwoRows();

    [GeneratedRegex(@"^ {0,3}(#{2,6})([^\s#][^\r\n]*)", RegexOptions.CultureInvariant | RegexOptions.Multiline)]
    private static partial Regex HeadingsWithoutBlank();
}
