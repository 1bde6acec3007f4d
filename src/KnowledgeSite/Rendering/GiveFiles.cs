using KnowledgeSite.Engine;
using KnowledgeSite.Files;

namespace KnowledgeSite.Rendering;

/// <summary>Files of the site that were made before this build began.</summary>
public sealed class GiveFiles(IReadOnlyList<OutputFile> files) : IModule<Nothing, OutputFile>
{
    public IReadOnlyList<OutputFile> Execute(IReadOnlyList<Nothing> documents, ModuleContext context) => files;
}
