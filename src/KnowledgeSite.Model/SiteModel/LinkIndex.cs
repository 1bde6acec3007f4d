using KnowledgeSite.Content;
using KnowledgeSite.Diagnostics;
using KnowledgeSite.Files;

namespace KnowledgeSite.SiteModel;

/// <summary>An index of everything that a link can refer to, by each of its names. Immutable and thread-safe.</summary>
internal sealed class LinkIndex
{
    private readonly PageTable _pages;
    private readonly Lazy<Dictionary<string, SourcePath>> _anyCase;
    private readonly Dictionary<SitePath, IReadOnlyCollection<string>> _generated = [];
    private readonly Lazy<Dictionary<string, SitePage>> _statements;
    private readonly Dictionary<string, SitePage> _xrefs = new(StringComparer.Ordinal);
    private readonly Lazy<Dictionary<SitePath, SitePage>> _oldAddresses;
    private readonly Lazy<ILookup<string, SitePage>> _byName;
    private readonly Lazy<ILookup<string, SitePage>> _byLastTwoParts;
    private readonly Lazy<ILookup<string, SitePage>> _byTitle;
    private readonly Lazy<ILookup<string, SitePage>> _byOtherName;
    private readonly Lazy<ILookup<string, SitePage>> _byOtherAddress;
    private readonly Lazy<ILookup<string, SourcePath>> _filesByName;
    private readonly Lazy<ILookup<SourcePath, SourcePath>> _filesByFolder;
    private readonly Lazy<Dictionary<SourcePath, SitePage>> _sameAddress;
    private readonly Lazy<Dictionary<string, SitePage>> _byLabel;
    private readonly Lazy<Dictionary<string, Term>> _terms = new([]);

    public LinkIndex(
        PageTable pages,
        IReadOnlyDictionary<SourcePath, SiteFolder> folders,
        AssetTable assets,
        PageSelection selection,
        IEnumerable<GeneratedPage> made,
        DiagnosticBag diagnostics
    )
    {
        _pages = pages;
        Folders = folders;
        Assets = assets;
        LeftOut = selection.LeftOut;
        _anyCase = new(() =>
            pages
                .Select(p => p.Path)
                .Concat(assets.Paths)
                .Concat(folders.Keys)
                .DistinctBy(p => p.Value, StringComparer.OrdinalIgnoreCase)
                .ToDictionary(p => p.Value, StringComparer.OrdinalIgnoreCase)
        );
        GeneratedPages = [.. made];
        foreach (var page in GeneratedPages.Concat(folders.Values.Select(f => new GeneratedPage(f.Address, []))))
            if (pages.At(page.Address) is null)
                _generated.TryAdd(page.Address, page.Ids);
        _oldAddresses = new(() =>
            pages
                .SelectMany(p =>
                    p.Content.FrontMatter.RedirectFrom.Select(r => (Old: Redirect.AddressOf(r.Value), Page: p))
                )
                .Where(r => r.Old is not null)
                .Concat(OtherAddresses(pages).Select(a => (Old: (SitePath?)new SitePath($"/{a.Path}/"), a.Page)))
                .DistinctBy(r => r.Old)
                .ToDictionary(r => r.Old!, r => r.Page)
        );
        _byName = new(() => pages.ToLookup(NameOf, StringComparer.OrdinalIgnoreCase));
        _byLastTwoParts = new(() => pages.ToLookup(p => LastParts(PathOf(p), 2), StringComparer.OrdinalIgnoreCase));
        _byTitle = new(() => pages.ToLookup(p => ComposedText.Compose(p.Title), StringComparer.OrdinalIgnoreCase));
        _byOtherName = new(() =>
            pages
                .SelectMany(p => p.Content.FrontMatter.AlsoCalled.Select(n => (Name: n.Value, Page: p)))
                .ToLookup(n => n.Name, n => n.Page, StringComparer.OrdinalIgnoreCase)
        );
        _byOtherAddress = new(() =>
            OtherAddresses(pages).ToLookup(a => LastParts(a.Path, 1), a => a.Page, StringComparer.OrdinalIgnoreCase)
        );
        _filesByName = new(() => assets.Paths.ToLookup(p => p.FileName, StringComparer.OrdinalIgnoreCase));
        _filesByFolder = new(() => assets.Paths.ToLookup(p => p.Folder));
        _sameAddress = new(() =>
            selection
                .Published.Where(p => pages.At(p.Path) is null)
                .Select(p => (p.Path, Page: pages.At(PageAddresses.DefaultAddressOf(p.Path))))
                .Where(p => p.Page is not null)
                .ToDictionary(p => p.Path, p => p.Page!)
        );
        _statements = new(() =>
            pages
                .SelectMany(p => p.Content.Cells.SelectMany(IdsOf).Select(id => (id, p)))
                .DistinctBy(s => s.id)
                .ToDictionary(s => s.id, s => s.p, StringComparer.Ordinal)
        );
        _byLabel = new(() =>
            pages
                .SelectMany(p => p.Content.Body.Labels.Select(l => (Label: l, Page: p)))
                .DistinctBy(l => l.Label)
                .ToDictionary(l => l.Label, l => l.Page, StringComparer.Ordinal)
        );
        GatherXrefs(pages, diagnostics);
    }

