using KnowledgeSite.Diagnostics;
using KnowledgeSite.Files;

namespace KnowledgeSite.Content.Markup;

/// <summary>
/// Processes the rendered HTML of a page that contains HTML of its author. First it distinguishes tags from text and
/// balances the elements, so that the author's HTML cannot affect the rest of the page. It works on the rendered HTML,
/// because an element can begin in one Markdown block and end in another. Then <see cref="RawHtmlSanitizer"/> removes
/// what is not safe, and <see cref="RawHtmlAttributes"/> collects ids and links.
/// </summary>
internal sealed class RawHtmlPass
{
    /// <summary>
    /// The maximum depth of nested elements. Browsers allow 512, and the time for an element grows with its depth.
    /// </summary>
    private const int MaxDepth = 256;

    private readonly BodyRenderer _body;
    private readonly HashSet<string> _idsOfPage;
    private readonly SearchedText _html;
    private readonly RawHtmlSourceMap _places;
    private readonly RawHtmlFindings _findings;
    private readonly HtmlEdits _edits;
    private readonly HtmlNesting _nesting = new();
    private readonly TagClassifier _meaning;
    private readonly HtmlPolicy _policy;
    private readonly AllowedContent _allowed;

    /// <summary>The start tags that are kept in the page, by their positions.</summary>
    private readonly Dictionary<int, HtmlTag> _tags = [];

    /// <summary>The names of elements for which broken quotes of an attribute have been reported.</summary>
    private readonly HashSet<string> _withBrokenQuotes = new(StringComparer.Ordinal);

    /// <summary>The elements and attributes for which a value in JSX has been reported.</summary>
    private readonly HashSet<(string Tag, string Attribute)> _jsx = [];
    private bool _hasBreakEnd;

    /// <summary>The index of the first slot after the text that has been read.</summary>
    private int _nextSlot;

    /// <summary>
    /// The number of start tags that are shown as text because they are nested too deep, by name. As many end tags are
    /// shown as text too.
    /// </summary>
    private readonly Dictionary<string, int> _tooDeep = new(StringComparer.Ordinal);

    public RawHtmlPass(
        SourceFile file,
        BodyRenderer body,
        HashSet<string> ids,
        AllowedContent allowed,
        DiagnosticBag diagnostics
    )
    {
        var html = SlotMark.Remove(body.Html.ToString());
        _body = body;
        _idsOfPage = ids;
        _html = new(html);
        _edits = new(html);
        _meaning = new(_html, _nesting, allowed);
        _policy = new(allowed);
        _allowed = allowed;
        _places = new(file, body, html);
        _findings = new(file, _places, diagnostics);
    }

    /// <summary>
    /// Returns the sanitized HTML. Adds its ids to the given set and its links to the renderer's list.
    /// </summary>
    public BodyHtml Run()
    {
        var at = 0;
        while (HtmlTokenizer.Next(_html, at) is { } tag)
        {
            EscapeText(at, tag.Span.Start);
            EndLinksBeforeEmbeds(tag.Span.Start);
            at = Read(tag);
        }

        EndLinksBeforeEmbeds(_html.Text.Length);
        EscapeText(at, _html.Text.Length);
        WriteEnds(_nesting.EndAll(), _html.Text.Length);
        return Sanitize(_edits.Apply(_body.Slots));
    }

    private BodyHtml Sanitize(EditedHtml edited)
    {
        var attributes = new RawHtmlAttributes(
            _html.Text,
            _body,
            _idsOfPage,
            _places,
            _findings,
            _allowed.Allows("style")
        );
        var sanitizer = new RawHtmlSanitizer(
            _allowed,
            _findings,
            position => _tags.GetValueOrDefault(edited.PositionBefore(position))
        );
        var html = sanitizer.Sanitize(edited.Html, attributes.Read);
        _idsOfPage.UnionWith(attributes.Names);
        return SlotMark.ToSlots(html, attributes.Slots);
    }

    /// <summary>
    /// Closes links before embedded content, because the content can be a link. Browsers differ in where they end a
    /// link that contains a link.
    /// </summary>
    private void EndLinksBeforeEmbeds(int end)
    {
        for (; _nextSlot < _body.Slots.Count && _body.Slots[_nextSlot].Position <= end; _nextSlot++)
        {
            if (_body.Slots[_nextSlot] is not { Content: SlotContent.Embed } slot)
                continue;
            WriteEnds(_nesting.EndBefore("a"), slot.Position, isBeforeSlot: true);
        }
    }

