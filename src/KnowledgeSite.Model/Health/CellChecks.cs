using KnowledgeSite.Content;
using KnowledgeSite.Diagnostics;
using KnowledgeSite.Ladders;
using KnowledgeSite.SiteModel;

namespace KnowledgeSite.Health;

/// <summary>
/// Finds cells that no link, role or workshop refers to. Reports one problem per dimension, at its first such cell.
/// </summary>
internal static class CellChecks
{
    public static IEnumerable<Diagnostic> Check(Site site) =>
        from places in site.Ladders
        where places.Ladder.Base is null
        from row in places.Ladder.Cells.Where(c => c.Standing == CellStanding.Written).GroupBy(c => c.Page)
        let uncited = row.Where(c => !IsCited(site, places, c))
            .Select(Written)
            .OfType<WrittenCell>()
            .Where(c => c.Allows?.Contains(HealthRules.UncitedCell.Id, StringComparison.Ordinal) != true)
            .ToList()
        where uncited.Count > 0
        select Diagnostic.At(
            HealthRules.UncitedCell,
            row.Key.Source,
            uncited[0].Id.Span,
            uncited.Count,
            row.Count(),
            string.Join(", ", uncited.Select(c => c.Id.Value))
        );

    private static WrittenCell? Written(Cell cell) => cell.Page.Cells.FirstOrDefault(c => c.Id.Value == cell.Id);

    private static bool IsCited(Site site, LadderUrls places, Cell cell)
    {
        if (places.Ladder.Workshops.Any(w => w.Serves(cell)))
            return true;
        if (places.PageOf(cell.Page) is not { } page)
            return true;
        return cell.AllIds.Any(id =>
            site.Backlinks.To(page.Address, id).Concat(site.Backlinks.To(places.Matrix, id)).Any()
        );
    }
}
