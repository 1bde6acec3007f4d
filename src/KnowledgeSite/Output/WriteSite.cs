using KnowledgeSite.Diagnostics;
using KnowledgeSite.Engine;
using KnowledgeSite.Files;

namespace KnowledgeSite.Output;

/// <summary>
/// Writes the whole site or nothing. A site built without errors is never replaced by one with errors.
/// </summary>
/// <param name="shownAs">The output folder as the user wrote it, for messages.</param>
internal sealed class WriteSite(string output, string shownAs, DiagnosticPolicy policy)
    : IModule<IReadOnlyList<OutputFile>, WrittenSite>
{
    /// <summary>Returns null if nothing was written.</summary>
    public WrittenSite? Execute(IReadOnlyList<OutputFile> documents, ModuleContext context)
    {
        if (documents.Count == 0)
            return null;
        var isGood = !policy.Apply(context.Diagnostics.Sorted()).Any(d => d.Severity == Severity.Error);
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
                        SourceRules.OutputRefused,
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

        return new SiteWriter(paths, context.Cancellation).Write(files, isGood);
    }
}
