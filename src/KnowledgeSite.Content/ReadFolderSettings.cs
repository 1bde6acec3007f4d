using KnowledgeSite.Engine;
using KnowledgeSite.Files;

namespace KnowledgeSite.Content;

/// <summary>Reads every <c>_folder.yaml</c>.</summary>
internal sealed class ReadFolderSettings(StepCache<SourceFile, FolderSettings>? cache = null)
    : ParallelModule<SourceFile, FolderSettings>(cache)
{
    protected override FolderSettings? Execute(SourceFile document, ModuleContext context) =>
        document.Path.FileName == FolderSettings.FileName && document.Text is not null
            ? FolderSettings.Read(document, context.Diagnostics)
            : null;
}
