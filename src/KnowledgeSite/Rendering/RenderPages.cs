using KnowledgeSite.Content;
using KnowledgeSite.Engine;
using KnowledgeSite.Files;
using KnowledgeSite.SiteModel;

namespace KnowledgeSite.Rendering;

/// <summary>One file of HTML for each page, folder, tag and old address, and the 404 page; each rendered when it is asked for.</summary>
public sealed class RenderPages(IPageRenderer renderer) : SiteFiles
{
    protected override IEnumerable<OutputFile> FilesOf(Site site, ModuleContext context)
    {
        var theme = context.DocumentsOf<ThemeAsset>("Theme");
        var frames = new Frames(site, Of(theme, ".css"), Of(theme, ".js"));
        return
        [
            .. site.Pages.Select(p => Html(p.Address, () => Article(site, frames, p))),
            .. Generated(site, frames),
            .. site.Redirects.Where(r => r.HasPage).Select(r => Html(r.From, () => new RedirectView(frames.OfGenerated(r.From, "Moved"), r.To))),
            Html(new("/404.html"), () => new NotFoundView(frames.OfAnyAddress("Page not found"), frames.Sections)),
        ];
    }

    private static List<SitePath> Of(IReadOnlyList<ThemeAsset> theme, string ending) =>
        [.. theme.Select(t => t.Address).Where(a => a.Value.EndsWith(ending, StringComparison.Ordinal))];

    private OutputFile Html(SitePath address, Func<PageView> view) => new(address, output => renderer.Render(view(), output));

    private static ArticleView Article(Site site, Frames frames, SitePage page)
    {
        var (frontMatter, body) = (page.Content.FrontMatter, page.Content.Body);
        return new(
            frames.OfPage(page),
            frontMatter.Kind,
            IsHome: page.Address == SitePath.Home,
            body.Title?.Id,
            body.HoldsTitle ? null : body.Title?.Html ?? System.Security.SecurityElement.Escape(page.Title),
            frontMatter.Description is not null,
            output => LinkText.WriteHtml(site, page, output),
            [.. frontMatter.Tags.Select(t => t.Value).Where(t => t.Length > 0).Select(t => new LinkView(t, Tag.IndexAddress.Append(SitePath.Slug(t) + "/"))).DistinctBy(t => t.Address)],
            frontMatter.Owner,
            frontMatter.Reviewed,
            frontMatter.Reviewed is { } reviewed && frontMatter.ReviewIn is { } interval ? interval.After(reviewed) : null,
            page.IsFolderPage && page.Address != SitePath.Home ? Entries(site.Folders[page.Folder]) : []);
    }

    /// <summary>Pages that no author wrote. Where one did at the same address, theirs stands.</summary>
    private IEnumerable<OutputFile> Generated(Site site, Frames frames)
    {
        var written = site.Pages.Select(p => p.Address).ToHashSet();
        var lists = site.Folders.Values.Where(f => f.Page is null).OrderBy(f => f.Path)
            .Select(f => (f.Address, View: (Func<PageView>)(() => new ListView(frames.OfFolder(f), f.Title, Entries(f)))))
            .Concat(site.Tags.Select(t => (t.Address, View: (Func<PageView>)(() => OfTag(frames, t)))))
            .Append((Tag.IndexAddress, View: () => OfTags(site, frames)));
        return lists.Where(l => written.Add(l.Address)).Select(l => Html(l.Address, l.View));
    }

    private static ListView OfTag(Frames frames, Tag tag)
    {
        var title = $"Pages about “{tag.Name}”";
        return new(frames.OfGenerated(tag.Address, title, new LinkView("Tags", Tag.IndexAddress)), title, [.. tag.Pages.Select(p => new EntryView(p.Title, p.Address, p.Content.Summary, null))]);
    }

    private static ListView OfTags(Site site, Frames frames) =>
        new(frames.OfGenerated(Tag.IndexAddress, "Tags"), "Tags", [.. site.Tags.Select(t => new EntryView(t.Name, t.Address, null, t.Pages.Count))]);

    private static IReadOnlyList<EntryView> Entries(SiteFolder folder) =>
        [.. folder.Entries.Select(e => new EntryView(e.Label, e.Address, e.Summary, e.Folder is { } inner ? inner.Entries.Count : null))];
}
