using KnowledgeSite.Files;

namespace KnowledgeSite.SiteModel;

/// <summary>A page that no author wrote.</summary>
/// <param name="Ids">The ids on the page that links may lead to.</param>
internal sealed record GeneratedPage(SitePath Address, IReadOnlyCollection<string> Ids);
