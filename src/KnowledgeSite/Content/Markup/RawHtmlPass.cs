using KnowledgeSite.Diagnostics;
using KnowledgeSite.Files;

namespace KnowledgeSite.Content.Markup;

/// <summary>
/// Reads a page's HTML once more where an author wrote some of it: gathers its ids and links, takes out what would run code
/// in a reader's browser, and balances its elements, so that nothing an author writes reaches the frame around the page.
/// It works on the rendered text, since a tag may begin in one Markdown block and end in another.
/// </summary>
internal sealed class RawHtmlPass
{
    private static readonly HashSet<string> Tables = ["table", "template"];
    private static readonly HashSet<string> InsideTable = ["td", "th", "caption", "template"];

    private readonly SourceFile _file;
    private readonly BodyRenderer _body;
    private readonly string _html;
    private readonly SearchedText _text;
    private readonly AllowedContent _allowed;
    private readonly DiagnosticBag _diagnostics;
    private readonly HashSet<string> _ids;
    private readonly HashSet<int> _slotPositions;
    private readonly List<Open> _open = [];
    private readonly List<HtmlEdit> _edits = [];
    private readonly HashSet<string> _names = new(StringComparer.Ordinal);
    private int _resume;

    public RawHtmlPass(SourceFile file, BodyRenderer body, HashSet<string> ids, AllowedContent allowed, DiagnosticBag diagnostics)
    {
        (_file, _body, _html, _ids, _allowed, _diagnostics) = (file, body, body.Html.ToString(), ids, allowed, diagnostics);
        _text = new(_html);
        _slotPositions = [.. body.Slots.Select(s => s.Position)];
    }

    /// <summary>The mended HTML; ids and links found are added to the set given and to the renderer's list.</summary>
    public BodyHtml Run()
    {
        for (var tag = HtmlTokenizer.Next(_text, 0); tag is not null; tag = HtmlTokenizer.Next(_text, _resume))
        {
            _resume = End(tag);
            if (!tag.IsFinished || EndsOutsideItsHtml(tag) || IsCdata(tag)) Escape(tag);
            else if (tag.Kind == HtmlTagKind.Start) Start(tag);
            else if (tag.Kind == HtmlTagKind.End) Close(tag);
        }

        CloseDownTo(0, _html.Length);
        _ids.UnionWith(_names);
        return HtmlEdits.Apply(_html, _body.Slots, _edits);
    }

    /// <summary>Where to go on after a tag: after its own text where it is an element of raw text.</summary>
    private int End(HtmlTag tag)
    {
        return tag.Kind == HtmlTagKind.Start && HtmlElements.RawText.Contains(tag.Name) && HasPlainEnd(tag) ? HtmlTokenizer.EndOfRawText(_text, tag.Span.End, tag.Name) : tag.Span.End;
    }

    /// <summary>A tag that an author began and that only the page's own HTML would end.</summary>
    private bool EndsOutsideItsHtml(HtmlTag tag) => IsAuthors(tag.Span.Start) && !IsAuthors(tag.Span.End - 1);

    /// <summary>Text up to its own end in SVG and MathML, a comment up to the next bracket elsewhere.</summary>
    private bool IsCdata(HtmlTag tag) => tag.Kind == HtmlTagKind.Comment && _html.AsSpan(tag.Span.Start).StartsWith("<![");

    /// <summary>
    /// The text of the element ends at its own end tag. In SVG and MathML a browser may read the same text as markup, so that
    /// there it must hold none.
    /// </summary>
    private bool HasPlainEnd(HtmlTag tag)
    {
        var end = HtmlTokenizer.EndOfRawText(_text, tag.Span.End, tag.Name);
        return end >= 0 && !(InForeignContent && _html.AsSpan(tag.Span.End..end).Contains('<'));
    }

    /// <summary>Inside SVG or MathML, and not in a part of it that holds HTML.</summary>
    private bool InForeignContent => _open.FindLast(o => o.Name is "svg" or "math" || HtmlElements.HoldsHtml.Contains(o.Name)).Name is "svg" or "math";

    private void Escape(HtmlTag tag)
    {
        ShowAsText(tag);
        if (IsAuthors(tag.Span.Start)) Report(MarkdownRules.Unfinished, tag.Span, tag.IsFinished ? $"</{tag.Name}>" : tag.Name == "!--" ? "-->" : ">");
    }

    /// <summary>Without its first character a tag is text, and what stands in it is read anew.</summary>
    private void ShowAsText(HtmlTag tag)
    {
        _edits.Add(new(tag.Span.Start, 1, "&lt;"));
        _resume = tag.Span.Start + 1;
    }

