using System.Buffers;
using AngleSharp;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using KnowledgeSite.Content;

namespace KnowledgeSite.Word;

/// <summary>
/// Writes a finished page of the site as a Word file. The bytes depend only on the page: parts and relationships have
/// fixed names, and there are no timestamps of the build.
/// </summary>
internal static class WordDocument
{
    /// <summary>Elements are created without the observers that react to changes of their attributes.</summary>
    private static readonly HtmlParser Parser = new(
        new() { DisableElementPositionTracking = true, SkipComments = true },
        BrowsingContext.New(Configuration.Default.Without<IAttributeObserver>())
    );

    public static void Write(WordSource source, IBufferWriter<byte> output)
    {
        var page = Parse(source.Html);
        using var package = new WordPackage();
        var text = new TextStyle(Marks.None, null, WritingDirection.IsRightToLeft(source.Language));
        var index = new PageIndex(page);
        var parts = new DocumentParts(package, source, index);
        var body = new WordElement("w:body");
        var writer = new BlockWriter(parts, body);
        var style = new BlockStyle(text);
        writer.Write(page, style);
        var footnotes = parts.Footnotes.Write(parts, style, writer);
        if (body.Last is not { Name: "w:p" })
            body.Add(new("w:p"));
        PageMargins.AddTo(package, body, source, index, text);

        package.AddFile("word/document.xml", WordPackage.Root("w:document").Add(body));
        package.AddPart("footnotes", footnotes);
        package.AddPart("numbering", parts.Lists.Create());
        StaticParts.AddTo(package, source.Language);
        var title = index.Title?.TextContent ?? source.SiteTitle;
        DocumentProperties.AddTo(package, source, XmlText.Collapse(XmlText.Clean(title)));
        output.Write(package.Finish());
    }

    /// <summary>Parses only the main part of the page: the rest of the file is navigation.</summary>
    private static IElement Parse(string html)
    {
        var start = html.IndexOf("<main", StringComparison.Ordinal);
        var end = html.LastIndexOf("</main>", StringComparison.Ordinal);
        return Parser.ParseDocument(start < 0 || end < start ? html : html[start..end]).Body!;
    }
}
