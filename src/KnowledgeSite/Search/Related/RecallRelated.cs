using KnowledgeSite.Engine;
using KnowledgeSite.SiteModel;

namespace KnowledgeSite.Search.Related;

/// <summary>
/// Takes related pages from an earlier run, where <see cref="FindRelated"/> would need the words of all pages.
/// </summary>
/// <param name="known">Null where there was none.</param>
public sealed class RecallRelated(KnownRelations? known) : IModule<Site, RelatedPages>
{
    public IReadOnlyList<RelatedPages> Execute(IReadOnlyList<Site> documents, ModuleContext context) =>
        [.. documents.Select(site => known?.For(site) ?? new(_ => []))];
}
