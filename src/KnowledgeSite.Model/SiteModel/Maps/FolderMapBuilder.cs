using KnowledgeSite.Files;
using KnowledgeSite.Strings;

namespace KnowledgeSite.SiteModel.Maps;

/// <summary>
/// Builds the map of one folder: counts the links of its pages per entry of the folder, then merges the entries for
/// which there is no room.
/// </summary>
internal sealed class FolderMapBuilder
{
    private const int MaxInside = 40;
    private const int MaxOutside = 12;

    private readonly SiteMaps _maps;
    private readonly SiteFolder _folder;
    private readonly List<Draft> _drafts = [];
    private readonly Dictionary<string, int> _inside = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _outside = new(StringComparer.Ordinal);
    private readonly Dictionary<(int From, int To), int> _counts = [];

    /// <summary>The number of the unit for the rest of the section; null if the folder is a section itself.</summary>
    private readonly int? _rest;

    public FolderMapBuilder(SiteMaps maps, SiteFolder folder)
    {
        _maps = maps;
        _folder = folder;
        AddEntries(_inside, folder, false);
        if (folder.Path.IsRoot)
            return;
        AddEntries(_outside, maps.Site.Root, true);
        if (maps.Site.SectionOf(folder.Path) is { } section && section != folder)
            _rest = Add(
                new(
                    Text.OtherPagesIn(section.Label),
                    section.Address,
                    null,
                    section,
                    maps.PagesIn(section) - maps.PagesIn(folder),
                    true
                )
            );
    }

    public FolderMap Build()
    {
        foreach (var page in Pages(_folder))
            Count(page);
        var kept = SelectUnits();
        var (numbers, units) = Number(kept);
        var ties = _counts
            .Where(c => numbers[c.Key.From] >= 0 && numbers[c.Key.To] >= 0)
            .GroupBy(c => (From: numbers[c.Key.From], To: numbers[c.Key.To]))
            .ToDictionary(g => g.Key, g => g.Sum(c => c.Value));
        var inside = new MapEntryFactory(
            _maps,
            _folder,
            [.. kept.Where(k => !k.IsOutside).Select(k => k.Folder).OfType<SiteFolder>()]
        );
        return new(
            _folder,
            [.. units.Select((u, i) => Unit(u, ties.GetValueOrDefault((i, i)), inside))],
            [
                .. ties.Where(t => t.Key.From != t.Key.To)
                    .Select(t => new MapTie(t.Key.From, t.Key.To, t.Value))
                    .OrderByDescending(t => t.Count)
                    .ThenBy(t => t.From)
                    .ThenBy(t => t.To),
            ]
        );
    }

    private static IEnumerable<SitePage> Pages(SiteFolder folder) =>
        folder
            .Entries.SelectMany(e => e.Folder is { } inner ? Pages(inner) : [e.Page!])
            .Concat(folder.Page is { } own ? [own] : []);

    /// <summary>Adds a unit for each entry of a folder, and one for its own page.</summary>
    private void AddEntries(Dictionary<string, int> numbers, SiteFolder folder, bool isOutside)
    {
        if (folder.Page is { } own)
            numbers[""] = Add(new(folder.Path.IsRoot ? Text.Home : own.Title, own.Address, own, null, 1, isOutside));
        foreach (var entry in folder.Entries)
        {
            var key = entry.Folder is { } inner ? inner.Path.FileName : SiteMaps.PlaceOf(entry.Page!).FileName;
            var pages = entry.Folder is null ? 1 : _maps.PagesIn(entry.Folder);
            numbers.TryAdd(key, Add(new(entry.Label, entry.Address, entry.Page, entry.Folder, pages, isOutside)));
        }
    }

    private int Add(Draft draft)
    {
        _drafts.Add(draft);
        return _drafts.Count - 1;
    }

    /// <summary>Counts all links from a page of the folder, and all links to it from elsewhere.</summary>
    private void Count(SitePage page)
    {
        if (UnitOf(SiteMaps.PlaceOf(page)) is not { } here)
            return;
        foreach (var link in _maps.Site.Backlinks.From(page))
            if (_maps.PlaceOf(link.To) is { } place && UnitOf(place) is { } there)
                Add(here, there);
        if (_folder.Path.IsRoot)
            return;
        foreach (var link in _maps.Site.Backlinks.To(page.Address))
            if (!link.From.Folder.IsWithin(_folder.Path) && UnitOf(SiteMaps.PlaceOf(link.From)) is { } there)
                Add(there, here);
    }

