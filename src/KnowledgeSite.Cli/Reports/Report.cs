using System.Text.RegularExpressions;
using KnowledgeSite.Cli.Reports.Changes;
using KnowledgeSite.Diagnostics;
using KnowledgeSite.Files;

namespace KnowledgeSite.Cli.Reports;

/// <summary>The result of a build with everything that the reports need.</summary>
internal sealed partial record Report(BuildResult Result, BuildOptions Options, bool Timings, TimeSpan Elapsed)
{
    /// <summary>The changes since a commit, or null if <c>--since</c> was not given.</summary>
    public ChangeReport? Changes { get; init; }

    public int Count(Severity severity) => Result.Diagnostics.Count(d => d.Severity == severity);

    /// <summary>
    /// The path of a file relative to the current folder: the input folder as given on the command line, followed by
    /// the path in it.
    /// </summary>
    public string PathOf(SourceLocation location) => PathOf(Options.Input, location.Path);

    /// <param name="input">The input folder as given on the command line.</param>
    public static string PathOf(string input, SourcePath path)
    {
        var folder = input.Replace('\\', '/').TrimEnd('/');
        if (folder.StartsWith("./", StringComparison.Ordinal))
            folder = folder[2..];
        var joined = folder is "" or "." ? path.Value : $"{folder}/{path}";
        while (Climb().Match(joined) is { Success: true } climb)
            joined = joined.Remove(climb.Index, climb.Length);
        return joined;
    }

    /// <summary>Matches a folder followed by <c>..</c>, which occurs for files outside the input folder.</summary>
    [GeneratedRegex(@"(?<=^|/)(?!\.\.?/)[^/]+/\.\./", RegexOptions.CultureInvariant)]
    private static partial Regex Climb();
}
