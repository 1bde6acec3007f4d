using System.Text;
using KnowledgeSite.Content;
using KnowledgeSite.Documents;
using KnowledgeSite.Files;
using KnowledgeSite.SiteModel;
using KnowledgeSite.Workshops;

namespace KnowledgeSite.Rendering.Handouts;

/// <summary>A page of the site as a PDF in one paper size.</summary>
/// <param name="Page">The address of the page.</param>
/// <param name="Paper">The paper size: <c>A4</c> or <c>Letter</c>.</param>
/// <param name="Limit">The maximum number of pages; null if there is none.</param>
/// <param name="IsDefault">False if it is printed only when somebody asks for it.</param>
internal sealed record Printout(SitePath Page, SitePath File, string Paper, PageLimit? Limit, bool IsDefault)
{
    public static IReadOnlyList<string> Papers { get; } = ["A4", "Letter"];

    /// <summary>The folder of PDFs, relative to the site's root.</summary>
    public const string Folder = "handouts";

    /// <summary>
    /// All that a site can print: the sheets and guides of workshops, also in large print, packs, the matrices and
    /// level sheets of ladders, and documents. Documents without a maximum number of pages are not printed by default,
    /// because there are hundreds of them.
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
                sheet.Limit,
                sheet.IsDefault
            ),
        ];
    }

    /// <summary>Whether the page has an address, or is below it.</summary>
    public bool IsBelow(SitePath address) => Page.Value.StartsWith(address.Value, StringComparison.Ordinal);

    private static IEnumerable<Sheet> Sheets(Site site) =>
        site
            .Workshops.SelectMany(OfWorkshop)
            .Concat(site.Packs.Select(p => Sheet.Create(p.Address, p.Folder.Address, "pack", null)))
            .Concat(site.Ladders.Select(l => Sheet.Create(l.Matrix, l.Home, "matrix", null)))
            .Concat(site.Ladders.SelectMany(OfLevels))
            .Concat(site.Documents.Select(OfDocument));

    private static IReadOnlyList<bool> Sizes => [false, true];

    private static IEnumerable<Sheet> OfWorkshop(WorkshopUrls places) =>
        from isLarge in Sizes
        from audience in Enum.GetValues<Audience>()
        select Sheet.Create(
            places.Sheet(audience, isLarge),
            places.Home,
            audience.ToString().ToLowerInvariant() + (isLarge ? "-large" : ""),
            isLarge ? null : PageLimit.Find(places.Workshop, audience)
        );

    private static IEnumerable<Sheet> OfLevels(LadderUrls places) =>
        from level in places.Ladder.Levels
        let address = places.Sheet(level)
        select new Sheet(
            address,
            $"{NamesIn(places.Home)[^1]}-{NamesIn(places.GetUrl(level))[^1]}-sheet",
            string.Join('-', NamesIn(address)),
            null
        );

    /// <summary>The name of a document is that of its template and what follows in its address.</summary>
    private static Sheet OfDocument(SiteDocument document)
    {
        var names = NamesIn(document.Address);
        var limit = PageLimit.Find(document);
        return new(
            document.Address,
            string.Join('-', names.Skip(NamesIn(document.Template.Address).Length - 1)),
            string.Join('-', names),
            limit
        )
        {
            IsDefault = limit is not null,
        };
    }

    private static string[] NamesIn(SitePath address) =>
        address.Value.Split('/', StringSplitOptions.RemoveEmptyEntries) is { Length: > 0 } names ? names : ["home"];

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

    /// <param name="LongName">The name of the file if another one has the short name.</param>
    private sealed record Sheet(SitePath Page, string ShortName, string LongName, PageLimit? Limit)
    {
        public bool IsDefault { get; init; } = true;

        /// <param name="of">The page from which it is generated.</param>
        public static Sheet Create(SitePath page, SitePath of, string kind, PageLimit? limit)
        {
            var names = NamesIn(of);
            return new(page, $"{names[^1]}-{kind}", $"{string.Join('-', names)}-{kind}", limit);
        }
    }
}

/// <summary>The maximum number of printed pages of a handout or a document.</summary>
/// <param name="Span">The setting in the source; the start of the page if the default applies.</param>
/// <param name="Kind">The name of the handout, or of the document.</param>
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

    internal static PageLimit? Find(SiteDocument document) =>
        document.Template.Content is { FrontMatter.Facts: DocumentFacts { Pages: { } most }, Source: var source }
            ? new(source, most.Span, most.Value, $"document '{document.Title}'", DocumentKeys.Pages.Name)
            : null;
}

/// <summary>The links to the available PDFs of pages.</summary>
internal sealed class PdfLinks(IEnumerable<Printout> printouts, IReadOnlySet<SitePath> printed)
{
    private readonly ILookup<SitePath, LinkView> _links = printouts
        .Where(p => printed.Contains(p.File))
        .ToLookup(p => p.Page, p => new LinkView($"PDF, {p.Paper}", p.File));

    public IReadOnlyList<LinkView> Find(SitePath page) => [.. _links[page]];
}
