using KnowledgeSite.Engine;
using KnowledgeSite.Files;
using KnowledgeSite.SiteModel;

namespace KnowledgeSite.Rendering;

/// <summary>A step that generates files of the finished site.</summary>
internal abstract class SiteFiles : IModule<Site, IReadOnlyList<OutputFile>>
{
    public virtual IReadOnlyList<Pipeline> Reads => [];

    public IReadOnlyList<OutputFile> Execute(Site input, ModuleContext context) => [.. FilesOf(input, context)];

    protected abstract IEnumerable<OutputFile> FilesOf(Site site, ModuleContext context);
}

/// <summary>Publishes the theme's files and the files that pages refer to.</summary>
internal sealed class PublishAssets(Pipeline<IReadOnlyList<ThemeAsset>> theme, Pipeline<ImageVariants> images)
    : SiteFiles
{
    public override IReadOnlyList<Pipeline> Reads => [theme, images];

    protected override IEnumerable<OutputFile> FilesOf(Site site, ModuleContext context) =>
        [
            .. context.Read(theme).UsedBy(site).Select(t => OutputFile.OfBytes(t.Address, t.Bytes)),
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
            .. context.Read(images).CreateFiles(),
        ];
}
