using KnowledgeSite.Diagnostics;
using KnowledgeSite.Engine;
using KnowledgeSite.Files;

namespace KnowledgeSite.Sources;

/// <summary>
/// Lists the input and reads its text files (Markdown and YAML). The bytes of other files are read when a page refers
/// to them.
/// </summary>
/// <param name="cache">The files of the last run; null to read all files.</param>
internal sealed class ReadSources(ISourceTree tree, SourceCache? cache = null)
    : IModule<NoInput, IReadOnlyList<SourceFile>>
{
    public IReadOnlyList<SourceFile> Execute(NoInput input, ModuleContext context)
    {
        var paths = tree.List(context.Diagnostics);
        if (cache is not null)
            return cache.Read(tree, paths, context);
        var files = new SourceFile?[paths.Count];
        EachDocument.Run(
            paths,
            (i, path) => files[i] = SourceReader.Read(tree, path, context.Diagnostics),
            context.Cancellation
        );
        return [.. files.OfType<SourceFile>()];
    }
}

/// <summary>Reads single files of the input.</summary>
internal static class SourceReader
{
    /// <summary>Returns null, and reports a diagnostic, if a text file cannot be decoded.</summary>
    public static SourceFile? Read(ISourceTree tree, SourcePath path, DiagnosticBag diagnostics)
    {
        if (!path.IsMarkdown && path.Extension is not (".yaml" or ".yml"))
            return new(path, null, () => tree.Read(path));
        try
        {
            var text = TextDecoder.Decode(path, tree.Read(path), diagnostics);
            return text is null ? null : new(path, new SourceText(text), () => tree.Read(path));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            diagnostics.Add(Diagnostic.At(SourceRules.Unreadable, path, e.Message));
            return null;
        }
    }
}
