using AngleSharp.Dom;

namespace KnowledgeSite.Word;

/// <summary>
/// Writes the content of an HTML element as paragraphs and tables into an element of the document. Inline content
/// between blocks becomes paragraphs.
/// </summary>
/// <param name="target">The body, a cell or a footnote.</param>
internal sealed class BlockWriter(DocumentParts parts, WordElement target)
{
    /// <summary>The depth of elements below which only the text is kept.</summary>
    private const int MaxDepth = 200;

    private const int IndentStep = 360;

    private readonly InlineWriter _inline = new(parts)
    {
        // In narrow cells, a path would break over many lines.
        ShowsPaths = target.Name != "w:tc",
    };
    private readonly List<string> _ids = [];
    private ParagraphWriter? _paragraph;
    private int? _item;
    private int _depth;

    /// <summary>Writes the content of an element.</summary>
    public void Write(IElement element, BlockStyle style)
    {
        WriteContent(element, style);
        EndParagraph();
    }

    /// <summary>Writes a paragraph with the content of an element.</summary>
    public void WriteParagraph(IElement element, BlockStyle style, string? name)
    {
        EndParagraph();
        Remember(element);
        WriteContent(element, name is null ? style : style with { Name = name });
        EndParagraph();
    }

    private void WriteContent(IElement element, BlockStyle style)
    {
        if (++_depth > MaxDepth)
            Inline(style).AddText(element.TextContent, style.Text);
        else
            foreach (var node in element.ChildNodes)
                WriteNode(node, style);
        _depth--;
    }

    private void WriteNode(INode node, BlockStyle style)
    {
        switch (node)
        {
            case IText text when _paragraph is not null || !string.IsNullOrWhiteSpace(text.Data):
                Inline(style).AddText(text.Data, style.Text);
                break;
            case IElement child when !PageElements.IsSkipped(child):
                if (PageElements.IsBlock(child))
                    WriteBlock(child, StyleOf(child, style));
                else
                    WriteInline(child, style);
                break;
        }
    }

    private void WriteInline(IElement element, BlockStyle style)
    {
        if (!PageElements.HasBlocks(element))
        {
            if (PageElements.HasWords(element))
                _inline.Write(element, Inline(style), style.Text);
            else
                Remember(element);
            return;
        }

        // Blocks within a link or an emphasis: only the formatting of the text is kept.
        Remember(element);
        WriteContent(element, style with { Text = InlineWriter.StyleOf(element, style.Text) });
    }

    private static BlockStyle StyleOf(IElement element, BlockStyle style)
    {
        if (element.GetAttribute("dir") is { } direction)
            style = style with
            {
                Text = style.Text with
                {
                    IsRightToLeft =
                        direction == "rtl"
                        || (
                            direction == "auto"
                                ? PageElements.StartsRightToLeft(element.TextContent)
                                : direction != "ltr" && style.Text.IsRightToLeft
                        ),
                },
            };
        return PageElements.LanguageOf(element) is { } language
            ? style with
            {
                Text = style.Text with { Language = language },
            }
            : style;
    }

    private void WriteBlock(IElement element, BlockStyle style)
    {
        switch (element.LocalName)
        {
            case "h1" or "h2" or "h3" or "h4" or "h5" or "h6":
                WriteHeading(element, style);
                break;
            case "p" when parts.Statements.Find(element) is { } statement:
                EndParagraph();
                Remember(element);
                WriteStatement(statement, element.ChildNodes, style);
                EndParagraph();
                break;
            case "p":
                WriteParagraph(element, style, PageElements.StyleOfParagraph(element));
                break;
            case "ul" or "ol" or "menu":
                WriteList(element, style);
                break;
            case "li":
                WriteParagraph(element, style, null);
                break;
            case "dt" or "summary" or "legend":
                WriteParagraph(element, style, element.LocalName == "dt" ? "Term" : "Label");
                break;
            case "dd":
                WriteParagraph(element, style with { Indent = style.Indent + IndentStep }, "Definition");
                break;
            case "blockquote":
                WriteParagraph(element, style with { Indent = style.Indent + IndentStep }, "Quote");
                break;
            case "figcaption" or "caption":
                WriteParagraph(element, style, "Caption");
                break;
            case "pre":
                WriteCode(element, style);
                break;
            case "hr":
                WriteRule(style);
                break;
            case "table":
                WriteTable(element, style);
                break;
            case "div" when element.HasClass("lines") || element.HasClass("box"):
                WriteField(element, style);
                break;
            case "div" when element.HasClass("scale"):
                WriteParagraph(element, style, null);
                break;
            default:
                var isCallout = element.HasClass("markdown-alert");
                var isForm = element.LocalName == "handout-form" || element.HasClass("sheet");
                WriteParagraph(
                    element,
                    style with
                    {
                        IsCallout = style.IsCallout || isCallout,
                        IsForm = style.IsForm || isForm,
                    },
                    null
                );
                break;
        }
    }

    private void WriteHeading(IElement element, BlockStyle style)
    {
        var level = element.LocalName[1] - '0';
        var name =
            level == 1 && parts.TakeTitle() ? "Title"
            : style.TableDepth > 0 ? "Label"
            : $"Heading{Math.Clamp(level - 1, 1, 4)}";
        parts.Statements.Enter(element);
        EndParagraph();
        var above = target.Last;
        WriteParagraph(element, style, name);
        if (element.HasClass("new-page"))
            PageBreaks.BeginBelow(above, target);
    }

