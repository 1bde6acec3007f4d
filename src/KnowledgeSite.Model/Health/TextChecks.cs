using KnowledgeSite.Diagnostics;
using KnowledgeSite.Health.Likeness;
using KnowledgeSite.SiteModel;

namespace KnowledgeSite.Health;

/// <summary>
/// Finds pages and paragraphs that are similar to others. Each pair is reported once, at the second one.
/// </summary>
internal static class TextChecks
{
    public static IEnumerable<Diagnostic> Check(Site site)
    {
        var alike = DuplicateTexts.Find(site.Pages);
        return
        [
            .. alike.Pages.Select(a =>
                Diagnostic.At(HealthRules.SamePage, a.Second.Path, a.First.Path, Percent(a.Share))
            ),
            .. alike.Blocks.Select(a =>
                Diagnostic.At(
                    HealthRules.SameParagraph,
                    a.Second.Content.Source,
                    a.SecondBlock.Span,
                    a.First.Path,
                    a.First.Content.Source.Text!.PositionAt(a.FirstBlock.Span.Start).Line,
                    Percent(a.Share)
                )
            ),
        ];
    }

    private static int Percent(double share) => (int)Math.Floor(share * 100);
}