    private void Start(HtmlTag tag)
    {
        if (HtmlElements.OfDocument.Contains(tag.Name) || tag.Name == HtmlElements.WithoutScripts)
        {
            Remove(tag.Span);
            return;
        }

        if (DoesNothing(tag))
        {
            Remove(tag.Span);
            Report(MarkdownRules.DoesNothing, tag.Span, tag.Name);
            return;
        }

        if (IsText(tag))
        {
            ShowAsText(tag);
            Report(MarkdownRules.NoElement, tag.Span, tag.Name);
            return;
        }

        var unsafeName = UnsafeElement(tag);
        if (unsafeName is not null)
        {
            RemoveElement(tag, unsafeName);
            return;
        }

        if (tag.Name == HtmlElements.Endless || (HtmlElements.RawText.Contains(tag.Name) && !HasPlainEnd(tag)))
        {
            Escape(tag);
            return;
        }

        EndWhatItImplies(tag);
        foreach (var attribute in tag.Attributes) Attribute(tag, attribute);
        if (!HtmlElements.Void.Contains(tag.Name) && !(tag.IsSelfClosing && (InForeignContent || tag.Name is "svg" or "math"))) _open.Add(new(tag.Name, tag.Span, Removed: false));
    }

    /// <summary>Parts of a table outside one, which browsers skip, and controls of a form, which have nothing to control.</summary>
    private bool DoesNothing(HtmlTag tag) =>
        IsAuthors(tag.Span.Start) && (HtmlElements.OfSelection.Contains(tag.Name)
            || (HtmlElements.OfTable.Contains(tag.Name) && !_open.Exists(o => o.Name is "table" or "template" or "svg" or "math")));

    /// <summary>Writes out the ends that a parser would imply, so that what is open here is open in every browser too.</summary>
    private void EndWhatItImplies(HtmlTag tag)
    {
        while (InForeignContent && HtmlElements.EndsForeignContent.Contains(tag.Name)) EndNearest(tag, ["svg", "math"], HtmlElements.HoldsHtml);
        if (HtmlElements.EndsParagraph.Contains(tag.Name)) EndNearest(tag, ["p"], HtmlElements.ParagraphScope);
        switch (tag.Name)
        {
            case "h1" or "h2" or "h3" or "h4" or "h5" or "h6" when _open.Count > 0 && IsHeading(_open[^1]): CloseDownTo(_open.Count - 1, tag.Span.Start); break;
            case "a" or "nobr": EndNearest(tag, [tag.Name], HtmlElements.EndsFormatting); break;
            case "button": EndNearest(tag, ["button"], HtmlElements.EndsFormatting); break;
            case "li": EndNearest(tag, ["li"], HtmlElements.Special); break;
            case "dd" or "dt": EndNearest(tag, ["dd", "dt"], HtmlElements.Special); break;
            case "option": EndNearest(tag, ["option"], HtmlElements.Special); break;
            case "td" or "th": EndNearest(tag, ["td", "th"], Tables); break;
            case "tr": EndNearest(tag, ["tr"], Tables); break;
            case "table": EndNearest(tag, ["table"], InsideTable); break;
            case "tbody" or "thead" or "tfoot": EndNearest(tag, ["tbody", "thead", "tfoot"], Tables); break;
        }
    }

    private static bool IsHeading(Open open) => open.Name is ['h', >= '1' and <= '6'];

    private void EndNearest(HtmlTag tag, string[] names, HashSet<string> barriers)
    {
        for (var i = _open.Count - 1; i >= 0; i--)
        {
            if (_open[i].Removed) continue;
            if (names.Contains(_open[i].Name)) CloseDownTo(i, tag.Span.Start);
            else if (!barriers.Contains(_open[i].Name)) continue;
            return;
        }
    }

    /// <summary>A name in angle brackets that no element has stands for something to fill in, and readers should see it.</summary>
    private bool IsText(HtmlTag tag) =>
        IsAuthors(tag.Span.Start) && !HtmlElements.Known.Contains(tag.Name) && !InForeignContent && !_allowed.Allows(tag.Name);

    private string? UnsafeElement(HtmlTag tag)
    {
        if (tag.Name == "meta" && tag.Value("http-equiv") is null) return null;
        if (HtmlElements.RunsCode.Contains(tag.Name)) return _allowed.Allows(tag.Name) ? null : tag.Name;
        if (tag.Name != "iframe") return null;
        if (tag.Value("srcdoc") is not null) return _allowed.Allows("iframe") ? null : "iframe";
        var address = (tag.Value("src") ?? "").Trim().Replace('\\', '/');
        var elsewhere = address.StartsWith("//", StringComparison.Ordinal) || address.Contains(':', StringComparison.Ordinal);
        return elsewhere && !_allowed.AllowsFrame(address) ? "iframe" : null;
    }

