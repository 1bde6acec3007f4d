using AngleSharp.Dom;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace KnowledgeSite.Word;

/// <summary>The paper of a document, with the lines at its top and bottom.</summary>
internal static class PageMargins
{
    private const int Margin = 1134;

    /// <summary>A4 and Letter in twentieths of a point.</summary>
    private static readonly (uint Width, uint Height) A4 = (11906, 16838);
    private static readonly (uint Width, uint Height) Letter = (12240, 15840);

    private const char Number = '\uE010';
    private const char Total = '\uE011';

    public static void AddTo(WordPackage package, Body body, WordSource source, IElement page, TextStyle text)
    {
        string[] top = [source.SiteTitle, StateOf(source, page)];
        var header = string.Join(" · ", top.Where(t => t.Length > 0));
        package.AddPart("header", new Header(Line("Header", text, header, [])));
        var numbers = source.Text.PageOfPages($"{Number}", $"{Total}");
        package.AddPart("footer", new Footer(Line("Footer", text, AddressOf(source), [.. Fields(numbers)])));
        var (width, height) = source.IsLetter ? Letter : A4;
        var section = new SectionProperties(
            new HeaderReference { Type = HeaderFooterValues.Default, Id = "header" },
            new FooterReference { Type = HeaderFooterValues.Default, Id = "footer" },
            new PageSize { Width = width, Height = height },
            new PageMargin
            {
                Top = Margin + 300,
                Bottom = Margin + 200,
                Left = Margin,
                Right = Margin,
                Header = 567,
                Footer = 567,
                Gutter = 0,
            }
        );
        if (text.IsRightToLeft)
            section.Append(new BiDi());
        body.Append(section);
    }

    /// <summary>The line that the page prints at its foot, or that of its ladder.</summary>
    private static string StateOf(WordSource source, IElement page)
    {
        var printed = page.QuerySelectorAll(".handout-foot p")
            .FirstOrDefault(p => !p.ClassList.Contains("address") && !p.ClassList.Contains("link-notes"));
        if (printed is not null)
            return XmlText.Collapse(printed.TextContent);
        string?[] known = [source.State, source.Date is { } date ? source.Text.LongDate(date) : null];
        return string.Join(" · ", known.Where(k => k is not null));
    }

    private static string AddressOf(WordSource source) =>
        source.Root is { } root ? root.AbsoluteUri + source.Address.Href : source.Address.Value;

    private static Paragraph Line(string name, TextStyle text, string left, IReadOnlyList<OpenXmlElement> right)
    {
        var properties = new ParagraphProperties(new ParagraphStyleId { Val = name });
        if (text.IsRightToLeft)
            properties.Append(new BiDi());
        var line = new Paragraph(properties, new Run(new Text(XmlText.Clean(left))));
        if (right.Count > 0)
            line.Append(new Run(new TabChar()));
        foreach (var element in right)
            line.Append(element is Text ? new Run(element) : element);
        return line;
    }

    /// <summary>Replaces the marks for page numbers with fields.</summary>
    private static IEnumerable<OpenXmlElement> Fields(string text)
    {
        var start = 0;
        for (var i = 0; i <= text.Length; i++)
        {
            if (i < text.Length && text[i] is not (Number or Total))
                continue;
            if (i > start)
                yield return new Text(text[start..i]) { Space = SpaceProcessingModeValues.Preserve };
            if (i < text.Length)
                yield return new SimpleField(new Run(new Text("1")))
                {
                    Instruction = text[i] == Number ? "PAGE" : "NUMPAGES",
                };
            start = i + 1;
        }
    }
}
