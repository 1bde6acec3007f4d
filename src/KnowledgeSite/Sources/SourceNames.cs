using KnowledgeSite.Diagnostics;
using KnowledgeSite.Files;

namespace KnowledgeSite.Sources;

/// <summary>Names of files that are two on the disk and one to everybody else.</summary>
internal static class SourceNames
{
    /// <summary>Without files whose names are two spellings of one name to everybody but the disk.</summary>
    public static List<SourcePath> WithoutDoubles(List<SourcePath> sorted, DiagnosticBag diagnostics)
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
