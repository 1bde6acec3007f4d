using System.Collections.Concurrent;
using KnowledgeSite.Content;
using KnowledgeSite.Files;
using KnowledgeSite.Rendering.Handouts;
using KnowledgeSite.SiteModel;
using KnowledgeSite.Strings;

namespace KnowledgeSite.Rendering;

/// <summary>Creates the frame around each page.</summary>
internal sealed class FrameFactory(
    Site site,
    IReadOnlyList<SitePath> styles,
    IReadOnlyList<SitePath> scripts,
    SiteCards cards
)
{
    private static readonly SourcePath NoFolder = SourcePath.Root;

    /// <summary>The maximum number of sections in the page header; the home page lists all.</summary>
    private const int MaxSections = 12;

    /// <summary>Where an accessibility statement is expected to be, so that every page links to it.</summary>
    private static readonly SitePath Accessibility = new("/accessibility/");

    private readonly SidebarFactory _sidebars = new(site);
    private readonly ConcurrentDictionary<string, string> _parts = new(StringComparer.Ordinal);
    private readonly IReadOnlyList<LinkView> _sections =
    [
        .. site
            .Root.Entries.Where(e => e.Folder is not null)
            .Take(MaxSections)
            .Select(e => new LinkView(e.Label, e.Address)),
        .. site.Glossary.Terms.Count > 0
        && site.Root.Entries.All(e => e.Folder is null || e.Address != Glossary.Address)
            ? [new LinkView(site.Settings.Text.KindGlossary, Glossary.Address)]
            : Array.Empty<LinkView>(),
    ];

    public IReadOnlyList<LinkView> Sections => _sections;

    private readonly SitePath? _accessibility = site.Pages.At(Accessibility)?.Address;
    private readonly WordFiles _wordFiles = new(site);

    public bool HasMoreSections { get; } = site.Root.Entries.Count(e => e.Folder is not null) > MaxSections;

    public FrameView ForPage(SitePage page)
    {
        var (previous, next) = site.ReadingOrder.Around(page.Folder, page.Address);
        return Frame(page.Address, page.Title, page.Content.Summary) with
        {
            Breadcrumbs = Breadcrumbs(page.IsFolderPage ? page.Folder.Folder : page.Folder, page.Address),
            Sidebar = _sidebars.Create(page.Folder, page.Address),
            Contents = [.. HeadingsBelowTitle(page.Content).Where(h => h.Level <= 3 && h.Text.Length > 0)],
            Previous = Link(previous),
            Next = Link(next),
            MarkdownFile = page.MarkdownFile,
            Shared = Shared(page.Title, page.Address != SitePath.Home, () => cards.OfPage(page)),
        };
    }

    public FrameView ForFolder(SiteFolder folder)
    {
        var (previous, next) = site.ReadingOrder.Around(folder.Path, folder.Address);
        return Frame(folder.Address, folder.Title, site.Settings.Text.AllPagesIn(folder.Title)) with
        {
            Breadcrumbs = Breadcrumbs(folder.Path.Folder, folder.Address),
            Sidebar = _sidebars.Create(folder.Path, folder.Address),
            Previous = Link(previous),
            Next = Link(next),
            Shared = Shared(folder.Title, false, () => cards.ForFolder(folder.Path)),
        };
    }

    /// <summary>
    /// The frame of a page that is generated for the contents of a folder and shown as part of that folder.
    /// </summary>
    /// <param name="description">The description for search engines and link previews.</param>
    public FrameView ForGeneratedIn(
        SourcePath folder,
        SitePath address,
        string title,
        string description,
        IReadOnlyList<Heading>? contents = null,
        params LinkView[] above
    ) =>
        Frame(address, title, description) with
        {
            Breadcrumbs = [.. Breadcrumbs(folder, address), .. above],
            Sidebar = _sidebars.Create(folder, address),
            Contents = contents ?? [],
            Shared = Shared(title, false, () => cards.ForFolder(folder)),
        };

    /// <param name="description">The description for search engines and link previews.</param>
    public FrameView ForGenerated(SitePath address, string title, string? description, params LinkView[] above) =>
        Frame(address, title, description) with
        {
            Breadcrumbs = [.. Breadcrumbs(NoFolder, address), .. above],
            Shared = Shared(title, false, () => cards.ForFolder(NoFolder)),
        };

    /// <summary>The frame of a page that is served at any address (404); its links start at the site's root.</summary>
    public FrameView OfAnyAddress(string title) =>
        Frame(SitePath.Home, title, null) with
        {
            Address = null,
            Root = site.Settings.BasePath,
            Canonical = null,
            WordFile = null,
            IsIndexed = false,
        };

    /// <summary>The headings without the one that is the page's title.</summary>
    private static IEnumerable<Heading> HeadingsBelowTitle(Page page)
    {
        var title = page.Body.HoldsTitle ? page.Outline.FirstOrDefault(h => h.Level == 1) : null;
        return page.Outline.Where(h => h != title);
    }

    private FrameView Frame(SitePath address, string title, string? description) =>
        new(
            SiteTitle: site.Settings.Title,
            Language: site.Settings.Language,
            Address: address,
            Root: RootFrom(address),
            Title: title,
            Description: description,
            Canonical: site.Settings.BaseUrl is { } url ? url.AbsoluteUri + address.Href : null,
            IsIndexed: site.Settings.IsPublic,
            Sections: _sections,
            HasMoreSections: HasMoreSections,
            Breadcrumbs: [],
            Sidebar: null,
            Contents: [],
            Previous: null,
            Next: null,
            MarkdownFile: null,
            Styles: styles,
            Scripts: scripts
        )
        {
            Text = site.Settings.Text,
            Parts = _parts,
            Feed = WriteFeed.IsMadeFor(site) ? WriteFeed.Address : null,
            Banner = site.Settings.Banner,
            Accessibility = _accessibility,
            WordFile = _wordFiles.Find(address) is null ? null : WordFiles.AddressOf(address),
            OffersCopy = site.Settings.OffersCopy,
            IsRightToLeft = WritingDirection.IsRightToLeft(site.Settings.Language),
        };

    private SharedView? Shared(string title, bool isArticle, Func<CardView?> image) =>
        site.Settings.BaseUrl is null ? null : new(title, isArticle, image());

    /// <summary>The relative path from a page to the root: one <c>../</c> per folder in its address.</summary>
    public static string RootFrom(SitePath address) =>
        address.Depth switch
        {
            0 => "",
            1 => "../",
            2 => "../../",
            3 => "../../../",
            var depth => string.Concat(Enumerable.Repeat("../", depth)),
        };

    private LinkView[] Breadcrumbs(SourcePath folder, SitePath page)
    {
        if (page == SitePath.Home)
            return [];
        return
        [
            .. PageAddresses
                .Ancestors(folder)
                .Reverse()
                .Select(f => new LinkView(
                    f.IsRoot ? site.Settings.Text.Home : site.Folders[f].Label,
                    site.Folders[f].Address
                )),
        ];
    }

    private static LinkView? Link(PageReference? page) => page is null ? null : new(page.Label, page.Address);
}

