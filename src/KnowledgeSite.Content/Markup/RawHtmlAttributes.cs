using AngleSharp.Dom;
using KnowledgeSite.Diagnostics;
using KnowledgeSite.Files;

namespace KnowledgeSite.Content.Markup;

/// <summary>
/// Reads the ids and links in the sanitized HTML of a page. Ids that the page or the theme already uses are removed.
/// Each URL becomes a link of the page, with a slot.
/// </summary>
/// <param name="html">The HTML that the renderer wrote, to which the positions of tags belong.</param>
/// <param name="ids">The ids of the page so far.</param>
internal sealed class RawHtmlAttributes(
    string html,
    BodyRenderer body,
    HashSet<string> ids,
    RawHtmlSourceMap places,
    RawHtmlFindings findings,
    bool allowsStyles
)
{
    private readonly HashSet<string> _names = new(StringComparer.Ordinal);

    /// <summary>The values that were replaced by marks, for copies of elements.</summary>
    private readonly Dictionary<(string Attribute, string Value), string> _marks = [];
    private readonly List<BodySlot> _slots = [.. body.Slots];
    private bool _hasStyle;

    /// <summary>The slots of the renderer and of the links that were found, in the order of their marks.</summary>
    public IReadOnlyList<BodySlot> Slots => _slots;

    /// <summary>
    /// The <c>name</c> attributes of links. Links can lead to them as to ids, but they may be repeated and may equal an
    /// id.
    /// </summary>
    public IReadOnlySet<string> Names => _names;

    /// <summary>Reads one element, and replaces its URLs by marks of slots.</summary>
    /// <param name="tag">The tag of the element in the page; null if the parser added the element.</param>
    public void Read(IElement element, HtmlTag? tag)
    {
        if (tag is null)
        {
            ReadCopy(element);
            return;
        }

        var isAuthors = places.IsAuthors(tag.Span.Start);
        if (isAuthors)
            ReadIds(element, tag);
        foreach (var attribute in element.Attributes.ToList())
            if (HoldsLink(element.LocalName, attribute.Name) && !SlotMark.IsIn(attribute.Value))
                ReadLink(element, attribute, tag, isAuthors);
        if (allowsStyles || _hasStyle || element.GetAttribute("style") is not { Length: > 0 })
            return;
        _hasStyle = true;
        findings.Report(MarkdownRules.InlineStyle, SpanOf(tag, "style"));
    }

    /// <summary>Updates a copy of an element. Parsers copy some elements if elements overlap.</summary>
    private void ReadCopy(IElement element)
    {
        element.RemoveAttribute("id");
        foreach (var attribute in element.Attributes)
            if (_marks.TryGetValue((attribute.Name, attribute.Value), out var mark))
                attribute.Value = mark;
    }

    private void ReadIds(IElement element, HtmlTag tag)
    {
        if (element.LocalName == "a" && element.GetAttribute("name") is { Length: > 0 } name)
        {
            if (IsReserved(name))
                Remove(element, tag, "name", MarkdownRules.ReservedId, name);
            else
                _names.Add(name);
        }

        if (element.GetAttribute("id") is not { Length: > 0 } id)
            return;
        if (IsReserved(id))
            Remove(element, tag, "id", MarkdownRules.ReservedId, id);
        else if (!ids.Add(id))
            Remove(element, tag, "id", MarkdownRules.DuplicateId, id);
    }

    private static bool IsReserved(string id) => id.StartsWith(ReservedIds.Prefix, StringComparison.Ordinal);

    private void Remove(IElement element, HtmlTag tag, string attribute, DiagnosticRule rule, string value)
    {
        element.RemoveAttribute(attribute);
        findings.Report(rule, SpanOf(tag, attribute), value);
    }

    private static SourceSpan SpanOf(HtmlTag tag, string attribute) =>
        tag.Attributes.FirstOrDefault(a => a.Name == attribute)?.Span ?? tag.Span;

    private static bool HoldsLink(string element, string attribute) =>
        attribute switch
        {
            "href" => element is "a" or "area" || HtmlElements.FetchingInSvg.Contains(element),
            "xlink:href" => element is "a" || HtmlElements.FetchingInSvg.Contains(element),
            "src" => HtmlElements.Fetching.Contains(element) || element == "iframe",
            "srcset" => element is "img" or "source",
            "poster" => element == "video",
            _ => false,
        };

    private void ReadLink(IElement element, IAttr attribute, HtmlTag tag, bool isAuthors)
    {
        // The link is the renderer's own, such as one to a footnote and back.
        if (!isAuthors && attribute.Value is ['#', .. var id] && ids.Contains(id))
            return;
        var form =
            HtmlElements.Fetching.Contains(element.LocalName) || HtmlElements.FetchingInSvg.Contains(element.LocalName)
                ? LinkForm.Image
                : LinkForm.Link;
        var written = tag.Attributes.FirstOrDefault(a =>
            a.Name == attribute.Name || a.Name == "xlink:" + attribute.Name
        );
        var span = written?.ValueSpan ?? tag.Span;
        var value = attribute.Value;
        attribute.Value = _marks[(attribute.Name, value)] =
            attribute.Name == "srcset"
                ? string.Join(",", attribute.Value.Split(',').Select(c => MarkCandidate(form, c, span)))
                : Mark(form, attribute.Value.Trim(), span);
    }

    /// <summary>Replaces the URL of a <c>srcset</c> entry, which a size follows: <c>small.png 1x</c>.</summary>
    private string MarkCandidate(LinkForm form, string candidate, SourceSpan value)
    {
        var address = candidate.Trim().Split([' ', '\t', '\n'], 2)[0];
        if (address.Length == 0)
            return candidate;
        var start = html.IndexOf(address, value.Start, value.Length, StringComparison.Ordinal);
        var span = start < 0 ? value : new SourceSpan(start, address.Length);
        var (before, after) = candidate.Split(address, 2) is [var b, var a] ? (b, a) : ("", "");
        return before + Mark(form, address, span) + after;
    }

    /// <summary>Adds a link and its slot, and returns the mark of the slot.</summary>
    private string Mark(LinkForm form, string target, SourceSpan span)
    {
        if (target.Length == 0)
            return "";
        body.Links.Add(new(form, target, places.InFile(span)));
        _slots.Add(new(0, body.Links.Count - 1, SlotContent.Address));
        return SlotMark.Write(_slots.Count - 1);
    }
}
