using KnowledgeSite.Engine;
using KnowledgeSite.SiteModel;

namespace KnowledgeSite.Search.Related;

/// <summary>
/// Reuses the related pages of an earlier run, because <see cref="FindRelated"/> would need the words of all pages.
/// </summary>
/// <param name="known">Null if there was no earlier run.</param>
internal sealed class RecallRelated(KnownRelations? known) : IModule<Site, RelatedPages>
{
    public RelatedPages Execute(Site input, ModuleContext context) => known?.For(input) ?? new(_ => []);
}
