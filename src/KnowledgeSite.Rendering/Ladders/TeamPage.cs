using KnowledgeSite.Files;
using KnowledgeSite.SiteModel;

namespace KnowledgeSite.Rendering.Ladders;

/// <summary>
/// Creates the page on which a manager sees the notes of several people side by side. A script reads the files; nothing
/// is stored or sent.
/// </summary>
internal static class TeamPage
{
    /// <summary>The page; none if the site has no ladder.</summary>
    public static IEnumerable<(SitePath Address, Func<PageView> View)> Pages(Site site, FrameFactory frames) =>
        site.Ladders.Count > 0
            ? [(GeneratedPages.Team, () => View(site, frames))]
            : Array.Empty<(SitePath, Func<PageView>)>();

    private static TeamView View(Site site, FrameFactory frames) =>
        new(
            frames.ForGenerated(
                GeneratedPages.Team,
                site.Settings.Text.TeamEvidence,
                site.Settings.Text.TeamEvidenceAbout
            ) with
            {
                Sidebar = null,
            },
            [.. site.Ladders.Select(places => places.Export("json"))]
        );
}

/// <summary>The page that shows the notes of several people side by side.</summary>
/// <param name="Ladders">All ladders as JSON, for scripts.</param>
public sealed record TeamView(FrameView Frame, IReadOnlyList<SitePath> Ladders) : PageView(Frame);
