using System.Buffers;
using System.Collections.Concurrent;
using System.Security;
using System.Text;
using KnowledgeSite.Content;
using KnowledgeSite.Files;
using KnowledgeSite.Ladders;
using KnowledgeSite.SiteModel;
using KnowledgeSite.Strings;

namespace KnowledgeSite.Rendering.Ladders;

/// <summary>
/// Creates the views of levels, cells and signals for pages of the same depth. The view of a cell is created once.
/// </summary>
/// <param name="root">The relative path from a page to the site's root; links in statements begin with it.</param>
internal sealed class CellViewFactory(Site site, LadderUrls places, string root)
{
    public string Root => root;

    /// <summary>The site's language as a BCP 47 tag.</summary>
    public UiStrings Text => site.Settings.Text;

    /// <summary>The link to the comparison of a level or role with others; null if there are none.</summary>
    /// <param name="page">The page of the level or role.</param>
    public string? CrossComparisonFor(SitePath page) =>
        CrossComparison.AddressFor(site, page) is { } address ? root + address : null;

    private Ladder Ladder => places.Ladder;

    private readonly ConcurrentDictionary<Cell, CellView> _cells = new(ReferenceEqualityComparer.Instance);

    private readonly bool _hasTracks = places.Ladder.Levels.Any(level => level.Track != Track.Shared);

    public LevelView Level(Level level) =>
        new(
            Id: level.Id,
            Code: level.Code,
            Title: level.Title,
            Track: _hasTracks ? level.Track : null,
            Address: places.GetUrl(level),
            Reach: level.Reach,
            Horizon: level.Horizon,
            Direction: level.Direction
        );

    public CellView Cell(Cell cell) => _cells.GetOrAdd(cell, Create);

    private CellView Create(Cell cell) =>
        new(
            Id: cell.Id,
            Was: cell.Was,
            Level: Level(cell.Level),
            Dimension: cell.Dimension.Title,
            Standing: cell.Standing,
            SummaryHtml: cell is { Summary: { } summary, Standing: CellStanding.Written }
                ? Html(summary, cell.Page)
                : null,
            AddedHtml: cell.Extension is { Summary: { } added, Page: var page } ? Html(added, page) : null,
            Reason: cell.Reason,
            Signals: [.. cell.Signals.Select(Signal)],
            Endings:
            [
                .. cell.Endings.Select(e =>
                    e.Statement.Text.Length > 0
                        ? Html(e.Statement, cell.Page)
                        : SecurityElement.Escape(Ladder.SignalOf(e.Ends!.Value)?.Text ?? "")
                ),
            ],
            Examples: [.. cell.Examples.Select(e => Html(e, cell.Page))],
            AntiSignals: [.. cell.AntiSignals.Select(e => Html(e, cell.Page))],
            Source: places.PageOf(cell.Page) is { } written ? new(written.Title, written.Address) : null,
            CitedBy: CitedBy(cell)
        )
        {
            Suggest = site.Settings.SourceHost?.Suggest(
                Text.SuggestionSubject(Text.CellName(cell.Dimension.Title, cell.Level.Title)),
                (site.Settings.BaseUrl?.AbsoluteUri ?? "/") + places.Matrix.Href,
                cell.Id
            ),
        };

    public SignalView Signal(Signal signal) =>
        new(
            signal.Id,
            signal.Was,
            Html(signal.Statement, signal.Page),
            signal.Raises is { } raised && Ladder.SignalOf(raised) is { } earlier ? Earlier(earlier) : null,
            signal.IsOwn || Ladder.Base is null ? null : Ladder.Base.Title
        );

    private EarlierSignal Earlier(Signal signal) =>
        new(signal.Id, signal.Text, Ladder.LevelOf(signal.Id)!.Title, places.PageOf(signal.Page)?.Address);

    /// <summary>
    /// All backlinks to this cell or its signals, on any page that shows it, including roles and workshops.
    /// </summary>
    private IReadOnlyList<BacklinkView> CitedBy(Cell cell)
    {
        var addresses = new[]
        {
            places.PageOf(cell.Page)?.Address,
            cell.Extension is { Page: var own } ? places.PageOf(own)?.Address : null,
            places.Matrix,
        }
            .OfType<SitePath>()
            .ToList();
        return BacklinkViewFactory.List(
            site,
            cell.AllIds.SelectMany(id => addresses.SelectMany(address => site.Backlinks.To(address, id)))
        );
    }

    private string Html(Statement statement, Page on)
    {
        if (places.PageOf(on) is not { } page)
            return SecurityElement.Escape(statement.Text);
        var output = new ArrayBufferWriter<byte>();
        LinkText.WriteHtml(site, page, statement.Html, root, output);
        return Encoding.UTF8.GetString(output.WrittenSpan).Trim();
    }
}
