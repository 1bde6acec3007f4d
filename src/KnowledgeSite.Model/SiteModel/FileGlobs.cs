using System.IO.Enumeration;
using KnowledgeSite.Files;

namespace KnowledgeSite.SiteModel;

/// <summary>
/// The file patterns of <c>site.yaml</c>: <c>*</c> and <c>?</c> match any characters, including the slash.
/// </summary>
internal static class FileGlobs
{
    public static IEnumerable<SourcePath> Matching(IReadOnlyList<string> patterns, IEnumerable<SourcePath> paths) =>
        patterns.Count == 0
            ? []
            : paths
                .Where(path =>
                    patterns.Any(p => FileSystemName.MatchesSimpleExpression(p, path.Value, ignoreCase: false))
                )
                .Order();
}
