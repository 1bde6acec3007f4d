using KnowledgeSite.Engine;
using KnowledgeSite.Files;

namespace KnowledgeSite.Content;

/// <summary>
/// Parses every Markdown file, each by itself; names that begin with <c>_</c>, of files or of folders, are no pages,
/// except <c>_index.md</c>.
/// </summary>
public sealed class ParsePages(PageParser parser, StepCache<SourceFile, Page>? memory = null)
    : ParallelModule<SourceFile, Page>(memory)
{
    protected override Page? Execute(SourceFile document, ModuleContext context) =>
        IsPage(document.Path) && document.Text is not null ? parser.Parse(document, context.Diagnostics) : null;

    public static bool IsPage(SourcePath path) =>
        path.IsMarkdown && (PageParser.IsFolderPage(path) ? path.Folder : path).Segments.All(s => !s.StartsWith('_'));
}