/// <summary>The frame around the content of a page: header, navigation and footer.</summary>
/// <param name="Address">Null for a page that is served at any address (404).</param>
/// <param name="Root">The relative path from this page to the site's root, such as <c>../../</c>, so that the site
/// works in any folder of a host.</param>
/// <param name="Canonical">The absolute URL; null if the site's base URL is unknown.</param>
/// <param name="Sections">The first top-level folders, in navigation order.</param>
/// <param name="HasMoreSections">True if there are more top-level folders; the home page lists all.</param>
/// <param name="Contents">The headings of levels 2 and 3.</param>
/// <param name="MarkdownFile">The page as Markdown; null if there is none.</param>
public sealed record FrameView(
    string SiteTitle,
    string Language,
    SitePath? Address,
    string Root,
    string Title,
    string? Description,
    string? Canonical,
    bool IsIndexed,
    IReadOnlyList<LinkView> Sections,
    bool HasMoreSections,
    IReadOnlyList<LinkView> Breadcrumbs,
    SidebarView? Sidebar,
    IReadOnlyList<Heading> Contents,
    LinkView? Previous,
    LinkView? Next,
    SitePath? MarkdownFile,
    IReadOnlyList<SitePath> Styles,
    IReadOnlyList<SitePath> Scripts
)
{
    /// <summary>The strings of the UI in the site's language.</summary>
    public UiStrings Text { get; init; } = UiStrings.English;

    /// <summary>The language of messages, which are English; null on English pages.</summary>
    public string? MessageLanguage => Language.StartsWith("en", StringComparison.OrdinalIgnoreCase) ? null : "en";

    /// <summary>The HTML of parts that many pages of the site share, by what they depend on.</summary>
    public ConcurrentDictionary<string, string> Parts { get; init; } = new(StringComparer.Ordinal);

    /// <summary>The Atom feed of changes; null if there is none.</summary>
    public SitePath? Feed { get; init; }

    /// <summary>On a folder's page, the folder's contents as one printable document; null if there is none.</summary>
    public SheetView? Pack { get; init; }

    /// <summary>True if the site's language is written from right to left.</summary>
    public bool IsRightToLeft { get; init; }

    /// <summary>A notice above the page, for previews of the site; null for none.</summary>
    public string? Banner { get; init; }

    /// <summary>The link preview for other sites; null if the site's base URL is unknown.</summary>
    public SharedView? Shared { get; init; }

    /// <summary>The page about the site's accessibility; null if there is none.</summary>
    public SitePath? Accessibility { get; init; }

    /// <summary>The page as a Word file; null if there is none.</summary>
    public SitePath? WordFile { get; init; }

    /// <summary>True if readers can save the site for offline reading.</summary>
    public bool OffersCopy { get; init; }

    /// <summary>A relative link from this page to another address on the site.</summary>
    public string Href(SitePath address) => Root + address.Href is { Length: > 0 } href ? href : "./";

    /// <summary>True if this page has that address or one below it.</summary>
    public bool IsWithin(SitePath address) =>
        Address is { } here && here.Value.StartsWith(address.Value, StringComparison.Ordinal);
}
