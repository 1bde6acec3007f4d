using KnowledgeSite.Content;
using KnowledgeSite.Files;
using KnowledgeSite.SiteModel;

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
        Enum.GetValues<Audience>().Select(audience => new Printout(
            places.Sheet(audience),
            NameOf(places, audience),
            places.Page.Title,
            paper,
            places.Workshop.PageLimit(audience) is { } most ? new(places.Page.Path, most, audience == Audience.Participant ? "participant sheet" : "facilitator guide", audience == Audience.Participant ? "pages" : "guide_pages") : null));

    private static string NameOf(SitePath address) => address.Value.Trim('/') is { Length: > 0 } path ? path.Split('/')[^1] : "home";
}

/// <summary>How much paper a sheet may take.</summary>
/// <param name="Source">Where its author says so, under <paramref name="Key"/>.</param>
/// <param name="Kind">What the sheet is called.</param>
public sealed record PageLimit(SourcePath Source, int Most, string Kind, string Key);
