using KnowledgeSite.Files;

namespace KnowledgeSite.SiteModel;

/// <summary>A backlink: one page leads to another by a link in its text or by its front matter.</summary>
/// <param name="Id">The id of the target on the page; null for the page as a whole.</param>
/// <param name="Link">The index of the link in the text; null if the backlink comes from front matter.</param>
/// <param name="Says">The relation in front matter, such as "Practises Scope at Senior"; null for a link in the
/// text.</param>
public sealed record Backlink(SitePage From, SitePath To, string? Id, int? Link, string? Says);
