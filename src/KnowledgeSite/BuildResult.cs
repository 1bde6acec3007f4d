using KnowledgeSite.Diagnostics;
using KnowledgeSite.Engine;
using KnowledgeSite.Files;
using KnowledgeSite.Output;
using KnowledgeSite.SiteModel;

namespace KnowledgeSite;

/// <summary>The result of a build.</summary>
/// <param name="Site">Null if there was no page to build from.</param>
/// <param name="Written">Null if nothing was written.</param>
/// <param name="Files">Every file of the site; each is rendered on demand.</param>
/// <param name="Diagnostics">Sorted, with the severities that the site's settings give them.</param>
internal sealed record BuildResult(
    Site? Site,
    IReadOnlyList<OutputFile> Files,
    WrittenSite? Written,
    IReadOnlyList<Diagnostic> Diagnostics,
    IReadOnlyList<PhaseTiming> Timings
)
{
    /// <summary>The pipeline run with all its documents; null if no pipeline has run.</summary>
    internal PipelineRun? Run { get; init; }

    /// <summary>The pipelines of the run from which the files were generated; null if no pipeline has run.</summary>
    internal FileParts? Parts { get; init; }

    public bool HasErrors => Diagnostics.Any(d => d.Severity == Severity.Error);
}
