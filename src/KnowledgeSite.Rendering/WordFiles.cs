using KnowledgeSite.Content;
using KnowledgeSite.Files;
using KnowledgeSite.Ladders;
using KnowledgeSite.SiteModel;
using KnowledgeSite.Workshops;

namespace KnowledgeSite.Rendering;

/// <summary>
/// The pages that are also offered as Word files: those that people fill in, edit or send around. Levels, dimensions,
/// steps between levels, roles, the sheets and guides of workshops, and documents.
/// </summary>
internal sealed class WordFiles
{
    /// <summary>
    /// The number of signals up to which a ladder has Word files, ten times that of a large ladder; a dimension counts
    /// ten. Nobody edits more in Word, and each file takes a few milliseconds.
    /// </summary>
    private const int MaxParts = 5_000;

    private readonly Dictionary<SitePath, WordPage> _pages = [];

    public WordFiles(Site site)
    {
        foreach (var places in site.Ladders.Where(l => CountParts(l.Ladder) <= MaxParts))
        {
            foreach (var level in places.Ladder.Levels)
                Add(places.GetUrl(level), places.PageOf(level), places.Ladder, isEditable: true);
            foreach (var page in places.Ladder.Dimensions.Select(d => places.PageOf(d.Overlay ?? d.Page)))
                Add(page?.Address, page, places.Ladder, isEditable: true);
            foreach (var (from, to) in places.Ladder.Graph.Steps)
                Add(places.Comparison(from, to), null, places.Ladder);
        }

        foreach (var page in site.Pages.Where(p => p.Content.FrontMatter.Kind == PageKind.Role))
            Add(page.Address, page, null);
        foreach (var places in site.Workshops)
        foreach (var audience in Enum.GetValues<Audience>())
            Add(places.Sheet(audience), places.Page, null);
        foreach (var document in site.Documents)
            Add(document.Address, null, null);
    }

    /// <summary>What is known about a page with a Word file; null for a page without one.</summary>
    public WordPage? Find(SitePath page) => _pages.GetValueOrDefault(page);

    /// <summary>The address of the Word file of a page.</summary>
    public static SitePath AddressOf(SitePath page) => new(page.Value.TrimEnd('/') + ".docx");

    private static int CountParts(Ladder ladder) =>
        ladder.Dimensions.Count * 10 + ladder.Cells.Sum(c => c.Signals.Count);

    private void Add(SitePath? address, SitePage? page, Ladder? ladder, bool isEditable = false)
    {
        if (address is not null && address != SitePath.Home)
            _pages.TryAdd(address, new(page, ladder, isEditable));
    }
}

/// <summary>A page with a Word file.</summary>
/// <param name="Page">The author's page, or that of the workshop; null for a generated page.</param>
/// <param name="Ladder">The ladder that the page shows; null for other pages.</param>
/// <param name="IsEditable">True if the edited file can be imported.</param>
internal sealed record WordPage(SitePage? Page, Ladder? Ladder, bool IsEditable);
