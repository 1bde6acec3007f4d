using KnowledgeSite.Engine;
using KnowledgeSite.Search.Indexing;
using KnowledgeSite.SiteModel;

namespace KnowledgeSite.Search;

/// <summary>Builds the search index of the site.</summary>
internal sealed class BuildIndex : IModule<Site, SearchIndex>
{
    public SearchIndex Execute(Site input, ModuleContext context) => IndexBuilder.Build(input, context.Cancellation);
}
