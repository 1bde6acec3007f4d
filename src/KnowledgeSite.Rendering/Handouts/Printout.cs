using System.Text;
using KnowledgeSite.Content;
using KnowledgeSite.Files;
using KnowledgeSite.SiteModel;
using KnowledgeSite.Workshops;

namespace KnowledgeSite.Rendering.Handouts;

/// <summary>A page of the site as a PDF in one paper size.</summary>
/// <param name="Page">The address of the page.</param>
/// <param name="Paper">The paper size: <c>A4</c> or <c>Letter</c>.</param>
/// <param name="Limit">The maximum number of pages; null if there is none.</param>
internal sealed record Printout(SitePath Page, SitePath File, string Paper, PageLimit? Limit)
{
    public static IReadOnlyList<string> Papers { get; } = ["A4", "Letter"];

    /// <summary>The folder of PDFs, relative to the site's root.</summary>
    public const string Folder = "handouts";

    /// <summary>
    /// All printable documents of a site: the sheets and guides of workshops, also in large print, packs, and the
    /// matrices of ladders.
    /// </summary>
    public static IReadOnlyList<Printout> List(Site site)
    {
        var sheets = Sheets(site).ToList();
        var names = NamesOf(sheets);
        return
        [
            .. from paper in Papers
            from sheet in sheets
            select new Printout(
                sheet.Page,
                new($"/{Folder}/{names[sheet.Page]}-{paper.ToLowerInvariant()}.pdf"),
                paper,
                sheet.Limit
            ),
        ];
    }

    private static IEnumerable<Sheet> Sheets(Site site) =>
        site
            .Workshops.SelectMany(OfWorkshop)
            .Concat(site.Packs.Select(p => new Sheet(p.Address, p.Folder.Address, "pack", null)))
            .Concat(site.Ladders.Select(l => new Sheet(l.Matrix, l.Home, "matrix", null)));

    private static IReadOnlyList<bool> Sizes => [false, true];

    private static IEnumerable<Sheet> OfWorkshop(WorkshopUrls places) =>
        from isLarge in Sizes
        from audience in Enum.GetValues<Audience>()
        select new Sheet(
            places.Sheet(audience, isLarge),
            places.Home,
            audience.ToString().ToLowerInvariant() + (isLarge ? "-large" : ""),
            isLarge ? null : PageLimit.Find(places.Workshop, audience)
        );

    /// <summary>
    /// The file names: the last segment of the address if it is unique, otherwise the whole address, otherwise a hash.
    /// </summary>
    private static Dictionary<SitePath, string> NamesOf(IReadOnlyList<Sheet> sheets)
    {
        var isShared = Shared(sheets.Select(s => s.ShortName));
        var names = sheets.ToDictionary(s => s.Page, s => isShared.Contains(s.ShortName) ? s.LongName : s.ShortName);
        var isStillShared = Shared(names.Values);
        return names.ToDictionary(
            n => n.Key,
            n =>
                isStillShared.Contains(n.Value)
                    ? $"{n.Value}-{ContentHash.Compute(Encoding.UTF8.GetBytes(n.Key.Value))}"
                    : n.Value
        );
    }

    private static HashSet<string> Shared(IEnumerable<string> names) =>
        names
            .CountBy(n => n, StringComparer.OrdinalIgnoreCase)
            .Where(n => n.Value > 1)
            .Select(n => n.Key)
            .ToHashSet(StringComparer.OrdinalIgnoreCase);

    /// <param name="Of">The page from which it is generated.</param>
    private sealed record Sheet(SitePath Page, SitePath Of, string Kind, PageLimit? Limit)
    {
        private string[] Path =>
            Of.Value.Split('/', StringSplitOptions.RemoveEmptyEntries) is { Length: > 0 } path ? path : ["home"];

        public string ShortName => $"{Path[^1]}-{Kind}";

        public string LongName => $"{string.Join('-', Path)}-{Kind}";
    }
}

/// <summary>The maximum number of printed pages of a handout.</summary>
/// <param name="Span">The setting in the source; the start of the page if the default applies.</param>
/// <param name="Kind">The name of the handout.</param>
internal sealed record PageLimit(SourceFile Source, SourceSpan Span, int Most, string Kind, string Key)
{
    internal static PageLimit? Find(Workshop workshop, Audience audience)
    {
        if (workshop.PageLimit(audience) is not { } most)
            return null;
        var (written, kind, key) =
            audience == Audience.Participant
                ? (workshop.Facts.Pages, "participant sheet", "pages")
                : (workshop.Facts.GuidePages, "facilitator guide", "guide_pages");
        return new(workshop.Page.Source, written?.Span ?? new(0, 1), most, kind, key);
    }
}

/// <summary>The links to the available PDFs of pages.</summary>
internal sealed class PdfLinks(IEnumerable<Printout> printouts, IReadOnlySet<SitePath> printed)
{
    private readonly ILookup<SitePath, LinkView> _links = printouts
        .Where(p => printed.Contains(p.File))
        .ToLookup(p => p.Page, p => new LinkView($"PDF, {p.Paper}", p.File));

    public IReadOnlyList<LinkView> Find(SitePath page) => [.. _links[page]];
}
