using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace KnowledgeSite.Word;

/// <summary>Writes inline content as runs, links, images and fields.</summary>
internal sealed class InlineWriter(DocumentParts parts)
{
    private const int MaxDepth = 100;

    private int _depth;
    private bool _isInLink;

    /// <summary>True if the paths of links that cannot be followed are shown.</summary>
    public bool ShowsPaths { get; set; } = true;

    /// <summary>The formatting that an element gives to its text.</summary>
    public static TextStyle StyleOf(IElement element, TextStyle style)
    {
        var marks = element.LocalName switch
        {
            "b" or "strong" or "th" => Marks.Bold,
            "cite" or "dfn" or "em" or "i" or "var" => Marks.Italic,
            "code" or "kbd" or "samp" or "tt" => Marks.Code,
            "del" or "s" or "strike" => Marks.Strike,
            "ins" or "u" => Marks.Underline,
            "mark" => Marks.Highlight,
            "sub" => Marks.Sub,
            "sup" => Marks.Super,
            "small" => Marks.Quiet,
            "span" when element.HasClass("raises") || element.HasClass("origin") => Marks.Quiet,
            _ => Marks.None,
        };
        return PageElements.LanguageOf(element) is { } language
            ? style.With(marks) with
            {
                Language = language,
            }
            : style.With(marks);
    }

    public void WriteNode(INode node, ParagraphWriter paragraph, TextStyle style)
    {
        if (node is IText text)
            paragraph.AddText(text.Data, style);
        else if (node is IElement element && !PageElements.IsSkipped(element))
            Write(element, paragraph, style);
    }

    public void Write(IElement element, ParagraphWriter paragraph, TextStyle style)
    {
        if (++_depth > MaxDepth)
            paragraph.AddText(element.TextContent, style);
        else
            WriteElement(element, paragraph, style);
        _depth--;
    }

    /// <summary>
    /// Writes a formula as an equation. In a file that can be imported it is TeX between dollar signs, as in the text
    /// of statements, because an editor's words are read there.
    /// </summary>
    private void WriteFormula(IElement math, ParagraphWriter paragraph, TextStyle style)
    {
        var tex = math.GetAttribute("alttext") ?? math.TextContent;
        if (parts.Source.Statements.Count > 0)
            paragraph.AddText($"${tex}$", style.With(Marks.Code));
        else if (EquationWriter.Create(math) is { } equation)
            paragraph.AddWord(WordElement.OfXml(equation.OuterXml));
        else
            paragraph.AddText(tex, style.With(Marks.Code));
    }

    private void WriteElement(IElement element, ParagraphWriter paragraph, TextStyle style)
    {
        if (
            element.LocalName != "a"
            && element.Id is { Length: > 0 } id
            && !id.StartsWith("site:", StringComparison.Ordinal)
            && parts.Bookmark(id) is { } bookmark
        )
        {
            paragraph.Add(bookmark.Start);
            paragraph.Add(bookmark.End);
        }

        switch (element.LocalName)
        {
            case "br":
                paragraph.AddBreak();
                break;
            case "a":
                WriteLink(element, paragraph, style);
                break;
            case "img":
                WriteImage(element, paragraph, style);
                break;
            case "svg":
                WriteDrawing(element, paragraph, style);
                break;
            case "math":
                WriteFormula(element, paragraph, style);
                break;
            case "input":
                WriteInput(element, paragraph);
                break;
            case "q":
                paragraph.AddText("“", style);
                WriteContent(element, paragraph, style);
                paragraph.AddText("”", style);
                break;
            case "span" when element.HasClass("gap"):
                paragraph.AddWord(ContentControls.Field(parts.NameOf(element), parts.Source.Text.WriteHere, style));
                break;
            case "span" when element.HasClass("choice"):
                WriteChoice(element, paragraph, style, ".option");
                break;
            case "span" when element.HasClass("step"):
                WriteScale(element, paragraph, style);
                break;
            case "span" when element.HasClass("option"):
                WriteOption(element, paragraph, style);
                break;
            case "span" when !PageElements.IsWording(element):
                paragraph.Separate();
                WriteContent(element, paragraph, StyleOf(element, style));
                break;
            default:
                WriteContent(element, paragraph, StyleOf(element, style));
                break;
        }
    }

