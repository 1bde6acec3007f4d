using KnowledgeSite.Engine;
using KnowledgeSite.Files;
using KnowledgeSite.SiteModel;

namespace KnowledgeSite.Rendering.Sharing;

/// <summary>Generates the Open Graph images of pages, which are drawn on demand.</summary>
internal sealed class WriteCards(Pipeline<IReadOnlyList<ThemeAsset>> theme) : SiteFiles
{
    public override IReadOnlyList<Pipeline> Reads => [theme];

    protected override IEnumerable<OutputFile> FilesOf(Site site, ModuleContext context) =>
        new SiteCards(site, ThemeColours.Read(context.Read(theme))).Files();
}
