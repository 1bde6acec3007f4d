using KnowledgeSite.Diagnostics;
using KnowledgeSite.Files;

namespace KnowledgeSite.Sources;

/// <summary>Finds file names that differ on disk but are equal after Unicode normalization.</summary>
internal static class SourceNames
{
    /// <summary>Removes and reports files whose names are equal after Unicode normalization.</summary>
    public static List<SourcePath> RemoveDuplicates(List<SourcePath> sorted, DiagnosticBag diagnostics)
    {
        for (var i = sorted.Count - 1; i > 0; i--)
        {
            if (sorted[i] != sorted[i - 1])
                continue;
            diagnostics.Add(Diagnostic.At(LinkRules.SameNameInUnicode, sorted[i]));
            sorted.RemoveAt(i);
        }

        return sorted;
    }
}
