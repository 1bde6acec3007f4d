using KnowledgeSite.Content;
using KnowledgeSite.Files;
using KnowledgeSite.Rendering.Documents;
using KnowledgeSite.Rendering.Handouts;
using KnowledgeSite.Rendering.Ladders;
using KnowledgeSite.SiteModel;

namespace KnowledgeSite.Rendering;

/// <summary>
/// Creates the views of authors' pages and of the pages generated from ladders, workshops and folders.
/// </summary>
internal sealed class PageViewFactory
{
    private readonly Site _site;
    private readonly FrameFactory _frames;
    private readonly RelatedPages _related;
    private readonly PdfLinks _pdfs;
    private readonly NeighbourhoodFactory _neighbourhoods;
    private readonly StageFactory _stages;
    private readonly HandoutPages _handouts;
    private readonly DocumentPages _documents;
    private readonly PackPages _packPages;
    private readonly Dictionary<SitePath, FolderPack> _packs;
    private readonly Dictionary<SitePath, Func<PageView>> _ladderPages;

    /// <param name="text">Renders the content of a page without its frame.</param>
    public PageViewFactory(
        Site site,
        FrameFactory frames,
        RelatedPages related,
        PdfLinks pdfs,
        Func<PageView, BodyHtml> text
    )
    {
        _site = site;
        _frames = frames;
        _related = related;
        _pdfs = pdfs;
        _neighbourhoods = new(site);
        _stages = new(site);
        _handouts = new(site, frames, pdfs);
        _documents = new(site, frames, pdfs);
        _packPages = new(site, frames, ViewOf, text);
        _packs = site.Packs.ToDictionary(p => p.Folder.Address);
        _ladderPages = site
            .Ladders.SelectMany(l => new LadderPages(site, frames, l, pdfs).All)
            .DistinctBy(p => p.Address)
            .ToDictionary(p => p.Address, p => p.View);
    }

    /// <summary>The generated pages, except lists.</summary>
    public IEnumerable<(SitePath Address, Func<PageView> View)> GeneratedPages =>
        [.. _ladderPages.Select(r => (r.Key, r.Value)), .. _handouts.All, .. _documents.All, .. _packPages.All];

    /// <summary>The additional style sheets that these pages load.</summary>
    public IEnumerable<OutputFile> Footers => [.. _handouts.Footers, .. _documents.Footers, .. _packPages.Footers];

    public SheetView? PackOf(SiteFolder folder) =>
        _packs.TryGetValue(folder.Address, out var pack)
            ? new(PackPages.LabelOf(pack, _site.Settings.Text), pack.Address, _pdfs.Find(pack.Address))
            : null;

    /// <summary>The list of sources; null if there is none.</summary>
    public ArticleView? Sources =>
        _site.Works.Page is not { } list
            ? null
            : new(
                Frame: _frames.ForGenerated(list.Address, list.Title, list.Content.Summary) with
                {
                    Contents = list.Content.Outline,
                },
                Kind: PageKind.Page,
                IsHome: false,
                TitleId: null,
                TitleHtml: System.Security.SecurityElement.Escape(list.Title),
                IsDescribed: true,
                WriteBody: output => LinkText.WriteHtml(_site, list, output),
                Tags: [],
                Owner: null,
                Reviewed: null,
                ReviewBy: null,
                Entries: EntryListView.Empty,
                Part: null
            );

