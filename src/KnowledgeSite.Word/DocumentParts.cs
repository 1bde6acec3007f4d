using AngleSharp.Dom;
using KnowledgeSite.Files;

namespace KnowledgeSite.Word;

/// <summary>
/// What the parts of a document share: ids, bookmarks, links, lists and images. Ids are counted in the order of the
/// page, so that the same page gives the same bytes.
/// </summary>
internal sealed class DocumentParts(WordPackage package, WordSource source, PageIndex page)
{
    private static readonly Uri UnknownRoot = new("https://site.invalid/");

    private readonly HashSet<string> _bookmarks = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, string> _links = new(StringComparer.Ordinal);
    private readonly Uri _root = source.Root ?? UnknownRoot;
    private readonly Uri _page = new(source.Root ?? UnknownRoot, source.Address.Href);
    private readonly FieldLabels _labels = new(source.Text);
    private int _lastId;
    private int _lastBookmark;

    public WordSource Source => source;

    public ListNumbers Lists { get; } = new();

    public PictureParts Pictures { get; } = new(package);

    public PageStatements Statements { get; } = new(source);

    public PageFootnotes Footnotes { get; } = new(page);

    /// <summary>True for the first heading of the first level, which is the title of the document.</summary>
    public bool TakeTitle()
    {
        var isFirst = !_hasTitle;
        _hasTitle = true;
        return isFirst;
    }

    private bool _hasTitle;

    /// <summary>The next id of a content control or a drawing; unique in the document.</summary>
    public int NextId() => ++_lastId;

    /// <summary>
    /// The name of the content control for a field. Its tag is <c>answer.1</c>, <c>answer.2</c> … in the order of the
    /// form's fields; an option of a list has the tag of its list. With it, the form in the browser fills in answers.
    /// </summary>
    public ControlName NameOf(IElement field)
    {
        var host = field.HasClass("option") ? field.Nearest(e => e.HasClass("choice")) ?? field : field;
        return new(_labels.Find(field), page.PlaceOf(host) is { } place ? $"answer.{place}" : null, NextId());
    }

    /// <summary>The start and the end of a bookmark for an id; null if the document has that bookmark.</summary>
    public (WordElement Start, WordElement End)? Bookmark(string id)
    {
        var name = BookmarkName.FromId(id);
        if (!_bookmarks.Add(name))
            return null;
        var number = $"{++_lastBookmark}";
        return (
            new WordElement("w:bookmarkStart").Set("w:name", name).Set("w:id", number),
            new WordElement("w:bookmarkEnd").Set("w:id", number)
        );
    }

    /// <summary>
    /// The target of a link of the page: an id on this page, or the relationship of an external URL. A page of a site
    /// whose URL is unknown has neither.
    /// </summary>
    public LinkTarget Resolve(string href)
    {
        if (!Uri.TryCreate(_page, href, out var uri) || uri.Scheme is not ("http" or "https" or "mailto" or "tel"))
            return default;
        if (uri.Fragment.Length > 1 && uri.GetLeftPart(UriPartial.Query) == _page.AbsoluteUri)
        {
            var id = Uri.UnescapeDataString(uri.Fragment[1..]);
            // The frame of the page is not part of the document.
            if (id.StartsWith("site:", StringComparison.Ordinal))
                return default;
            if (page.Ids.Contains(id))
                return new(BookmarkName.FromId(id), null, null);
        }

        return source.Root is null && _root.IsBaseOf(uri)
            ? new(null, null, "/" + Uri.UnescapeDataString(_root.MakeRelativeUri(uri).OriginalString))
            : new(null, RelationshipOf(uri), null);
    }

    /// <summary>The address on the site of an image or a file of the page; null if it is on another site.</summary>
    public SitePath? AddressOf(string href) =>
        Uri.TryCreate(_page, href, out var uri) && _root.IsBaseOf(uri)
            ? new("/" + Uri.UnescapeDataString(_root.MakeRelativeUri(uri).OriginalString))
            : null;

    private string RelationshipOf(Uri uri)
    {
        if (!_links.TryGetValue(uri.AbsoluteUri, out var id))
        {
            id = $"link{_links.Count + 1}";
            package.AddLink(id, uri.AbsoluteUri);
            _links.Add(uri.AbsoluteUri, id);
        }

        return id;
    }
}

/// <summary>Where a link of the document leads. All are null if the link cannot be followed.</summary>
/// <param name="Path">The path of a page of the site, if the URL of the site is unknown.</param>
internal readonly record struct LinkTarget(string? Bookmark, string? Relationship, string? Path);
