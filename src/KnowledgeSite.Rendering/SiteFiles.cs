using KnowledgeSite.Engine;
using KnowledgeSite.Files;
using KnowledgeSite.SiteModel;

namespace KnowledgeSite.Rendering;

/// <summary>A step that generates files of the finished site; it generates none if the input has no pages.</summary>
public abstract class SiteFiles : IModule<Site, OutputFile>
{
    public IReadOnlyList<OutputFile> Execute(IReadOnlyList<Site> documents, ModuleContext context) =>
        [.. documents.SelectMany(site => FilesOf(site, context))];

    protected abstract IEnumerable<OutputFile> FilesOf(Site site, ModuleContext context);
}