    public IReadOnlyDictionary<SourcePath, SiteFolder> Folders { get; }

    public AssetTable Assets { get; }

    public IReadOnlyDictionary<SourcePath, string> LeftOut { get; }

    /// <summary>The pages that no author wrote.</summary>
    public IReadOnlyList<GeneratedPage> GeneratedPages { get; }

    /// <summary>The terms of all glossaries.</summary>
    public IReadOnlyList<Term> Terms
    {
        get;
        init
        {
            field = value;
            _terms = new(() =>
                value
                    .Select(t => (Name: t.Id, Term: t))
                    .Concat(value.SelectMany(t => t.Written.Names.Select(n => (Name: n.Value, Term: t))))
                    .DistinctBy(t => t.Name, StringComparer.OrdinalIgnoreCase)
                    .ToDictionary(t => t.Name, t => t.Term, StringComparer.OrdinalIgnoreCase)
            );
        }
    } = [];

    public CitedWorks Works { get; init; } = CitedWorks.None;

    public IEnumerable<SitePage> Pages => _pages;

    public IEnumerable<string> Xrefs => _xrefs.Keys;

    public SitePage? Page(SourcePath path) => _pages.At(path);

    /// <summary>
    /// The page that replaces the page at this path because both have the same address; null if the page is built or
    /// does not exist.
    /// </summary>
    public SitePage? PageInPlaceOf(SourcePath path) => _sameAddress.Value.GetValueOrDefault(path);

    /// <summary>The author's page at this address; null if there is none.</summary>
    public SitePage? Page(SitePath address) => _pages.At(address);

    /// <summary>True if there is a page at this address, written or generated.</summary>
    public bool HasPage(SitePath address) => _generated.ContainsKey(address) || Page(address) is not null;

    public SitePage? Xref(string name) => _xrefs.GetValueOrDefault(name);

    /// <summary>The page that shows the cell or signal with this id; null if there is none.</summary>
    public SitePage? Statement(string id) => _statements.Value.GetValueOrDefault(id);

    /// <summary>The term with this id or name, ignoring letter case; null if there is none.</summary>
    public Term? Term(string name) => _terms.Value.GetValueOrDefault(name);

    /// <summary>The page with this MyST label; null if there is none.</summary>
    public SitePage? Labelled(string label) => _byLabel.Value.GetValueOrDefault(label);

    public IEnumerable<string> Statements => _statements.Value.Keys;

    /// <summary>True if the generated page at this address has this id.</summary>
    public bool HasGeneratedId(SitePath address, string id) =>
        _generated.TryGetValue(address, out var ids) && ids.Contains(id);

    /// <summary>
    /// The page that formerly had the address of this path, as a page or as a file; null if there is none.
    /// </summary>
    public SitePage? FindByFormerAddress(SourcePath path) =>
        _oldAddresses.Value.GetValueOrDefault(new($"/{path}/"))
        ?? _oldAddresses.Value.GetValueOrDefault(new($"/{path}"));

