using KnowledgeSite.Content.Markup;
using KnowledgeSite.Engine;
using KnowledgeSite.Files;

namespace KnowledgeSite.Content;

/// <summary>Reads the <c>sources.yaml</c> of the site.</summary>
internal sealed class ReadBibliography(StepCache<SourceFile, Bibliography>? memory = null)
    : ParallelModule<SourceFile, Bibliography>(memory)
{
    protected override Bibliography? Execute(SourceFile document, ModuleContext context) =>
        document.Path.Value == Bibliography.FileName && document.Text is not null
            ? new BibliographyReader(document, context.Diagnostics).Read()
            : null;
}
