using KnowledgeSite.Diagnostics;
using KnowledgeSite.Engine;
using KnowledgeSite.Files;
using KnowledgeSite.Output;
using KnowledgeSite.Rendering;
using KnowledgeSite.SiteModel;
using KnowledgeSite.Sources;

namespace KnowledgeSite;

/// <summary>The options of a build, as given on the command line.</summary>
/// <param name="Input">The input folder as the user wrote it, as messages show it.</param>
/// <param name="Output">The output folder; null for a build that only reports.</param>
/// <param name="BaseUrl">Overrides the base URL in <c>site.yaml</c>; null to use that one.</param>
/// <param name="Today">The date that counts as today.</param>
internal sealed record BuildOptions(string Input, string? Output, bool Strict, Uri? BaseUrl, DateOnly Today)
{
    /// <summary>
    /// A line shown above every page, such as "Preview of pull request 12"; null for none. Search engines are told not
    /// to index a site with a banner.
    /// </summary>
    public string? Banner { get; init; }

    /// <summary>
    /// Folders with fonts of the system, for titles on cards in scripts that the tool's own fonts lack. Empty by
    /// default, so that a card is the same on every machine.
    /// </summary>
    public IReadOnlyList<string> FontFolders { get; init; } = [];

    /// <summary>The command that starts the tool, for messages that name a command.</summary>
    public string Tool { get; init; } = DiagnosticRule.Tool;

    /// <summary>
    /// Checks that the input and output folders do not overlap in a way that would destroy files. Returns false, and
    /// reports a diagnostic, if the build must not start.
    /// </summary>
    public bool CheckFolders(DiagnosticBag diagnostics)
    {
        var input = RealPath.Resolve(Input);
        if (Output is null)
            return true;
        var output = RealPath.Resolve(Output);
        if (IsWithin(input, output))
        {
            diagnostics.Add(Diagnostic.OfSite(SourceRules.OutputOverInput, Output));
            return false;
        }

        if (IsWithin(output, input))
            diagnostics.Add(Diagnostic.OfSite(SourceRules.OutputInsideInput, Output));
        return true;
    }

    private static bool IsWithin(string path, string folder) =>
        path == folder
        || path.StartsWith(
            folder.EndsWith(Path.DirectorySeparatorChar) ? folder : folder + Path.DirectorySeparatorChar,
            StringComparison.Ordinal
        );
}

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
    /// <summary>The images that were made smaller; null if nothing was to be written.</summary>
    public ImageVariants? Images { get; init; }

    /// <summary>The pipeline run with all its documents; null if no pipeline has run.</summary>
    internal PipelineRun? Run { get; init; }

    /// <summary>The pipelines of the run from which the files were generated; null if no pipeline has run.</summary>
    internal FileParts? Parts { get; init; }

    public bool HasErrors => Diagnostics.Any(d => d.Severity == Severity.Error);
}
