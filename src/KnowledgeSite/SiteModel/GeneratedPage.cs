using KnowledgeSite.Files;

namespace KnowledgeSite.SiteModel;

/// <summary>A page that no author wrote.</summary>
/// <param name="Ids">What links may lead to on it.</param>
internal sealed record GeneratedPage(SitePath Address, IReadOnlyCollection<string> Ids);