    private void WriteContent(IElement element, ParagraphWriter paragraph, TextStyle style)
    {
        foreach (var node in element.ChildNodes)
            WriteNode(node, paragraph, style);
    }

    private void WriteLink(IElement link, ParagraphWriter paragraph, TextStyle style)
    {
        if (link.HasClass("footnote-ref"))
        {
            if (!parts.Footnotes.Refer(link, paragraph, style, parts))
                WriteContent(link, paragraph, style);
            return;
        }

        var target = _isInLink || link.GetAttribute("href") is not { } href ? default : parts.Resolve(href);
        if (target.Bookmark is null && target.Relationship is null)
        {
            WriteContent(link, paragraph, style);
            if (
                ShowsPaths
                && target.Path is { } path
                && !style.Marks.HasFlag(Marks.Quiet)
                && !IsHeading(link.ParentElement!)
            )
            {
                paragraph.Separate();
                paragraph.AddText($"({path})", style.With(Marks.Quiet));
            }

            return;
        }

        var hyperlink = target.Bookmark is { } anchor
            ? new WordElement("w:hyperlink").Set("w:anchor", anchor)
            : new WordElement("w:hyperlink").Set("r:id", target.Relationship!);
        paragraph.Open(hyperlink, hyperlink);
        _isInLink = true;
        WriteContent(link, paragraph, style.With(Marks.Link));
        _isInLink = false;
        paragraph.Close();
    }

    private static bool IsHeading(IElement element) =>
        element.LocalName is "h1" or "h2" or "h3" or "h4" or "h5" or "h6";

    private void WriteImage(IElement image, ParagraphWriter paragraph, TextStyle style)
    {
        var alt = XmlText.Collapse(XmlText.Clean(image.GetAttribute("alt") ?? ""));
        if (
            image.GetAttribute("src") is { } source
            && parts.AddressOf(source) is { } address
            && parts.Source.FindImage(address) is { } bytes
            && parts.Pictures.Create(
                address,
                bytes,
                alt,
                PixelsOf(image, "width"),
                PixelsOf(image, "height"),
                parts.NextId()
            )
                is { } drawing
        )
            paragraph.AddWord(new("w:r", WordElement.OfXml(drawing.OuterXml)));
        else if (alt.Length > 0)
            paragraph.AddText($"[{alt}]", style.With(Marks.Quiet));
    }

    private static int? PixelsOf(IElement image, string side) =>
        int.TryParse(image.GetAttribute(side), out var pixels) && pixels is > 0 and < 100_000 ? pixels : null;

    /// <summary>A drawing is replaced by its text alternative. Below a diagram, a list has its content.</summary>
    private static void WriteDrawing(IElement drawing, ParagraphWriter paragraph, TextStyle style)
    {
        var hasList =
            drawing.ParentElement is { LocalName: "figure" } figure
            && figure.FirstWithin(e => e.LocalName == "details") is not null;
        if (!hasList && drawing.GetAttribute("aria-label") is { Length: > 0 } label)
            paragraph.AddText($"[{label}]", style.With(Marks.Quiet));
    }

    private void WriteInput(IElement input, ParagraphWriter paragraph)
    {
        if (input.GetAttribute("type") != "checkbox")
            return;
        paragraph.AddWord(ContentControls.Checkbox(parts.NameOf(input), ((IHtmlInputElement)input).IsChecked));
    }

    private void WriteOption(IElement option, ParagraphWriter paragraph, TextStyle style)
    {
        paragraph.AddWord(
            ContentControls.Checkbox(
                parts.NameOf(option) with
                {
                    Label = option.TextContent,
                },
                option.HasClass("chosen")
            )
        );
        paragraph.AddText(" ", style);
        WriteContent(option, paragraph, style);
    }

    private void WriteChoice(IElement group, ParagraphWriter paragraph, TextStyle style, string options) =>
        paragraph.AddWord(
            ContentControls.Choice(
                parts.NameOf(group),
                [.. group.QuerySelectorAll(options).Select(o => XmlText.Collapse(XmlText.Clean(o.TextContent)))],
                style
            )
        );

    /// <summary>The first number of a scale stands for all.</summary>
    private void WriteScale(IElement step, ParagraphWriter paragraph, TextStyle style)
    {
        if (step.ParentElement is { } scale && scale.FirstWithin(e => e.HasClass("step")) == step)
            WriteChoice(scale, paragraph, style, ".step");
    }
}
