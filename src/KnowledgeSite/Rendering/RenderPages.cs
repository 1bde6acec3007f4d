using KnowledgeSite.Content;
using KnowledgeSite.Engine;
using KnowledgeSite.Files;
using KnowledgeSite.Health;
using KnowledgeSite.Rendering.Connections;
using KnowledgeSite.Rendering.Handouts;
using KnowledgeSite.Rendering.Rubrics;
using KnowledgeSite.Rendering.Terms;
using KnowledgeSite.SiteModel;

namespace KnowledgeSite.Rendering;

/// <summary>One file of HTML for each page, folder, tag and old address, and the 404 page; each rendered when it is asked for.</summary>
public sealed class RenderPages(IPageRenderer renderer) : SiteFiles
{
    protected override IEnumerable<OutputFile> FilesOf(Site site, ModuleContext context)
    {
        var theme = context.DocumentsOf<ThemeAsset>("Theme");
        var frames = new Frames(site, Of(theme, ".css"), Of(theme, ".js"));
        var printed = context.DocumentsOf<OutputFile>("Printed").Select(f => f.Path).ToHashSet();
        var related = context.DocumentsOf<RelatedPages>("Related")[0];
        var handouts = new HandoutPages(site, frames, printed);
        return
        [
            // First, as a page of an author in their place is reported as left out.
            .. site.Ladders.SelectMany(l => new RubricPages(site, frames, l).All).Select(p => Html(p.Address, p.View)),
            .. handouts.All.Select(p => Html(p.Address, p.View)),
            .. handouts.Footers,
            .. site.Works.Page is { } list ? [Html(list.Address, () => List(site, frames, list))] : Array.Empty<OutputFile>(),
            .. site.Pages.Select(p => Html(p.Address, () => Article(site, frames, p, related, handouts))),
            .. Generated(site, frames, context.DocumentsOf<SiteHealth>("Health")[0]),
            .. site.Redirects.Where(r => r.HasPage).Select(r => Html(r.From, () => new RedirectView(frames.OfGenerated(r.From, "Moved"), r.To))),
            Html(new("/404.html"), () => new NotFoundView(frames.OfAnyAddress("Page not found"), frames.Sections)),
        ];
    }

    private static List<SitePath> Of(IReadOnlyList<ThemeAsset> theme, string ending) =>
        [.. theme.Select(t => t.Address).Where(a => a.Value.EndsWith(ending, StringComparison.Ordinal))];

    private OutputFile Html(SitePath address, Func<PageView> view) => new(address, output => renderer.Render(view(), output));

    private static ArticleView Article(Site site, Frames frames, SitePage page, RelatedPages related, HandoutPages handouts)
    {
        var (frontMatter, body) = (page.Content.FrontMatter, page.Content.Body);
        var part = handouts.PartOf(page) ?? (site.Ladders.Count == 0 ? null : RubricParts.Of(site, page)) ?? TermPages.PartOf(page);
        var frame = frames.OfPage(page);
        if (part is LevelPart level) frame = frame with { Contents = [.. frame.Contents, .. RubricParts.Contents(level)] };
        if (part is WorkshopPart { Guide.Agenda.Count: > 0 }) frame = frame with { Contents = [new(2, "site:agenda", "Agenda"), .. frame.Contents] };
        if (part is GlossaryPart) frame = frame with { Contents = [] };
        return new(
            frame,
            frontMatter.Kind,
            IsHome: page.Address == SitePath.Home,
            body.Title?.Id,
            body.HoldsTitle ? null : body.Title?.Html ?? System.Security.SecurityElement.Escape(page.Title),
            frontMatter.Description is not null,
            part is DimensionPart ? DimensionText.Of(site, page).Write : output => LinkText.WriteHtml(site, page, output),
            [.. frontMatter.Tags.Select(t => t.Value).Where(t => t.Length > 0).Select(t => new LinkView(t, Tag.IndexAddress.Append(SitePath.Slug(t) + "/"))).DistinctBy(t => t.Address)],
            frontMatter.Owner,
            frontMatter.Reviewed,
            ReviewPages.DayOf(frontMatter),
            page.IsFolderPage && (page.Address != SitePath.Home || frames.HasMoreSections) ? EntryListView.PartsOf(page.Address, Entries(site.Folders[page.Folder]))[0].View : EntryListView.Empty,
            part)
        {
            Changed = site.History.Of(page) is { } changes ? new(changes.Last, ReviewPages.Names(changes.People), changes.AreSince(frontMatter)) : null,
            IsOverdue = ReviewPages.DayOf(frontMatter) < site.Today,
            Connections = BacklinkViews.Of(site, site.Backlinks.To(page.Address).Where(b => !IsShownBy(part, b))) with { Related = RelatedViews.Of(related.Of(page)) },
            Definitions = new TermPages(site, frames).On(page),
            Sources = Sources(site, page),
        };
    }

