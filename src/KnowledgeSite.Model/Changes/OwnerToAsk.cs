using KnowledgeSite.Content;
using KnowledgeSite.SiteModel;

namespace KnowledgeSite.Changes;

/// <summary>An owner of changed pages, who should review them.</summary>
/// <param name="Name">The name as written in the pages, or null for pages without an owner.</param>
/// <param name="Handle">The handles in <c>site.yaml</c> for CODEOWNERS, separated by spaces, or null if there are
/// none.</param>
/// <param name="Pages">The changed pages, sorted by path.</param>
internal sealed record OwnerToAsk(string? Name, string? Handle, IReadOnlyList<SitePage> Pages)
{
    /// <summary>
    /// Finds the owners of changed pages. If the owner of a page or the handle of an owner has changed, both the old
    /// and the new one are included.
    /// </summary>
    internal static IReadOnlyList<OwnerToAsk> Find(
        IEnumerable<ChangedPage> pages,
        SiteSettings? before,
        SiteSettings after
    ) =>
        [
            .. pages
                .SelectMany(p =>
                    new[] { p.Before?.Content.FrontMatter.Owner, p.After?.Content.FrontMatter.Owner }
                        .OfType<string>()
                        .Distinct()
                        .DefaultIfEmpty()
                        .Select(o => (Owner: o, p.Page))
                )
                .GroupBy(o => o.Owner)
                .OrderBy(g => g.Key is null)
                .ThenBy(g => g.Key, StringComparer.Ordinal)
                .Select(g => new OwnerToAsk(
                    g.Key,
                    g.Key is null ? null : HandleOf(g.Key, before, after),
                    [.. g.Select(o => o.Page).OrderBy(p => p.Path)]
                )),
        ];

    private static string? HandleOf(string owner, SiteSettings? before, SiteSettings after)
    {
        var handles = new[] { before?.Owners.GetValueOrDefault(owner), after.Owners.GetValueOrDefault(owner) }
            .OfType<string>()
            .Distinct()
            .ToList();
        return handles.Count == 0 ? null : string.Join(' ', handles);
    }
}