    /// <summary>
    /// Escapes what an author wrote as text between tags: <c>x &lt; y</c>, <c>{{&lt; card &gt;}}</c>.
    /// </summary>
    private void EscapeText(int from, int to)
    {
        for (
            var at = _html.Text.IndexOf('<', from, to - from);
            at >= 0;
            at = _html.Text.IndexOf('<', at + 1, to - at - 1)
        )
            if (_places.IsAuthors(at))
                _edits.Replace(new SourceSpan(at, 1), "&lt;");
    }

    /// <summary>
    /// Handles a tag and returns the position at which to continue: after the tag, after the content of a raw-text
    /// element, or inside a tag that is shown as text.
    /// </summary>
    private int Read(HtmlTag tag)
    {
        if (!tag.IsFinished || _meaning.IsCdata(tag) || _places.EndsOutsideItsHtml(tag))
            return ShowUnfinished(tag);
        return tag.Kind switch
        {
            HtmlTagKind.Start => ReadStart(tag),
            HtmlTagKind.End => ReadEnd(tag),
            _ => ReadComment(tag),
        };
    }

    /// <summary>
    /// Removes a comment, because comments are for authors. A comment that also contains HTML of the renderer has no
    /// end in the author's text, so it is shown as text.
    /// </summary>
    private int ReadComment(HtmlTag comment)
    {
        if (!_places.IsOnePiece(comment.Span))
            return ShowUnfinished(comment);
        _edits.Remove(comment.Span);
        _body.Comments.Add(_places.InFile(comment.Span));
        return comment.Span.End;
    }

    private int ReadStart(HtmlTag tag)
    {
        var isAuthors = _places.IsAuthors(tag.Span.Start);
        var endOfText = _meaning.EndOfPlainText(tag);
        if (TagClassifier.IsLeftOut(tag.Name))
            _edits.Remove(tag.Span);
        else if (isAuthors && _meaning.IsNoElement(tag.Name))
            return ShowNoElement(tag);
        else if (isAuthors && _meaning.IsPlaceholder(tag))
            return ShowAsText(tag, MarkdownRules.Placeholder, tag.Name);
        else if (isAuthors && _meaning.DoesNothing(tag.Name))
            RemoveUseless(tag);
        else if (_policy.IsUnsafe(tag.Name, tag.Value))
            RemoveUnsafe(tag);
        else if (tag.Name == "form" && _policy.SendsElsewhere(tag.Value))
            RemoveWithEnd(tag, MarkdownRules.SendsDataElsewhere, "<form>", "form");
        else if (tag.Name == "style" && !_allowed.Allows("style") && endOfText is not null)
            RemoveStyles(tag);
        else if (!_policy.Allows(tag.Name, tag.Value) || (tag.Name == "title" && !_nesting.InForeignContent))
            return RemoveUnknown(tag);
        else if (isAuthors && _nesting.Depth >= MaxDepth && !HtmlElements.Void.Contains(tag.Name))
            return ShowTooDeep(tag);
        else if (tag.Name == HtmlElements.Endless || (endOfText is null && HtmlElements.RawText.Contains(tag.Name)))
            return ShowUnfinished(tag);
        else
            Keep(tag);
        return endOfText ?? tag.Span.End;
    }

    private int ShowNoElement(HtmlTag tag)
    {
        if (_meaning.IsComponent(tag))
            _body.Components.Add(_places.InFile(tag.Span));
        else if (!_meaning.IsBetweenBackticks(tag))
            _findings.Report(MarkdownRules.UnknownElement, tag.Span, tag.Name);
        return ShowAsText(tag);
    }

    private int ShowTooDeep(HtmlTag tag)
    {
        if (_tooDeep.Count == 0)
            _findings.Report(MarkdownRules.ElementsTooDeep, tag.Span, tag.Name, MaxDepth);
        _tooDeep[tag.Name] = _tooDeep.GetValueOrDefault(tag.Name) + 1;
        return ShowAsText(tag);
    }

