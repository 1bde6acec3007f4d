using KnowledgeSite.Engine;
using KnowledgeSite.Files;
using KnowledgeSite.SiteModel;

namespace KnowledgeSite.Rendering.Previews;

/// <summary><c>/api/previews/</c>: what is shown beside a link of the page that it leads to.</summary>
public sealed class WritePreviews : SiteFiles
{
    protected override IEnumerable<OutputFile> FilesOf(Site site, ModuleContext context) =>
        LinkPreviewFiles.Create(new PagePreviews(site).All);
}
