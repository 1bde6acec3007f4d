using System.IO.Compression;

namespace KnowledgeSite.Word;

/// <summary>
/// Writes the parts of a Word file and their relationships as a zip file whose bytes depend only on the content. The
/// package classes of the library take several times as long as the text itself: they write each file twice.
/// </summary>
internal sealed class WordPackage : IDisposable
{
    private const string Relationships = "http://schemas.openxmlformats.org/package/2006/relationships";
    private const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
    private const string Core = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties";
    private const string Types = "http://schemas.openxmlformats.org/package/2006/content-types";
    private const string Word = "application/vnd.openxmlformats-officedocument.wordprocessingml.";
    private const string Properties = "application/vnd.openxmlformats-officedocument.custom-properties+xml";
    private const string CoreProperties = "application/vnd.openxmlformats-package.core-properties+xml";

    /// <summary>The types of files by their extension.</summary>
    private static readonly (string Extension, string Type)[] DefaultTypes =
    [
        ("gif", "image/gif"),
        ("jpeg", "image/jpeg"),
        ("png", "image/png"),
        ("rels", "application/vnd.openxmlformats-package.relationships+xml"),
        ("xml", "application/xml"),
    ];

    /// <summary>The earliest time that the format supports.</summary>
    private static readonly DateTimeOffset Time = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly MemoryStream _stream = new();
    private readonly ZipArchive _zip;
    private readonly XmlBuffer _xml = new();
    private readonly List<Relationship> _ofDocument = [];
    private readonly List<Relationship> _ofPackage =
    [
        new("document", Office + "officeDocument", "word/document.xml", IsExternal: false),
        new("core", Core, "docProps/core.xml", IsExternal: false),
        new("custom", Office + "custom-properties", "docProps/custom.xml", IsExternal: false),
    ];
    private readonly List<(string Path, string Type)> _types =
    [
        ("/docProps/core.xml", CoreProperties),
        ("/docProps/custom.xml", Properties),
        ("/word/document.xml", Word + "document.main+xml"),
    ];

    public WordPackage() => _zip = new(_stream, ZipArchiveMode.Create, leaveOpen: true);

    public void Dispose()
    {
        _zip.Dispose();
        _stream.Dispose();
        _xml.Dispose();
    }

    /// <summary>Adds a part of the document, such as its styles.</summary>
    /// <param name="name">The name of the file and the id of the relationship.</param>
    public void AddPart(string name, WordElement content)
    {
        AddFile($"word/{name}.xml", content);
        AddPart(name);
    }

    public void AddPart(string name, byte[] content)
    {
        AddFile($"word/{name}.xml", content);
        AddPart(name);
    }

    /// <summary>Adds a file that is not a part of the text, or the text itself.</summary>
    public void AddFile(string path, WordElement content)
    {
        _xml.Write("<?xml version=\"1.0\" encoding=\"utf-8\" standalone=\"yes\"?>");
        content.WriteTo(_xml);
        using var stream = Open(path);
        _xml.MoveTo(stream);
    }

    /// <summary>Creates the outermost element of a part, with the namespaces that may occur in it.</summary>
    public static WordElement Root(string name) =>
        new WordElement(name)
            .Set("xmlns:w", "http://schemas.openxmlformats.org/wordprocessingml/2006/main")
            .Set("xmlns:r", "http://schemas.openxmlformats.org/officeDocument/2006/relationships")
            .Set("xmlns:w14", "http://schemas.microsoft.com/office/word/2010/wordml")
            .Set("xmlns:w15", "http://schemas.microsoft.com/office/word/2012/wordml")
            .Set("xmlns:mc", "http://schemas.openxmlformats.org/markup-compatibility/2006")
            .Set("mc:Ignorable", "w14 w15");

    /// <summary>Adds an image, and returns the id of its relationship.</summary>
    /// <param name="extension">Without the dot.</param>
    public void AddImage(string name, string extension, byte[] bytes)
    {
        AddFile($"word/media/{name}.{extension}", bytes);
        _ofDocument.Add(new(name, Office + "image", $"media/{name}.{extension}", IsExternal: false));
    }

    public void AddLink(string id, string url) => _ofDocument.Add(new(id, Office + "hyperlink", url, IsExternal: true));

    /// <summary>Writes the lists of relationships and types, and returns the file.</summary>
    public ReadOnlySpan<byte> Finish()
    {
        AddFile("word/_rels/document.xml.rels", ListOf(_ofDocument));
        AddFile("_rels/.rels", ListOf(_ofPackage));
        var types = new WordElement("Types").Set("xmlns", Types);
        foreach (var (extension, type) in DefaultTypes)
            types.Add(new WordElement("Default").Set("Extension", extension).Set("ContentType", type));
        foreach (var (path, type) in _types)
            types.Add(new WordElement("Override").Set("PartName", path).Set("ContentType", type));
        AddFile("[Content_Types].xml", types);
        _zip.Dispose();
        return _stream.GetBuffer().AsSpan(0, (int)_stream.Length);
    }

    private void AddPart(string name)
    {
        _ofDocument.Add(new(name, Office + name, $"{name}.xml", IsExternal: false));
        _types.Add(($"/word/{name}.xml", $"{Word}{name}+xml"));
    }

    private void AddFile(string path, byte[] bytes)
    {
        using var stream = Open(path);
        stream.Write(bytes);
    }

    private Stream Open(string path)
    {
        // Word files are read once and soon converted: a fast compression is worth more than the last kilobyte.
        var entry = _zip.CreateEntry(path, CompressionLevel.Fastest);
        entry.LastWriteTime = Time;
        entry.ExternalAttributes = 0;
        return entry.Open();
    }

    private static WordElement ListOf(IEnumerable<Relationship> relationships)
    {
        var list = new WordElement("Relationships").Set("xmlns", Relationships);
        foreach (var (id, type, target, isExternal) in relationships)
        {
            var written = new WordElement("Relationship").Set("Id", id).Set("Type", type).Set("Target", target);
            list.Add(isExternal ? written.Set("TargetMode", "External") : written);
        }

        return list;
    }

    private sealed record Relationship(string Id, string Type, string Target, bool IsExternal);
}
