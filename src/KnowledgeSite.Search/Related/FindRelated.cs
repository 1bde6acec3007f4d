using KnowledgeSite.Engine;
using KnowledgeSite.SiteModel;

namespace KnowledgeSite.Search.Related;

/// <summary>Prepares the data for finding related pages.</summary>
internal sealed class FindRelated(Pipeline<Site> site) : IModule<SearchIndex, RelatedPages>
{
    public IReadOnlyList<Pipeline> Reads => [site];

    public RelatedPages Execute(SearchIndex input, ModuleContext context) =>
        new(new Relations(context.Read(site), input).Find);
}
