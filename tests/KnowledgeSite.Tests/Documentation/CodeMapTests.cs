using System.Text.RegularExpressions;
using KnowledgeSite.Tests.Support;

namespace KnowledgeSite.Tests.Documentation;

/// <summary>The maps of the code name files and folders that exist, and types and members that the code has.</summary>
public sealed partial class CodeMapTests
{
    private static readonly string[] Folders = ["src", "theme", "tests", "docs", "eng"];

    /// <summary>Words in code spans that are no names of this code: commands, keys, and what a site has.</summary>
    private static readonly string[] Others = ["knowledgesite", "site.yaml", "mv", "new", "check", "pdf", "/health/"];

    private static readonly IReadOnlyList<string> Files =
    [
        .. Folders
            .SelectMany(f => Directory.EnumerateFiles(Repository.Combine(f), "*", SearchOption.AllDirectories))
            .Select(f => Path.GetRelativePath(Repository.Root, f).Replace('\\', '/'))
            .Where(f => !Generated().IsMatch(f)),
    ];

    [Theory]
    [InlineData("docs/code-map.md")]
    [InlineData("src/README.md")]
    public void Files_folders_and_names_in_a_map_of_the_code_exist(string map)
    {
        var code = string.Concat(
            Files.Where(f => Path.GetExtension(f) is ".cs" or ".css" or ".js").Select(f => File.ReadAllText(Full(f)))
        );
        var names = Span()
            .Matches(File.ReadAllText(Full(map)))
            .Select(m => m.Groups[1].Value)
            .Where(n => !Others.Contains(n.Split(' ')[0]))
            .Distinct()
            .ToList();
        Assert.True(names.Count > 40, $"{names.Count} names");
        Assert.DoesNotContain(names, n => !IsPath(n) && !IsInCode(n, code));
    }

    /// <summary>
    /// True for the end of the path of a file or folder. It may begin with the name of a project without
    /// <c>KnowledgeSite.</c>.
    /// </summary>
    private static bool IsPath(string name)
    {
        var path = Regex
            .Escape(name.TrimStart('.', '/').TrimEnd('/'))
            .Replace(@"\*", "[^/]*", StringComparison.Ordinal);
        var pattern = new Regex($"(^|[/.]){path}(/|$)");
        return Files.Any(f => pattern.IsMatch(f)) || File.Exists(Full(name));
    }

    /// <summary>A name of a type with a member is in the code if both are.</summary>
    private static bool IsInCode(string name, string code) =>
        name.Split('.', StringSplitOptions.RemoveEmptyEntries)
            .All(part => Regex.IsMatch(code, $@"(?<!\w){Regex.Escape(part.Trim('…', '@', '[', ']'))}"));

    private static string Full(string path) => Repository.Combine(path.Split('/'));

    [GeneratedRegex("(^|/)(bin|obj|node_modules)/")]
    private static partial Regex Generated();

    [GeneratedRegex("`([^`\n]+)`")]
    private static partial Regex Span();
}
