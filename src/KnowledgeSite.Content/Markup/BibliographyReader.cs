using System.Text.RegularExpressions;
using KnowledgeSite.Content.Yaml;
using KnowledgeSite.Diagnostics;
using KnowledgeSite.Files;
using KnowledgeSite.Strings;
using Markdig.Extensions.Footnotes;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace KnowledgeSite.Content.Markup;

/// <summary>
/// Reads <c>sources.yaml</c> and creates the page of sources. For each source, the page has a heading, the author and
/// year, a note, and a slot for the pages that cite the source.
/// </summary>
internal sealed partial class BibliographyReader
{
    private static readonly string[] Articles = ["A ", "An ", "The "];

    private readonly SourceFile _file;
    private readonly DiagnosticBag _diagnostics;
    private readonly MarkdownSyntax _syntax;
    private readonly UiStrings _text;

    private BibliographyReader(SourceFile file, UiStrings text, DiagnosticBag diagnostics)
    {
        _text = text;
        _syntax = new(text);
        _file = file;
        _diagnostics = diagnostics;
    }

    /// <summary>Reads the bibliography; null if the file is not the <c>sources.yaml</c> of the site.</summary>
    public static Bibliography? Read(SourceFile file, UiStrings text, DiagnosticBag diagnostics) =>
        file.Path.Value == Bibliography.FileName && file.Text is not null
            ? new BibliographyReader(file, text, diagnostics).Read()
            : null;

    private Bibliography Read()
    {
        var entries = YamlReader
            .ReadMaps(_file, _diagnostics)
            .Select(Read)
            .OfType<(Work Work, Located<string>? Note)>()
            .DistinctBy(e => e.Work.Id.Value)
            .OrderBy(e => SortKey(e.Work.Title), StringComparer.OrdinalIgnoreCase)
            .ThenBy(e => e.Work.Id.Value, StringComparer.Ordinal)
            .ToList();
        return new(CreatePage(entries), [.. entries.Select(e => e.Work)]);
    }

    private readonly HashSet<string> _ids = new(StringComparer.Ordinal);

    private (Work Work, Located<string>? Note)? Read(YamlMap entry)
    {
        var reader = new MapReader(_file, entry, WorkKeys.Entry, _diagnostics).ReportUnknownKeys();
        var id = reader.Read(WorkKeys.Id);
        var title = reader.Read(WorkKeys.Title);
        var author = reader.Read(WorkKeys.Author);
        var year = reader.Read(WorkKeys.Year);
        var form = reader.Read(WorkKeys.Form);
        var url = reader.Read(WorkKeys.Url);
        var note = reader.Read(WorkKeys.Note);
        if (id is null || !Id().IsMatch(id.Value))
        {
            _diagnostics.Add(Diagnostic.At(CitationRules.NoWorkId, _file, id?.Span ?? entry.Span));
            return null;
        }

        if (!_ids.Add(id.Value))
            _diagnostics.Add(Diagnostic.At(CitationRules.SameWork, _file, id.Span, id.Value));
        if (title is not { Value.Length: > 0 })
            _diagnostics.Add(Diagnostic.At(CitationRules.NoWorkTitle, _file, id.Span, id.Value));
        return (new(id, NotEmpty(title) ?? id.Value, NotEmpty(author), NotEmpty(year), form, Url(url)), note);
    }

