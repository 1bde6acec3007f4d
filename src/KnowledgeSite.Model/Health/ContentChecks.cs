using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using KnowledgeSite.Content;
using KnowledgeSite.Diagnostics;
using KnowledgeSite.Files;
using KnowledgeSite.Ladders;
using KnowledgeSite.SiteModel;

namespace KnowledgeSite.Health;

/// <summary>Finds problems in the content of pages: titles, reviews, cells, terms, images and similar texts.</summary>
internal static class ContentChecks
{
    private static readonly HashSet<string> ImageExtensions =
    [
        ".png",
        ".jpg",
        ".jpeg",
        ".gif",
        ".webp",
        ".avif",
        ".svg",
    ];

    /// <param name="today">The date against which review dates are compared.</param>
    /// <param name="comparesWording">Whether to search for similar texts, which takes long on large sites.</param>
    public static IEnumerable<Diagnostic> Check(
        Site site,
        IReadOnlyList<SourceFile> sources,
        DateOnly today,
        bool comparesWording
    ) =>
        [
            .. SameTitles(site),
            .. Reviews(site, today),
            .. UncitedCells(site),
            .. UnusedTerms(site),
            .. UnusedImages(site, sources),
            .. comparesWording ? SimilarTexts(site) : [],
        ];

    /// <summary>
    /// Finds pages in a folder that have the same title as an earlier page. Equal titles in different folders are
    /// allowed, because lists and search results show the folder.
    /// </summary>
    private static IEnumerable<Diagnostic> SameTitles(Site site) =>
        from page in site.Pages
        where page.Address != SitePath.Home
        group page by (ListedIn(page), page.Title.ToUpperInvariant()) into alike
        from second in alike.Skip(1)
        select Diagnostic.At(
            HealthRules.SameTitle,
            second.Content.Source,
            second.Content.TitleSpan,
            alike.First().Path,
            second.Title
        );

    /// <summary>
    /// The folder in whose list the page appears. The index page of a folder appears in the parent folder.
    /// </summary>
    private static SourcePath ListedIn(SitePage page) => page.IsFolderPage ? page.Folder.Folder : page.Folder;

    /// <summary>Finds pages without an owner, and pages whose review is overdue.</summary>
    private static IEnumerable<Diagnostic> Reviews(Site site, DateOnly today)
    {
        var ownerless = site.Pages.Where(p => p.Content.FrontMatter.Owner is null).ToList();
        return
        [
            .. ownerless.Count * 2 <= site.Pages.Count
                ? ownerless.Select(p => Diagnostic.At(HealthRules.NoOwner, p.Path))
                : [],
            .. from page in site.Pages
            where page.Content.FrontMatter.ReviewBy < today
            select Diagnostic.At(
                HealthRules.OutOfDate,
                page.Path,
                page.Content.FrontMatter.ReviewBy!.Value.ToString("d MMMM yyyy", CultureInfo.InvariantCulture)
            ),
        ];
    }

    /// <summary>
    /// Finds cells that no link, role or workshop refers to. Reports one problem per dimension, at its first such cell.
    /// </summary>
    private static IEnumerable<Diagnostic> UncitedCells(Site site) =>
        from places in site.Ladders
        where places.Ladder.Base is null
        from row in places.Ladder.Cells.Where(c => c.Standing == CellStanding.Written).GroupBy(c => c.Page)
        let uncited = row.Where(c => !IsCited(site, places, c))
            .Select(Written)
            .OfType<WrittenCell>()
            .Where(c => c.Allows?.Contains(HealthRules.UncitedCell.Id, StringComparison.Ordinal) != true)
            .ToList()
        where uncited.Count > 0
        select Diagnostic.At(
            HealthRules.UncitedCell,
            row.Key.Source,
            uncited[0].Id.Span,
            uncited.Count,
            row.Count(),
            string.Join(", ", uncited.Select(c => c.Id.Value))
        );

    private static WrittenCell? Written(Cell cell) => cell.Page.FindCell(cell.Id);

    private static bool IsCited(Site site, LadderUrls places, Cell cell)
    {
        if (places.Ladder.Users.IsServed(cell))
            return true;
        if (places.PageOf(cell.Page) is not { } page)
            return true;
        return cell.AllIds.Any(id =>
            site.Backlinks.To(page.Address, id).Concat(site.Backlinks.To(places.Matrix, id)).Any()
        );
    }