    /// <summary>What front matter says stands with the expectations already, where there are any.</summary>
    private static bool IsShownBy(ArticlePart? part, Backlink link) => link is { Says: not null, From.Content.FrontMatter.Kind: var kind } && part switch
    {
        DimensionPart => kind is PageKind.Role or PageKind.Workshop,
        LevelPart => kind == PageKind.Workshop,
        _ => false,
    };

    private static IReadOnlyList<SourceView> Sources(Site site, SitePage page) =>
        [.. site.Works.NamedBy(page).Select(w => new SourceView(w.Title, w.Author, w.Year, $"{Frames.RootFrom(page.Address)}{CitedWorks.Address.Href}#{w.Id.Value}"))];

    /// <summary>The list of sources.</summary>
    private static ArticleView List(Site site, Frames frames, SitePage list) => new(
        frames.OfGenerated(list.Address, list.Title) with { Description = list.Content.Summary, Contents = list.Content.Outline },
        PageKind.Page,
        IsHome: false,
        null,
        System.Security.SecurityElement.Escape(list.Title),
        IsDescribed: true,
        output => LinkText.WriteHtml(site, list, output),
        [],
        null,
        null,
        null,
        EntryListView.Empty,
        null);

    /// <summary>Pages that no author wrote. Where one did at the same address, theirs stands.</summary>
    private IEnumerable<OutputFile> Generated(Site site, Frames frames, SiteHealth health)
    {
        var written = site.Pages.Select(p => p.Address).ToHashSet();
        var lists = site.Folders.Values.OrderBy(f => f.Path).Where(f => f.Address != SitePath.Home || f.Page is null || frames.HasMoreSections)
            .SelectMany(f => Lists(f.Address, f.Title, Entries(f), address => address == f.Address ? frames.OfFolder(f) : frames.OfGenerated(address, f.Title, new LinkView(f.Label, f.Address))))
            .Concat(site.Tags.SelectMany(t => Lists(t.Address, $"Pages about “{t.Name}”", Entries(t), address => frames.OfGenerated(address, $"Pages about “{t.Name}”", new LinkView("Tags", Tag.IndexAddress)))))
            .Concat(Lists(Tag.IndexAddress, "Tags", [.. site.Tags.Select(t => new EntryView(t.Name, t.Address, null, t.Pages.Count))], address => frames.OfGenerated(address, "Tags")));
        return lists.Concat(new ReviewPages(site, frames).All.Select(p => Html(p.Address, p.View))).Concat(new SearchPages(site, frames).All.Concat(new TermPages(site, frames).All).Select(p => Html(p.Address, p.View))).Append(Html(SiteHealth.Address, new HealthPages(site, frames, health).Page)).Where(l => written.Add(l.Path));
    }

    private IEnumerable<OutputFile> Lists(SitePath address, string title, IReadOnlyList<EntryView> entries, Func<SitePath, FrameView> frame) =>
        EntryListView.PartsOf(address, entries).Select(part => Html(part.Address, () => new ListView(frame(part.Address), title, part.View)));

    private static IReadOnlyList<EntryView> Entries(SiteFolder folder) =>
        [.. folder.Entries.Select(e => new EntryView(e.Label, e.Address, e.Summary, e.Folder is { } inner ? inner.Entries.Count : null))];

    private static IReadOnlyList<EntryView> Entries(Tag tag) =>
        [.. tag.Pages.Select(p => new EntryView(p.Title, p.Address, p.Content.Summary, null))];
}
