using System.Security;
using KnowledgeSite.Files;
using Markdig.Extensions.CustomContainers;
using Markdig.Extensions.Footnotes;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace KnowledgeSite.Content.Markup;

/// <summary>
/// Reads the cells on the page of a dimension. Under a heading of level 2, a cell has a sentence, a list of signals,
/// and lists in <c>::: examples</c> and <c>::: anti-signals</c>. The values in the braces of a signal are removed; its
/// id stays on the list item.
/// </summary>
internal sealed class CellReader(SourceFile file, BodyRenderer renderer)
{
    public IReadOnlyList<WrittenCell> Read(MarkdownDocument document)
    {
        var cells = new List<WrittenCell>();
        for (var i = 0; i < document.Count; i++)
            if (document[i] is HeadingBlock { Level: 2 } heading)
                cells.Add(
                    ReadCell(heading, [.. document.Skip(i + 1).TakeWhile(b => b is not HeadingBlock { Level: <= 2 })])
                );
        return cells;
    }

    private WrittenCell ReadCell(HeadingBlock heading, IReadOnlyList<Block> blocks)
    {
        var attributes = heading.GetAttributes();
        var allows = TakeAttribute(attributes, "allow");
        return new(
            Id: Locate(attributes.Id ?? "", heading),
            Heading: InlineText.Read(heading.Inline),
            Summary: blocks.OfType<ParagraphBlock>().FirstOrDefault() is { Inline: { } inline }
                ? CreateStatement(inline)
                : null,
            Signals: [.. blocks.OfType<ListBlock>().SelectMany(Items).Select(ReadSignal)],
            Examples: [.. ReadList(blocks, "examples")],
            AntiSignals: [.. ReadList(blocks, "anti-signals")],
            Allows: allows,
            Was: FormerIds.Parse(attributes)
        );
    }

    private static IEnumerable<(ListItemBlock Item, ParagraphBlock Text)> Items(ListBlock list) =>
        list.OfType<ListItemBlock>()
            .Where(item => item.FirstOrDefault() is ParagraphBlock { Inline: not null })
            .Select(item => (item, (ParagraphBlock)item[0]));

    private WrittenSignal ReadSignal((ListItemBlock Item, ParagraphBlock Text) entry)
    {
        var (item, text) = entry;
        var attributes = item.GetAttributes();
        var id = attributes.Id;
        var raises = TakeAttribute(attributes, "raises");
        var ends = TakeAttribute(attributes, "ends");
        var replaces = TakeAttribute(attributes, "replaces");
        var was = FormerIds.Parse(attributes);
        var signal = new WrittenSignal(
            Id: LocateOrNull(id),
            Raises: LocateOrNull(raises),
            Ends: LocateOrNull(ends),
            Replaces: LocateOrNull(replaces),
            Was: was,
            Allows: TakeAttribute(attributes, "allow"),
            Statement: CreateStatement(text.Inline!),
            Span: renderer.InFile(text.Span)
        );
        if (ends is not null)
            text.Inline!.FirstChild?.InsertBefore(new LiteralInline("No longer expected: "));
        return signal;

        Located<string>? LocateOrNull(string? value) => value is null ? null : Locate(value, item);
    }

    private IEnumerable<Statement> ReadList(IReadOnlyList<Block> blocks, string container) =>
        blocks
            .OfType<CustomContainer>()
            .Where(c => c.Info == container)
            .SelectMany(c => c.OfType<ListBlock>())
            .SelectMany(Items)
            .Select(i => CreateStatement(i.Text.Inline!));

    /// <summary>
    /// Renders a statement with its Markdown marks. A statement with HTML, footnotes or attributes becomes plain text,
    /// because the HTML of authors is only checked for the page as a whole.
    /// </summary>
    private Statement CreateStatement(ContainerInline inline)
    {
        var text = InlineText.Read(inline);
        var isPlain = !inline
            .Descendants()
            .Any(i => i is HtmlInline or FootnoteLink || i.TryGetAttributes() is not null);
        return new(
            text,
            isPlain ? renderer.RenderSeparately(inline) : BodyHtml.Create(SecurityElement.Escape(text), [])
        );
    }

    private static string? TakeAttribute(HtmlAttributes attributes, string name)
    {
        var value = attributes.Properties?.Find(p => p.Key == name).Value;
        attributes.Properties?.RemoveAll(p => p.Key == name);
        return value;
    }

    /// <summary>
    /// A value with its position in the lines of its block. Only a whole word counts, because an id can be the
    /// beginning of another id.
    /// </summary>
    private Located<string> Locate(string value, MarkdownObject block)
    {
        var text = file.Text!.Value;
        var within = renderer.InFile(block.Span);
        var end = text.IndexOf('\n', Math.Min(within.End, text.Length));
        var lines = end < 0 ? text[within.Start..] : text[within.Start..end];
        var found = value.Length == 0 ? -1 : lines.IndexOf(value, StringComparison.Ordinal);
        while (found >= 0 && !IsWord(lines, found, found + value.Length))
            found = lines.IndexOf(value, found + 1, StringComparison.Ordinal);
        return new(value, found >= 0 ? new(within.Start + found, value.Length) : new(within.Start, 1));
    }

    /// <summary>True if no part of an id is before or after a range. A dot after it can end a sentence.</summary>
    private static bool IsWord(string text, int start, int end)
    {
        if (start > 0 && (text[start - 1] == '.' || IsInWord(text[start - 1])))
            return false;
        if (end == text.Length)
            return true;
        return !IsInWord(text[end]) && !(text[end] == '.' && end + 1 < text.Length && IsLetter(text[end + 1]));
    }

    private static bool IsInWord(char letter) => letter == '-' || IsLetter(letter);

    private static bool IsLetter(char letter) => letter == '_' || char.IsLetterOrDigit(letter);
}
