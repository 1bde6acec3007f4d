namespace KnowledgeSite.BrowserTests.Pages;

/// <summary>The repository's own pages. Tests that use it may assert only what must hold for any site.</summary>
public sealed class InputSite : BuiltSite
{
    private HashSet<string> _known = [];

    public InputSite()
        : base(Repository.Combine("input")) { }

    /// <summary>
    /// The home page, and pages with constructs that neither the fixture nor the gallery has. Of the others,
    /// <see cref="EveryPageTests"/> and <see cref="GalleryTests"/> open a page.
    /// </summary>
    internal override IReadOnlyList<string> Examined =>
        field ??= PageSample.IsWhole
            ? Pages
            : [.. PageSample.Choose(Folder, Pages, _known).Append("/").Distinct().Order(StringComparer.Ordinal)];

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        if (PageSample.IsWhole)
            return;
        var fixture = await BuiltPages.GetAsync(Fixture);
        var gallery = await BuiltPages.GetAsync(GallerySite.Input);
        _known =
        [
            .. PageSample.ReadConstructs(fixture.Folder, fixture.Paths),
            .. PageSample.ReadConstructs(gallery.Folder, GallerySite.WithSource(gallery.Site)),
        ];
    }
}

/// <summary>
/// Opens pages of <c>input/</c> (<see cref="PageSample"/>) and asserts only what must hold for any site, so that
/// authors do not break a test with valid changes.
/// </summary>
public sealed class InputSmokeTests(InputSite site, InputCrawl crawl)
    : IClassFixture<InputCrawl>,
        IClassFixture<InputSite>
{
    [Fact]
    public Task Pages_open_without_errors_on_the_console() => AssertNoneAsync(page => page.Problems);

    [Fact]
    public Task Pages_request_nothing_from_another_host() => AssertNoneAsync(page => page.Elsewhere);

    [Fact]
    public Task No_page_scrolls_sideways_on_a_phone() =>
        AssertNoneAsync(page => page.IsWide ? ["is wider than 320 px"] : []);

    [Fact]
    public Task Axe_finds_nothing_on_a_phone() => AssertNoneAsync(page => page.Violations);

    [Fact]
    public async Task Links_lead_to_files_and_headings_that_exist()
    {
        var pages = await crawl.OpenAllAsync(site);
        var ids = pages.ToDictionary(p => p.Path, p => p.Ids.ToHashSet(StringComparer.Ordinal), StringComparer.Ordinal);
        await AssertNoneAsync(page => page.Links.Where(IsBroken).Select(link => $"leads to {link}"));

        bool IsBroken(string link)
        {
            var (path, fragment) = link.Split('#', 2) is [var before, var after]
                ? (before, Uri.UnescapeDataString(after))
                : (link, "");
            path = Uri.UnescapeDataString(path.Split('?')[0]);
            if (!site.HasFile(path))
                return true;
            return fragment.Length > 0 && ids.TryGetValue(path, out var known) && !known.Contains(fragment);
        }
    }

    private async Task AssertNoneAsync(Func<InputPage, IEnumerable<string>> problems)
    {
        var pages = await crawl.OpenAllAsync(site);
        Assert.Equal(site.Examined, pages.Select(p => p.Path));
        Assert.Equal([], pages.SelectMany(p => problems(p).Select(problem => $"{p.Path}: {problem}")));
    }
}
