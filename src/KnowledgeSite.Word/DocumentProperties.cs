using System.Globalization;

namespace KnowledgeSite.Word;

/// <summary>
/// The properties of a document: title, language, dates of the content, and the page that it shows.
/// </summary>
internal static class DocumentProperties
{
    /// <summary>The name of the custom property with the address of the page, which an import reads.</summary>
    public const string Address = "KnowledgeSiteAddress";

    /// <summary>The name of the custom property with the version of the ladder.</summary>
    public const string Version = "KnowledgeSiteVersion";

    /// <summary>The format of custom properties in all Office files.</summary>
    private const string CustomFormat = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}";

    private const string Custom = "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties";
    private const string Variants = "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes";
    private const string Core = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties";
    private const string Dc = "http://purl.org/dc/elements/1.1/";
    private const string Terms = "http://purl.org/dc/terms/";
    private const string Types = "http://www.w3.org/2001/XMLSchema-instance";

    public static void AddTo(WordPackage package, WordSource source, string title)
    {
        package.AddFile("docProps/core.xml", CoreOf(source, title));
        var properties = new WordElement("op:Properties", Property(2, Address, source.Address.Value))
            .Set("xmlns:op", Custom)
            .Set("xmlns:vt", Variants);
        if (source.Version is { } version)
            properties.Add(Property(3, Version, version));
        package.AddFile("docProps/custom.xml", properties);
    }

    private static WordElement Property(int id, string name, string value) =>
        new WordElement("op:property", Text("vt:lpwstr", XmlText.Clean(value)))
            .Set("fmtid", CustomFormat)
            .Set("pid", $"{id}")
            .Set("name", name);

    private static WordElement CoreOf(WordSource source, string title)
    {
        var core = new WordElement(
            "cp:coreProperties",
            Text("dc:title", title),
            Text("dc:creator", XmlText.Clean(source.Author ?? source.SiteTitle)),
            Text("dc:language", source.Language)
        )
            .Set("xmlns:cp", Core)
            .Set("xmlns:dc", Dc)
            .Set("xmlns:dcterms", Terms)
            .Set("xmlns:xsi", Types);
        if (source.Description is { } description)
            core.Add(Text("dc:description", XmlText.Clean(description)));
        if (source.Date is { } date)
            foreach (var name in new[] { "created", "modified" })
            {
                var day = date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
                core.Add(Text($"dcterms:{name}", $"{day}T00:00:00Z").Set("xsi:type", "dcterms:W3CDTF"));
            }

        return core;
    }

    private static WordElement Text(string name, string text) => new(name) { Text = text };
}
