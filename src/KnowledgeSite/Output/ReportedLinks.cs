using KnowledgeSite.Content.Markup;
using KnowledgeSite.Files;
using KnowledgeSite.SiteModel;

namespace KnowledgeSite.Output;

/// <summary>
/// Broken links already reported at their source position. Reporting them again from the rendered HTML would duplicate
/// the diagnostic.
/// </summary>
internal sealed class ReportedLinks
{
    private readonly HashSet<string> _written = new(StringComparer.Ordinal);
    private readonly HashSet<(SitePath Address, string Fragment)> _fragments = [];

    public ReportedLinks(Site site)
    {
        var pages = site.Pages.ToDictionary(p => p.Address);
        foreach (var link in site.Links.All)
        {
            if (link is ResolvedLink.AsWritten { Target: var target } && !LinkAddress.HasScheme(target))
                _written.Add(Uri.UnescapeDataString(target));
            if (
                link is ResolvedLink.Internal { Suffix.Length: > 1 } place
                && pages.TryGetValue(place.Address, out var page)
                && FragmentOf(place.Suffix) is { } fragment
                && !page.Content.Body.HasId(fragment)
            )
                _fragments.Add((place.Address, fragment));
        }
    }

    /// <param name="link">The link as written in the generated page.</param>
    public bool Contains(string link) => _written.Contains(Uri.UnescapeDataString(link));

    public bool Contains(SitePath address, string fragment) => _fragments.Contains((address, fragment));

    private static string? FragmentOf(string suffix) =>
        suffix.IndexOf('#', StringComparison.Ordinal) is >= 0 and var mark
            ? Uri.UnescapeDataString(suffix[(mark + 1)..])
            : null;
}
