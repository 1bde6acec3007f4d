using KnowledgeSite.SiteModel;

namespace KnowledgeSite.Search.Related;

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