    public ArticleView Article(SitePage page)
    {
        var frontMatter = page.Content.FrontMatter;
        var body = page.Content.Body;
        var part =
            _handouts.PartOf(page)
            ?? (_site.Ladders.Count == 0 ? null : LadderParts.Create(_site, page))
            ?? _stages.PartOf(page)
            ?? _documents.PartOf(page)
            ?? (ArticlePart?)TermPages.PartOf(page);
        var frame = _frames.ForPage(page);
        if (page.IsFolderPage)
            frame = frame with { Pack = PackOf(_site.Folders[page.Folder]) };
        if (part is LevelPart level)
        {
            level = level with { HasTextBelow = !body.HoldsTitle && body.Html.Utf8.Length > 0 };
            part = level;
            frame = frame with { Contents = [.. LadderParts.Contents(level, _site.Settings.Text), .. frame.Contents] };
        }

        if (part is WorkshopPart { Guide.Agenda.Count: > 0 })
            frame = frame with { Contents = [new(2, "site:agenda", _site.Settings.Text.Agenda), .. frame.Contents] };
        if (part is GlossaryPart)
            frame = frame with { Contents = [] };
        return new(
            Frame: frame,
            Kind: frontMatter.Kind,
            IsHome: page.Address == SitePath.Home,
            TitleId: body.Title?.Id,
            TitleHtml: body.HoldsTitle ? null : body.Title?.Html ?? System.Security.SecurityElement.Escape(page.Title),
            IsDescribed: frontMatter.Description is not null,
            WriteBody: part is DimensionPart
                ? DimensionText.Create(_site, page).Write
                : output => LinkText.WriteHtml(_site, page, output),
            Tags:
            [
                .. frontMatter
                    .Tags.Select(t => t.Value)
                    .Where(t => t.Length > 0)
                    .Select(t => new LinkView(t, _site.AddressOfTag(t)))
                    .DistinctBy(t => t.Address),
            ],
            Owner: frontMatter.Owner,
            Reviewed: frontMatter.Reviewed,
            ReviewBy: frontMatter.ReviewBy,
            Entries: EntriesOf(page),
            Part: part
        )
        {
            Changed = _site.History.Find(page) is { } changes
                ? new(
                    changes.Last,
                    _site.Settings.ShowsAuthors ? ReviewPages.Names(changes.People, _site.Settings.Text) : "",
                    changes.IsAfterReview(frontMatter)
                )
                : null,
            Contact = frontMatter.Owner is { } owner ? _site.Settings.Contacts.GetValueOrDefault(owner) : null,
            Change = _site.Settings.SourceHost is { } host
                ? new(
                    host.Edit(_site.SourceFolder + page.Path),
                    host.Suggest(
                        _site.Settings.Text.SuggestionSubject(page.Title),
                        frame.Canonical ?? page.Address.Value,
                        null
                    )
                )
                : null,
            IsOverdue = frontMatter.ReviewBy < _site.Today,
            HasCode =
                Array.Exists(body.Html.Tags, t => t.Name == "pre")
                || body.Html.Slots.Any(s => s.Content == SlotContent.Include),
            HasTabs =
                body.Html.Utf8.AsSpan().IndexOf("<div class=\"content-tabs\""u8) >= 0
                || body.Html.Slots.Any(s => s.Content == SlotContent.Include),
            HasFormulas = part is not null || body.HasFormulas || body.HasIncludes,
            Connections =
                page.Address == SitePath.Home
                    ? ConnectionsView.None
                    : BacklinkViewFactory.Create(
                        _site,
                        _site.Backlinks.To(page.Address).Where(b => !IsShownBy(part, b))
                    ) with
                    {
                        Related = RelatedViewFactory.Create(_related.Find(page), _site.Settings.Text),
                        Around = _neighbourhoods.Create(page),
                    },
            Definitions = new TermPages(_site, _frames).On(page),
            HasImages = page.Content.Body.Links.Any(l => l.Form is LinkForm.Image or LinkForm.Include),
            Sources = SourcesOf(page),
        };
    }

    /// <summary>The contents of the folder of a page, unless its author already links to all of them.</summary>
    private EntryListView EntriesOf(SitePage page)
    {
        if (!page.IsFolderPage || (page.Address == SitePath.Home && !_frames.HasMoreSections))
            return EntryListView.Empty;
        var folder = _site.Folders[page.Folder];
        var parts = EntryListView.PartsOf(page.Address, folder.Entries.Count, () => Entries(folder));
        var linked = _site.Backlinks.From(page).Select(b => b.To).ToHashSet();
        return parts.Count == 1 && folder.Entries.All(e => linked.Contains(e.Address))
            ? EntryListView.Empty
            : parts[0].View();
    }

    public static IReadOnlyList<EntryView> Entries(SiteFolder folder) =>
        [
            .. folder.Entries.Select(e => new EntryView(
                e.Label,
                e.Address,
                e.Summary,
                e.Folder is { } inner ? inner.Entries.Count : null
            )),
        ];

    /// <summary>
    /// True if the generated part already shows this backlink: front matter relations are shown with the expectations,
    /// if there are any.
    /// </summary>
    private static bool IsShownBy(ArticlePart? part, Backlink link) =>
        link is { Relation: not null, From.Content.FrontMatter.Kind: var kind }
        && part switch
        {
            DimensionPart => kind is PageKind.Role or PageKind.Workshop,
            LevelPart => kind == PageKind.Workshop,
            _ => false,
        };

    private IReadOnlyList<SourceView> SourcesOf(SitePage page) =>
        [
            .. _site
                .Works.NamedBy(page)
                .Select(w => new SourceView(
                    w.Title,
                    w.Author,
                    w.Year,
                    $"{FrameFactory.RootFrom(page.Address)}{CitedWorks.Address.Href}#{w.Id.Value}"
                )),
        ];

    private PageView ViewOf(SitePath address) =>
        _ladderPages.TryGetValue(address, out var made) ? made() : Article(_site.Pages.At(address)!);
}
