using KnowledgeSite.Diagnostics;
using KnowledgeSite.Engine;
using KnowledgeSite.Files;
using KnowledgeSite.Output;
using KnowledgeSite.SiteModel;

namespace KnowledgeSite;

/// <summary>What a build came to.</summary>
/// <param name="Site">Null where there was no page to build from.</param>
/// <param name="Written">Null where nothing was written.</param>
/// <param name="Files">Every file of the site, rendered when it is asked for.</param>
/// <param name="Diagnostics">Sorted; with the severities that the site's settings give them.</param>
public sealed record BuildResult(
    Site? Site,
    IReadOnlyList<OutputFile> Files,
    WrittenSite? Written,
    IReadOnlyList<Diagnostic> Diagnostics,
    IReadOnlyList<PhaseTiming> Timings
)
{
    /// <summary>All that the pipelines left; null where none has run.</summary>
    internal PipelineRun? Run { get; init; }

    public bool HasErrors => Diagnostics.Any(d => d.Severity == Severity.Error);
}
