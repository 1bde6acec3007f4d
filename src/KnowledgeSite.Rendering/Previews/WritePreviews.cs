using KnowledgeSite.Engine;
using KnowledgeSite.Files;
using KnowledgeSite.SiteModel;

namespace KnowledgeSite.Rendering.Previews;

/// <summary>Generates the previews of linked pages under <c>/api/previews/</c>.</summary>
internal sealed class WritePreviews : SiteFiles
{
    protected override IEnumerable<OutputFile> FilesOf(Site site, ModuleContext context) =>
        LinkPreviewFiles.Create(new PagePreviews(site).All);
}
