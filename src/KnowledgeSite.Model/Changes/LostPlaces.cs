using KnowledgeSite.Files;
using KnowledgeSite.Ladders;
using KnowledgeSite.SiteModel;

namespace KnowledgeSite.Changes;

/// <summary>An id that was removed from an existing page, so that links to it no longer work.</summary>
/// <param name="Place">The current page, with the line of the probable successor.</param>
/// <param name="Successor">The id of the probable successor, or null if it is not known.</param>
/// <param name="Links">The links of the site that still use the id.</param>
internal sealed record VanishedId(
    SitePage Page,
    string Id,
    VanishedIdKind Thing,
    FileLine Place,
    string? Successor,
    IReadOnlyList<FileLine> Links
);

internal enum VanishedIdKind
{
    Heading,
    Cell,
    Signal,

    /// <summary>Any other element to which an author gave an id.</summary>
    Other,
}

/// <summary>A URL that worked before and now has neither a page nor a redirect.</summary>
/// <param name="Page">The former page, or null for a generated page and for a redirect.</param>
/// <param name="Successor">The current page, or null if it was removed.</param>
/// <param name="WasRedirect">Whether the URL was a redirect.</param>
internal sealed record VanishedAddress(SitePath Address, SitePage? Page, SitePage? Successor, bool WasRedirect);

/// <summary>A removed level with its generated pages that have no redirect.</summary>
/// <param name="Ladder">The current ladder.</param>
/// <param name="Addresses">The URLs of the level's page, sheet and comparisons.</param>
internal sealed record VanishedLevel(Ladder Ladder, string Level, IReadOnlyList<SitePath> Addresses);
