using KnowledgeSite.Files;

namespace KnowledgeSite.SiteModel;

/// <summary>That a page leads to another, by a link in its text or by what its front matter says.</summary>
/// <param name="Id">The place on the page that it leads to; null where that is the page as a whole.</param>
/// <param name="Link">The number of the link in the text; null where it is made by the front matter.</param>
/// <param name="Says">What the front matter says of it: "Practises Scope at Senior"; null for a link in the
/// text.</param>
public sealed record Backlink(SitePage From, SitePath To, string? Id, int? Link, string? Says);
