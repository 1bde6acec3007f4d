using KnowledgeSite.Content;
using KnowledgeSite.Files;
using KnowledgeSite.Rendering.Handouts;
using KnowledgeSite.Rendering.Sharing;

namespace KnowledgeSite.Rendering;

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

    /// <summary>The font files of the theme.</summary>
    public IReadOnlyList<SitePath> Fonts { get; init; } = [];

    /// <summary>True if readers can save the site for offline reading.</summary>
    public bool OffersCopy { get; init; }

    /// <summary>A relative link from this page to another address on the site.</summary>
    public string Href(SitePath address) => Root + address.Href is { Length: > 0 } href ? href : "./";

    /// <summary>True if this page has that address or one below it.</summary>
    public bool IsWithin(SitePath address) =>
        Address is { } here && here.Value.StartsWith(address.Value, StringComparison.Ordinal);
}
