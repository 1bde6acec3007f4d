using KnowledgeSite.Diagnostics;

namespace KnowledgeSite.Cli.Reports;

/// <summary>What there is to tell of a build.</summary>
internal sealed record Report(BuildResult Result, BuildOptions Options, bool Timings, TimeSpan Elapsed)
{
    public int Count(Severity severity) => Result.Diagnostics.Count(d => d.Severity == severity);

    /// <summary>A file as a person finds it from where they stand: the input folder as they wrote it, then the path in it.</summary>
    public string PathOf(SourceLocation location)
    {
        var folder = Options.Input.Replace('\\', '/').TrimEnd('/');
        if (folder.StartsWith("./", StringComparison.Ordinal)) folder = folder[2..];
        return folder is "" or "." ? location.Path.Value : $"{folder}/{location.Path}";
    }
}