    private string? Url(Located<string>? url)
    {
        if (
            NotEmpty(url) is not { } address
            || (Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https")
        )
            return NotEmpty(url);
        _diagnostics.Add(Diagnostic.At(CitationRules.InvalidUrl, _file, url!.Span, address));
        return null;
    }

    private static string? NotEmpty(Located<string>? text) => text is { Value.Length: > 0 } ? text.Value : null;

    private static string SortKey(string title) =>
        Articles.FirstOrDefault(a => title.StartsWith(a, StringComparison.Ordinal)) is { } article
            ? title[article.Length..]
            : title;

    private Page CreatePage(IReadOnlyList<(Work Work, Located<string>? Note)> entries)
    {
        var renderer = _syntax.CreateRenderer();
        renderer.Begin(0);
        for (var i = 0; i < entries.Count; i++)
            Write(renderer, i, entries[i].Work, entries[i].Note);
        string[] ids = [.. entries.Select(e => e.Work.Id.Value).Order(StringComparer.Ordinal)];
        var body = new PageBody(
            null,
            false,
            BodyHtml.Create(renderer.Html, renderer.Slots),
            renderer.Links,
            ids,
            _file.Text!.Value.Length
        );
        var frontMatter = FrontMatter.Read(_file, YamlMap.Empty, isPrepared: true, new DiagnosticBag());
        return new(
            Source: _file,
            FrontMatter: frontMatter,
            Title: _text.Sources,
            Summary: _text.SourcesAbout,
            Body: body,
            Outline: [.. entries.Select(e => new Heading(2, e.Work.Id.Value, e.Work.Title))],
            Cells: []
        );
    }

    private void Write(BodyRenderer renderer, int number, Work work, Located<string>? note)
    {
        renderer.Write("<h2 id=\"").Write(work.Id.Value).Write("\">").WriteEscape(work.Title).WriteLine("</h2>");
        var facts = new[] { work.Author, work.Year, work.Form is { } form ? NameOf(form) : null }
            .OfType<string>()
            .ToList();
        if (facts.Count > 0 || work.Url is not null)
            WriteFacts(renderer, string.Join(_text.ListSeparator, facts), work);
        if (NotEmpty(note) is { } markdown)
            WriteNote(renderer, markdown, note!.Span);
        renderer.AddSlot(number, SlotContent.Uses);
    }

    private string NameOf(WorkForm form) =>
        form switch
        {
            WorkForm.Book => _text.WorkBook,
            WorkForm.Chapter => _text.WorkChapter,
            WorkForm.Article => _text.WorkArticle,
            WorkForm.Blueprint => _text.WorkBlueprint,
            WorkForm.Notes => _text.WorkNotes,
            WorkForm.Talk => _text.WorkTalk,
            _ => _text.WorkLadder,
        };

    private void WriteFacts(BodyRenderer renderer, string facts, Work work)
    {
        renderer
            .Write("<p class=\"work\">")
            .WriteEscape(
                work.Author is null && facts.Length > 0 ? char.ToUpperInvariant(facts[0]) + facts[1..] : facts
            );
        if (work.Url is { } url)
        {
            renderer.Write(facts.Length > 0 ? ". <a href=\"" : "<a href=\"");
            renderer.AddLinkSlot(
                WithPosition(new(LinkForm.Link, url, work.Id.Span), work.Id.Span.Start),
                SlotContent.Address
            );
            renderer.Write("\">").WriteEscape(new Uri(url).Host).Write("</a>");
        }

        renderer.WriteLine("</p>");
    }

    /// <summary>
    /// Writes a note as Markdown. A note with HTML, footnotes or attributes is written as plain text, because HTML is
    /// only checked on pages.
    /// </summary>
    private void WriteNote(BodyRenderer renderer, string markdown, Files.SourceSpan span)
    {
        var document = _syntax.Parse(markdown);
        var isPlain =
            document.All(b => b is ParagraphBlock)
            && !document.Descendants().Any(i => i is HtmlInline or FootnoteLink || i.TryGetAttributes() is not null);
        var known = renderer.Links.Count;
        if (isPlain)
            renderer.Render(document);
        else
            renderer.Write("<p>").WriteEscape(markdown).WriteLine("</p>");
        for (var i = known; i < renderer.Links.Count; i++)
            renderer.Links[i] = WithPosition(renderer.Links[i], span.Start);
    }

    /// <summary>
    /// The link with the position of its target in the _file. A YAML value can be written with other characters than it
    /// has, so the target is searched for.
    /// </summary>
    private PageLink WithPosition(PageLink link, int from)
    {
        var at = _file.Text!.Value.IndexOf(link.Target, from, StringComparison.Ordinal);
        return link with { Span = at < 0 ? new(from, 1) : new(at, link.Target.Length) };
    }

    [GeneratedRegex(Work.IdPattern, RegexOptions.CultureInvariant)]
    private static partial Regex Id();
}
