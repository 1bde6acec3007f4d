using KnowledgeSite.Engine;
using KnowledgeSite.Files;
using KnowledgeSite.Imaging;
using KnowledgeSite.SiteModel;

namespace KnowledgeSite.Rendering.Sharing;

/// <summary>Generates the Open Graph images of pages, which are drawn on demand.</summary>
/// <param name="painter">Draws the cards; null if the site has none.</param>
internal sealed class WriteCards(CardPainter? painter, Pipeline<IReadOnlyList<ThemeAsset>> theme) : SiteFiles
{
    public override IReadOnlyList<Pipeline> Reads => [theme];

    protected override IEnumerable<OutputFile> FilesOf(Site site, ModuleContext context) =>
        new SiteCards(site, ThemeColours.Read(context.Read(theme)), painter).Files();
}