    private void RemoveElement(HtmlTag tag, string name)
    {
        ReportUnsafe(tag.Span, $"<{name}>", name);
        var end = HtmlElements.RawText.Contains(tag.Name) ? HtmlTokenizer.EndOfRawText(_text, tag.Span.End, tag.Name) : -1;
        Remove(end < 0 ? tag.Span : new(tag.Span.Start, end - tag.Span.Start));
        if (!HtmlElements.Void.Contains(tag.Name) && !tag.IsSelfClosing) _open.Add(new(tag.Name, tag.Span, Removed: true));
    }

    private void Attribute(HtmlTag tag, HtmlAttribute attribute)
    {
        // A name such as "=x" would become the value of the attribute before it, were one between them left out.
        if (!IsName(attribute.Name))
            Remove(attribute);
        else if (attribute.Name.StartsWith("on", StringComparison.Ordinal) && attribute.Name.Length > 2 && !_allowed.Allows(attribute.Name))
            TakeOut(attribute, attribute.Name);
        else if (attribute.Name == "srcdoc" && tag.Name != "iframe")
            TakeOut(attribute, attribute.Name);
        else if (InForeignContent && attribute.Value.Contains('<', StringComparison.Ordinal) && !_allowed.Allows("svg"))
            TakeOut(attribute, "svg");
        else if (UnsafeScheme(attribute) is { } scheme && !_allowed.Allows(scheme))
            TakeOut(attribute, scheme);
        else if (attribute.Name == "id" || (attribute.Name == "name" && tag.Name == "a"))
            Id(tag, attribute);
        else if (HoldsLink(tag.Name, attribute.Name) && !_slotPositions.Contains(attribute.ValueSpan.Start) && !IsOwnLink(tag, attribute))
            Link(tag, attribute);
    }

