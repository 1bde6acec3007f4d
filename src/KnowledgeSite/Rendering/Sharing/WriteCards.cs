using KnowledgeSite.Engine;
using KnowledgeSite.Files;
using KnowledgeSite.SiteModel;

namespace KnowledgeSite.Rendering.Sharing;

/// <summary>The pictures of pages for where their addresses are shared; drawn when they are asked for.</summary>
public sealed class WriteCards : SiteFiles
{
    protected override IEnumerable<OutputFile> FilesOf(Site site, ModuleContext context) =>
        new SiteCards(site, ThemeColours.Read(context.DocumentsOf<ThemeAsset>("Theme"))).Files();
}
