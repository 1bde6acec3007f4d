using KnowledgeSite.Engine;
using KnowledgeSite.Files;
using KnowledgeSite.Ladders;
using KnowledgeSite.SiteModel;

namespace KnowledgeSite.Rendering.Ladders;

/// <summary>Generates the export files of each ladder, for spreadsheets and programs.</summary>
internal sealed class WriteLadderExports : SiteFiles
{
    protected override IEnumerable<OutputFile> FilesOf(Site site, ModuleContext context) =>
        site.Ladders.SelectMany(places =>
            new OutputFile[]
            {
                new(places.Export("csv"), output => LadderCsv.Write(places.Ladder, output)),
                new(places.Export("json"), output => LadderJson.WriteExport(places.Ladder, output)),
                new(places.Export("xlsx"), output => LadderWorkbook.Write([places.Ladder], site.Settings.Text, output)),
            }
        );
}
