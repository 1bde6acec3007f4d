namespace KnowledgeSite.Word;

/// <summary>The paper of a document, with the lines at its top and bottom.</summary>
internal static class PageMargins
{
    private const int Margin = 1134;

    /// <summary>A4 and Letter in twentieths of a point.</summary>
    private static readonly (int Width, int Height) A4 = (11906, 16838);
    private static readonly (int Width, int Height) Letter = (12240, 15840);

    private const char Number = '\uE010';
    private const char Total = '\uE011';

    public static void AddTo(WordPackage package, WordElement body, WordSource source, PageIndex page, TextStyle text)
    {
        string[] top = [source.SiteTitle, StateOf(source, page)];
        var header = string.Join(" · ", top.Where(t => t.Length > 0));
        package.AddPart("header", WordPackage.Root("w:hdr").Add(Line("Header", text, header, [])));
        var numbers = source.Text.PageOfPages($"{Number}", $"{Total}");
        package.AddPart(
            "footer",
            WordPackage.Root("w:ftr").Add(Line("Footer", text, AddressOf(source), Fields(numbers)))
        );
        var (width, height) = source.IsLetter ? Letter : A4;
        var margins = new WordElement("w:pgMar")
            .Set("w:top", $"{Margin + 300}")
            .Set("w:right", $"{Margin}")
            .Set("w:bottom", $"{Margin + 200}")
            .Set("w:left", $"{Margin}")
            .Set("w:header", "567")
            .Set("w:footer", "567")
            .Set("w:gutter", "0");
        var section = new WordElement(
            "w:sectPr",
            new WordElement("w:headerReference").Set("w:type", "default").Set("r:id", "header"),
            new WordElement("w:footerReference").Set("w:type", "default").Set("r:id", "footer"),
            new WordElement("w:pgSz").Set("w:w", $"{width}").Set("w:h", $"{height}"),
            margins
        );
        if (text.IsRightToLeft)
            section.Add(new("w:bidi"));
        body.Add(section);
    }

    /// <summary>The line that the page prints at its foot, or that of its ladder.</summary>
    private static string StateOf(WordSource source, PageIndex page)
    {
        if (page.Foot is { } printed)
            return XmlText.Collapse(printed.TextContent);
        string?[] known = [source.State, source.Date is { } date ? source.Text.LongDate(date) : null];
        return string.Join(" · ", known.Where(k => k is not null));
    }

    private static string AddressOf(WordSource source) =>
        source.Root is { } root ? root.AbsoluteUri + source.Address.Href : source.Address.Value;

    private static WordElement Line(string name, TextStyle text, string left, IEnumerable<WordElement> right)
    {
        var properties = new WordElement("w:pPr", new WordElement("w:pStyle", name));
        if (text.IsRightToLeft)
            properties.Add(new("w:bidi"));
        var words = new WordElement("w:t") { Text = XmlText.Clean(left) };
        var line = new WordElement("w:p", properties, new WordElement("w:r", words));
        foreach (var element in right)
            line.Add(element);
        return line;
    }

    /// <summary>A tab and the text, in which the marks for page numbers become fields.</summary>
    private static IEnumerable<WordElement> Fields(string text)
    {
        yield return new("w:r", new WordElement("w:tab"));
        var start = 0;
        for (var i = 0; i <= text.Length; i++)
        {
            if (i < text.Length && text[i] is not (Number or Total))
                continue;
            if (i > start)
                yield return new("w:r", WordElement.OfText(text[start..i]));
            if (i < text.Length)
                yield return new WordElement("w:fldSimple", new WordElement("w:r", WordElement.OfText("1"))).Set(
                    "w:instr",
                    text[i] == Number ? "PAGE" : "NUMPAGES"
                );
            start = i + 1;
        }
    }
}
