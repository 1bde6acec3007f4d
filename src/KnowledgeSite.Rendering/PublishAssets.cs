using KnowledgeSite.Engine;
using KnowledgeSite.Files;
using KnowledgeSite.SiteModel;

namespace KnowledgeSite.Rendering;

/// <summary>Publishes the theme's files and the files that pages refer to.</summary>
internal sealed class PublishAssets(Pipeline<IReadOnlyList<ThemeAsset>> theme) : SiteFiles
{
    public override IReadOnlyList<Pipeline> Reads => [theme];

    protected override IEnumerable<OutputFile> FilesOf(Site site, ModuleContext context) =>
        [
            .. context.Read(theme).Select(t => OutputFile.OfBytes(t.Address, t.Bytes)),
            .. site
                .Assets.DistinctBy(a => a.Address)
                .Select(a => new OutputFile(
                    a.Address,
                    output => System.Buffers.BuffersExtensions.Write(output, a.File.ReadBytes())
                )
                {
                    Source = a.File.Path,
                    ReplacesGenerated = a.ReplacesGenerated,
                }),
        ];
}
