using System.Text.RegularExpressions;
using Markdig.Parsers;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;

namespace KnowledgeSite.Content.Markup;

/// <summary>
/// A line of Microsoft Learn's Markdown that is whole in itself: <c>:::image source="…" alt-text="…":::</c>. It opens
/// no block. An image is shown, and nothing of the end of its description; of the others, such as <c>:::code …:::</c>
/// and <c>:::row:::</c>, the line is shown as text.
/// </summary>
internal sealed partial class LearnMarkup(BlockParser parser, string name, string text) : LeafBlock(parser)
{
    /// <summary>What follows the first colons: <c>image</c>, <c>code</c>, <c>row</c>, <c>row-end</c>.</summary>
    public string Name { get; } = name;

    /// <summary>The whole line.</summary>
    public string Text { get; } = text;

    public string? ImageAddress => Name == "image" ? ValueOf("source") : null;

    public string AlternativeText => ValueOf("alt-text") ?? "";

    private string? ValueOf(string attribute)
    {
        foreach (Match match in Attribute().Matches(Text))
            if (match.Groups["name"].Value == attribute)
                return match.Groups["value"].Value;
        return null;
    }

    [GeneratedRegex("(?<=\\s)(?<name>[a-z-]+)=\"(?<value>[^\"]*)\"", RegexOptions.CultureInvariant)]
    private static partial Regex Attribute();
}

internal sealed partial class LearnMarkupParser : BlockParser
{
    public LearnMarkupParser() => OpeningCharacters = [':'];

    public override BlockState TryOpen(BlockProcessor processor)
    {
        if (processor.IsCodeIndent || Line().Match(processor.Line.ToString()) is not { Success: true } line)
            return BlockState.None;
        processor.NewBlocks.Push(
            new LearnMarkup(this, line.Groups["name"].Value, line.Value.TrimEnd())
            {
                Column = processor.Column,
                Span = new SourceSpan(processor.Start, processor.Start + line.Value.TrimEnd().Length - 1),
            }
        );
        return BlockState.BreakDiscard;
    }

    [GeneratedRegex(
        @"^:::\s*(?<name>(?:image|code|row|column|video|form|zone|moniker|no-loc)(?:-end)?)(?=[\s:]).*:::\s*$",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Line();
}

internal sealed class LearnMarkupRenderer : HtmlObjectRenderer<LearnMarkup>
{
    protected override void Write(HtmlRenderer renderer, LearnMarkup block)
    {
        if (block.Name == "image-end")
            return;
        renderer.EnsureLine();
        renderer.Write("<p>");
        if (block.ImageAddress is { } address)
        {
            var body = (BodyRenderer)renderer;
            renderer.Write("<img src=\"");
            body.AddSlot(new(LinkForm.Image, address, body.InFile(block.Span)), SlotContent.Address);
            renderer.Write("\" alt=\"").WriteEscape(block.AlternativeText).Write("\" loading=\"lazy\">");
        }
        else
        {
            renderer.WriteEscape(block.Text);
        }

        renderer.WriteLine("</p>");
    }
}
