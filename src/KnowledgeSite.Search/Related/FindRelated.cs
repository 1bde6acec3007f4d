using KnowledgeSite.Engine;
using KnowledgeSite.SiteModel;

namespace KnowledgeSite.Search.Related;

/// <summary>Prepares the data for finding related pages.</summary>
internal sealed class FindRelated : IModule<SearchIndex, RelatedPages>
{
    public IReadOnlyList<RelatedPages> Execute(IReadOnlyList<SearchIndex> documents, ModuleContext context) =>
        [
            .. documents.Select(index => new RelatedPages(
                new Relations(context.DocumentsOf<Site>("Site")[0], index).Find
            )),
        ];
}
