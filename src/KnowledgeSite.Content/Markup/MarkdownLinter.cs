using System.Text.RegularExpressions;
using KnowledgeSite.Content.Yaml;
using KnowledgeSite.Diagnostics;
using KnowledgeSite.Files;
using KnowledgeSite.Highlighting;
using Markdig.Extensions.CustomContainers;
using Markdig.Extensions.Footnotes;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using SourceSpan = KnowledgeSite.Files.SourceSpan;

namespace KnowledgeSite.Content.Markup;

/// <summary>
/// Reports valid Markdown that is probably a mistake, such as a link without a URL, a block without an end, or a
/// heading that is text. Each check runs only if the page contains its marks, because most pages have none.
/// </summary>
internal sealed partial class MarkdownLinter(
    SourceFile file,
    MarkdownDocument document,
    string markdown,
    int bodyStart,
    DiagnosticBag diagnostics
)
{
    /// <summary>The number of diagnostics of one rule that are kept for a page; the others are counted.</summary>
    private const int MaxPerRule = 1000;

    private readonly Dictionary<DiagnosticRule, (int Count, Diagnostic? Last)> _found = [];

    /// <summary>The labels of the footnotes that are written and called.</summary>
    private readonly HashSet<string> _called = document
        .OfType<FootnoteGroup>()
        .SelectMany(g => g.OfType<Footnote>())
        .Select(f => f.Label?.TrimStart('^') ?? "")
        .ToHashSet(StringComparer.OrdinalIgnoreCase);

    public void Report(FrontMatter frontMatter)
    {
        if (Contains("<<<<<<< ") && ReportConflictMarkers())
            return;
        CheckHeadings(frontMatter.Title);
        if (Contains(":::"))
            CheckBlocks(frontMatter.Kind);
        if (Contains("![]"))
            CheckImages();
        if (Contains("width=") || Contains("height="))
            CheckImageSizes();
        if (Contains("++"))
            CheckKeys();
        if (Contains("]()"))
            CheckLinks();
        if (Contains("[^"))
            CheckFootnotes();
        if (Contains("```") || Contains("~~~"))
            CheckFences();
        if (Contains("![["))
            CheckIncludes();
        if (Contains("{"))
        {
            CheckBraces();
            if (Contains("sum=") || Contains("widths="))
                CheckSheetTables();
        }

        if (InlineMistakes.MayHoldSpacedEmphasis(markdown))
            CheckEmphasis();
        if (Contains("<!--"))
            CheckComments();
        CheckTabs();
        new FirstLines(document, markdown, Add).Report();
        new UnparsedMarkdown(document, markdown, _called, Add).Report();
        foreach (var (count, last) in _found.Values)
            if (last is not null)
                diagnostics.Add(last with { Uncounted = count - MaxPerRule });
    }

    private bool Contains(string mark) => markdown.Contains(mark, StringComparison.Ordinal);

    /// <summary>
    /// Reports conflict markers of git. If there are any, nothing else is reported, because the author did not write
    /// the text between them like that.
    /// </summary>
    private bool ReportConflictMarkers()
    {
        var code = new SpanSet(document.Descendants<CodeBlock>().Select(c => c.Span));
        var marks = MergeMarks.Opening().Matches(markdown).Where(m => !code.Contains(m.Index)).ToList();
        foreach (var mark in marks)
            Add(SourceRules.MergeConflict, mark.Index, mark.Length);
        return marks.Count > 0;
    }

    private void CheckHeadings(string? title)
    {
        var hasTitle = title is not null;
        var opens = document.FirstOrDefault(b => b is not (LinkReferenceDefinitionGroup or HtmlBlock));
        var before = 1;
        foreach (var heading in document.Descendants<HeadingBlock>())
        {
            var repeatsTitle =
                heading == opens && (title is null || PageTitle.AreSameWords(title, InlineText.Read(heading.Inline)));
            if (heading.Level == 1 && hasTitle && !repeatsTitle)
                Add(LintRules.SecondTitle, heading.Span.Start, 1);
            else if (heading.Level > before + 1)
                Add(
                    LintRules.SkippedLevel,
                    heading.Span.Start,
                    heading.Level,
                    heading.Level,
                    before,
                    new string('#', before + 1)
                );
            if (heading.Inline?.FirstChild is null)
                Add(LintRules.EmptyHeading, heading.Span.Start, heading.Level, new string('#', heading.Level));
            hasTitle |= heading.Level == 1;
            before = heading.Level;
        }
    }

    private void CheckBlocks(PageKind kind)
    {
        foreach (var block in document.Descendants<CustomContainer>())
        {
            var name = block.Info ?? "";
            var isOwn =
                block.TryGetAttributes()?.Classes is [not null, ..] classes && classes.Any(c => c != block.Info);
            if (
                kind != PageKind.Workshop
                && name.Length > 0
                && !isOwn
                && !AudienceBlocks.Known.Contains(name)
                && SuggestionIndex.DidYouMean(name, AudienceBlocks.Known) is { Length: > 0 } known
            )
                Add(LintRules.BlockName, block.Span.Start, block.OpeningFencedCharCount + 1 + name.Length, name, known);
            if (block.ClosingFencedCharCount == 0 && (name.Length > 0 || kind != PageKind.Workshop))
                Add(
                    LintRules.OpenBlock,
                    block.Span.Start,
                    block.OpeningFencedCharCount,
                    $"::: {name}".TrimEnd(),
                    new string(':', block.OpeningFencedCharCount)
                );
        }

        foreach (
            var form in document
                .Descendants<LearnMarkup>()
                .Where(l => l.ImageAddress is null && l.Name != "image-end")
                .GroupBy(l => l.Name)
        )
            Add(MarkdownRules.MicrosoftLearnSyntax, form.First().Span.Start, 3 + form.Key.Length, form.Key);
    }

    /// <summary>
    /// Reports a fence without an end that contains a heading or an empty line, because it probably contains text that
    /// is not code.
    /// </summary>
    private void CheckFences()
    {
        foreach (var fence in document.Descendants<FencedCodeBlock>())
        {
            var sign = new string(fence.FencedChar, fence.OpeningFencedCharCount);
            var start = fence.Span.Start;
            if (fence.ClosingFencedCharCount == 0 && ContainsText(fence))
                Add(LintRules.OpenBlock, start, fence.OpeningFencedCharCount, sign + fence.Info, sign);
            CheckLanguage(fence);
        }
    }

    /// <summary>Reports the name of a language that is probably a typo. Short names have too many neighbours.</summary>
    private void CheckLanguage(FencedCodeBlock fence)
    {
        const int MinLength = 4;
        if (fence.Info is not { Length: >= MinLength } || fence.Info[0] == '{')
            return;
        var language = CodeFence.Read(fence).Language;
        if (language.Length < MinLength || CodeLanguages.IsKnown(language))
            return;
        if (CodeLanguages.DidYouMean(language.ToLowerInvariant()) is { Length: > 0 } suggestion)
            Add(
                FlavorRules.CodeLanguage,
                markdown.IndexOf(language, fence.Span.Start, StringComparison.Ordinal),
                language.Length,
                language,
                suggestion
            );
    }

    private void CheckTabs()
    {
        foreach (var (rule, span, arguments) in TabGroups.FindMistakes(document))
            Add(rule, span.Start, span.Length, arguments);
        if (!Contains("<Tab"))
            return;
        foreach (var (name, tag) in TabElementParser.FindOpen(document))
            Add(LintRules.OpenBlock, tag.Start, name.Length + 1, $"<{name}>", $"</{name}>");
    }

    private static bool ContainsText(FencedCodeBlock fence)
    {
        var lines = (fence.Lines.Lines ?? [])
            .Take(fence.Lines.Count)
            .Select(l => l.Slice.AsSpan().Trim().ToString())
            .ToList();
        return lines
            .SkipWhile(l => l.Length == 0)
            .Reverse()
            .SkipWhile(l => l.Length == 0)
            .Any(l => l.Length == 0 || AnyHeading().IsMatch(l));
    }

    private void CheckBraces()
    {
        foreach (var block in document.Descendants<LeafBlock>())
        foreach (var (span, remedy) in InlineMistakes.FindInvalidAttributes(block, markdown))
            Add(
                LintRules.InvalidAttributes,
                span.Start,
                span.Length,
                markdown.Substring(span.Start, span.Length).TrimEnd(),
                remedy
            );
    }

    private void CheckSheetTables()
    {
        foreach (var (rule, span, arguments) in SheetTables.FindMistakes(document))
            Add(rule, span.Start, span.Length, arguments);
    }

    private void CheckEmphasis()
    {
        foreach (var block in document.Descendants<LeafBlock>().Where(b => b.Inline is not null))
        foreach (var (span, correct) in InlineMistakes.FindSpacedEmphasis(block, markdown))
            Add(LintRules.SpacedEmphasis, span.Start, span.Length, correct);
    }

    /// <summary>Reports a comment that begins and ends in different blocks, because it is shown as text.</summary>
    private void CheckComments()
    {
        foreach (var literal in document.Descendants<LiteralInline>())
        {
            var start = literal.Content.AsSpan().IndexOf("<!--");
            if (start >= 0 && markdown.AsSpan(literal.Span.Start).StartsWith(literal.Content.AsSpan()))
                Add(MarkdownRules.UnclosedTag, literal.Span.Start + start, 4, "-->");
        }
    }

    private void CheckImages()
    {
        foreach (
            var image in document
                .Descendants<LinkInline>()
                .Where(l =>
                    l.IsImage
                    && l.FirstChild is null
                    && l.Url is not ['#', ..]
                    && !LinkRenderer.HasDescription(l)
                    && l.TryGetAttributes()?.Classes?.Contains("decorative") != true
                )
        )
            Add(LintRules.NoAltText, image.Span.Start, image.Span.Length);
    }

    private void CheckImageSizes()
    {
        foreach (var image in document.Descendants<LinkInline>().Where(l => l.IsImage))
        foreach (var (name, value) in image.TryGetAttributes()?.Properties ?? [])
            if (name is "width" or "height" && value is not [>= '0' and <= '9', ..])
                Add(FlavorRules.ImageWidth, image.Span.Start, image.Span.Length, name, value);
    }

    private void CheckKeys()
    {
        foreach (var (span, name) in KeysParser.FindUnknown(document))
            Add(FlavorRules.UnknownKey, span.Start, span.Length, name, KeysParser.DidYouMean(name));
    }

    private void CheckLinks()
    {
        foreach (
            var link in document
                .Descendants<LinkInline>()
                .Where(l => string.IsNullOrEmpty(l.Url) && l.Reference is null)
        )
            Add(LintRules.NoAddress, link.Span.Start, link.Span.Length);
    }

    private void CheckFootnotes()
    {
        foreach (var note in NestedFootnoteParser.FindWritten(document))
            if (note.Label?.TrimStart('^') is { } label && !_called.Contains(label))
                Add(LintRules.UnusedFootnote, note.LabelSpan.Start - 1, note.LabelSpan.Length + 2, label);
    }

    /// <summary>
    /// Reports includes within a line, except for files, because text can only be included on a line of its own.
    /// </summary>
    private void CheckIncludes()
    {
        foreach (
            var embed in document.Descendants<WikiLinkInline>().Where(w => w.IsEmbed && !FileName().IsMatch(w.Target))
        )
            Add(LintRules.IncludeInLine, embed.Span.Start, embed.Span.Length, embed.Target);
    }

    private void Add(DiagnosticRule rule, int start, int length, params object?[] arguments)
    {
        var (count, last) = _found.GetValueOrDefault(rule);
        count++;
        if (count <= MaxPerRule)
        {
            var found = Diagnostic.At(rule, file, new SourceSpan(bodyStart + start, length), arguments);
            if (count < MaxPerRule)
                diagnostics.Add(found);
            else
                last = found;
        }

        _found[rule] = (count, last);
    }

    [GeneratedRegex(@"\.(?!md$)[A-Za-z][A-Za-z0-9]{1,4}(#.*)?$", RegexOptions.CultureInvariant)]
    private static partial Regex FileName();

    [GeneratedRegex(@"^#{1,6} ", RegexOptions.CultureInvariant)]
    private static partial Regex AnyHeading();
}
