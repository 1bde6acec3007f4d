using KnowledgeSite.Content;
using KnowledgeSite.Files;
using KnowledgeSite.Rendering.Handouts;
using KnowledgeSite.Rendering.Sharing;

namespace KnowledgeSite.Rendering;

/// <summary>What stands around the text of every page.</summary>
/// <param name="Address">Null for a page that answers at many addresses (404).</param>
/// <param name="Root">The way from this page to the site's root, so that a site works wherever it is put:
/// <c>../../</c>.</param>
/// <param name="Canonical">The full address; null where nobody said where the site lives.</param>
/// <param name="Sections">The first of the top folders, in the order of the navigation.</param>
/// <param name="HasMoreSections">There are more top folders than these; the first page lists all.</param>
/// <param name="Contents">Headings of level 2 and 3.</param>
/// <param name="MarkdownFile">The page as Markdown; null where there is none.</param>
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
    /// <summary>The site's feed of changes; null where it has none.</summary>
    public SitePath? Feed { get; init; }

    /// <summary>Of a folder's page, all that lies in it as one document to print; null where there is none.</summary>
    public SheetView? Pack { get; init; }

    /// <summary>The language is one whose lines begin at the right.</summary>
    public bool IsRightToLeft { get; init; }

    /// <summary>A line above the page, where this is not the site itself.</summary>
    public string? Banner { get; init; }

    /// <summary>
    /// What is shown of the page where somebody shares its address; null where nobody said where the site lives.
    /// </summary>
    public SharedView? Shared { get; init; }

    /// <summary>Font files of the theme.</summary>
    public IReadOnlyList<SitePath> Fonts { get; init; } = [];

    /// <summary>Readers may keep a copy of the site.</summary>
    public bool OffersCopy { get; init; }

    /// <summary>A link from this page to another place on the site.</summary>
    public string Href(SitePath address) => Root + address.Href is { Length: > 0 } href ? href : "./";

    /// <summary>This page lies at or below that address.</summary>
    public bool IsWithin(SitePath address) =>
        Address is { } here && here.Value.StartsWith(address.Value, StringComparison.Ordinal);
}
