using KnowledgeSite.Engine;
using KnowledgeSite.Files;
using KnowledgeSite.SiteModel;

namespace KnowledgeSite.Search.Related;

/// <summary>Prepares the data for finding related pages.</summary>
internal sealed class FindRelated(Pipeline<Site> site) : IModule<SearchIndex, RelatedPages>
{
    public IReadOnlyList<Pipeline> Reads => [site];

    public RelatedPages Execute(SearchIndex input, ModuleContext context) =>
        new(new Relations(context.Read(site), input).Find);
}

/// <summary>
/// Reuses the related pages of an earlier run, because <see cref="FindRelated"/> would need the words of all pages.
/// </summary>
/// <param name="known">Null if there was no earlier run.</param>
internal sealed class RecallRelated(KnownRelations? known) : IModule<Site, RelatedPages>
{
    public RelatedPages Execute(Site input, ModuleContext context) => known?.For(input) ?? new(_ => []);
}

/// <summary>The related pages of an earlier run, mapped to the pages of the current one.</summary>
/// <param name="site">The site of the earlier run.</param>
internal sealed class KnownRelations(Site site, RelatedPages related)
{
    public RelatedPages For(Site later) =>
        new(page =>
            site.Pages.At(page.Path) is not { } earlier
                ? []
                :
                [
                    .. from found in related.Find(earlier)
                    let present = later.Pages.At(found.Page.Path)
                    where present is not null
                    select found with
                    {
                        Page = present,
                    },
                ]
        );
}
