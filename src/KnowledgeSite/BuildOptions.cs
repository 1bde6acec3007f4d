using KnowledgeSite.Diagnostics;

namespace KnowledgeSite;

/// <summary>What a person asks of a build.</summary>
/// <param name="Input">The folder as it was written; messages show it so.</param>
/// <param name="Output">The folder to write to; null for a build that only reports.</param>
/// <param name="BaseUrl">Wins over <c>site.yaml</c>.</param>
/// <param name="Today">What counts as today.</param>
public sealed record BuildOptions(string Input, string? Output, bool Strict, Uri? BaseUrl, DateOnly Today)
{
    /// <summary>
    /// A line above every page, such as "Preview of pull request 12"; search engines are kept off a site that has one.
    /// Null for none.
    /// </summary>
    public string? Banner { get; init; }

    /// <summary>What a person types to start the tool; messages that name a command begin with it.</summary>
    public string Tool { get; init; } = DiagnosticRule.Tool;
}
