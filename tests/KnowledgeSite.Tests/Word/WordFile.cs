using System.Buffers;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using DocumentFormat.OpenXml.Wordprocessing;
using KnowledgeSite.Files;
using KnowledgeSite.Strings;
using KnowledgeSite.Word;

namespace KnowledgeSite.Tests.Word;

/// <summary>A file that was opened and found valid.</summary>
internal sealed record WordFile(WordprocessingDocument Document) : IDisposable
{
    public MainDocumentPart Main => Document.MainDocumentPart!;

    public Body Body => Main.Document!.Body!;

    public static WordSource SourceOf(
        string html,
        string? root = null,
        string language = "en-GB",
        byte[]? image = null,
        IEnumerable<string>? statements = null
    ) =>
        new(
            $"<!DOCTYPE html><body><nav>Menu</nav><main id=\"site:main\"><article>{html}</article></main></body>",
            new("/folder/page/"),
            root is null ? null : new(root),
            language,
            UiStrings.English
        )
        {
            SiteTitle = "Knowledge",
            State = "Data science ladder · version 2.0",
            Date = new(2026, 11, 30),
            Statements = (statements ?? []).ToHashSet(),
            FindImage = path => path == new SitePath("/a.png") ? image : null,
        };

    public static byte[] BytesOf(WordSource source)
    {
        var output = new ArrayBufferWriter<byte>();
        WordDocument.Write(source, output);
        return output.WrittenSpan.ToArray();
    }

    public static WordFile Convert(
        string html,
        string? root = null,
        string language = "en-GB",
        byte[]? image = null,
        IEnumerable<string>? statements = null
    ) => Open(BytesOf(SourceOf(html, root, language, image, statements)));

    public static WordFile Open(byte[] bytes)
    {
        var document = WordprocessingDocument.Open(new MemoryStream(bytes), isEditable: false);
        Assert.Equal(
            [],
            new OpenXmlValidator(DocumentFormat.OpenXml.FileFormatVersions.Microsoft365)
                .Validate(document)
                .Take(10)
                .Select(e => $"{e.Part?.Uri} {e.Path?.XPath}: {e.Description}")
        );
        return new(document);
    }

    public void Dispose() => Document.Dispose();
}
