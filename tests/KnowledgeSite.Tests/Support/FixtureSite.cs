using KnowledgeSite.Sources;

namespace KnowledgeSite.Tests.Support;

/// <summary>
/// The small knowledge base in <c>tests/fixtures/knowledge</c>, built once for the tests of a class. No test reads
/// <c>input/</c>, because authors may change it.
/// </summary>
public sealed class FixtureSite
{
    /// <summary>The folder of its pages.</summary>
    public static string Input { get; } = Repository.Combine("tests", "fixtures", "knowledge");

    public KnowledgeSite.SiteModel.Site Site { get; } = TestSite.Run(new FolderTree(Input)).Site!;

    /// <summary>The paths of all files that match the pattern, relative to the folder.</summary>
    public static IEnumerable<string> Files(string pattern) =>
        Directory
            .EnumerateFiles(Input, pattern, SearchOption.AllDirectories)
            .Select(f => Path.GetRelativePath(Input, f).Replace('\\', '/'))
            .Order(StringComparer.Ordinal);
}
