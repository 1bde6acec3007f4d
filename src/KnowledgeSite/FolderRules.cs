using KnowledgeSite.Diagnostics;
using KnowledgeSite.Sources;

namespace KnowledgeSite;

/// <summary>Checks that the input and output folders do not overlap in a way that would destroy files.</summary>
internal static class FolderRules
{
    /// <summary>Returns false, and reports a diagnostic, if the build must not start.</summary>
    public static bool Allow(BuildOptions options, DiagnosticBag diagnostics)
    {
        var input = RealPath.Resolve(options.Input);
        if (options.Output is null)
            return true;
        var output = RealPath.Resolve(options.Output);
        if (IsWithin(input, output))
        {
            diagnostics.Add(Diagnostic.OfSite(SourceRules.OutputOverInput, options.Output));
            return false;
        }

        if (IsWithin(output, input))
            diagnostics.Add(Diagnostic.OfSite(SourceRules.OutputInsideInput, options.Output));
        return true;
    }

    private static bool IsWithin(string path, string folder) =>
        path == folder
        || path.StartsWith(
            folder.EndsWith(Path.DirectorySeparatorChar) ? folder : folder + Path.DirectorySeparatorChar,
            StringComparison.Ordinal
        );
}
