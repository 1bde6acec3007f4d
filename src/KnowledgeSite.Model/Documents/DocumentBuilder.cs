using System.Text.RegularExpressions;
using KnowledgeSite.Content;
using KnowledgeSite.Content.Markup;
using KnowledgeSite.Diagnostics;
using KnowledgeSite.Engine;
using KnowledgeSite.Files;
using KnowledgeSite.SiteModel;
using Scriban.Syntax;

namespace KnowledgeSite.Documents;

/// <summary>Makes the documents of all templates of a site, in parallel.</summary>
/// <param name="parser">Parses each document like a page.</param>
/// <param name="cache">The documents of the last run of a preview; null to make all.</param>
internal sealed partial class DocumentBuilder(
    SiteSettings settings,
    PageTable pages,
    IReadOnlyList<LadderUrls> ladders,
    IReadOnlyList<WorkshopUrls> workshops,
    PageParser parser,
    DocumentCache? cache,
    DiagnosticBag diagnostics
)
{
    private readonly PageSections _pages = new(pages, workshops);
    private readonly Dictionary<LadderUrls, LadderThing> _ladders = [];

    /// <summary>The documents, sorted by template, and within it by ladder.</summary>
    public IReadOnlyList<SiteDocument> Build(CancellationToken cancellation)
    {
        var templates = pages.Where(p => p.Content.FrontMatter.Facts is DocumentFacts).ToList();
        if (templates.Count == 0)
            return [];
        foreach (var ladder in ladders)
            _ladders[ladder] = new(ladder, _pages);
        ReportRoles(templates);
        var orders = templates.SelectMany(OrdersFor).ToList();
        var made = new MadeDocument?[orders.Count];
        EachDocument.Run(orders, (i, order) => made[i] = Make(order), cancellation);
        var findings = new DocumentFindings();
        foreach (var document in made.OfType<MadeDocument>())
            findings.Add(document.Document, document.Findings);
        findings.Report(diagnostics);
        foreach (var template in made.OfType<MadeDocument>().GroupBy(m => m.Order.Template))
            Report(template.Key, [.. template]);
        return [.. made.OfType<MadeDocument>().Select(m => m.Document)];
    }

    private void ReportRoles(IReadOnlyList<SitePage> templates)
    {
        var ofRoles = templates.FirstOrDefault(t =>
            t.Content.FrontMatter.Facts is DocumentFacts { For: DocumentSubject.Roles }
        );
        if (ofRoles is null || ladders.Count == 0)
            return;
        foreach (var page in pages)
            if (page.Content.FrontMatter.Facts is RoleFacts { Ladder: null, Requires: [] })
                diagnostics.Add(Diagnostic.At(DocumentRules.RoleWithoutDocument, page.Path, ofRoles.Title));
    }

    /// <summary>The documents to make from a template; none if it is wrong.</summary>
    private List<Order> OrdersFor(SitePage page)
    {
        var facts = (DocumentFacts)page.Content.FrontMatter.Facts!;
        if (facts.For is not { } subject)
        {
            if (!facts.Refused.Contains(DocumentKeys.For.Name))
                diagnostics.Add(Diagnostic.At(DocumentRules.NoSubject, page.Path));
            return [];
        }

        var choice = new TargetChoice(page, facts, ladders, diagnostics);
        IReadOnlyList<DocumentTarget> targets =
        [
            .. choice
                .Ladders.Select(l => _ladders[l])
                .SelectMany(l => DocumentTarget.Find(l, subject))
                .Where(t => choice.Includes(t.Level)),
        ];
        if (Parse(page, facts, subject, choice.Ladders, targets) is not { } template)
            return [];
        if (targets.Count == 0)
            diagnostics.Add(
                Diagnostic.At(
                    DocumentRules.NoDocument,
                    page.Path,
                    choice.Ladders.Count == 0 ? "there is no ladder for it"
                        : subject == DocumentSubject.Roles
                            ? "no role with 'ladder:' and 'requires:' refers to its ladders"
                        : "its ladders have no level that it allows"
                )
            );
        return Place(template, targets, choice.Ladders);
    }

    /// <summary>Assigns the addresses. Those of the first ladder do not contain its name.</summary>
    private List<Order> Place(
        ParsedTemplate template,
        IReadOnlyList<DocumentTarget> targets,
        IReadOnlyList<LadderUrls> chosen
    )
    {
        var orders = new Dictionary<SitePath, Order>();
        foreach (var target in targets)
        {
            var isFirst = target.Role is not null || target.Ladder.Places == chosen[0];
            var folder = isFirst ? "" : SitePath.Slug(target.Ladder.Ladder.Id) + "/";
            var address = template.Page.Address.Append($"{folder}{target.Name}/");
            var order = new Order(template, target, address, LabelOf(target));
            if (orders.TryAdd(address, order))
                continue;
            diagnostics.Add(
                Diagnostic.At(
                    DocumentRules.SameDocument,
                    template.Page.Path,
                    $"'{orders[address].Label}'",
                    $"'{order.Label}'",
                    address
                )
            );
        }

        return [.. orders.Values];
    }

    private string LabelOf(DocumentTarget target) =>
        target.Role is { } role ? role.Title
        : target.From is { } from ? settings.Text.FromTo(from.Title, target.Level!.Title)
        : target.Level!.Title;

    private ParsedTemplate? Parse(
        SitePage page,
        DocumentFacts facts,
        DocumentSubject subject,
        IReadOnlyList<LadderUrls> chosen,
        IReadOnlyList<DocumentTarget> targets
    )
    {
        var source = page.Content.Source;
        var start = page.Content.Body.MarkdownStart;
        ReportNotFilledIn(page, start);
        var ids = new KnownIds(chosen, targets, _pages);
        var types = DocumentTarget.TypesFor(subject);
        var body = Read(source.Text!.Value[start..], start, types, span => new(start + span.Start, span.Length));
        var title = ReadKey(facts.Name);
        var description = ReadKey(facts.Description);
        return body is null || title is null != facts.Name is null || description is null != facts.Description is null
            ? null
            : new(page, body, title, description);

        TemplatePart? ReadKey(Located<string>? written) =>
            written is null
                ? null
                : Read(written.Value, written.Span.Start, types.Where(t => t.Key != "document"), _ => written.Span);

        TemplatePart? Read(
            string text,
            int offset,
            IEnumerable<KeyValuePair<string, TemplateType>> names,
            Func<SourceSpan, SourceSpan> inFile
        ) =>
            DocumentTemplate.Parse(
                text,
                offset,
                (block, report) => new TemplateChecker(text, names.ToDictionary(), ids.Get, report).Check(block),
                (rule, span, arguments) => diagnostics.Add(Diagnostic.At(rule, source, inFile(span), arguments))
            )
                is { } template
                ? new(template, inFile)
                : null;
    }

    private void ReportNotFilledIn(SitePage page, int start)
    {
        var head = page.Content.Source.Text!.Value.AsSpan(..start);
        foreach (
            var (key, text, remedy) in new[]
            {
                ("title", page.Content.FrontMatter.Title, "Write 'document_title:' for the titles of the documents."),
                (
                    "description",
                    page.Content.FrontMatter.Description,
                    "Write 'document_description:' for the descriptions of the documents."
                ),
            }
        )
        {
            if (text is null || Placeholder().Match(text) is not { Success: true, Value: var placeholder })
                continue;
            var line = head.IndexOf($"\n{key}:", StringComparison.Ordinal);
            var at = line < 0 ? -1 : head[line..].IndexOf(placeholder, StringComparison.Ordinal);
            diagnostics.Add(
                Diagnostic.At(
                    DocumentRules.NotFilledIn,
                    page.Content.Source,
                    new SourceSpan(at < 0 ? 0 : line + at, placeholder.Length),
                    key,
                    placeholder,
                    remedy
                )
            );
        }
    }

    [GeneratedRegex(@"\{\{[^{}]*\}\}|\{%[^{}%]*%\}", RegexOptions.CultureInvariant)]
    private static partial Regex Placeholder();

    private MadeDocument Make(Order order)
    {
        var values = order.Target.Values();
        values["site"] = new NamedThing(settings.Title, settings.BaseUrl?.AbsoluteUri);
        List<(TemplatePart, SourceSpan)> empty = [];
        var front = order.Template.Page.Content.FrontMatter;
        var title = Fill(order.Template.Title) ?? settings.Text.Labelled(order.Template.Page.Title, order.Label);
        front = front with { Title = title, Description = Fill(order.Template.Description) ?? front.Description };
        values["document"] = new NamedThing(title, order.Address.Value);
        var text = order.Template.Body.Template.Fill(values, out var isTooLong);
        var source = order.Template.Page.Content.Source;
        if (isTooLong)
            text = new("", 0, []);
        var found = new DiagnosticBag();
        var page =
            cache?.Find(order.Address, order.Template.Page.Content, front, text.ToString(), found)
            ?? parser.ParseDocument(
                source with
                {
                    Text = text.ToSource(source.Text!),
                },
                front with
                {
                    Xref = null,
                    RedirectFrom = [],
                },
                found
            );
        var findings = Outside(text, source.Text!, found.Sorted());
        cache?.Keep(order.Address, order.Template.Page.Content, front, text.ToString(), page, found);
        var target = order.Target;
        var document = new SiteDocument(
            order.Template.Page,
            new(page, order.Address, order.Template.Page.Folder, false),
            target.Ladder.Places,
            target.From,
            target.Level,
            target.Role,
            order.Label
        );
        empty.AddRange(text.Empty.Select(span => (order.Template.Body, span)));
        return new(order, document, findings, isTooLong, empty);

        string? Fill(TemplatePart? key)
        {
            if (key?.Template.Fill(values, out _) is not { } filled)
                return null;
            empty.AddRange(filled.Empty.Select(span => (key, span)));
            return ProtectedText.Restore(filled.ToString()).Trim();
        }
    }

    /// <summary>The findings outside text of other pages, which is checked there.</summary>
    private static IReadOnlyList<Diagnostic> Outside(
        DocumentText text,
        SourceText file,
        IReadOnlyList<Diagnostic> diagnostics
    )
    {
        if (diagnostics.Count == 0 || text.Included.Count == 0)
            return diagnostics;
        var included = text.Included.Select(file.PositionAt).ToHashSet();
        return [.. diagnostics.Where(d => d.Location is not { } at || !included.Contains(new(at.Line, at.Column)))];
    }

    private void Report(ParsedTemplate template, IReadOnlyList<MadeDocument> made)
    {
        var source = template.Page.Content.Source;
        if (made.FirstOrDefault(m => m.IsTooLong) is not null)
            diagnostics.Add(
                Diagnostic.At(
                    DocumentRules.TooLong,
                    source.Path,
                    $"{TemplateRun.MaxLength / 1_000_000} million characters"
                )
            );
        foreach (
            var empty in made.SelectMany(m => m.Empty.Select(e => (Made: m, e.Part, e.Span)))
                .GroupBy(e => (e.Part, e.Span))
        )
        {
            var (part, span) = empty.Key;
            var (placeholder, value) = part.Template.Describe(span);
            diagnostics.Add(
                Diagnostic.At(
                    DocumentRules.EmptyValue,
                    source,
                    part.InFile(span),
                    placeholder,
                    DocumentFindings.Name(empty.First().Made.Document.Title, empty.Count()),
                    value
                )
            );
        }

        if (template.Title is { } title)
            ReportSameTitle(title, source, made);
    }

    private void ReportSameTitle(TemplatePart title, SourceFile source, IReadOnlyList<MadeDocument> made)
    {
        var same = made.GroupBy(m => (m.Order.Target.Ladder, m.Document.Title))
            .FirstOrDefault(g => g.DistinctBy(m => m.Order.Label).Skip(1).Any());
        if (same is null)
            return;
        var target = same.First().Order.Target;
        diagnostics.Add(
            Diagnostic.At(
                DocumentRules.SameTitle,
                source,
                title.InFile(default),
                same.First().Order.Label,
                same.Last().Order.Label,
                same.Key.Title,
                target.Role is not null ? "role.title"
                    : target.From is not null ? "to.title"
                    : "level.title"
            )
        );
    }

    /// <summary>A text with placeholders: the body of a template, or a key of its front matter.</summary>
    /// <param name="InFile">The position in the file of a position in the text.</param>
    private sealed record TemplatePart(DocumentTemplate Template, Func<SourceSpan, SourceSpan> InFile);

    /// <param name="Title">The template of the titles; null if they have the usual form.</param>
    /// <param name="Description">The template of the descriptions; null if all have that of the template.</param>
    private sealed record ParsedTemplate(
        SitePage Page,
        TemplatePart Body,
        TemplatePart? Title,
        TemplatePart? Description
    );

    /// <summary>A document that is to be made.</summary>
    private sealed record Order(ParsedTemplate Template, DocumentTarget Target, SitePath Address, string Label);

    /// <param name="Empty">The placeholders that had no value.</param>
    private sealed record MadeDocument(
        Order Order,
        SiteDocument Document,
        IReadOnlyList<Diagnostic> Findings,
        bool IsTooLong,
        IReadOnlyList<(TemplatePart Part, SourceSpan Span)> Empty
    );
}