    private int ReadEnd(HtmlTag tag)
    {
        if (_tooDeep.TryGetValue(tag.Name, out var shown) && shown > 0 && _places.IsAuthors(tag.Span.Start))
        {
            _tooDeep[tag.Name] = shown - 1;
            return ShowAsText(tag);
        }

        var ended = _nesting.End(tag.Name, _places.IsAuthors(tag.Span.Start));
        if (ended.Count == 0)
            return ReadStrayEnd(tag);
        WriteEnds(ended.SkipLast(1), tag.Span.Start);
        if (ended[^1].IsRemoved)
            _edits.Remove(tag.Span);
        else if (tag.Attributes.Count > 0)
            _edits.Replace(tag.Span, $"</{tag.Name}>");
        return tag.Span.End;
    }

    /// <summary>
    /// Handles an end tag without a start tag. Browsers turn two of them into elements: <c>&lt;/br&gt;</c> into a line
    /// break, and <c>&lt;/p&gt;</c> into an empty paragraph (13.2.6.4.7).
    /// </summary>
    private int ReadStrayEnd(HtmlTag tag)
    {
        var isAuthors = _places.IsAuthors(tag.Span.Start);
        if (isAuthors && _meaning.EndsTabs(tag) is { } tabs)
        {
            _edits.Remove(tag.Span);
            _findings.Report(MarkdownRules.StrayEndTag, tag.Span, tabs);
            return tag.Span.End;
        }

        if (isAuthors && _meaning.IsNoElement(tag.Name))
            return ShowAsText(tag);
        if (tag.Name == "br")
        {
            _edits.Replace(tag.Span, "<br>");
            if (!_hasBreakEnd)
                _findings.Report(MarkdownRules.BreakEndTag, tag.Span);
            _hasBreakEnd = true;
        }
        else if (tag.Name == "p" && isAuthors && _places.FollowsText(tag.Span.Start))
        {
            _edits.Replace(tag.Span, "<p></p>");
        }
        else
        {
            _edits.Remove(tag.Span);
            if (isAuthors && TagClassifier.IsMissed(tag.Name) && !JsxAttribute.IsInStartOf(_html.Text, tag))
                _findings.Report(MarkdownRules.StrayEndTag, tag.Span, tag.Name);
        }

        return tag.Span.End;
    }

    private int ShowUnfinished(HtmlTag tag)
    {
        if (!_places.IsAuthors(tag.Span.Start))
            return ShowAsText(tag);
        return ShowAsText(
            tag,
            MarkdownRules.UnclosedTag,
            tag.IsFinished ? $"</{tag.Name}>"
                : tag.Name == "!--" ? "-->"
                : ">"
        );
    }

    private int ShowAsText(HtmlTag tag, DiagnosticRule rule, string argument)
    {
        _findings.Report(rule, tag.Span, argument);
        return ShowAsText(tag);
    }

    /// <summary>Shows a tag as text and continues inside it, because it can contain other tags.</summary>
    private int ShowAsText(HtmlTag tag)
    {
        _edits.ShowAsText(tag);
        return tag.Span.Start + 1;
    }

    private void RemoveUseless(HtmlTag tag)
    {
        _edits.Remove(tag.Span);
        _findings.Report(MarkdownRules.ElementWithoutEffect, tag.Span, tag.Name);
    }

    /// <summary>Removes the tags of an element and keeps its content, such as the fields of a form.</summary>
    private void RemoveWithEnd(HtmlTag tag, DiagnosticRule rule, params object?[] arguments)
    {
        if (_places.IsAuthors(tag.Span.Start))
            _findings.Report(rule, tag.Span, arguments);
        _edits.Remove(tag.Span);
        if (!HtmlElements.Void.Contains(tag.Name) && !tag.IsSelfClosing)
            Begin(tag, isRemoved: true);
    }

    private void RemoveStyles(HtmlTag tag)
    {
        _findings.Report(MarkdownRules.BlockedStyle, tag.Span, "<style>");
        var end = HtmlTokenizer.EndOfRawText(_html, tag.Span.End, tag.Name);
        _edits.Remove(new SourceSpan(tag.Span.Start, end - tag.Span.Start));
        Begin(tag, isRemoved: true);
    }

