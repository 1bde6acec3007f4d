using KnowledgeSite.Content.Markup;
using KnowledgeSite.Engine;
using KnowledgeSite.Files;

namespace KnowledgeSite.Content;

/// <summary>Reads the <c>sources.yaml</c> of the site.</summary>
public sealed class ReadBibliography : IModule<SourceFile, Bibliography>
{
    public IReadOnlyList<Bibliography> Execute(IReadOnlyList<SourceFile> documents, ModuleContext context) =>
        [.. documents.Where(d => d.Path.Value == Bibliography.FileName && d.Text is not null).Select(d => new BibliographyReader(d, context.Diagnostics).Read())];
}
