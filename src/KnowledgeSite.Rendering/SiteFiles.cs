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
