using KnowledgeSite.Content;
using KnowledgeSite.SiteModel;

namespace KnowledgeSite.Changes;

/// <summary>Somebody who owns pages that are changed.</summary>
/// <param name="Name">As pages write it; null for pages that name nobody.</param>
/// <param name="Handle">As <c>site.yaml</c> writes it for CODEOWNERS; null where it says none.</param>
/// <param name="Pages">By path.</param>
public sealed record OwnerToAsk(string? Name, string? Handle, IReadOnlyList<SitePage> Pages)
{
    /// <summary>
    /// Of a page whose owner changed both are asked, and so are both handles of an owner that was given another.
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
