using System.Globalization;

namespace KnowledgeSite.Content;

/// <summary>
/// Where the pages' sources lie on the web, so that a reader may change one or ask for a change: GitHub, or a GitLab by
/// its name.
/// </summary>
/// <param name="Repository">Such as <c>https://github.com/acme/knowledge</c>, no <c>/</c> at the end.</param>
/// <param name="Branch">The one that is published.</param>
public sealed record SourceHost(string Repository, string Branch)
{
    /// <summary>
    /// The name of the form in <c>.github/ISSUE_TEMPLATE</c>, whose fields are called <c>page</c> and <c>statement</c>.
    /// </summary>
    private const string Form = "suggest-a-change.yml";

    private bool IsGitLab => new Uri(Repository).Host.Contains("gitlab", StringComparison.OrdinalIgnoreCase);

    /// <summary>The source in the host's own editor.</summary>
    /// <param name="path">From the root of the repository.</param>
    public string Edit(string path) =>
        $"{Repository}{(IsGitLab ? "/-" : "")}/edit/"
        + string.Join('/', Branch.Split('/').Concat(path.Split('/')).Select(Uri.EscapeDataString));

    /// <summary>A form that knows already what the change is about.</summary>
    /// <param name="address">Of the page, in full where the site's own is known.</param>
    /// <param name="statement">The id of a cell or a signal; null where the whole page is meant.</param>
    public string Suggest(string title, string address, string? statement)
    {
        var subject = Uri.EscapeDataString($"Change: {title}");
        if (IsGitLab)
            return $"{Repository}/-/issues/new?issue[title]={subject}&"
                + "issue[description]="
                + Uri.EscapeDataString(statement is null ? address : $"{address} ({statement})");
        return $"{Repository}/issues/new?template={Form}&title={subject}&"
            + $"page={Uri.EscapeDataString(address)}"
            + (statement is null ? "" : $"&statement={Uri.EscapeDataString(statement)}");
    }

    /// <summary>Null where the text is no web address of a repository.</summary>
    internal static SourceHost? Create(string repository, string? branch) =>
        Uri.TryCreate(repository, UriKind.Absolute, out var url)
        && url.Scheme is "http" or "https"
        && url.AbsolutePath.Length > 1
        && url.Query.Length == 0
            ? new(url.AbsoluteUri.TrimEnd('/'), branch is { Length: > 0 } ? branch : "main")
            : null;
}
