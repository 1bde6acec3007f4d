using System.Text;
using System.Xml;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.CustomProperties;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace KnowledgeSite.Word;

/// <summary>
/// The text of a Word file, paragraph by paragraph, with the statements in it. Tracked changes count as accepted:
/// insertions are part of the text, deletions are not.
/// </summary>
/// <param name="Address">The address of the page from which the file was made; null if the file does not say.</param>
/// <param name="Url">The whole URL in the footer; null if there is none.</param>
/// <param name="Version">The version of the ladder; null if the file does not say.</param>
/// <param name="Comments">The number of comments, which are not read.</param>
internal sealed record EditedDocument(
    string? Address,
    Uri? Url,
    string? Version,
    IReadOnlyList<EditedParagraph> Paragraphs,
    int Comments
)
{
    /// <summary>The statements that occur more than once.</summary>
    public required IReadOnlyList<string> Duplicates { get; init; }

    private static readonly OpenSettings Limits = new() { MaxCharactersInPart = EditedFile.MaxLength };

    /// <summary>Reads a file. Null if it is not a Word file, or damaged.</summary>
    /// <param name="keys">The keys of the statements to look for.</param>
    public static EditedDocument? Read(byte[] bytes, IEnumerable<string> keys)
    {
        try
        {
            using var stream = new MemoryStream(bytes);
            using var document = WordprocessingDocument.Open(stream, isEditable: false, Limits);
            return document.MainDocumentPart?.Document?.Body is { } body ? new Reader(keys).Read(document, body) : null;
        }
        catch (Exception e)
            when (e is IOException or InvalidDataException or OpenXmlPackageException or XmlException or FormatException
                || e is ArgumentException
            )
        {
            return null;
        }
    }

    private sealed class Reader(IEnumerable<string> keys)
    {
        private readonly Dictionary<string, string> _byTag = keys.ToDictionary(
            ContentControls.TagOf,
            StringComparer.Ordinal
        );
        private readonly Dictionary<string, string> _byBookmark = keys.DistinctBy(
                BookmarkName.FromId,
                StringComparer.OrdinalIgnoreCase
            )
            .ToDictionary(BookmarkName.FromId, StringComparer.OrdinalIgnoreCase);
        private readonly Dictionary<string, string> _open = new(StringComparer.Ordinal);
        private readonly HashSet<string> _found = new(StringComparer.Ordinal);
        private readonly List<string> _duplicates = [];

        public EditedDocument Read(WordprocessingDocument document, Body body) =>
            new(
                PropertyOf(document, DocumentProperties.Address) ?? FooterOf(document, t => t.EndsWith('/')),
                Uri.TryCreate(
                    FooterOf(document, t => t.Contains("://", StringComparison.Ordinal)),
                    UriKind.Absolute,
                    out var url
                )
                    ? url
                    : null,
                PropertyOf(document, DocumentProperties.Version),
                [.. body.Descendants<Paragraph>().Select(ReadParagraph).Where(HasWords)],
                document.MainDocumentPart?.WordprocessingCommentsPart?.Comments?.Elements<Comment>().Count() ?? 0
            )
            {
                Duplicates = _duplicates,
            };

        /// <summary>False for a paragraph of spaces, dashes or invisible characters.</summary>
        private static bool HasWords(EditedParagraph paragraph) =>
            paragraph.Key is null
                ? paragraph.Text.EnumerateRunes().Any(Rune.IsLetterOrDigit)
                : paragraph.Text.Length > 0;

        private static string? PropertyOf(WordprocessingDocument document, string name) =>
            document
                .CustomFilePropertiesPart?.Properties?.Elements<CustomDocumentProperty>()
                .FirstOrDefault(p => p.Name == name)
                ?.InnerText;

        /// <summary>The first text with a slash in the footers that fulfils a condition.</summary>
        private static string? FooterOf(WordprocessingDocument document, Func<string, bool> isSought) =>
            document
                .MainDocumentPart?.FooterParts.SelectMany(f => f.Footer?.Descendants<Text>() ?? [])
                .Select(t => t.Text.Trim())
                .FirstOrDefault(t => t.Contains('/', StringComparison.Ordinal) && isSought(t));

        private EditedParagraph ReadParagraph(Paragraph paragraph)
        {
            var text = new StringBuilder();
            string? key = null;
            var (start, end) = (0, 0);
            foreach (var element in paragraph.Descendants())
            {
                if (element is BookmarkStart { Id.Value: { } id, Name.Value: { } name })
                {
                    if (_byBookmark.TryGetValue(name, out var marked))
                        _open[id] = marked;
                }
                else if (element is BookmarkEnd { Id.Value: { } closed })
                    _open.Remove(closed);
                if (TextOf(element) is not { } piece)
                    continue;
                if ((KeyAround(element) ?? _open.Values.FirstOrDefault()) is { } own)
                {
                    if (key is null)
                        (key, start) = (own, text.Length);
                    if (own == key)
                        end = text.Length + piece.Length;
                }

                text.Append(piece);
            }

            var all = text.ToString();
            if (key is not null && !_found.Add(key))
            {
                _duplicates.Add(key);
                key = null;
            }

            return key is null
                ? new(null, XmlText.Collapse(all), "", "", IsItem(paragraph))
                : new(
                    key,
                    XmlText.Collapse(all[start..end]),
                    XmlText.Collapse(all[..start]),
                    XmlText.Collapse(all[end..]),
                    IsItem(paragraph)
                );
        }

        private string? KeyAround(OpenXmlElement element) =>
            element
                .Ancestors<SdtElement>()
                .Select(c => c.SdtProperties?.GetFirstChild<Tag>()?.Val?.Value)
                .Select(tag => tag is null ? null : _byTag.GetValueOrDefault(tag))
                .FirstOrDefault(k => k is not null);

        private static string? TextOf(OpenXmlElement element) =>
            element switch
            {
                Text text when !text.Ancestors<MoveFromRun>().Any() => text.Text,
                Break or TabChar or CarriageReturn => " ",
                NoBreakHyphen => "\u2011",
                _ => null,
            };

        private static bool IsItem(Paragraph paragraph) =>
            paragraph.ParagraphProperties?.NumberingProperties is not null
            || paragraph.ParagraphProperties?.ParagraphStyleId?.Val?.Value is "ListParagraph";
    }
}

/// <param name="Key">The key of the statement in the paragraph; null if there is none.</param>
/// <param name="Text">The text of the statement, or of the paragraph if it has none.</param>
/// <param name="Before">The text before the statement.</param>
/// <param name="After">The text behind the statement, such as a note.</param>
/// <param name="IsItem">True for an item of a list.</param>
internal sealed record EditedParagraph(string? Key, string Text, string Before, string After, bool IsItem);
