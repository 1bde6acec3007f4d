using KnowledgeSite.Caching;
using KnowledgeSite.Diagnostics;
using KnowledgeSite.Engine;
using KnowledgeSite.Files;

namespace KnowledgeSite.Output;

/// <summary>
/// Writes the whole site or nothing. A site built without errors is never replaced by one with errors.
/// </summary>
/// <param name="shownAs">The output folder as the user wrote it, for messages.</param>
/// <param name="stored">Results of earlier builds; null to render every file.</param>
internal sealed class WriteSite(string output, string shownAs, DiagnosticPolicy policy, PersistentCache? stored = null)
    : IModule<IReadOnlyList<OutputFile>, WrittenSite>
{
    /// <summary>Returns null if nothing was written.</summary>
    public WrittenSite? Execute(IReadOnlyList<OutputFile> documents, ModuleContext context)
    {
        if (documents.Count == 0)
            return null;
        var isGood = !policy.FindsErrors(context.Diagnostics);
        try
        {
            return Write(documents, isGood, context);
        }
        catch (Exception e)
            when (e is IOException or UnauthorizedAccessException or ForeignFileException
                || e is AggregateException { InnerException: IOException or UnauthorizedAccessException }
            )
        {
            context.Diagnostics.Add(
                e is ForeignFileException foreign
                    ? Diagnostic.OfSite(SourceRules.OutputNotOurs, foreign.File)
                    : Diagnostic.OfSite(
                        SourceRules.OutputNotWritable,
                        shownAs,
                        (e is AggregateException ? e.InnerException! : e).Message
                    )
            );
            return null;
        }
    }

    private WrittenSite? Write(IReadOnlyList<OutputFile> files, bool isGood, ModuleContext context)
    {
        var paths = new OutputPaths(output);
        Directory.CreateDirectory(paths.Parent);
        using var held = OutputLock.TryTake(paths);
        if (held is null)
        {
            context.Diagnostics.Add(Diagnostic.OfSite(SourceRules.OutputBusy, shownAs));
            return null;
        }

        FileLinks.Recover(paths.Output, paths.Previous);
        if (!isGood && OutputManifest.Read(paths.Output).IsGood)
        {
            context.Diagnostics.Add(Diagnostic.OfSite(SourceRules.GoodSiteKept, shownAs));
            return null;
        }

        return new SiteWriter(paths, stored, context.Cancellation).Write(files, isGood);
    }
}

/// <summary>The result of writing a site.</summary>
/// <param name="Written">The number of new or changed files; 0 if the output folder was not touched.</param>
/// <param name="Removed">The number of deleted files, whose pages no longer exist.</param>
internal sealed record WrittenSite(int Files, int Written, int Removed);

/// <summary>
/// The exception for a file in the output folder that would be overwritten although this tool did not create it.
/// </summary>
internal sealed class ForeignFileException(string file) : Exception(file)
{
    /// <summary>The path relative to the output folder.</summary>
    public string File { get; } = file;
}