    private void WriteList(IElement element, BlockStyle style)
    {
        EndParagraph();
        PageBreaks.KeepLastWithNext(target);
        Remember(element);
        if (++_depth > MaxDepth)
        {
            Inline(style).AddText(element.TextContent, style.Text);
            _depth--;
            return;
        }

        var depth = style.ListDepth + 1;
        var isPlain = element.HasClass("contains-task-list") || element.HasClass("choice");
        var inner = style with
        {
            ListDepth = depth,
            Indent = style.Indent + (style.Indent < ListNumbers.Step * 16 ? ListNumbers.Step : 0),
            Hanging =
                isPlain ? ListNumbers.CheckboxWidth
                : element.LocalName == "ol" ? ListNumbers.NumberGap
                : ListNumbers.Step,
        };
        int list =
            isPlain ? ListNumbers.Checkboxes
            : element.LocalName == "ol"
                ? parts.Lists.Ordered(
                    element.GetAttribute("type"),
                    depth - 1,
                    int.TryParse(element.GetAttribute("start"), out var start) ? Math.Clamp(start, 0, 32767) : 1
                )
            : parts.Lists.Unordered;
        parts.Statements.EnterList(element);
        foreach (var item in element.Children.Where(c => !PageElements.IsSkipped(c)))
        {
            _item = list;
            WriteItem(item, StyleOf(item, inner));
            _item = null;
        }

        parts.Statements.LeaveList();
        _depth--;
    }

    private void WriteItem(IElement item, BlockStyle style)
    {
        EndParagraph();
        if (parts.Statements.Find(item) is not { } statement)
        {
            Remember(item);
            WriteContent(item, style);
            EndParagraph();
            // An item without any text still has its number.
            if (_item is not null && item.ChildElementCount == 0)
                Inline(style);
            EndParagraph();
            return;
        }

        // The items of a list with blank lines hold paragraphs.
        var parent = item.FirstElementChild is { LocalName: "p" } first ? first : item;
        var nodes = parent.ChildNodes.TakeWhile(PageElements.IsWording).ToList();
        WriteStatement(statement, nodes, style);
        foreach (var node in parent.ChildNodes.Skip(nodes.Count))
            WriteNode(node, style);
        foreach (var node in parent == item ? [] : item.ChildNodes.Where(n => n != parent))
            WriteNode(node, style);
        EndParagraph();
    }

    /// <summary>Writes nodes as the content of a statement: a bookmark and a content control.</summary>
    private void WriteStatement(string statement, IEnumerable<INode> nodes, BlockStyle style)
    {
        var paragraph = Inline(style);
        var bookmark = parts.Bookmark(statement);
        if (bookmark is { } started)
            paragraph.Add(started.Start);
        var control = ContentControls.Statement(statement, parts.NextId(), out var content);
        paragraph.Open(control, content);
        var showedPaths = _inline.ShowsPaths;
        _inline.ShowsPaths = false;
        foreach (var node in nodes)
            _inline.WriteNode(node, paragraph, style.Text);
        _inline.ShowsPaths = showedPaths;
        paragraph.TrimEnd();
        paragraph.Close();
        if (bookmark is { } ended)
            paragraph.Add(ended.End);
    }

    private void WriteCode(IElement element, BlockStyle style)
    {
        EndParagraph();
        Remember(element);
        var text = element.TextContent.ReplaceLineEndings("\n").Replace("\t", "    ", StringComparison.Ordinal);
        Inline(style with { Name = "Code" }).AddPreformatted(text.TrimEnd('\n'), style.Text);
        EndParagraph();
    }

    private void WriteRule(BlockStyle style)
    {
        EndParagraph();
        var paragraph = style.CreateParagraph();
        var border = new WordElement("w:bottom", "single")
            .Set("w:color", "94A3B8")
            .Set("w:sz", "6")
            .Set("w:space", "1");
        PageBreaks.Set(paragraph, new("w:pBdr", border));
        target.Add(paragraph);
    }

    private void WriteTable(IElement element, BlockStyle style)
    {
        if (style.TableDepth >= TableWriter.MaxDepth)
        {
            // Word does not open tables that are nested much deeper. Their cells become paragraphs.
            WriteParagraph(element, style, null);
            return;
        }

        if (_item is not null)
            Inline(style);
        EndParagraph();
        Remember(element);
        new TableWriter(parts, style).Write(element, target, this);
    }

    private void WriteField(IElement element, BlockStyle style)
    {
        EndParagraph();
        if (element.FirstWithin(e => e.HasClass("box-label")) is { } label)
            WriteParagraph(label, style, "Label");
        PageBreaks.KeepLastWithNext(target);
        var paragraph = (style with { IsCallout = true }).CreateParagraph();
        PageBreaks.Separate(target, paragraph);
        target.Add(ContentControls.Block(parts.NameOf(element), parts.Source.Text.WriteHere, paragraph, style.Text));
    }

    private void Remember(IElement element)
    {
        if (element.Id is { Length: > 0 } id && !id.StartsWith("site:", StringComparison.Ordinal))
            _ids.Add(id);
    }

    /// <summary>The paragraph to write to; a new one if there is none.</summary>
    private ParagraphWriter Inline(BlockStyle style)
    {
        if (_paragraph is not null)
            return _paragraph;
        _paragraph = new(style.CreateParagraph(style.Name, _item));
        _item = null;
        PageBreaks.Separate(target, _paragraph.Paragraph);
        target.Add(_paragraph.Paragraph);
        foreach (var id in _ids)
            if (parts.Bookmark(id) is { } bookmark)
            {
                _paragraph.Add(bookmark.Start);
                _paragraph.Add(bookmark.End);
            }

        _ids.Clear();
        return _paragraph;
    }

    private void EndParagraph()
    {
        if (_paragraph is null)
            return;
        _paragraph.TrimEnd();
        PageBreaks.KeepAnnouncement(target, _paragraph.Paragraph);
        _paragraph = null;
    }
}
