using System.Collections.Concurrent;
using System.Security;
using System.Text.RegularExpressions;
using KnowledgeSite.Content.Notebooks;
using KnowledgeSite.Content.Yaml;
using KnowledgeSite.Diagnostics;
using KnowledgeSite.Files;
using KnowledgeSite.Mathematics;
using KnowledgeSite.Sources;
using KnowledgeSite.Strings;
using KnowledgeSite.Words;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using SourceSpan = KnowledgeSite.Files.SourceSpan;

namespace KnowledgeSite.Content.Markup;

/// <summary>Parses a source file into a <see cref="Page"/>. Safe to use from several threads.</summary>
/// <param name="citesSources">True if the site has a bibliography that pages can cite.</param>
/// <param name="isPrepared">False in a folder without <c>site.yaml</c>.</param>
/// <param name="macros">The macros of formulas, as TeX by name.</param>
/// <param name="notebooks">The settings of the site for notebooks.</param>
/// <param name="text">The strings in the language of the site; null for English.</param>
/// <param name="hasTypography">True to write dashes and ellipses for <c>--</c> and <c>...</c>.</param>
internal sealed partial class PageParser(
    AllowedContent allowed,
    bool citesSources = false,
    bool isPrepared = true,
    bool hasTypography = false,
    IReadOnlyDictionary<string, string>? macros = null,
    NotebookOptions? notebooks = null,
    UiStrings? text = null
)
{
    private readonly Lazy<Dictionary<string, Macro>> _macros = new(() =>
        (macros ?? new Dictionary<string, string>()).ToDictionary(m => m.Key, m => Macro.Create(m.Value))
    );

    /// <summary>The tree from which pages are read, for the files that they show as code.</summary>
    public ISourceTree Tree { get; set; } = new MemoryTree(new Dictionary<string, byte[]>(StringComparer.Ordinal));

    /// <summary>False if a file that the page shows as code has changed since the page was parsed.</summary>
    public bool IsCurrent(Page page) =>
        page.CodeFiles.All(f => Tree.ReadFromRepository(f.Path) is var now && now.Text == f.Text);

    private readonly MarkdownSyntax _syntax = new(text ?? UiStrings.English, citesSources);
    private readonly ConcurrentBag<BodyRenderer> _renderers = [];

    /// <summary>Parses a file; null if it is not a page.</summary>
    public Page? ParseIfPage(SourceFile file, DiagnosticBag diagnostics) =>
        !PagePath.IsPage(file.Path) || file.Text is null ? null
        : file.Path.IsNotebook ? ParseNotebook(file, diagnostics)
        : Parse(file, diagnostics);

    /// <summary>Parses a notebook. Authors cannot correct outputs, so what is wrong in them is not reported.</summary>
    private Page? ParseNotebook(SourceFile notebook, DiagnosticBag diagnostics)
    {
        if (
            NotebookConverter.Convert(
                notebook,
                notebooks ?? new(),
                text ?? UiStrings.English,
                diagnostics,
                out var outputs
            )
            is not { Text.Origin.Text: { } json } file
        )
            return null;
        var found = new DiagnosticBag();
        var page = Parse(file, found);
        var generated = outputs.Select(o => json.PositionAt(o.Start)).ToHashSet();
        diagnostics.AddRange(
            found.Sorted().Where(d => d.Location is not { } at || !generated.Contains(new(at.Line, at.Column)))
        );
        return page;
    }

    public Page Parse(SourceFile file, DiagnosticBag diagnostics)
    {
        var block = FrontMatterBlock.Find(file, diagnostics);
        var keys = block.IsToml
            ? TomlReader.Read(file, block.Content, diagnostics)
            : YamlReader.Read(file, block.Content, diagnostics);
        var frontMatter = FrontMatter.Read(file, keys, isPrepared, diagnostics);
        if (!frontMatter.Excluded)
            Placeholders.Report(file, diagnostics);
        // The text of a template is not Markdown until it is filled in.
        if (frontMatter.Kind == PageKind.Document)
            return CreateTemplatePage(file, frontMatter, block.BodyStart);
        return Parse(file, frontMatter, block, diagnostics);
    }

    /// <summary>Parses a document that was made from a template.</summary>
    /// <param name="document">The filled-in text, without front matter.</param>
    public Page ParseDocument(SourceFile document, FrontMatter frontMatter, DiagnosticBag diagnostics) =>
        Parse(document, frontMatter, FrontMatterBlock.None, diagnostics);

    private Page Parse(SourceFile file, FrontMatter frontMatter, FrontMatterBlock block, DiagnosticBag diagnostics)
    {
        var markdown = file.Text!.Value[block.BodyStart..];
        try
        {
            var renderer = _renderers.TryTake(out var kept) ? kept : _syntax.CreateRenderer();
            var document = _syntax.Parse(markdown);
            var code = new CodeIncluder(file, Tree, markdown, block.BodyStart, diagnostics);
            code.Read(document);
            ReportWritingSpaces(file, document, block.BodyStart, diagnostics);
            new MarkdownLinter(file, document, markdown, block.BodyStart, diagnostics).Report(frontMatter);
            var otherSyntax = OtherSyntax.Find(document, markdown);
            ReportLimits(file, document, block.BodyStart, diagnostics);
            var blocks = frontMatter.Kind == PageKind.Workshop ? new AudienceBlocks(document, markdown) : null;
            blocks?.Report(file, block.BodyStart, diagnostics);
            var page = Render(file, frontMatter, document, renderer, block.BodyStart, diagnostics);
            OtherSyntax.Report(file, otherSyntax, block.BodyStart, renderer.Components, diagnostics);
            if (blocks is not null)
                page = page with { Handouts = new(Sheet(Audience.Participant), Sheet(Audience.Facilitator)) };
            _renderers.Add(renderer);
            return code.References.Count == 0
                ? page
                : page with
                {
                    CodeFiles = code.Files,
                    CodeReferences = code.References,
                };

            // Diagnostics are discarded, because they have been reported for the whole page.
            PageBody Sheet(Audience audience)
            {
                var text = blocks.For(audience);
                var sheet = _syntax.Parse(text);
                new CodeIncluder(file, Tree, text, block.BodyStart, new DiagnosticBag()).Read(sheet);
                return Render(
                    file,
                    frontMatter,
                    sheet,
                    renderer,
                    block.BodyStart,
                    new DiagnosticBag(),
                    hasNoteSlots: true
                ).Body;
            }
        }
        catch (ArgumentException e) when (IsForNesting(e))
        {
            var line = FirstLineTooDeep(new SourceText(markdown));
            diagnostics.Add(
                Diagnostic.At(
                    MarkdownRules.TooDeep,
                    file,
                    new SourceSpan(block.BodyStart + new SourceText(markdown).LineStart(line), 1)
                )
            );
            return CreatePlainTextPage(file, frontMatter, markdown, block.BodyStart);
        }
    }

    private Page Render(
        SourceFile file,
        FrontMatter frontMatter,
        MarkdownDocument document,
        BodyRenderer renderer,
        int bodyStart,
        DiagnosticBag diagnostics,
        bool hasNoteSlots = false
    )
    {
        var restores = frontMatter.Kind == PageKind.Document && ProtectedText.HasMarks(file.Text!.Value);
        renderer.Begin(bodyStart, hasNoteSlots, restores);
        new DiagramReader(file, _syntax, renderer.Text, bodyStart, diagnostics).Read(document);
        var ids = new HashSet<string>(StringComparer.Ordinal);
        if (file.Text!.Value.Contains('^', StringComparison.Ordinal))
            BlockIds.Assign(document, ids);
        var equations = FormulaReader.Read(file, bodyStart, document, _macros, ids, diagnostics);
        var terms =
            frontMatter.Kind == PageKind.Glossary
                ? new TermReader(file, document, bodyStart, renderer.Text, diagnostics)
                : null;
        var outline = HeadingIds.Assign(file, document, bodyStart, ids, diagnostics);
        // After the ids of headings, which must not depend on it.
        if (hasTypography)
            Typography.Apply(document);
        var labels = MystLabels.Find(file.Text.Value);
        if (labels.Length > 0)
            MystLabels.Assign(document, ids);
        var title = PageTitle.Find(frontMatter, document, outline);
        var titleSpan = frontMatter.Title is not null ? frontMatter.TitleSpan : title.Span(bodyStart);
        var lifted = title.MoveToHeader(document, outline)
            ? new TitleHeading(title.Id!, renderer.RenderInline(title.Inline!), title.Text!)
            : null;
        var summary = frontMatter.Description ?? Summarize(document);
        var cells = frontMatter.Kind == PageKind.Dimension ? new CellReader(file, renderer).Read(document) : [];
        if (AttributeLists.HasProperties(document))
            new FormerIds(file, bodyStart, diagnostics).Insert(document, ids);
        var holdsAttributes =
            AttributeLists.HasProperties(document)
            && document.Descendants().Any(e => e.TryGetAttributes()?.Properties is { Count: > 0 });

        var defined = terms?.Read() ?? [];

        renderer.Render(document);
        ids.UnionWith(renderer.GeneratedIds);
        var html =
            renderer.Raw.Count > 0 || holdsAttributes
                ? new RawHtmlPass(file, renderer, ids, allowed, diagnostics).Run()
                : BodyHtml.Create(renderer.Html, renderer.Slots);
        if (restores)
            RestoreLinks(renderer.Links);
        RefuseUnsafeLinks(file, renderer.Links, diagnostics);
        ReportBlockedMedia(file, renderer.Links, diagnostics);
        ReportOtherFormats(file, renderer.Links, diagnostics);

        var body = new PageBody(lifted, title.IsInText, html, renderer.Links, Sorted(ids), bodyStart)
        {
            Labels = equations.Count == 0 ? labels : Sorted([.. labels.Union(equations.Keys)]),
            EquationIds = equations,
            Citations = renderer.Citations,
            Comments =
            [
                .. Comments
                    .FindRemoved(document)
                    .Select(c => renderer.InFile(c.Span))
                    .Concat(renderer.Comments)
                    .OrderBy(c => c.Start),
            ],
        };
        return new(
            Source: file,
            FrontMatter: frontMatter,
            Title: title.Text ?? PagePath.ToTitle(file.Path),
            Summary: summary,
            Body: body,
            Outline: outline,
            Cells: cells
        )
        {
            Terms = defined,
            TitleSpan = titleSpan,
        };
    }

    /// <summary>Reports elements that are shown as text because of a limit.</summary>
    private static void ReportLimits(
        SourceFile file,
        MarkdownDocument document,
        int bodyStart,
        DiagnosticBag diagnostics
    )
    {
        foreach (var table in LinearTableParser.FindRefused(document))
            diagnostics.Add(
                Diagnostic.At(MarkdownRules.SparseTable, file, InFile(table), LinearTableParser.MaxMissingCells)
            );
        foreach (var mark in LinearEmphasisParser.FindLost(document))
            diagnostics.Add(
                Diagnostic.At(MarkdownRules.UnrecognizedEmphasis, file, InFile(mark), LinearEmphasisParser.MaxUnmatched)
            );
        if (InlineNesting.ReplacedIn(document) is [var deep, ..])
            diagnostics.Add(Diagnostic.At(MarkdownRules.InlinesTooDeep, file, InFile(deep), InlineNesting.MaxDepth));

        SourceSpan InFile(Markdig.Syntax.SourceSpan span) => new(bodyStart + span.Start, span.Length);
    }

    private static void ReportWritingSpaces(
        SourceFile file,
        MarkdownDocument document,
        int bodyStart,
        DiagnosticBag diagnostics
    )
    {
        if (!file.Text!.Value.Contains(":::", StringComparison.Ordinal))
            return;
        foreach (var block in document.Descendants<WritingSpaceBlock>().Where(b => b.Space is null))
        {
            var (arguments, example) = WritingSpace.Forms[block.Form];
            diagnostics.Add(
                Diagnostic.At(
                    WorkshopRules.WritingSpace,
                    file,
                    new SourceSpan(bodyStart + block.Span.Start, block.Span.Length),
                    $"::: {block.Form}",
                    arguments,
                    example
                )
            );
        }
    }

    /// <summary>
    /// True if Markdig rejected a text because it is nested too deeply. Markdig throws no other exception, while
    /// parsing or rendering.
    /// </summary>
    private static bool IsForNesting(ArgumentException e) =>
        e.Message.Contains("deeply nested", StringComparison.Ordinal);

    private bool IsTooDeep(string markdown)
    {
        try
        {
            _syntax.CreateRenderer().Render(_syntax.Parse(markdown));
            return false;
        }
        catch (ArgumentException e) when (IsForNesting(e))
        {
            return true;
        }
    }

    /// <summary>The number, counted from 1, of the first line with which the text is nested too deeply.</summary>
    private int FirstLineTooDeep(SourceText text)
    {
        var good = 0;
        var bad = text.LineCount;
        while (bad - good > 1)
        {
            var middle = (good + bad) / 2;
            if (IsTooDeep(text.Value[..text.LineStart(middle + 1)]))
                bad = middle;
            else
                good = middle;
        }

        return bad;
    }

    private static void RestoreLinks(List<PageLink> links)
    {
        for (var i = 0; i < links.Count; i++)
            links[i] = links[i] with
            {
                Target = ProtectedText.Restore(links[i].Target),
                Label = links[i].Label is { } label ? ProtectedText.Restore(label) : null,
            };
    }

    private static Page CreateTemplatePage(SourceFile file, FrontMatter frontMatter, int bodyStart) =>
        new(
            Source: file,
            FrontMatter: frontMatter,
            Title: frontMatter.Title ?? PagePath.ToTitle(file.Path),
            Summary: frontMatter.Description,
            Body: new(null, false, BodyHtml.Create("", []), [], [], bodyStart),
            Outline: [],
            Cells: []
        )
        {
            TitleSpan = frontMatter.TitleSpan,
        };

    private static Page CreatePlainTextPage(SourceFile file, FrontMatter frontMatter, string markdown, int bodyStart)
    {
        var html = $"<pre tabindex=\"0\">{SecurityElement.Escape(markdown)}</pre>\n";
        var body = new PageBody(null, false, BodyHtml.Create(html, []), [], [], bodyStart);
        return new(
            Source: file,
            FrontMatter: frontMatter,
            Title: frontMatter.Title ?? PagePath.ToTitle(file.Path),
            Summary: frontMatter.Description,
            Body: body,
            Outline: [],
            Cells: []
        )
        {
            TitleSpan = frontMatter.TitleSpan,
        };
    }

    private static string? Summarize(MarkdownDocument document)
    {
        const int MaxLength = 160;
        if (document.OfType<ParagraphBlock>().FirstOrDefault() is not { Inline: { } inline })
            return null;
        var text = WhiteSpace.Collapse(InlineText.Read(inline));
        if (text.Length <= MaxLength)
            return text.Length == 0 ? null : text;
        var end = text.LastIndexOf(' ', MaxLength);
        return (end > 0 ? text[..end] : text[..MaxLength]).TrimEnd(',', ';', ':', '.', '\ud800') + " …";
    }

    private void RefuseUnsafeLinks(SourceFile file, List<PageLink> links, DiagnosticBag diagnostics)
    {
        for (var i = 0; i < links.Count; i++)
        {
            if (UnsafeAddress.SchemeOf(links[i].Target) is not { } scheme || allowed.Allows(scheme))
                continue;
            if (
                links[i].Form == LinkForm.Image
                && links[i].Target.StartsWith("data:image/", StringComparison.OrdinalIgnoreCase)
            )
                continue;
            diagnostics.Add(
                Diagnostic.At(MarkdownRules.UnsafeHtml, file, links[i].Span, $"A link to '{scheme}'", scheme)
            );
            links[i] = links[i] with { Target = "#" };
        }
    }

    /// <summary>Reports images from other sites, once for each site.</summary>
    /// <summary>Reports each image in a format that browsers do not show.</summary>
    private static void ReportOtherFormats(SourceFile file, List<PageLink> links, DiagnosticBag diagnostics)
    {
        foreach (var link in links.Where(l => l.Form is LinkForm.Image or LinkForm.Include))
            if (MediaFile.IsOtherImage(link.Target))
                diagnostics.Add(
                    Diagnostic.At(
                        SourceRules.ImageProblem,
                        file,
                        link.Span,
                        link.Target,
                        "has a format that most browsers do not show. Save it as JPEG, PNG or WebP."
                    )
                );
    }

    private void ReportBlockedMedia(SourceFile file, List<PageLink> links, DiagnosticBag diagnostics)
    {
        var reported = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var link in links.Where(l => l.Form == LinkForm.Image))
        {
            var target = link.Target.StartsWith("//", StringComparison.Ordinal) ? "https:" + link.Target : link.Target;
            if (
                !Uri.TryCreate(target, UriKind.Absolute, out var address)
                || address.Scheme is not ("https" or "http")
                || allowed.AllowsMedia(target)
            )
                continue;
            var origin = address.GetLeftPart(UriPartial.Authority);
            if (reported.Add(origin))
                diagnostics.Add(
                    Diagnostic.At(
                        MarkdownRules.BlockedMedia,
                        file,
                        link.Span,
                        origin,
                        IsVideo(address) ? "video" : "img"
                    )
                );
        }
    }

    private static bool IsVideo(Uri address) =>
        Path.GetExtension(address.AbsolutePath).ToLowerInvariant()
            is ".mp4"
                or ".webm"
                or ".ogg"
                or ".ogv"
                or ".mov"
                or ".mp3"
                or ".wav";

    private static string[] Sorted(HashSet<string> ids)
    {
        var sorted = ids.ToArray();
        Array.Sort(sorted, StringComparer.Ordinal);
        return sorted;
    }
}