    /// <summary>Removes an element, for a raw-text element with its content.</summary>
    private void RemoveUnsafe(HtmlTag tag)
    {
        if (tag.Name is "object" or "embed" && ImageOf(tag) is { } image)
        {
            _findings.Report(MarkdownRules.EmbeddedImage, tag.Span, tag.Name, image);
            // A link without a slot: the image is in use, and is reported if it is missing.
            _body.Links.Add(new(LinkForm.Image, image, _places.InFile(tag.Span)));
        }
        else
            _findings.Report(MarkdownRules.UnsafeHtml, tag.Span, $"<{tag.Name}>", tag.Name);
        var end = HtmlElements.RawText.Contains(tag.Name)
            ? HtmlTokenizer.EndOfRawText(_html, tag.Span.End, tag.Name)
            : -1;
        _edits.Remove(end < 0 ? tag.Span : new(tag.Span.Start, end - tag.Span.Start));
        if (!HtmlElements.Void.Contains(tag.Name) && !tag.IsSelfClosing)
            Begin(tag, isRemoved: true);
    }

    private static string? ImageOf(HtmlTag tag) =>
        (tag.Value("data") ?? tag.Value("src")) is { } address && MediaFile.KindOf(address) == MediaKind.Image
            ? address
            : null;

    /// <summary>
    /// Removes the tags of an element that is harmless but not allowed. Its content is read as usual.
    /// </summary>
    private int RemoveUnknown(HtmlTag tag)
    {
        RemoveWithEnd(tag, MarkdownRules.ElementWithoutEffect, tag.Name);
        return tag.Span.End;
    }

    private void Begin(HtmlTag tag, bool isRemoved) =>
        _nesting.Begin(new(tag.Name, tag.Span, isRemoved, _places.IsAuthors(tag.Span.Start)));

    private void Keep(HtmlTag tag)
    {
        WriteEnds(_nesting.EndBefore(tag.Name), tag.Span.Start);
        // Included text can contain links, which must not be inside a link.
        if (IsIncludedText(tag))
            WriteEnds(_nesting.EndBefore("a"), tag.Span.Start);
        if (_nesting.LacksRow(tag.Name))
            InsertRow(tag);
        ReportBrokenQuotes(tag);
        _tags[tag.Span.Start] = tag;
        var inForeignContent = _nesting.InForeignContent;
        var isWhole =
            HtmlElements.Void.Contains(tag.Name)
            || (tag.IsSelfClosing && (inForeignContent || tag.Name is "svg" or "math"));
        if (!isWhole)
            Begin(tag, isRemoved: false);
    }

    private void ReportBrokenQuotes(HtmlTag tag)
    {
        if (JsxAttribute.Find(_html.Text, tag) is { } jsx)
        {
            var name = _html.Text.Substring(jsx.Span.Start, jsx.Name.Length);
            if (_jsx.Add((tag.Name, name)))
                _findings.Report(MarkdownRules.JsxValue, jsx.Span, tag.Name, name, JsxAttribute.ToHtml(name));
            return;
        }

        if (tag.Attributes.FirstOrDefault(a => a.Name.AsSpan().ContainsAny('"', '\'')) is not { } broken)
            return;
        if (_withBrokenQuotes.Add(tag.Name))
            _findings.Report(MarkdownRules.BrokenQuotes, broken.Span, tag.Name);
    }

    private bool IsIncludedText(HtmlTag tag) =>
        tag.Name == "div" && tag.Value("class") == "included" && !_places.IsAuthors(tag.Span.Start);

    /// <summary>Inserts the row that browsers add around a cell without a row.</summary>
    private void InsertRow(HtmlTag cell)
    {
        _edits.InsertStartTag(cell.Span.Start, "tr");
        _nesting.Begin(new("tr", cell.Span, IsRemoved: false, IsAuthors: true));
    }

    /// <summary>
    /// Writes end tags that a parser would imply, so that every browser closes the elements at the same position.
    /// </summary>
    private void WriteEnds(IEnumerable<OpenElement> ended, int position, bool isBeforeSlot = false)
    {
        foreach (var element in ended.Where(e => !e.IsRemoved))
        {
            _edits.InsertEndTag(position, element.Name, isBeforeSlot);
            if (_places.IsAuthors(element.Span.Start) && !HtmlElements.EndMayBeMissing.Contains(element.Name))
                _findings.Report(MarkdownRules.UnclosedElement, element.Span, element.Name);
        }
    }
}
