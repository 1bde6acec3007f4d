using KnowledgeSite.Diagnostics;

namespace KnowledgeSite;

/// <summary>The options of a build, as given on the command line.</summary>
/// <param name="Input">The input folder as the user wrote it, as messages show it.</param>
/// <param name="Output">The output folder; null for a build that only reports.</param>
/// <param name="BaseUrl">Overrides the base URL in <c>site.yaml</c>; null to use that one.</param>
/// <param name="Today">The date that counts as today.</param>
internal sealed record BuildOptions(string Input, string? Output, bool Strict, Uri? BaseUrl, DateOnly Today)
{
    /// <summary>
    /// A line shown above every page, such as "Preview of pull request 12"; null for none. Search engines are told not
    /// to index a site with a banner.
    /// </summary>
    public string? Banner { get; init; }

    /// <summary>The command that starts the tool, for messages that name a command.</summary>
    public string Tool { get; init; } = DiagnosticRule.Tool;
}
