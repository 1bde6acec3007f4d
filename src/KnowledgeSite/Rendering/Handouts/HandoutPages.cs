using KnowledgeSite.Content;
using KnowledgeSite.Files;
using KnowledgeSite.SiteModel;

namespace KnowledgeSite.Rendering.Handouts;

/// <summary>The pages that are made from workshops: each sheet, in ordinary and in large print, and packs of them.</summary>
/// <param name="printed">The PDFs that there are.</param>
internal sealed class HandoutPages(Site site, Frames frames, IReadOnlySet<SitePath> printed)
{
    private readonly Handouts _handouts = new(site);
    private readonly Dictionary<SitePage, WorkshopPlaces> _workshops = site.Workshops.ToDictionary(w => w.Page);

    public IEnumerable<(SitePath Address, Func<PageView> View)> All =>
    [
        .. from places in site.Workshops
           from audience in Enum.GetValues<Audience>()
           from isLarge in Sizes
           select (places.Sheet(audience, isLarge), (Func<PageView>)(() => Sheet(places, audience, isLarge))),
        .. site.Workshops.Select(w => (w.Pack, (Func<PageView>)(() => Pack(w)))),
        .. site.WorkshopFolders.Select(f => (WorkshopPlaces.PackOf(f.Folder), (Func<PageView>)(() => Pack(f.Folder, f.Workshops)))),
    ];

    /// <summary>The styles that these pages load beside the theme's.</summary>
    public IEnumerable<OutputFile> Footers =>
    [
        .. site.Workshops.SelectMany(w => new[] { NameOf(Audience.Participant), NameOf(Audience.Facilitator), "Pack" }.Select(kind => FooterOf(w, kind))),
        .. site.WorkshopFolders.Select(f => FooterOf(f.Folder, f.Workshops)),
    ];

    /// <summary>Null for a page that is no workshop.</summary>
    public WorkshopPart? PartOf(SitePage page)
    {
        if (!_workshops.TryGetValue(page, out var places)) return null;
        var facts = places.Workshop.Facts;
        var folder = site.Folders[places.Page.Folder];
        return new(
            facts.Purpose?.Value,
            facts.Outcome?.Value,
            places.Workshop.Duration,
            _handouts.Guide(places),
            [
                .. from isLarge in Sizes
                   from audience in Enum.GetValues<Audience>()
                   select new SheetView(NameOf(audience, isLarge), places.Sheet(audience, isLarge), isLarge ? [] : PdfsOf(Printout.NameOf(places, audience))),
            ],
            places.Pack,
            new($"All handouts of {folder.Label}", WorkshopPlaces.PackOf(folder), PdfsOf(Printout.NameOf(folder))));
    }

    private IReadOnlyList<LinkView> PdfsOf(string name) =>
        [.. Printout.Papers.Select(p => new LinkView($"PDF, {p}", Printout.FileOf(name, p))).Where(l => printed.Contains(l.Address))];

    private static IReadOnlyList<bool> Sizes => [false, true];

    private static string NameOf(Audience audience, bool isLarge = false) =>
        (audience == Audience.Participant ? "Participant sheet" : "Facilitator guide") + (isLarge ? ", large print" : "");

    private static OutputFile FooterOf(WorkshopPlaces places, string kind) =>
        PrintedFooter.Of(places.Page.Title, kind, places.Workshop.Facts.Version?.Value, places.Page.Content.FrontMatter.Reviewed);

    private static OutputFile FooterOf(SiteFolder folder, IReadOnlyList<WorkshopPlaces> workshops) =>
        PrintedFooter.Of(folder.Title, "all handouts", null, LastReview(workshops));

    private static DateOnly? LastReview(IReadOnlyList<WorkshopPlaces> workshops) => workshops.Max(w => w.Page.Content.FrontMatter.Reviewed);

    private HandoutView Sheet(WorkshopPlaces places, Audience audience, bool isLarge)
    {
        var address = places.Sheet(audience, isLarge);
        var handout = _handouts.Of(places, audience, isLarge, address);
        var frame = frames.OfMade(places.Page.Folder, address, $"{places.Page.Title}: {NameOf(audience, isLarge).ToLowerInvariant()}", null, new LinkView(places.Page.Title, places.Home));
        return new(Printed(frame, FooterOf(places, NameOf(audience))), handout, [new(NameOf(audience, !isLarge), places.Sheet(audience, !isLarge)), new("The workshop", places.Home)]);
    }

    private PackView Pack(WorkshopPlaces places)
    {
        var back = new LinkView(places.Page.Title, places.Home);
        var frame = frames.OfMade(places.Page.Folder, places.Pack, $"{places.Page.Title}: pack", null, back);
        return new(
            Printed(frame, FooterOf(places, "Pack")),
            places.Page.Title,
            "The facilitator guide and the participant sheet",
            InPack(places, places.Pack),
            _handouts.Mark(places, places.Pack),
            back);
    }

    private PackView Pack(SiteFolder folder, IReadOnlyList<WorkshopPlaces> workshops)
    {
        var address = WorkshopPlaces.PackOf(folder);
        var frame = frames.OfMade(folder.Path, address, $"{folder.Title}: all handouts");
        return new(
            Printed(frame, FooterOf(folder, workshops)),
            folder.Title,
            "The facilitator guide and the participant sheet of every workshop",
            [.. workshops.SelectMany(w => InPack(w, address))],
            _handouts.Mark(null, LastReview(workshops), null, address),
            new(folder.Title, folder.Address));
    }

    private IReadOnlyList<Handout> InPack(WorkshopPlaces places, SitePath pack) =>
    [
        .. new[] { Audience.Facilitator, Audience.Participant }.Select(a => _handouts.Of(places, a, false, pack)).Select(PackIds.Under),
    ];

    private static FrameView Printed(FrameView frame, OutputFile footer) => frame with { Sidebar = null, Styles = [.. frame.Styles, footer.Path] };
}
