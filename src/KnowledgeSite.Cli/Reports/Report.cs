using System.Text.RegularExpressions;
using KnowledgeSite.Cli.Reports.Changes;
using KnowledgeSite.Diagnostics;
using KnowledgeSite.Files;

namespace KnowledgeSite.Cli.Reports;

/// <summary>What there is to tell of a build.</summary>
internal sealed partial record Report(BuildResult Result, BuildOptions Options, bool Timings, TimeSpan Elapsed)
{
    /// <summary>What is different since a commit; null where nobody asked.</summary>
    public ChangeReport? Changes { get; init; }

    public int Count(Severity severity) => Result.Diagnostics.Count(d => d.Severity == severity);

    /// <summary>
    /// A file as a person finds it from where they stand: the input folder as they wrote it, then the path in it.
    /// </summary>
    public string PathOf(SourceLocation location) => PathOf(Options.Input, location.Path);

    /// <param name="input">The folder as a person wrote it.</param>
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

    /// <summary>A folder that the next part of the path leaves again: a file may lie beside the input folder.</summary>
    [GeneratedRegex(@"(?<=^|/)(?!\.\.?/)[^/]+/\.\./", RegexOptions.CultureInvariant)]
    private static partial Regex Climb();
}
