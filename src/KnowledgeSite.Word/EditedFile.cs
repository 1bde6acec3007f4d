using System.IO.Compression;
using System.Xml;
using KnowledgeSite.Diagnostics;

namespace KnowledgeSite.Word;

/// <summary>
/// Checks a file before it is read as a Word file: whether it is one, and whether its parts are small and well-formed.
/// </summary>
internal static class EditedFile
{
    /// <summary>The maximum size in bytes of a file with its images.</summary>
    public const long MaxSize = 100_000_000;

    /// <summary>
    /// The maximum length of the text of all parts together. A page takes less than a hundredth of it.
    /// </summary>
    public const int MaxLength = 30_000_000;

    /// <summary>The maximum depth of elements. Deeper ones would end the program with a stack overflow.</summary>
    private const int MaxDepth = 200;

    private const string Main = "word/document.xml";

    /// <summary>What is wrong with a file; null if it can be read.</summary>
    /// <param name="name">The name of the file, for the message.</param>
    public static Diagnostic? Check(string name, byte[] bytes)
    {
        try
        {
            using var zip = new ZipArchive(new MemoryStream(bytes), ZipArchiveMode.Read);
            if (zip.Entries.All(e => !IsXml(e)))
                return Unreadable(name, "it contains no text");
            if (zip.GetEntry("mimetype") is not null)
                return Unreadable(name, "it is an OpenDocument file");
            if (zip.GetEntry(Main) is null && zip.GetEntry("[Content_Types].xml") is null)
                return Unreadable(name, "it is not a Word file");
            if (zip.Entries.Where(IsXml).Sum(e => Math.Min(e.Length, MaxSize)) > MaxLength)
                return Diagnostic.OfSite(
                    ImportRules.TooLarge,
                    name,
                    $"its text has more than {MaxLength / 1_000_000} MB"
                );
            foreach (var part in zip.Entries.Where(IsXml))
                if (FaultOf(part) is { } fault)
                    return Unreadable(name, $"its part '{part.FullName}' {fault}");
            return null;
        }
        catch (Exception e) when (e is InvalidDataException or IOException or NotSupportedException)
        {
            return Unreadable(
                name,
                bytes is [0xD0, 0xCF, ..]
                    ? "it has the format of Word before 2007, or a password"
                    : "it is not a Word file, or it is damaged"
            );
        }
    }

    public static Diagnostic Unreadable(string name, string reason) =>
        Diagnostic.OfSite(ImportRules.Unreadable, name, reason);

    private static bool IsXml(ZipArchiveEntry entry) =>
        entry.FullName.EndsWith(".xml", StringComparison.OrdinalIgnoreCase)
        || entry.FullName.EndsWith(".rels", StringComparison.OrdinalIgnoreCase);

    private static string? FaultOf(ZipArchiveEntry part)
    {
        var settings = new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Prohibit,
            MaxCharactersInDocument = MaxLength,
            XmlResolver = null,
        };
        try
        {
            using var stream = part.Open();
            using var reader = XmlReader.Create(stream, settings);
            while (reader.Read())
                if (reader.Depth > MaxDepth)
                    return $"has elements that are nested more than {MaxDepth} deep";
            return null;
        }
        catch (XmlException)
        {
            return "is damaged";
        }
    }
}