    /// <summary>The page, file or folder at this path, ignoring letter case; null if there is none.</summary>
    public SourcePath? AnyCase(SourcePath path) => _anyCase.Value.TryGetValue(path.Value, out var found) ? found : null;

    /// <summary>
    /// The pages whose file (or folder, for a folder's page) has this name without its extension, ignoring letter case.
    /// </summary>
    public IEnumerable<SitePage> Named(string name) => _byName.Value[name];

    /// <summary>The pages to which another tool gives a URL that ends with this name, ignoring letter case.</summary>
    public IEnumerable<SitePage> NamedElsewhere(string name) => _byOtherAddress.Value[name];

    /// <summary>
    /// The pages whose paths end with these segments (<c>setup</c> or <c>guides/setup</c>), ignoring letter case.
    /// </summary>
    public IEnumerable<SitePage> EndingWith(string path)
    {
        if (!path.Contains('/', StringComparison.Ordinal))
            return Named(path);
        return _byLastTwoParts
            .Value[LastParts(path, 2)]
            .Where(p => ("/" + PathOf(p)).EndsWith("/" + path, StringComparison.OrdinalIgnoreCase));
    }

    public IEnumerable<SitePage> Titled(string title) => _byTitle.Value[title];

    /// <summary>The pages with this alias, ignoring letter case.</summary>
    public IEnumerable<SitePage> AlsoCalled(string name) => _byOtherName.Value[name];

    /// <summary>The files other than pages whose paths end with these segments, ignoring letter case.</summary>
    public IEnumerable<SourcePath> FilesEndingWith(string path) =>
        _filesByName
            .Value[LastParts(path, 1)]
            .Where(f => ("/" + f).EndsWith("/" + path, StringComparison.OrdinalIgnoreCase));

    public IEnumerable<SourcePath> FilesIn(SourcePath folder) => _filesByFolder.Value[folder];

    /// <summary>The distance between two folders: the number of steps up and down the folder tree.</summary>
    public static int Steps(SourcePath from, SourcePath to)
    {
        var shared = from.Segments.Zip(to.Segments).TakeWhile(s => s.First == s.Second).Count();
        return from.Segments.Count() + to.Segments.Count() - (2 * shared);
    }

    /// <summary>The last segment of a page's path, as a wikilink writes it.</summary>
    public static string NameOf(SitePage page) =>
        page.IsFolderPage ? page.Folder.FileName : page.Path.NameWithoutExtension;

    /// <summary>The ids of a cell that a link may use.</summary>
    public static IEnumerable<string> IdsOf(WrittenCell cell) =>
        [
            cell.Id.Value,
            .. cell.Was,
            .. cell.Signals.Select(s => s.Id?.Value).OfType<string>(),
            .. cell.Signals.SelectMany(s => s.Was),
        ];

    private static IEnumerable<(string Path, SitePage Page)> OtherAddresses(IEnumerable<SitePage> pages) =>
        pages.SelectMany(p => p.Content.FrontMatter.OtherAddresses.Select(a => (a, p)));

    private static string PathOf(SitePage page) =>
        page.IsFolderPage ? page.Folder.Value : page.Path.WithoutExtension().Value;

    private static string LastParts(string path, int count)
    {
        var start = path.Length;
        for (var i = 0; i < count && start > 0; i++)
            start = path.LastIndexOf('/', start - 1);
        return path.Length == 0 ? "" : path[(start + 1)..];
    }

    private void GatherXrefs(IReadOnlyList<SitePage> pages, DiagnosticBag diagnostics)
    {
        foreach (var page in pages)
        {
            if (page.Content.FrontMatter.Xref is not { Value.Length: > 0 } xref || _xrefs.TryAdd(xref.Value, page))
                continue;
            diagnostics.Add(
                Diagnostic.At(
                    LinkRules.SameXref,
                    page.Content.Source,
                    xref.Span,
                    $"'{_xrefs[xref.Value].Path}'",
                    xref.Value
                )
            );
        }
    }
}