    private void Add(int from, int to)
    {
        _counts[(from, to)] = _counts.GetValueOrDefault((from, to)) + 1;
        if (from == to)
            return;
        _drafts[from].Ties++;
        _drafts[to].Ties++;
    }

    private int? UnitOf(SourcePath place)
    {
        if (place.IsWithin(_folder.Path))
            return Find(
                _inside,
                First(
                    place.Value[Math.Min(place.Value.Length, _folder.Path.IsRoot ? 0 : _folder.Path.Value.Length + 1)..]
                )
            );
        var section = First(place.Value);
        return _rest is not null && section == First(_folder.Path.Value) ? _rest : Find(_outside, section);
    }

    private static int? Find(Dictionary<string, int> numbers, string key) =>
        numbers.TryGetValue(key, out var number) ? number : null;

    private static string First(string path) =>
        path.IndexOf('/', StringComparison.Ordinal) is >= 0 and var slash ? path[..slash] : path;

    /// <summary>
    /// The units to show: the folder's own page, the largest folders, then the pages with the most links. Units outside
    /// the folder are shown only if they have links.
    /// </summary>
    private HashSet<Draft> SelectUnits() =>
        [
            .. _drafts
                .Where(d => !d.IsOutside)
                .OrderByDescending(d => d.Address == _folder.Address)
                .ThenByDescending(d => d.Folder is null ? 0 : d.Pages)
                .ThenByDescending(d => d.Ties)
                .Take(MaxInside),
            .. _drafts.Where(d => d.IsOutside && d.Ties > 0).OrderByDescending(d => d.Ties).Take(MaxOutside),
        ];

    /// <summary>
    /// Lists the units that are shown, and for each draft the number of its unit; negative if it is not shown.
    /// </summary>
    private (int[] Numbers, List<Draft> Units) Number(HashSet<Draft> kept)
    {
        var numbers = new int[_drafts.Count];
        var units = new List<Draft>();
        foreach (var isOutside in new[] { false, true })
        {
            var rest = new List<int>();
            for (var i = 0; i < _drafts.Count; i++)
            {
                if (_drafts[i].IsOutside != isOutside)
                    continue;
                numbers[i] = units.Count;
                if (kept.Contains(_drafts[i]))
                    units.Add(_drafts[i]);
                else if (isOutside && _drafts[i].Ties == 0)
                    numbers[i] = -1;
                else
                    rest.Add(i);
            }

            foreach (var i in rest)
                numbers[i] = units.Count;
            if (rest.Count > 0)
                units.Add(Rest([.. rest.Select(i => _drafts[i])], isOutside));
        }

        return (numbers, units);
    }

    private UiStrings Text => _maps.Site.Settings.Text;

    private Draft Rest(List<Draft> drafts, bool isOutside)
    {
        var title =
            drafts.TrueForAll(d => d.Folder is not null) ? Text.MoreSections(drafts.Count)
            : drafts.Exists(d => d.Folder is not null) ? Text.MoreSectionsAndPages(drafts.Count)
            : Text.MorePages(drafts.Count);
        return new(title, isOutside ? SitePath.Home : _folder.Address, null, null, drafts.Sum(d => d.Pages), isOutside);
    }

    private static MapUnit Unit(Draft draft, int within, MapEntryFactory inside)
    {
        var entries = draft is { IsOutside: false, Folder: { } folder } ? inside.List(folder) : [];
        return new(
            Title: draft.Title,
            Address: draft.Address,
            Map: draft.Folder is null ? null : SiteMaps.Within(draft.Folder),
            Kind: draft.Folder is not null ? MapUnitKind.Folder
                : draft.Page is not null ? MapUnitKind.Page
                : MapUnitKind.Rest,
            Pages: draft.Pages,
            Within: within,
            IsOutside: draft.IsOutside,
            Inside: entries,
            LeftOut: draft is { IsOutside: false, Folder: { } whole } ? inside.LeftOutOf(whole, entries) : 0
        )
        {
            Summary = draft is { IsOutside: false, Page: { } page } ? page.Content.Summary : null,
        };
    }

    /// <summary>A candidate for a unit.</summary>
    private sealed class Draft(
        string title,
        SitePath address,
        SitePage? page,
        SiteFolder? folder,
        int pages,
        bool isOutside
    )
    {
        public string Title => title;

        public SitePath Address => address;

        public SitePage? Page => page;

        public SiteFolder? Folder => folder;

        public int Pages => pages;

        public bool IsOutside => isOutside;

        /// <summary>The number of links with other units.</summary>
        public int Ties { get; set; }
    }
}