    private static bool IsName(string name) => name.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or ':' or '.' or '@');

    private static string? UnsafeScheme(HtmlAttribute attribute)
    {
        if (!HoldsAddress(attribute.Name)) return null;
        var addresses = attribute.Name == "values" ? attribute.Value.Split(';') : [attribute.Value];
        return addresses.Select(UnsafeAddress.SchemeOf).FirstOrDefault(s => s is not null);
    }

    /// <summary>Names are places that links lead to, as ids are, but may stand twice.</summary>
    private void Id(HtmlTag tag, HtmlAttribute attribute)
    {
        if (!IsAuthors(tag.Span.Start) || attribute.Value.Length == 0) return;
        if (attribute.Value.StartsWith(ReservedIds.Prefix, StringComparison.Ordinal))
        {
            Remove(attribute);
            Report(MarkdownRules.ReservedId, attribute.Span, attribute.Value);
        }
        else if (attribute.Name == "name")
        {
            _names.Add(attribute.Value);
        }
        else if (!_ids.Add(attribute.Value))
        {
            Remove(attribute);
            Report(MarkdownRules.DuplicateId, attribute.Span, attribute.Value);
        }
    }

    /// <summary>A link that the renderer made, such as one to a footnote and back.</summary>
    private bool IsOwnLink(HtmlTag tag, HtmlAttribute attribute) =>
        !IsAuthors(tag.Span.Start) && attribute.Value is ['#', .. var id] && _ids.Contains(id);

    private void Link(HtmlTag tag, HtmlAttribute attribute)
    {
        var form = HtmlElements.Fetching.Contains(tag.Name) ? LinkForm.Image : LinkForm.Link;
        if (attribute.Name != "srcset")
        {
            Add(form, attribute.Value.Trim(), attribute.ValueSpan, IsQuoted(attribute) ? "" : "\"");
            return;
        }

        if (!IsQuoted(attribute)) return;
        var at = attribute.ValueSpan.Start;
        foreach (var candidate in _html.Substring(at, attribute.ValueSpan.Length).Split(','))
        {
            var address = candidate.Trim().Split([' ', '\t', '\n'], 2)[0];
            if (address.Length > 0) Add(form, HtmlText.Decode(address), new(at + candidate.IndexOf(address, StringComparison.Ordinal), address.Length), "");
            at += candidate.Length + 1;
        }
    }

    private bool IsQuoted(HtmlAttribute attribute) => _html[attribute.ValueSpan.Start - 1] is '"' or '\'';

    private void Add(LinkForm form, string target, SourceSpan span, string quote)
    {
        if (target.Length == 0) return;
        _body.Links.Add(new(form, target, InFile(span)));
        _edits.Add(new(span.Start, span.Length, quote, new BodySlot(0, _body.Links.Count - 1, SlotContent.Address)));
        if (quote.Length > 0) _edits.Add(new(span.End, 0, quote));
    }

    private void Close(HtmlTag tag)
    {
        var index = _open.FindLastIndex(o => o.Name == tag.Name);
        if (index < 0)
        {
            Remove(tag.Span);
            if (IsAuthors(tag.Span.Start) && HtmlElements.Known.Contains(tag.Name) && !HtmlElements.OfSelection.Contains(tag.Name) && !HtmlElements.EndMayBeMissing.Contains(tag.Name) && !HtmlElements.OfDocument.Contains(tag.Name) && tag.Name != HtmlElements.WithoutScripts) Report(MarkdownRules.StrayEndTag, tag.Span, tag.Name);
            return;
        }

        CloseDownTo(index + 1, tag.Span.Start);
        if (_open[index].Removed) Remove(tag.Span);
        _open.RemoveAt(index);
    }

    private void CloseDownTo(int depth, int position)
    {
        for (var i = _open.Count - 1; i >= depth; i--)
        {
            var open = _open[i];
            if (!open.Removed)
            {
                _edits.Add(new(position, 0, $"</{open.Name}>"));
                if (IsAuthors(open.Span.Start) && !HtmlElements.EndMayBeMissing.Contains(open.Name)) Report(MarkdownRules.UnclosedElement, open.Span, open.Name);
            }
        }

        _open.RemoveRange(depth, _open.Count - depth);
    }

    private void TakeOut(HtmlAttribute attribute, string name)
    {
        ReportUnsafe(attribute.Span, name == attribute.Name ? $"'{name}='" : $"'{name}' in '{attribute.Name}='", name);
        Remove(attribute);
    }

    /// <summary>An empty comment stands for it where the text around would join to another tag: <c>&lt;&lt;/p&gt;base</c>.</summary>
    private void Remove(SourceSpan span)
    {
        var joins = span.Start > 0 && _html[span.Start - 1] is '<' or '/' or '!' or '?';
        _edits.Add(new(span.Start, span.Length, joins ? "<!---->" : ""));
    }

    /// <summary>With the blank before it, so that nothing of it is left.</summary>
    private void Remove(HtmlAttribute attribute)
    {
        var blank = char.IsWhiteSpace(_html[attribute.Span.Start - 1]) ? 1 : 0;
        _edits.Add(new(attribute.Span.Start - blank, attribute.Span.Length + blank, ""));
    }

    private void ReportUnsafe(SourceSpan span, string what, string name) => Report(MarkdownRules.UnsafeHtml, span, what, name);

    private void Report(DiagnosticRule rule, SourceSpan span, params object?[] arguments) =>
        _diagnostics.Add(Diagnostic.At(rule, _file, InFile(span), arguments));

    private bool IsAuthors(int position) => RawAt(position) is not null;

    private RawStretch? RawAt(int position)
    {
        var (low, high) = (0, _body.Raw.Count - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            var raw = _body.Raw[middle];
            if (position < raw.Html) high = middle - 1;
            else if (position >= raw.Html + raw.Length) low = middle + 1;
            else return raw;
        }

        return null;
    }

    /// <summary>A place in the HTML as a place in the file; of an attribute in <c>{…}</c>, the first place where its text stands.</summary>
    private SourceSpan InFile(SourceSpan span)
    {
        if (RawAt(span.Start) is { } raw) return new(raw.Source + span.Start - raw.Html, span.Length);
        var text = _html.Substring(span.Start, Math.Min(span.Length, _html.Length - span.Start));
        var written = text.Split(['=', ' ', '>'], 2)[0];
        var from = LastKnownPlaceBefore(span.Start);
        var found = _file.Text!.Value.IndexOf(written, from, StringComparison.OrdinalIgnoreCase);
        return found >= 0 ? new(found, written.Length) : new(from, 1);
    }

    /// <summary>Where in the file the nearest link or stretch of HTML before this place of the output stands.</summary>
    private int LastKnownPlaceBefore(int position)
    {
        var slot = _body.Slots.FindLastIndex(s => s.Position <= position);
        var raw = _body.Raw.FindLastIndex(r => r.Html <= position);
        return Math.Max(
            slot < 0 ? _body.SourceOffset : _body.Links[_body.Slots[slot].Link].Span.Start,
            raw < 0 ? _body.SourceOffset : _body.Raw[raw].Source);
    }

    private static bool HoldsAddress(string attribute) =>
        attribute is "href" or "src" or "srcset" or "action" or "formaction" or "poster" or "data" or "background" or "cite" or "ping" or "xlink:href" or "values" or "to" or "from";

    private static bool HoldsLink(string element, string attribute) => attribute switch
    {
        "href" => element is "a" or "area",
        "src" => HtmlElements.Fetching.Contains(element) || element == "iframe",
        "srcset" => element is "img" or "source",
        "poster" => element == "video",
        _ => false,
    };

    private readonly record struct Open(string Name, SourceSpan Span, bool Removed);
}
