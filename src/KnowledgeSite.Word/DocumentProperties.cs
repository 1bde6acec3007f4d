using System.Globalization;
using System.Xml.Linq;

namespace KnowledgeSite.Word;

/// <summary>
/// What a document says about itself: title, language, dates of the content, and the page that it shows.
/// </summary>
internal static class DocumentProperties
{
    /// <summary>The name of the custom property with the address of the page, which an import reads.</summary>
    public const string Address = "KnowledgeSiteAddress";

    /// <summary>The name of the custom property with the version of the ladder.</summary>
    public const string Version = "KnowledgeSiteVersion";

    /// <summary>The format of custom properties in all Office files.</summary>
    private const string CustomFormat = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}";

    private static readonly XNamespace Custom =
        "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties";
    private static readonly XNamespace Variants =
        "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes";
    private static readonly XNamespace Core = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties";
    private static readonly XNamespace Dc = "http://purl.org/dc/elements/1.1/";
    private static readonly XNamespace Terms = "http://purl.org/dc/terms/";
    private static readonly XNamespace Types = "http://www.w3.org/2001/XMLSchema-instance";

    public static void AddTo(WordPackage package, WordSource source, string title)
    {
        package.AddFile("docProps/core.xml", CoreOf(source, title));
        var properties = new XElement(
            Custom + "Properties",
            new XAttribute(XNamespace.Xmlns + "op", Custom.NamespaceName),
            new XAttribute(XNamespace.Xmlns + "vt", Variants.NamespaceName),
            Property(2, Address, source.Address.Value)
        );
        if (source.Version is { } version)
            properties.Add(Property(3, Version, version));
        package.AddFile("docProps/custom.xml", properties);
    }

    private static XElement Property(int id, string name, string value) =>
        new(
            Custom + "property",
            new XAttribute("fmtid", CustomFormat),
            new XAttribute("pid", id),
            new XAttribute("name", name),
            new XElement(Variants + "lpwstr", XmlText.Clean(value))
        );

    private static XElement CoreOf(WordSource source, string title)
    {
        var core = new XElement(
            Core + "coreProperties",
            new XAttribute(XNamespace.Xmlns + "cp", Core.NamespaceName),
            new XAttribute(XNamespace.Xmlns + "dc", Dc.NamespaceName),
            new XAttribute(XNamespace.Xmlns + "dcterms", Terms.NamespaceName),
            new XAttribute(XNamespace.Xmlns + "xsi", Types.NamespaceName),
            new XElement(Dc + "title", title),
            new XElement(Dc + "creator", XmlText.Clean(source.Author ?? source.SiteTitle)),
            new XElement(Dc + "language", source.Language)
        );
        if (source.Description is { } description)
            core.Add(new XElement(Dc + "description", XmlText.Clean(description)));
        if (source.Date is { } date)
            foreach (var name in new[] { "created", "modified" })
                core.Add(
                    new XElement(
                        Terms + name,
                        new XAttribute(Types + "type", "dcterms:W3CDTF"),
                        date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) + "T00:00:00Z"
                    )
                );
        return core;
    }
}
