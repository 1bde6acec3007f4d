using System.Text;
using KnowledgeSite.Content;
using KnowledgeSite.Content.Markup;

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
    private static readonly HashSet<string> Movable =
    [
        .. (
            "a abbr b blockquote br caption cite code col colgroup dd del details dfn div dl dt em figcaption "
            + "figure h1 h2 h3 h4 h5 h6 hr i img input ins kbd li mark ol p pre q s samp section small span strong "
            + "sub summary sup"
        ).Split(' '),
        .. (
            "table tbody td tfoot th thead tr u ul var wbr svg g path rect circle ellipse line polyline polygon "
            + "text tspan defs marker use"
        ).Split(' '),
    ];

    private readonly SearchedText _html;
    private readonly Lazy<Dictionary<string, HtmlTag>> _byId;

    public SectionExtractor(BodyHtml html)
    {
        _html = new(Encoding.UTF8.GetString(html.Utf8));
        _byId = new(ReadIds);
    }

    /// <summary>The range of the whole page in bytes; null if it cannot be transplanted.</summary>
    public (int Start, int End)? FindWhole() => EndOfSection(0, 0) is { } end ? InBytes(0, end) : null;

    /// <summary>
    /// The range of the part in bytes; null if no element has the id, or if the content cannot be transplanted.
    /// </summary>
    public (int Start, int End)? Find(string id)
    {
        if (!_byId.Value.TryGetValue(id, out var tag) || EndOfContent(tag) is not { } inside)
            return null;
        // The content of a table cell or a quote makes no sense without its parent.
        if (id[0] == '^' && tag.Name != "li")
            return InBytes(tag.Span.Start, HtmlTokenizer.Next(_html, inside)!.Span.End);
        if (tag.Name is not ['h', >= '1' and <= '6'])
            return InBytes(tag.Span.End, inside);
        var start = HtmlTokenizer.Next(_html, inside)!.Span.End;
        return EndOfSection(start, tag.Name[1] - '0') is { } end ? InBytes(start, end) : null;
    }

    /// <summary>The first start tag with each id.</summary>
    private Dictionary<string, HtmlTag> ReadIds()
    {
        var tags = new Dictionary<string, HtmlTag>(StringComparer.Ordinal);
        for (var tag = Next(0); tag is not null; tag = Next(After(tag)))
        {
            if (tag.Kind == HtmlTagKind.Start && tag.Value("id") is { Length: > 0 } id)
                tags.TryAdd(id, tag);
        }

        return tags;
    }

    private (int Start, int End) InBytes(int start, int end)
    {
        var before = Encoding.UTF8.GetByteCount(_html.Text.AsSpan(0, start));
        return (before, before + Encoding.UTF8.GetByteCount(_html.Text.AsSpan(start..end)));
    }

    /// <summary>The end of the section; null if the elements are not properly nested.</summary>
    private int? EndOfSection(int from, int level)
    {
        var open = new Stack<string>();
        for (var tag = Next(from); tag is not null; tag = Next(After(tag)))
        {
            if (tag.Kind == HtmlTagKind.Start && open.Count == 0 && EndsSection(tag, level))
                return tag.Span.Start;
            if (tag.Kind == HtmlTagKind.End && open.Count == 0)
                return tag.Span.Start;
            if (!IsKept(open, tag))
                return null;
        }

        return open.Count == 0 ? _html.Text.Length : null;
    }

    private static bool EndsSection(HtmlTag tag, int level) =>
        (tag.Name is ['h', >= '1' and <= '6'] && tag.Name[1] - '0' <= level)
        || tag.Value("class")?.Split(' ').Contains("footnotes", StringComparer.Ordinal) == true;

    /// <summary>The start of an element's end tag.</summary>
    private int? EndOfContent(HtmlTag element)
    {
        if (IsWhole(element))
            return null;
        var open = new Stack<string>();
        for (var tag = Next(After(element)); tag is not null; tag = Next(After(tag)))
        {
            if (tag.Kind == HtmlTagKind.End && open.Count == 0)
                return tag.Name == element.Name ? tag.Span.Start : null;
            if (!IsKept(open, tag))
                return null;
        }

        return null;
    }

    private static bool IsKept(Stack<string> open, HtmlTag tag)
    {
        if (tag.Kind == HtmlTagKind.Start && !Movable.Contains(tag.Name))
            return false;
        if (tag.Kind == HtmlTagKind.Start && !IsWhole(tag))
            open.Push(tag.Name);
        return tag.Kind != HtmlTagKind.End || (open.TryPop(out var name) && name == tag.Name);
    }

    private static bool IsWhole(HtmlTag tag) => tag.IsSelfClosing || HtmlElements.Void.Contains(tag.Name);

    private HtmlTag? Next(int at) => HtmlTokenizer.Next(_html, at);

    /// <summary>Skips text without tags.</summary>
    private int After(HtmlTag tag) =>
        tag.Kind == HtmlTagKind.Start
        && HtmlElements.RawText.Contains(tag.Name)
        && HtmlTokenizer.EndOfRawText(_html, tag.Span.End, tag.Name) is >= 0 and var end
            ? end
            : tag.Span.End;
}
