using KnowledgeSite.Files;
using KnowledgeSite.Ladders;
using KnowledgeSite.SiteModel;

namespace KnowledgeSite.Changes;

/// <summary>An id that was on a page which is still there, and that no link can lead to any more.</summary>
/// <param name="Place">The page as it is now; the line is that of what probably took its place.</param>
/// <param name="Successor">The id of that; null where there is no telling.</param>
/// <param name="Links">Those of the site that still lead to it.</param>
public sealed record VanishedId(
    SitePage Page,
    string Id,
    VanishedIdKind Thing,
    FileLine Place,
    string? Successor,
    IReadOnlyList<FileLine> Links
);

public enum VanishedIdKind
{
    Heading,
    Cell,
    Signal,

    /// <summary>Anything else that an author gave an id.</summary>
    Other,
}

/// <summary>An address that answered, and leads nowhere now.</summary>
/// <param name="Page">The page that stood there; null for one that was made, and for a redirect.</param>
/// <param name="Successor">Where that page is now; null where it is gone.</param>
/// <param name="WasRedirect">It was the former address of a page before.</param>
public sealed record VanishedAddress(SitePath Address, SitePage? Page, SitePage? Successor, bool WasRedirect);

/// <summary>A level that is gone, with the generated pages that nobody redirects.</summary>
/// <param name="Ladder">As it is now.</param>
/// <param name="Addresses">Of its page, its sheet and its comparisons.</param>
public sealed record VanishedLevel(Ladder Ladder, string Level, IReadOnlyList<SitePath> Addresses);
