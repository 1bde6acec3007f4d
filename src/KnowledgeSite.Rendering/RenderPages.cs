using System.Buffers;
using KnowledgeSite.Caching;
using KnowledgeSite.Content;
using KnowledgeSite.Engine;
using KnowledgeSite.Files;
using KnowledgeSite.Health;
using KnowledgeSite.Imaging;
using KnowledgeSite.Rendering.Caching;
using KnowledgeSite.Rendering.Handouts;
using KnowledgeSite.Rendering.Ladders;
using KnowledgeSite.SiteModel;

namespace KnowledgeSite.Rendering;

/// <summary>
/// Generates the HTML file of each page, folder, tag and old address, and the 404 page; each is rendered on demand.
/// PDFs that are still up to date are added.
/// </summary>
/// <param name="printed">The PDFs printed from an earlier build of the site.</param>
/// <param name="output">The folder of the PDFs, for messages.</param>
/// <param name="painter">Draws the cards; null if the site has none.</param>
/// <param name="themeKey">The key of the theme and its code, for the keys of pages; null if they need none.</param>
internal sealed class RenderPages(
    ITheme renderer,
    IReadOnlyList<OutputFile> printed,
    string? output,
    CardPainter? painter,
    Pipeline<IReadOnlyList<ThemeAsset>> theme,
    Pipeline<RelatedPages> related,
    Pipeline<SiteHealth> health,
    Pipeline<ImageVariants> images,
    Pipeline<FileKeys> keys,
    CacheKey? themeKey = null
) : SiteFiles
{
    [ThreadStatic]
    private static ArrayBufferWriter<byte>? _body;

    private readonly ArticleKeys? _articles = themeKey is { } key ? new(key) : null;

    public override IReadOnlyList<Pipeline> Reads => [theme, related, health, images, keys];

    protected override IEnumerable<OutputFile> FilesOf(Site site, ModuleContext context)
    {
        var assets = context.Read(theme).UsedBy(site);
        var cards = new SiteCards(site, ThemeColours.Read(assets), painter);
        var frames = new FrameFactory(site, Find(assets, ".css"), Find(assets, ".js"), cards);
        var relatedPages = context.Read(related);
        var printouts = Printout.List(site);
        IReadOnlyList<OutputFile> pdfs = [];
        if (printed.Count > 0)
        {
            var plain = new PageViewFactory(site, frames, relatedPages, new([], new HashSet<SitePath>()), Text)
                .GeneratedPages.DistinctBy(p => p.Address)
                .ToDictionary(p => p.Address, p => Html(p.Address, p.View));
            pdfs = new PreservedPdfs(printouts, plain, site.Settings.BaseUrl).Collect(
                printed,
                output,
                context.Diagnostics
            );
        }

        var links = new PdfLinks(printouts, pdfs.Select(f => f.Path).ToHashSet());
        var views = new PageViewFactory(site, frames, relatedPages, links, Text);
        var known = _articles is null
            ? FileKeys.None
            : context
                .Read(keys)
                .With(writer =>
                {
                    writer.Write(themeKey!.Value);
                    _articles.Write(writer, frames.OfAnyAddress(""));
                    writer.WriteList([.. pdfs.Select(f => f.Path.Value)], (w, path) => w.Write(path));
                    cards.Write(writer);
                });
        return
        [
            // These come first, because an author's page with the same address is reported as left out.
            .. views.GeneratedPages.Select(p => Html(p.Address, p.View)),
            .. views.Footers,
            .. pdfs,
            .. views.Sources is { } sources ? [Html(CitedWorks.Address, () => sources)] : Array.Empty<OutputFile>(),
            .. site.Pages.Select(p =>
                Article(p, views) with
                {
                    Key = _articles is null ? null : () => known.OfArticle(site, p, relatedPages),
                }
            ),
            .. Generated(site, frames, views, context.Read(health), context.Read(images), known),
            .. site
                .Redirects.Where(r => r.HasPage)
                .Select(r =>
                    Known(
                        r.From,
                        () =>
                            new RedirectView(
                                frames.ForGenerated(r.From, site.Settings.Text.PageMovedShort, null),
                                r.To
                            ),
                        known
                    )
                ),
            .. site.Settings.OffersCopy
                ?
                [
                    Known(
                        OfflineFiles.Page,
                        () => new OfflineView(frames.OfAnyAddress(site.Settings.Text.YouAreOffline)),
                        known
                    ),
                ]
                : Array.Empty<OutputFile>(),
            Known(
                new("/404.html"),
                () => new NotFoundView(frames.OfAnyAddress(site.Settings.Text.PageNotFound), frames.Sections),
                known
            ),
        ];
    }

    private static List<SitePath> Find(IReadOnlyList<ThemeAsset> theme, string ending) =>
        [.. theme.Select(t => t.Address).Where(a => a.Value.EndsWith(ending, StringComparison.Ordinal))];

    private OutputFile Article(SitePage page, PageViewFactory views) =>
        new(page.Address, output => renderer.Render(views.Article(page), output))
        {
            Prepare = _articles is null ? null : () => Prepare(views.Article(page)),
        };

    /// <summary>Fills the text of a page once, for its key and for the template.</summary>
    private PreparedFile Prepare(ArticleView view)
    {
        if (view.Part is not null)
            return new(null, output => renderer.Render(view, output));
        var body = _body ??= new();
        body.ResetWrittenCount();
        view.WriteBody(body);
        return new(
            _articles!.Compute(view, body.WrittenSpan),
            output => renderer.Render(view with { WriteBody = b => b.Write(body.WrittenSpan) }, output)
        );
    }

    private OutputFile Html(SitePath address, Func<PageView> view) =>
        new(address, output => renderer.Render(view(), output));

    /// <summary>A page that shows no texts of other pages.</summary>
    private OutputFile Known(SitePath address, Func<PageView> view, FileKeys known) =>
        Html(address, view) with
        {
            Key = () => known.ForFile(address),
        };

    private BodyHtml Text(PageView view)
    {
        var output = new ArrayBufferWriter<byte>();
        renderer.RenderText(view, output);
        return new(output.WrittenSpan.ToArray(), []);
    }

    /// <summary>The generated pages. An author's page with the same address replaces them.</summary>
    private IEnumerable<OutputFile> Generated(
        Site site,
        FrameFactory frames,
        PageViewFactory views,
        SiteHealth health,
        ImageVariants images,
        FileKeys known
    )
    {
        var made = new HashSet<SitePath>();
        var withHistory = known.WithHistory(site);
        var lists = site
            .Folders.Values.OrderBy(f => f.Path)
            .Where(f => f.Address != SitePath.Home || f.Page is null || frames.HasMoreSections)
            .SelectMany(f =>
                Lists(
                    f.Address,
                    f.Title,
                    f.Entries.Count,
                    () => PageViewFactory.Entries(f),
                    address =>
                        address == f.Address
                            ? frames.ForFolder(f) with
                            {
                                Pack = views.PackOf(f),
                            }
                            : frames.ForGenerated(
                                address,
                                f.Title,
                                site.Settings.Text.AllPagesIn(f.Title),
                                new LinkView(f.Label, f.Address)
                            ),
                    known
                )
            )
            .Concat(
                site.Tags.SelectMany(t =>
                    Lists(
                        t.Address,
                        site.Settings.Text.PagesAbout(t.Name),
                        t.Tagged.Count,
                        () => Entries(t),
                        address =>
                            frames.ForGenerated(
                                address,
                                site.Settings.Text.PagesAbout(t.Name),
                                site.Settings.Text.AllPagesTagged(t.Name),
                                new LinkView(site.Settings.Text.Tags, Tag.IndexAddress)
                            ),
                        known
                    )
                )
            )
            .Concat(
                Lists(
                    Tag.IndexAddress,
                    site.Settings.Text.Tags,
                    site.Tags.Count,
                    () => [.. site.Tags.Select(t => new EntryView(t.Name, t.Address, null, t.Tagged.Count))],
                    address => frames.ForGenerated(address, site.Settings.Text.Tags, site.Settings.Text.TagsAbout),
                    known
                )
            );
        return lists
            .Concat(new ReviewPages(site, frames).All.Select(p => Known(p.Address, p.View, withHistory)))
            .Concat(
                new SearchPageFactory(site, frames)
                    .All.Concat(new TermPages(site, frames).All)
                    .Concat(new MapPages(site, frames).All)
                    .Select(p => Known(p.Address, p.View, known))
            )
            .Append(
                Html(SiteHealth.Address, new HealthPages(site, frames, health, images).Page) with
                {
                    // The lengths of the variants are known when they have been written.
                    DependsOnOthers = images.Images.Count > 0,
                }
            )
            .Concat(TeamPage.Pages(site, frames).Select(p => Html(p.Address, p.View)))
            .Concat(CrossComparison.Pages(site, frames).Select(p => Html(p.Address, p.View)))
            .Where(l => site.Pages.At(l.Path) is null && made.Add(l.Path));
    }

    private IEnumerable<OutputFile> Lists(
        SitePath address,
        string title,
        int count,
        Func<IReadOnlyList<EntryView>> entries,
        Func<SitePath, FrameView> frame,
        FileKeys known
    ) =>
        EntryListView
            .PartsOf(address, count, entries)
            .Select(part => Known(part.Address, () => new ListView(frame(part.Address), title, part.View()), known));

    private static IReadOnlyList<EntryView> Entries(Tag tag) =>
        [.. tag.Pages.Select(p => new EntryView(p.Title, p.Address, p.Content.Summary, null))];
}
