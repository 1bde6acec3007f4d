using KnowledgeSite.Content;
using KnowledgeSite.Files;
using KnowledgeSite.SiteModel;
using KnowledgeSite.Workshops;

namespace KnowledgeSite.Rendering.Handouts;

/// <summary>A page of the site as a PDF on one paper.</summary>
/// <param name="Page">Where the page stands.</param>
/// <param name="Paper">As a person says it: <c>A4</c>, <c>Letter</c>.</param>
/// <param name="Limit">The number of pages that it may take; null where nobody says.</param>
public sealed record Printout(SitePath Page, string Name, string Title, string Paper, PageLimit? Limit)
{
    public static IReadOnlyList<string> Papers { get; } = ["A4", "Letter"];

    public SitePath File => FileOf(Name, Paper);

    /// <summary>Everything that is printed of a site: the sheets and guides of workshops, packs of them, and the matrices of ladders.</summary>
    public static IReadOnlyList<Printout> Of(Site site) =>
    [
        .. from paper in Papers
           from printout in site.Workshops.SelectMany(w => OfWorkshop(w, paper))
               .Concat(site.WorkshopFolders.Select(f => new Printout(WorkshopPlaces.PackOf(f.Folder), NameOf(f.Folder), f.Folder.Title, paper, null)))
               .Concat(site.Ladders.Select(l => new Printout(l.Matrix, $"{NameOf(l.Home)}-matrix", l.Ladder.Title, paper, null)))
           select printout,
    ];

    public static SitePath FileOf(string name, string paper) => new($"/handouts/{name}-{paper.ToLowerInvariant()}.pdf");

    /// <summary>The name of a sheet's PDF, without its paper.</summary>
    public static string NameOf(WorkshopPlaces places, Audience audience) => $"{NameOf(places.Home)}-{audience.ToString().ToLowerInvariant()}";

    /// <summary>The name of the PDF of a folder's pack, without its paper.</summary>
    public static string NameOf(SiteFolder folder) => $"{NameOf(folder.Address)}-pack";

    private static IEnumerable<Printout> OfWorkshop(WorkshopPlaces places, string paper) =>
        Enum.GetValues<Audience>().Select(a => new Printout(places.Sheet(a), NameOf(places, a), places.Page.Title, paper, PageLimit.Of(places.Workshop, a)));

    private static string NameOf(SitePath address) => address.Value.Trim('/') is { Length: > 0 } path ? path.Split('/')[^1] : "home";
}

/// <summary>How much paper a sheet may take.</summary>
/// <param name="Span">Where its author says so; the start of the page where that is left to us.</param>
/// <param name="Kind">What the sheet is called.</param>
public sealed record PageLimit(SourceFile Source, SourceSpan Span, int Most, string Kind, string Key)
{
    internal static PageLimit? Of(Workshop workshop, Audience audience)
    {
        if (workshop.PageLimit(audience) is not { } most) return null;
        var (written, kind, key) = audience == Audience.Participant
            ? (workshop.Facts.Pages, "participant sheet", "pages")
            : (workshop.Facts.GuidePages, "facilitator guide", "guide_pages");
        return new(workshop.Page.Source, written?.Span ?? new(0, 1), most, kind, key);
    }
}
