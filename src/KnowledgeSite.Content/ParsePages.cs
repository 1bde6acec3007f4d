using KnowledgeSite.Engine;
using KnowledgeSite.Files;

namespace KnowledgeSite.Content;

/// <summary>
/// Parses every Markdown file. Files whose name, or whose folder's name, begins with <c>_</c> are not pages, except
/// <c>_index.md</c>.
/// </summary>
internal sealed class ParsePages(PageParser parser, StepCache<SourceFile, Page>? memory = null)
    : ParallelModule<SourceFile, Page>(memory)
{
    protected override Page? Execute(SourceFile document, ModuleContext context) =>
        IsPage(document.Path) && document.Text is not null ? parser.Parse(document, context.Diagnostics) : null;

    public static bool IsPage(SourcePath path) =>
        path.IsMarkdown && (PageParser.IsFolderPage(path) ? path.Folder : path).Segments.All(s => !s.StartsWith('_'));
}
