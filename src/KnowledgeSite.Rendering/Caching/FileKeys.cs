using KnowledgeSite.Caching;
using KnowledgeSite.Content;
using KnowledgeSite.Engine;
using KnowledgeSite.Files;
using KnowledgeSite.SiteModel;
using KnowledgeSite.Sources;

namespace KnowledgeSite.Rendering.Caching;

/// <summary>
/// Keys of generated files from what they are made of, so that a file that is known needs no view. All depend on the
/// whole site except the texts of its pages: on titles, headings, front matter and links of all pages, and on all other
/// files of the input folder. So an edit within a text leaves all keys but those of the files that show it. Safe to use
/// from several threads.
/// </summary>
internal sealed class FileKeys
{
    /// <summary>Without a cache, no file has a key.</summary>
    public static readonly FileKeys None = new(null);

    [ThreadStatic]
    private static CacheWriter? _writer;

    private readonly CacheKey? _site;

    private FileKeys(CacheKey? site) => _site = site;

    public static FileKeys Create(Site site, SourceFiles sources, CancellationToken cancellation)
    {
        IReadOnlyList<SitePage> pages =
        [
            .. site.Pages,
            .. site.Documents.Select(d => d.Page),
            .. site.Works.Page is { } works ? [works] : Array.Empty<SitePage>(),
        ];
        var keys = new CacheKey[pages.Count];
        EachDocument.Run(pages, (i, page) => keys[i] = KeyOf(site, page), cancellation);

        var writer = new CacheWriter();
        writer.Write("site");
        foreach (var key in keys)
            writer.Write(key);
        // The texts of published pages are left out.
        foreach (var source in sources)
        {
            writer.Write(source.Path.Value);
            writer.Write(site.Pages.At(source.Path) is null ? source.Text?.Value : null);
        }

        writer.WriteList([.. sources.Unreadable.Order()], (w, path) => w.Write(path.Value));
        writer.Write(site.Today.DayNumber);
        writer.Write(site.SourceFolder);
        writer.Write(site.Settings.HasCards);
        writer.Write(site.Settings.ResizesImages);
        writer.Write(site.Settings.IsPublic);
        writer.Write(site.Settings.BaseUrl?.AbsoluteUri);
        return new(CacheKey.Compute(writer));
    }

    /// <summary>These keys, which depend on more.</summary>
    public FileKeys With(Action<CacheWriter> write)
    {
        if (_site is not { } site)
            return this;
        var writer = new CacheWriter();
        writer.Write("more");
        writer.Write(site);
        write(writer);
        return new(CacheKey.Compute(writer));
    }

    /// <summary>These keys, for files that show the history of pages.</summary>
    public FileKeys WithHistory(Site site) =>
        With(writer =>
        {
            foreach (var page in site.Pages)
                WriteHistory(writer, site, page);
        });

    /// <summary>The key of a file that shows neither texts nor the history of pages.</summary>
    public CacheKey? ForFile(SitePath file) => _site is { } site ? Compute(site, "file", file, null) : null;

    /// <summary>
    /// The key of the HTML of an author's page; null if it may show texts of other pages, or if a text is not known.
    /// </summary>
    public CacheKey? OfArticle(Site site, SitePage page, RelatedPages related)
    {
        if (
            _site is not { } known
            || page.Content.Key is not { } text
            || page.Content.Body.Links.Any(l => l.Form is LinkForm.Image or LinkForm.Include)
        )
            return null;
        var isKnown = true;
        var key = Compute(
            known,
            "article",
            page.Address,
            writer =>
            {
                writer.Write(text);
                // The page shows sentences of the pages that link to it.
                foreach (var link in site.Backlinks.To(page.Address))
                {
                    isKnown &= link.From.Content.Key is not null;
                    writer.Write(link.From.Content.Key ?? default);
                }

                writer.WriteList(RelatedViewFactory.Create(related.Find(page), site.Settings.Text), ArticleKeys.Write);
                WriteHistory(writer, site, page);
            }
        );
        return isKnown ? key : null;
    }

    /// <summary>The key of a page as Markdown; null if its text is not known.</summary>
    public CacheKey? OfMarkdown(SitePage page) =>
        _site is { } site && page.Content.Key is { } text
            ? Compute(site, "markdown", page.Address, writer => writer.Write(text))
            : null;

    private static void WriteHistory(CacheWriter writer, Site site, SitePage page) =>
        writer.WriteOptional(
            site.History.Find(page),
            (w, changes) =>
            {
                w.Write(changes.Last.DayNumber);
                w.WriteList(changes.People, (to, name) => to.Write(name));
            }
        );

    /// <summary>The key of what other pages may show of a page, and of what its links lead to.</summary>
    private static CacheKey KeyOf(Site site, SitePage page)
    {
        var writer = _writer ??= new();
        var facts = page.Content.FactsKey ?? Content.Caching.CachedPage.FactsOf(page.Content, writer);
        writer.Clear();
        writer.Write("page");
        writer.Write(page.Address.Value);
        writer.Write(page.Folder.Value);
        writer.Write(page.IsFolderPage);
        writer.Write(facts);
        writer.WriteList(site.Links[page], Write);
        return CacheKey.Compute(writer);
    }

    private static void Write(CacheWriter writer, ResolvedLink link)
    {
        if (link is not ResolvedLink.Internal target)
        {
            writer.Write(link is ResolvedLink.AsWritten written ? written.Target : null);
            return;
        }

        writer.Write(target.Address.Value);
        writer.Write(target.Suffix);
        writer.Write(target.Title);
        writer.Write(target.IsSamePage);
    }

    private static CacheKey Compute(CacheKey site, string kind, SitePath file, Action<CacheWriter>? write)
    {
        var writer = _writer ??= new();
        writer.Clear();
        writer.Write(kind);
        writer.Write(site);
        writer.Write(file.Value);
        write?.Invoke(writer);
        return CacheKey.Compute(writer);
    }
}
