using System.Globalization;
using KnowledgeSite.Diagnostics;
using KnowledgeSite.SiteModel;

namespace KnowledgeSite.Health;

/// <summary>Finds pages without an owner, and pages whose review is overdue.</summary>
internal static class ReviewChecks
{
    public static IEnumerable<Diagnostic> Check(Site site, DateOnly today)
    {
        var ownerless = site.Pages.Where(p => p.Content.FrontMatter.Owner is null).ToList();
        return
        [
            .. ownerless.Count * 2 <= site.Pages.Count
                ? ownerless.Select(p => Diagnostic.At(HealthRules.NoOwner, p.Path))
                : [],
            .. from page in site.Pages
            where page.Content.FrontMatter.ReviewBy < today
            select Diagnostic.At(
                HealthRules.OutOfDate,
                page.Path,
                page.Content.FrontMatter.ReviewBy!.Value.ToString("d MMMM yyyy", CultureInfo.InvariantCulture)
            ),
        ];
    }
}
