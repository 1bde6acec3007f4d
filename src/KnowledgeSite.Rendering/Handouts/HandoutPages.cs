using KnowledgeSite.Content;
using KnowledgeSite.Files;
using KnowledgeSite.SiteModel;
using KnowledgeSite.Strings;

namespace KnowledgeSite.Rendering.Handouts;

/// <summary>
/// The generated pages of a workshop: each handout in ordinary and in large print, and all handouts as a pack.
/// </summary>
internal sealed class HandoutPages(Site site, FrameFactory frames, PdfLinks pdfs)
{
    private readonly HandoutFactory _handouts = new(site);
    private readonly Dictionary<SitePage, WorkshopUrls> _workshops = site.Workshops.ToDictionary(w => w.Page);
    private readonly Dictionary<SourcePath, FolderPack> _packs = site.Packs.ToDictionary(p => p.Folder.Path);

    public IEnumerable<(SitePath Address, Func<PageView> View)> All =>
        [
            .. from places in site.Workshops
            from audience in Enum.GetValues<Audience>()
            from isLarge in Sizes
            select (places.Sheet(audience, isLarge), (Func<PageView>)(() => Sheet(places, audience, isLarge))),
            .. site.Workshops.Select(w => (w.Pack, (Func<PageView>)(() => Pack(w)))),
        ];

    /// <summary>The additional style sheets that these pages load.</summary>
    public IEnumerable<OutputFile> Footers =>
        site.Workshops.SelectMany(w =>
            new[] { NameOf(Audience.Participant), NameOf(Audience.Facilitator), Text.Pack }.Select(kind =>
                FooterOf(w, kind)
            )
        );

    /// <summary>The generated part of a workshop's page; null for other pages.</summary>
    public WorkshopPart? PartOf(SitePage page)
    {
        if (!_workshops.TryGetValue(page, out var places))
            return null;
        var facts = places.Workshop.Facts;
        var pack = _packs.GetValueOrDefault(places.Page.Folder);
        return new(
            Purpose: facts.Purpose?.Value,
            Outcome: facts.Outcome?.Value,
            Duration: places.Workshop.Duration,
            Guide: _handouts.Guide(places),
            Sheets:
            [
                .. from isLarge in Sizes
                from audience in Enum.GetValues<Audience>()
                select new SheetView(
                    NameOf(audience, isLarge),
                    places.Sheet(audience, isLarge),
                    pdfs.Find(places.Sheet(audience, isLarge))
                ),
            ],
            Pack: places.Pack,
            AllHandouts: pack is null
                ? null
                : new(
                    pack.HoldsSheetsOnly ? Text.AllHandoutsOf(pack.Folder.Label) : Text.AllPagesOf(pack.Folder.Label),
                    pack.Address,
                    pdfs.Find(pack.Address)
                )
        );
    }

    private UiStrings Text => site.Settings.Text;

    private static IReadOnlyList<bool> Sizes => [false, true];

    private string NameOf(Audience audience, bool isLarge = false)
    {
        var name = Handout.KindOf(audience, Text);
        return isLarge ? Text.LargePrint(name) : name;
    }

    private OutputFile FooterOf(WorkshopUrls places, string kind) =>
        PrintedFooter.Create(
            places.Page.Title,
            kind,
            places.Workshop.Facts.Version?.Value,
            places.Page.Content.FrontMatter.Reviewed,
            Text
        );

    private HandoutView Sheet(WorkshopUrls places, Audience audience, bool isLarge)
    {
        var address = places.Sheet(audience, isLarge);
        var handout = _handouts.Create(places, audience, isLarge, address);
        var frame = frames.ForGeneratedIn(
            places.Page.Folder,
            address,
            Text.Labelled(places.Page.Title, Text.InSentence(NameOf(audience, isLarge))),
            Text.SheetAbout(NameOf(audience, isLarge), places.Page.Title),
            null,
            new LinkView(places.Page.Title, places.Home)
        );
        return new(
            Printed(frame, FooterOf(places, NameOf(audience))),
            handout,
            [new(NameOf(audience, !isLarge), places.Sheet(audience, !isLarge)), new(Text.WorkshopPage, places.Home)]
        );
    }

    private PackView Pack(WorkshopUrls places)
    {
        var back = new LinkView(places.Page.Title, places.Home);
        var frame = frames.ForGeneratedIn(
            places.Page.Folder,
            places.Pack,
            Text.Labelled(places.Page.Title, Text.InSentence(Text.Pack)),
            Text.PackAbout(places.Page.Title),
            null,
            back
        );
        return new(
            Printed(frame, FooterOf(places, Text.Pack)),
            places.Page.Title,
            Text.PackHolds,
            [
                .. HandoutFactory.InPack.Select(a => new SheetPart(
                    _handouts.Create(places, a, false, places.Pack, PackText.CreateIds(places, places.Pack)),
                    1,
                    Text
                )),
            ],
            _handouts.Mark(places, places.Pack),
            back
        );
    }

    private static FrameView Printed(FrameView frame, OutputFile footer) =>
        frame with
        {
            Sidebar = null,
            Styles = [.. frame.Styles, footer.Path],
        };
}
