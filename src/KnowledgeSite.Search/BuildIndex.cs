using KnowledgeSite.Engine;
using KnowledgeSite.Search.Indexing;
using KnowledgeSite.SiteModel;

namespace KnowledgeSite.Search;

/// <summary>Builds the search index of the site.</summary>
internal sealed class BuildIndex : IModule<Site, SearchIndex>
{
    public IReadOnlyList<SearchIndex> Execute(IReadOnlyList<Site> documents, ModuleContext context) =>
        [.. documents.Select(site => IndexBuilder.Build(site, context.Cancellation))];
}