    /// <summary>Finds glossary terms that no other page uses.</summary>
    private static IEnumerable<Diagnostic> UnusedTerms(Site site)
    {
        // A term without links may still be used where terms are never linked: in headings and in link texts.
        var silent = site.Glossary.Terms.Where(t => site.Glossary.PagesUsing(t).All(p => p == t.Page));
        var unused = new UnmentionedTerms(silent);
        foreach (var page in site.Pages.Where(p => p.Content.Terms.Count == 0))
            if (page.Content.Source.Text is { } text)
                unused.RemoveMentioned(text.Value);
        return unused
            .Terms.OrderBy(t => t.Number)
            .Select(t => Diagnostic.At(HealthRules.UnusedTerm, t.Page.Content.Source, t.Written.Name.Span, t.Title));
    }

    /// <summary>Finds images in the input folder that no page uses.</summary>
    private static IEnumerable<Diagnostic> UnusedImages(Site site, IReadOnlyList<SourceFile> sources)
    {
        var used = site.Assets.Select(a => a.File.Path).Concat(site.Links.Files).ToHashSet();
        return sources
            .Select(s => s.Path)
            .Where(p => ImageExtensions.Contains(p.Extension) && !used.Contains(p))
            .Select(p => Diagnostic.At(HealthRules.UnusedImage, p));
    }

    /// <summary>
    /// Finds pages and paragraphs that are similar to others. Each pair is reported once, at the second one.
    /// </summary>
    private static IEnumerable<Diagnostic> SimilarTexts(Site site)
    {
        var alike = DuplicateTexts.Find(site.Pages);
        return
        [
            .. alike.Pages.Select(a =>
                Diagnostic.At(HealthRules.SamePage, a.Second.Path, Likeness(a.Share), a.First.Path, Percent(a.Share))
            ),
            .. alike.Blocks.Select(a =>
                Diagnostic.At(
                    HealthRules.SameParagraph,
                    a.Second.Content.Source,
                    a.SecondBlock.Span,
                    Likeness(a.Share),
                    a.First.Path,
                    a.First.Content.Source.Text!.PositionAt(a.FirstBlock.Span.Start).Line,
                    Percent(a.Share)
                )
            ),
        ];
    }

    /// <summary>Describes a share of common word sequences. Even reworded copies share few of them.</summary>
    private static string Likeness(double share) => share >= 0.7 ? "is nearly the same as" : "has text in common with";

    private static int Percent(double share) => (int)Math.Floor(share * 100);
}

/// <summary>The terms that no text has mentioned yet. Letter case is ignored.</summary>
internal sealed class UnmentionedTerms
{
    private readonly HashSet<Term> _terms;
    private readonly Dictionary<string, List<Term>> _byName;
    private readonly int[] _lengths;
    private SearchValues<string> _names;

    /// <summary>The number of terms when the names were collected.</summary>
    private int _searched;

    public UnmentionedTerms(IEnumerable<Term> terms)
    {
        _terms = [.. terms];
        _byName = _terms
            .SelectMany(t => t.Written.Names.Select(n => (Name: n.Value, Term: t)))
            .GroupBy(n => n.Name, n => n.Term, StringComparer.OrdinalIgnoreCase)
            .ToDictionary(g => g.Key, g => g.ToList(), StringComparer.OrdinalIgnoreCase);
        _lengths = [.. _byName.Keys.Select(n => n.Length).Distinct()];
        CollectNames();
    }

    public IReadOnlyCollection<Term> Terms => _terms;

    public void RemoveMentioned(ReadOnlySpan<char> text)
    {
        var named = _byName.GetAlternateLookup<ReadOnlySpan<char>>();
        while (_terms.Count > 0 && text.IndexOfAny(_names) is >= 0 and var found)
        {
            text = text[found..];
            foreach (var length in _lengths)
                if (length <= text.Length && named.TryGetValue(text[..length], out var terms))
                    _terms.ExceptWith(terms);
            text = text[1..];
            // Collecting takes time in proportion to all names, so it must not follow each term that is removed.
            if (_terms.Count <= _searched / 2)
                CollectNames();
        }
    }

    [MemberNotNull(nameof(_names))]
    private void CollectNames()
    {
        _searched = _terms.Count;
        _names = SearchValues.Create(
            [.. _terms.SelectMany(t => t.Written.Names).Select(n => n.Value)],
            StringComparison.OrdinalIgnoreCase
        );
    }
}
