using KnowledgeSite.Content;

namespace KnowledgeSite.SiteModel;

/// <summary>
/// Finds the part of a page's HTML that an id names. For a heading, it is the content below it, up to the next heading
/// of the same or a higher level or to the end of its parent. For other elements, it is the element's content; for a
/// block id such as <c>^limit</c>, the whole element. The part is always well-formed. The list of footnotes belongs to
/// no section.
/// </summary>
internal sealed class SectionExtractor
{
    /// <summary>Elements whose parsing does not depend on their parent, so they can be transplanted safely.</summary>
    private static readonly bool[] Movable = BodyTags.Table(
        "a abbr b blockquote br caption cite code col colgroup dd del details dfn div dl dt em figcaption figure h1 h2 "
            + "h3 h4 h5 h6 hr i img input ins kbd li mark ol p pre q s samp section small span strong sub summary sup "
            + "table tbody td tfoot th thead tr u ul var wbr svg g path rect circle ellipse line polyline polygon text "
            + "tspan defs marker use"
    );

    private readonly BodyHtml _html;
    private readonly Lazy<Dictionary<string, int>> _byId;

    public SectionExtractor(BodyHtml html)
    {
        _html = html;
        _byId = new(ReadIds);
    }

    /// <summary>The range of the whole page in bytes; null if it cannot be transplanted.</summary>
    public (int Start, int End)? FindWhole() => EndOfSection(0, 0) is { } end ? (0, end) : null;

    /// <summary>
    /// The range of the part in bytes; null if no element has the id, or if the content cannot be transplanted.
    /// </summary>
    public (int Start, int End)? Find(string id)
    {
        if (!_byId.Value.TryGetValue(id, out var index) || !CanMoveContent(index))
            return null;
        var tag = _html.Tags[index];
        var close = _html.Tags[_html.Tags[index].Close];
        // The content of a table cell or a quote makes no sense without its parent.
        if (id[0] == '^' && tag.Name != "li")
            return (tag.Start, close.End);
        if (tag.HeadingLevel == 0)
            return (tag.End, close.Start);
        return EndOfSection(tag.Close + 1, tag.HeadingLevel) is { } end ? (close.End, end) : null;
    }

    /// <summary>The index of the first start tag with each id.</summary>
    private Dictionary<string, int> ReadIds()
    {
        var tags = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < _html.Tags.Length; i++)
            if (!_html.Tags[i].IsEnd && _html.GetAttribute(_html.Tags[i], "id"u8) is { Length: > 0 } id)
                tags.TryAdd(id, i);
        return tags;
    }

    /// <summary>
    /// The end of the section that begins at a tag; null if the elements are not properly nested.
    /// </summary>
    private int? EndOfSection(int first, int level)
    {
        for (var i = first; i < _html.Tags.Length; i++)
        {
            var tag = _html.Tags[i];
            if (tag.IsEnd || EndsSection(tag, level))
                return tag.Start;
            if (!CanMove(ref i))
                return null;
        }

        return _html.Utf8.Length;
    }

    private bool EndsSection(BodyTag tag, int level) =>
        (tag.HeadingLevel > 0 && tag.HeadingLevel <= level) || _html.HasClass(tag, "footnotes"u8);

    /// <summary>True if the element has an end tag and everything in it can be transplanted.</summary>
    private bool CanMoveContent(int element)
    {
        var close = _html.Tags[element].Close;
        for (var i = element + 1; i < close; i++)
            if (!CanMove(ref i))
                return false;
        return close >= 0;
    }

    /// <summary>Passes an element, up to its last tag.</summary>
    private bool CanMove(ref int element)
    {
        var tag = _html.Tags[element];
        if (!Movable[tag.Element] || tag.IsEnd)
            return false;
        if (IsWhole(tag))
            return true;
        var first = element;
        element = tag.Close;
        return CanMoveContent(first);
    }

    private bool IsWhole(BodyTag tag) => tag.IsVoid || _html.Utf8[tag.End - 2] == '/';
}
