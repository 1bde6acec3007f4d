using KnowledgeSite.Content;
using KnowledgeSite.Files;
using KnowledgeSite.Rendering.Ladders;
using KnowledgeSite.SiteModel;
using KnowledgeSite.Strings;

namespace KnowledgeSite.Rendering.Handouts;

/// <summary>
/// The packs of folders: a cover, a table of contents, then every page; for workshops their handouts, for a ladder its
/// levels and its matrix.
/// </summary>
/// <param name="view">Returns the view of the page at an address.</param>
/// <param name="text">Renders the content of a page without its frame.</param>
internal sealed class PackPages(
    Site site,
    FrameFactory frames,
    Func<SitePath, PageView> view,
    Func<PageView, BodyHtml> text
)
{
    private readonly HandoutFactory _handouts = new(site);
    private readonly Dictionary<SitePath, WorkshopUrls> _workshops = site.Workshops.ToDictionary(w => w.Home);

    public IEnumerable<(SitePath Address, Func<PageView> View)> All =>
        site.Packs.Select(p => (p.Address, (Func<PageView>)(() => Create(p))));

    /// <summary>The additional style sheets that these pages load.</summary>
    public IEnumerable<OutputFile> Footers => site.Packs.Select(FooterOf);

    public static string LabelOf(FolderPack pack, UiStrings text) =>
        pack.HoldsSheetsOnly ? text.PrintAllHandouts
        : pack.Ladder is not null ? text.PrintLadder
        : pack.Folder.Path.IsRoot ? text.PrintAllPages
        : text.PrintSection;

    private UiStrings Text => site.Settings.Text;

    private PackView Create(FolderPack pack)
    {
        var frame = frames.ForGeneratedIn(
            pack.Folder.Path,
            pack.Address,
            Text.Labelled(pack.Folder.Title, KindOf(pack)),
            Text.FolderPackAbout(pack.Folder.Title)
        );
        return new(
            frame with
            {
                Sidebar = null,
                Styles = [.. frame.Styles, FooterOf(pack).Path],
            },
            pack.Folder.Title,
            AboutOf(pack),
            PartsOf(pack),
            _handouts.Mark(VersionOf(pack), LastReview(pack), null, pack.Address, knowsVersion: true),
            new(pack.Folder.Title, pack.Folder.Address)
        );
    }

    private string KindOf(FolderPack pack) =>
        pack.HoldsSheetsOnly ? Text.AllHandouts
        : pack.Ladder is not null ? Text.WholeLadder
        : Text.AllPages;

    private string? AboutOf(FolderPack pack)
    {
        if (pack.HoldsSheetsOnly)
            return Text.AllHandoutsHold;
        return pack.Folder.Page?.Content.FrontMatter.Description;
    }

    private OutputFile FooterOf(FolderPack pack) =>
        PrintedFooter.Create(pack.Folder.Title, KindOf(pack), null, LastReview(pack), Text);

    /// <summary>The newest version of the ladder; null for the pages of another folder.</summary>
    private static string? VersionOf(FolderPack pack) =>
        pack.Ladder?.Ladder.Versions.All is [var newest, ..] ? newest.Name : null;

    private static DateOnly? LastReview(FolderPack pack) => pack.Pages.Max(p => p.Content.FrontMatter.Reviewed);

    private List<PackPart> PartsOf(FolderPack pack)
    {
        var packed = PackedIn(pack).ToList();
        var workshops = pack
            .Pages.Select(p => _workshops.GetValueOrDefault(p.Address))
            .OfType<WorkshopUrls>()
            .ToDictionary(w => w.Home);
        var ids = packed.ToDictionary(
            p => p.Address.Href,
            p => PackText.CreateId(p.Address, pack.Address),
            StringComparer.Ordinal
        );
        foreach (var (address, id) in workshops.Values.SelectMany(w => PackText.CreateIds(w, pack.Address)))
            ids[address] = id;
        var texts = packed
            .Where(p => !workshops.ContainsKey(p.Address))
            .ToDictionary(p => p.Address.Href, p => text(ForPaper(view(p.Address))), StringComparer.Ordinal);
        var pages = new PackText(site, pack.Address, ids, texts);
        return
        [
            .. packed.SelectMany(p =>
                workshops.TryGetValue(p.Address, out var workshop)
                    ? HandoutFactory.InPack.Select(a =>
                        (PackPart)
                            new SheetPart(
                                _handouts.Create(workshop, a, false, pack.Address, ids),
                                DepthOf(p.Address, pack),
                                Text
                            )
                    )
                    : [pages.Render(p.Address, p.Label, DepthOf(p.Address, pack))]
            ),
        ];
    }

    /// <summary>
    /// The pages in a pack. Generated level pages come after the folder's own page; the matrix comes last.
    /// </summary>
    private IEnumerable<(SitePath Address, string Label)> PackedIn(FolderPack pack)
    {
        var written = pack.Pages.Select(p => (p.Address, p.Title));
        if (pack.Ladder is not { } places)
            return written;
        var own = pack.Folder.Page is null ? 0 : 1;
        var levels = places.Ladder.Levels.Where(l => places.PageOf(l) is null).Select(l => (places.GetUrl(l), l.Label));
        return [.. written.Take(own), .. levels, .. written.Skip(own), (places.Matrix, Text.Matrix)];
    }

    private static int DepthOf(SitePath address, FolderPack pack) =>
        Math.Clamp(address.Depth - pack.Folder.Address.Depth, 1, 3);

    /// <summary>
    /// Removes what does not help on paper: lists of links to other pages, collapsed content, and information that is
    /// soon out of date.
    /// </summary>
    private static PageView ForPaper(PageView page) =>
        page switch
        {
            ArticleView { Part: LevelPart part } article => article with
            {
                Entries = EntryListView.Empty,
                Connections = ConnectionsView.None,
                Changed = null,
                IsOverdue = false,
                Tags = [],
                Part = Unfolded(part),
            },
            ArticleView { Part: DimensionPart part } article => article with
            {
                Entries = EntryListView.Empty,
                Connections = ConnectionsView.None,
                Changed = null,
                IsOverdue = false,
                Tags = [],
                Part = part with { Required = [], Workshops = [] },
            },
            ArticleView article => article with
            {
                Entries = EntryListView.Empty,
                Connections = ConnectionsView.None,
                Changed = null,
                IsOverdue = false,
                Tags = [],
            },
            LevelPageView level => level with { Part = Unfolded(level.Part) },
            MatrixView matrix => matrix with
            {
                Rows = [.. matrix.Rows.Select(r => r with { Cells = [.. r.Cells.Select(Unfolded)] })],
            },
            _ => page,
        };

    private static LevelPart Unfolded(LevelPart part) =>
        part with
        {
            Before = [],
            After = [],
            Workshops = [],
            Expectations = [.. part.Expectations.Select(e => e with { All = [], Shapes = [] })],
        };

    private static CellView? Unfolded(CellView? cell) =>
        cell is null ? null : cell with { Signals = [], Endings = [], CitedBy = [], Source = null };
}
