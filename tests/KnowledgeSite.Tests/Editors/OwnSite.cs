using KnowledgeSite.Sources;
using KnowledgeSite.Tests.Support;

namespace KnowledgeSite.Tests.Editors;

/// <summary>The repository's own pages, built once for the tests of this folder.</summary>
public sealed class OwnSite
{
    public static string Input { get; } = Repository.Combine("input");

    public KnowledgeSite.SiteModel.Site Site { get; } = TestSite.Run(new FolderTree(Input, Repository.Combine("output"))).Site!;

    /// <summary>Every file of the input folder that fits, by its path there.</summary>
    public static IEnumerable<string> Files(string pattern) =>
        Directory.EnumerateFiles(Input, pattern, SearchOption.AllDirectories).Select(f => Path.GetRelativePath(Input, f).Replace('\\', '/')).Order(StringComparer.Ordinal);
}
