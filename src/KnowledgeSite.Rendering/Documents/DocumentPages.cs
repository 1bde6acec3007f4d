using System.Buffers;
using System.Text;
using KnowledgeSite.Content;
using KnowledgeSite.Documents;
using KnowledgeSite.Files;
using KnowledgeSite.Ladders;
using KnowledgeSite.Rendering.Handouts;
using KnowledgeSite.Rendering.Ladders;
using KnowledgeSite.SiteModel;
using KnowledgeSite.Strings;

namespace KnowledgeSite.Rendering.Documents;

/// <summary>The pages of documents that are made from templates, and the links to them.</summary>
internal sealed class DocumentPages(Site site, FrameFactory frames, PdfLinks pdfs)
{
    private readonly HandoutFactory _handouts = new(site);

    private UiStrings Text => site.Settings.Text;

    public IEnumerable<(SitePath Address, Func<PageView> View)> All =>
        site.Documents.Select(d => (d.Address, (Func<PageView>)(() => View(d))));

    /// <summary>The additional style sheets that these pages load.</summary>
    public IEnumerable<OutputFile> Footers => site.Documents.Select(FooterOf);

    /// <summary>The list of documents on the page of their template; null for other pages.</summary>
    public DocumentsPart? PartOf(SitePage page) =>
        page.Content.FrontMatter.Kind != PageKind.Document
            ? null
            : new([
                .. site
                    .DocumentIndex.MadeFrom(page)
                    .GroupBy(d => d.Ladder)
                    .Select(g => new DocumentGroupView(
                        g.Key.Ladder.Title,
                        [.. g.Select(d => new LinkView(d.Label, d.Address))]
                    )),
            ]);

    /// <summary>The documents for a level, and those for the steps that begin at it.</summary>
    public static IReadOnlyList<LinkView> ForLevel(Site site, LadderUrls ladder, Level level) =>
        [
            .. site.DocumentIndex.For(ladder, level).Select(ByTemplate),
            .. site.DocumentIndex.ForStepsFrom(ladder, level).Select(d => new LinkView(d.Title, d.Address)),
        ];

    public static IReadOnlyList<LinkView> ForStep(Site site, LadderUrls ladder, Level from, Level to) =>
        [.. site.DocumentIndex.For(ladder, from, to).Select(ByTemplate)];

    public static IReadOnlyList<LinkView> ForRole(Site site, SitePage role) =>
        [.. site.DocumentIndex.ForRole(role).Select(ByTemplate)];

    private static LinkView ByTemplate(SiteDocument document) => new(document.Template.Title, document.Address);

    private DocumentView View(SiteDocument document)
    {
        var page = document.Page;
        var template = new LinkView(document.Template.Title, document.Template.Address);
        var body = new ArrayBufferWriter<byte>();
        LinkText.WriteHtml(site, page, body);
        var frame = frames.ForGeneratedIn(
            page.Folder,
            page.Address,
            page.Title,
            page.Content.FrontMatter.Description ?? page.Content.Summary ?? page.Title,
            [.. page.Content.Outline.Where(h => h.Level is 2 or 3 && h.Text.Length > 0)],
            template
        );
        return new(
            frame with
            {
                Sidebar = null,
                MarkdownFile = page.MarkdownFile,
                Styles = [.. frame.Styles, FooterOf(document).Path],
            },
            page.Title,
            document.Template.Title,
            LadderOf(document),
            document.Ladder.Export("json"),
            Encoding.UTF8.GetString(body.WrittenSpan).Trim(),
            _handouts.Mark(
                document.Version?.Name,
                document.Version?.Date ?? page.Content.FrontMatter.Reviewed,
                page.Content.FrontMatter.Owner,
                page.Address,
                knowsVersion: true
            ),
            [SubjectOf(document), .. OthersFor(document)],
            pdfs.Find(page.Address),
            document is { Level: { } level, Role: null }
                ? [.. document.Ladder.Ladder.Versions.All.Select(v => ChangesSince(document.Ladder, v, level))]
                : []
        );
    }

    private static LinkView ChangesSince(LadderUrls ladder, LadderVersion version, Level level) =>
        new(version.Name, ladder.ChangesSince(version, level));

    private OutputFile FooterOf(SiteDocument document) =>
        PrintedFooter.Create(
            [
                site.Settings.Title,
                document.Title,
                LadderOf(document),
                document.Version is { } version ? Text.LongDate(version.Date) : null,
                ReadableAddress.Format(site, document.Address),
            ],
            Text
        );

    /// <summary>The ladder with its version: "Data Science ladder 2.0".</summary>
    private string LadderOf(SiteDocument document)
    {
        var title = LadderName.Format(document.Ladder.Ladder.Title, Text);
        return document.Version is { } version ? $"{title} {version.Name}" : title;
    }

    /// <summary>The documents of other templates for the same level, step or role.</summary>
    private IEnumerable<LinkView> OthersFor(SiteDocument document)
    {
        var index = site.DocumentIndex;
        var all = document switch
        {
            { Role: { } role } => index.ForRole(role),
            { From: { } from, Level: { } to } => index.For(document.Ladder, from, to),
            _ => index.For(document.Ladder, document.Level!),
        };
        return all.Where(d => d != document).Select(ByTemplate);
    }

    private static LinkView SubjectOf(SiteDocument document) =>
        document switch
        {
            { Role: { } role } => new(role.Title, role.Address),
            { From: { } from, Level: { } to } => new(document.Label, document.Ladder.Comparison(from, to)),
            _ => new(document.Label, document.Ladder.GetUrl(document.Level!)),
        };
}
