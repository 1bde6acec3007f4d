using System.Security;
using System.Text.RegularExpressions;
using KnowledgeSite.Files;
using Markdig.Extensions.CustomContainers;
using Markdig.Extensions.Footnotes;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace KnowledgeSite.Content.Markup;

/// <summary>
/// Reads the cells of a dimension's page: under a heading of level 2 a sentence, a list of signals, and lists in <c>:::
/// examples</c> and <c>::: anti-signals</c>. The values in a signal's braces are read here; its id stays with the item
/// of the list.
/// </summary>
internal sealed class CellReader(SourceFile file, BodyRenderer renderer)
{
    public IReadOnlyList<WrittenCell> Read(MarkdownDocument document)
    {
        var cells = new List<WrittenCell>();
        for (var i = 0; i < document.Count; i++)
            if (document[i] is HeadingBlock { Level: 2 } heading)
                cells.Add(
                    Cell(heading, [.. document.Skip(i + 1).TakeWhile(b => b is not HeadingBlock { Level: <= 2 })])
                );
        return cells;
    }

    private WrittenCell Cell(HeadingBlock heading, IReadOnlyList<Block> blocks)
    {
        var attributes = heading.GetAttributes();
        var allows = Take(attributes, "allow");
        return new(
            Located(attributes.Id ?? "", heading),
            InlineText.Read(heading.Inline),
            blocks.OfType<ParagraphBlock>().FirstOrDefault() is { Inline: { } inline } ? StatementOf(inline) : null,
            [.. blocks.OfType<ListBlock>().SelectMany(Items).Select(Signal)],
            [.. ListIn(blocks, "examples")],
            [.. ListIn(blocks, "anti-signals")],
            allows,
            FormerIds.Parse(attributes)
        );
    }

    private static IEnumerable<(ListItemBlock Item, ParagraphBlock Text)> Items(ListBlock list) =>
        list.OfType<ListItemBlock>()
            .Where(item => item.FirstOrDefault() is ParagraphBlock { Inline: not null })
            .Select(item => (item, (ParagraphBlock)item[0]));

    private WrittenSignal Signal((ListItemBlock Item, ParagraphBlock Text) entry)
    {
        var (item, text) = entry;
        var attributes = item.GetAttributes();
        var id = attributes.Id;
        var (raises, ends, replaces, was) = (
            Take(attributes, "raises"),
            Take(attributes, "ends"),
            Take(attributes, "replaces"),
            FormerIds.Parse(attributes)
        );
        var signal = new WrittenSignal(
            Found(id),
            Found(raises),
            Found(ends),
            Found(replaces),
            was,
            Take(attributes, "allow"),
            StatementOf(text.Inline!),
            renderer.InFile(text.Span)
        );
        if (ends is not null)
            text.Inline!.FirstChild?.InsertBefore(new LiteralInline("Ends here: "));
        return signal;

        Located<string>? Found(string? value) => value is null ? null : Located(value, item);
    }

    private IEnumerable<Statement> ListIn(IReadOnlyList<Block> blocks, string container) =>
        blocks
            .OfType<CustomContainer>()
            .Where(c => c.Info == container)
            .SelectMany(c => c.OfType<ListBlock>())
            .SelectMany(Items)
            .Select(i => StatementOf(i.Text.Inline!));

    /// <summary>
    /// With its marks where they are plain Markdown. An author's HTML is looked over only in the page as a whole, so
    /// here it is text.
    /// </summary>
    private Statement StatementOf(ContainerInline inline)
    {
        var text = InlineText.Read(inline);
        var isPlain = !inline
            .Descendants()
            .Any(i => i is HtmlInline or FootnoteLink || i.TryGetAttributes() is not null);
        return new(text, isPlain ? renderer.RenderApart(inline) : BodyHtml.Create(SecurityElement.Escape(text), []));
    }

    private static string? Take(HtmlAttributes attributes, string name)
    {
        var value = attributes.Properties?.Find(p => p.Key == name).Value;
        attributes.Properties?.RemoveAll(p => p.Key == name);
        return value;
    }

    /// <summary>
    /// Where the value stands in the lines of its block as a whole word: an id may be the beginning of another.
    /// </summary>
    private Located<string> Located(string value, MarkdownObject block)
    {
        var (text, within) = (file.Text!.Value, renderer.InFile(block.Span));
        var end = text.IndexOf('\n', Math.Min(within.End, text.Length));
        var lines = end < 0 ? text[within.Start..] : text[within.Start..end];
        var found = Regex.Match(
            lines,
            $@"(?<![\w.-]){Regex.Escape(value)}(?![\w-]|\.\w)",
            RegexOptions.CultureInvariant
        );
        return new(
            value,
            value.Length > 0 && found.Success ? new(within.Start + found.Index, value.Length) : new(within.Start, 1)
        );
    }
}
