using KnowledgeSite.Engine;
using KnowledgeSite.Files;
using KnowledgeSite.SiteModel;

namespace KnowledgeSite.Rendering;

/// <summary>
/// A step that makes files of the finished site. Where there is no site (an input without pages) it makes none.
/// </summary>
public abstract class SiteFiles : IModule<Site, OutputFile>
{
    public IReadOnlyList<OutputFile> Execute(IReadOnlyList<Site> documents, ModuleContext context) =>
        [.. documents.SelectMany(site => FilesOf(site, context))];

    protected abstract IEnumerable<OutputFile> FilesOf(Site site, ModuleContext context);
}
