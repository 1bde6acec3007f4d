using System.Globalization;
using System.Text;
using KnowledgeSite.Diagnostics;
using KnowledgeSite.Files;
using Markdig.Extensions.Footnotes;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using SourceSpan = KnowledgeSite.Files.SourceSpan;

namespace KnowledgeSite.Content.Markup;

/// <summary>
/// Creates ids for headings by the rules of GitHub: lower case, <c>-</c> for spaces; letters, marks, digits, <c>-</c>
/// and <c>_</c> are kept and everything else is removed. Repeated ids get <c>-1</c>, <c>-2</c> and so on. Ids that
/// authors wrote have priority.
/// </summary>
internal sealed class HeadingIds
{
    private readonly Dictionary<string, int> _used = new(StringComparer.Ordinal);

    /// <summary>Returns false if the id is already used.</summary>
    private bool Reserve(string id) => _used.TryAdd(id, 0);

    private string Create(string text)
    {
        var slug = Slug(text);
        if (slug.Length == 0)
            slug = "section";
        var id = slug;
        while (_used.ContainsKey(id))
            id = $"{slug}-{(++_used[slug]).ToString(CultureInfo.InvariantCulture)}";
        _used.Add(id, 0);
        return id;
    }

    /// <summary>Gives an id to each heading without one, and returns all headings of the document in order.</summary>
    /// <param name="ids">The ids of the page. All ids of headings and explicit ids of other elements are added to
    /// them.</param>
    public static List<Heading> Assign(
        SourceFile file,
        MarkdownDocument document,
        int bodyStart,
        HashSet<string> ids,
        DiagnosticBag diagnostics
    )
    {
        var names = new HeadingIds();
        var holders = AttributeLists.HasAny(document)
            ? ReserveExplicitIds(file, document, bodyStart, names, ids, diagnostics)
            : [];

        var outline = new List<Heading>();
        foreach (var heading in document.Descendants<HeadingBlock>())
        {
            var text = InlineText.Read(heading.Inline);
            var attributes = heading.GetAttributes();
            if (attributes.Id is null)
            {
                ids.Add(attributes.Id = names.Create(text));
                ReportTakenId(file, holders, bodyStart, heading, text, diagnostics);
            }

            outline.Add(new(heading.Level, attributes.Id, text));
        }

        return outline;
    }

    /// <summary>
    /// Reports a heading whose text would give it an id that another element has in braces, unless that element is a
    /// heading with the same text.
    /// </summary>
    private static void ReportTakenId(
        SourceFile file,
        Dictionary<string, MarkdownObject> holders,
        int bodyStart,
        HeadingBlock heading,
        string text,
        DiagnosticBag diagnostics
    )
    {
        var id = heading.GetAttributes().Id!;
        var slug = Slug(text);
        if (id == slug || !holders.TryGetValue(slug, out var holder))
            return;
        if (holder is HeadingBlock other && Slug(InlineText.Read(other.Inline)) == slug)
            return;
        var line = file.Text!.PositionAt(bodyStart + holder.Span.Start).Line;
        diagnostics.Add(
            Diagnostic.At(
                LintRules.HeadingIdTaken,
                file,
                new SourceSpan(bodyStart + heading.Span.Start, heading.Level),
                slug,
                line,
                id
            )
        );
    }

    /// <summary>
    /// Reserves the ids that authors wrote and those of footnotes. Reports duplicate and reserved ids.
    /// </summary>
    /// <returns>The elements by their explicit ids.</returns>
    private static Dictionary<string, MarkdownObject> ReserveExplicitIds(
        SourceFile file,
        MarkdownDocument document,
        int bodyStart,
        HeadingIds names,
        HashSet<string> ids,
        DiagnosticBag diagnostics
    )
    {
        var holders = new Dictionary<string, MarkdownObject>(StringComparer.Ordinal);
        foreach (var id in FootnoteIds(document))
            names.Reserve(id);
        foreach (var element in document.Descendants())
        {
            if (element.TryGetAttributes() is not { } attributes)
                continue;
            TakeIdFromProperties(attributes);
            if (attributes.Id is not { } written)
                continue;
            var id = attributes.Id = ComposedText.Compose(written);
            var reserved = id.StartsWith(ReservedIds.Prefix, StringComparison.Ordinal);
            if (!reserved && names.Reserve(id))
            {
                ids.Add(id);
                holders.Add(id, element);
                continue;
            }

            attributes.Id = null;
            var at = file.Text!.Value.IndexOf(
                "#" + written,
                bodyStart + Math.Max(0, element.Span.Start),
                StringComparison.Ordinal
            );
            diagnostics.Add(
                Diagnostic.At(
                    reserved ? MarkdownRules.ReservedId : MarkdownRules.DuplicateId,
                    file,
                    new SourceSpan(Math.Max(at, 0), written.Length + 1),
                    id
                )
            );
        }

        return holders;
    }

    private static IEnumerable<string> FootnoteIds(MarkdownDocument document) =>
        document
            .OfType<FootnoteGroup>()
            .SelectMany(g => g.OfType<Footnote>())
            .SelectMany(n => n.Links.Select(l => $"fnref:{l.Index}").Prepend($"fn:{n.Order}"));

    /// <summary>Turns an attribute <c>id=name</c> into the id <c>#name</c>.</summary>
    private static void TakeIdFromProperties(HtmlAttributes attributes)
    {
        if (attributes.Properties is not { } properties)
            return;
        var index = properties.FindIndex(p => p.Key.Equals("id", StringComparison.OrdinalIgnoreCase));
        if (index < 0)
            return;
        attributes.Id ??= properties[index].Value;
        properties.RemoveAll(p => p.Key.Equals("id", StringComparison.OrdinalIgnoreCase));
    }

    public static string Slug(string text)
    {
        var slug = new StringBuilder(text.Length);
        foreach (var rune in ComposedText.Compose(text).Trim().EnumerateRunes())
        {
            if (rune.Value is ' ')
                slug.Append('-');
            else if (rune.Value is '-' or '_' || IsKept(Rune.GetUnicodeCategory(rune)))
                slug.Append(Rune.ToLowerInvariant(rune));
        }

        return slug.ToString();
    }

    private static bool IsKept(UnicodeCategory category) =>
        category
            is UnicodeCategory.UppercaseLetter
                or UnicodeCategory.LowercaseLetter
                or UnicodeCategory.TitlecaseLetter
                or UnicodeCategory.ModifierLetter
                or UnicodeCategory.OtherLetter
                or UnicodeCategory.NonSpacingMark
                or UnicodeCategory.SpacingCombiningMark
                or UnicodeCategory.EnclosingMark
                or UnicodeCategory.DecimalDigitNumber
                or UnicodeCategory.LetterNumber
                or UnicodeCategory.OtherNumber
                or UnicodeCategory.ConnectorPunctuation;
}
