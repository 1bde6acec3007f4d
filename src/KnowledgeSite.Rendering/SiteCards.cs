using System.Text;
using KnowledgeSite.Caching;
using KnowledgeSite.Content;
using KnowledgeSite.Engine;
using KnowledgeSite.Files;
using KnowledgeSite.Imaging;
using KnowledgeSite.SiteModel;

namespace KnowledgeSite.Rendering;

/// <summary>
/// The Open Graph image (card) of each page. A card is named by its content, so pages with equal cards share a file. If
/// no font has the letters of a title, the page uses the card of its section or of the site.
/// </summary>
/// <param name="painter">Draws the cards; null if the site has none.</param>
internal sealed class SiteCards(Site site, ThemeColours colours, CardPainter? painter)
{
    public static readonly SitePath Folder = new("/api/cards/");

    private readonly string? _siteTitle = painter?.Clean(site.Settings.Title);
    private readonly ImageColours _colours = colours.OfImages;

    public CardView? OfPage(SitePage page)
    {
        if (painter is null)
            return null;
        var kind = page.Content.FrontMatter.Kind;
        return View(
            CardOf(page.Title, kind, page.IsFolderPage ? page.Folder.Folder : page.Folder, colours.HueOf(kind))
                ?? NearestCard(page.Folder)
        );
    }

    /// <summary>Writes what the cards of all pages and folders depend on.</summary>
    public void Write(CacheWriter writer)
    {
        if (painter is null)
            return;
        foreach (var page in site.Pages)
            writer.Write(OfPage(page)?.Url);
        foreach (var folder in site.Folders.Keys.Order())
            writer.Write(ForFolder(folder)?.Url);
    }

    public CardView? ForFolder(SourcePath folder) => View(NearestCard(folder));

    /// <summary>One file for each distinct card.</summary>
    public IReadOnlyList<OutputFile> Files()
    {
        if (painter is null)
            return [];
        var ofPages = site.Pages.Select(p =>
            CardOf(
                p.Title,
                p.Content.FrontMatter.Kind,
                p.IsFolderPage ? p.Folder.Folder : p.Folder,
                colours.HueOf(p.Content.FrontMatter.Kind)
            )
        );
        return
        [
            .. ofPages
                .Concat(site.Folders.Keys.Select(NearestCard))
                .OfType<Card>()
                .Distinct()
                .Select(c => new OutputFile(AddressOf(c), output => painter.Draw(c, output))
                {
                    IsNamedByContent = true,
                })
                .DistinctBy(f => f.Path)
                .OrderBy(f => f.Path),
        ];
    }

    /// <summary>The card of the nearest folder; that of the input folder is the site's.</summary>
    private Card? NearestCard(SourcePath folder)
    {
        if (folder.IsRoot)
            return _siteTitle is null ? null : CardOf(site.Settings.Title, null, folder, _colours.Accent);
        var (title, kind) = site.Folders.TryGetValue(folder, out var known)
            ? (known.Title, known.Page?.Content.FrontMatter.Kind ?? PageKind.Section)
            : ("", PageKind.Section);
        return CardOf(title, kind, folder.Folder, colours.HueOf(kind)) ?? NearestCard(folder.Folder);
    }

    private Card? CardOf(string title, PageKind? kind, SourcePath within, int hue)
    {
        if (painter?.Clean(title) is not { } shown)
            return null;
        return new(
            shown,
            Above(kind, site.SectionOf(within)?.Label),
            shown == _siteTitle ? "" : _siteTitle ?? "",
            Place,
            hue,
            _colours
        );
    }

    /// <summary>
    /// The line above the title; the section is left out if it only repeats the kind ("Workshops" for a workshop).
    /// </summary>
    private string? Above(PageKind? kind, string? section)
    {
        if (kind is { } known && section == KindLabels.Plural(known, site.Settings.Text))
            section = null;
        var above = string.Join(
            " · ",
            new[] { KindWord(kind), section }.OfType<string>().Select(t => painter!.Clean(t)).OfType<string>()
        );
        return above.Length == 0 ? null : above;
    }

    private string Place => site.Settings.BaseUrl is { } url ? painter!.Clean(url.Authority) ?? "" : "";

    private CardView? View(Card? card) =>
        card is null
            ? null
            : new(
                site.Settings.BaseUrl!.AbsoluteUri + AddressOf(card).Href,
                Card.Width,
                Card.Height,
                string.Join(
                    " · ",
                    new[] { card.Title, card.Above, card.SiteTitle }.Where(t => !string.IsNullOrEmpty(t))
                )
            );

    private static SitePath AddressOf(Card card) =>
        Folder.Append($"{ContentHash.Compute(Encoding.UTF8.GetBytes($"{Card.Drawing}\n{card}"))}.png");

    private string? KindWord(PageKind? kind) =>
        kind is null or PageKind.Page or PageKind.Section ? null : KindLabels.Singular(kind.Value, site.Settings.Text);
}

/// <summary>The Open Graph data of a page, which other sites show for a link to it (ogp.me).</summary>
/// <param name="Image">Null if there is no image.</param>
public sealed record SharedView(string Title, bool IsArticle, CardView? Image);

/// <param name="Url">The absolute URL.</param>
/// <param name="AltText">The alternative text.</param>
public sealed record CardView(string Url, int Width, int Height, string AltText);
