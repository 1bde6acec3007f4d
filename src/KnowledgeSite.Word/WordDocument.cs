using System.Buffers;
using System.Globalization;
using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using KnowledgeSite.Content;
using KnowledgeSite.Ladders;

namespace KnowledgeSite.Word;

/// <summary>
/// Writes a finished page of the site as a Word file. The bytes depend only on the page: parts and relationships have
/// fixed names, and there are no timestamps of the build.
/// </summary>
internal static class WordDocument
{
    private static readonly HtmlParser Parser = new();

    public static void Write(WordSource source, IBufferWriter<byte> output)
    {
        using var stream = new MemoryStream();
        using (var document = WordprocessingDocument.Create(stream, WordprocessingDocumentType.Document))
        {
            // The parts are compressed when they are copied.
            document.CompressionOption = System.IO.Packaging.CompressionOption.NotCompressed;
            var main = document.AddMainDocumentPart();
            document.ChangeIdOfPart(main, "document");
            var title = Fill(main, source);
            DocumentProperties.AddTo(document, source, title);
        }

        DeterministicZip.Copy(stream, output);
    }

    /// <summary>Writes the content, and returns the title.</summary>
    private static string Fill(MainDocumentPart main, WordSource source)
    {
        var page = Parse(source.Html);
        var text = new TextStyle(Marks.None, null, WritingDirection.IsRightToLeft(source.Language));
        var ids = page.QuerySelectorAll("[id]").Select(e => e.Id!).ToHashSet(StringComparer.Ordinal);
        var parts = new DocumentParts(main, source, ids) { Footnotes = new(page) };
        var body = new Body();
        var writer = new BlockWriter(parts, body);
        var style = new BlockStyle(text);
        writer.Write(page, style);
        var footnotes = parts.Footnotes.Write(parts, style, writer);
        if (body.LastChild is not Paragraph)
            body.Append(new Paragraph());

        main.AddNewPart<FootnotesPart>("footnotes").Footnotes = footnotes;
        main.AddNewPart<NumberingDefinitionsPart>("numbering").Numbering = parts.Lists.Create();
        PageMargins.AddTo(main, body, source, page, text);
        StaticParts.AddTo(main, source.Language);
        main.Document = new(body) { MCAttributes = new() { Ignorable = "w14 w15" } };
        main.Document.AddNamespaceDeclaration("w14", "http://schemas.microsoft.com/office/word/2010/wordml");
        main.Document.AddNamespaceDeclaration("w15", "http://schemas.microsoft.com/office/word/2012/wordml");
        return XmlText.Collapse(XmlText.Clean(page.QuerySelector("h1")?.TextContent ?? source.SiteTitle));
    }

    /// <summary>Parses only the main part of the page: the rest of the file is navigation.</summary>
    private static IElement Parse(string html)
    {
        var start = html.IndexOf("<main", StringComparison.Ordinal);
        var end = html.LastIndexOf("</main>", StringComparison.Ordinal);
        return Parser.ParseDocument(start < 0 || end < start ? html : html[start..end]).Body!;
    }
}
