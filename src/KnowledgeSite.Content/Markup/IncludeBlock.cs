using System.Text.RegularExpressions;
using Markdig.Parsers;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;

namespace KnowledgeSite.Content.Markup;

/// <summary><c>![[page#section]]</c> on a line of its own: text of another page, or an image, stands here.</summary>
internal sealed class IncludeBlock(BlockParser parser, string target, string? label, ImageSize? size)
    : LeafBlock(parser)
{
    public string Target { get; } = target;

    /// <summary>Words for an image, after <c>|</c>.</summary>
    public string? Label { get; } = label;

    public ImageSize? Size { get; } = size;
}

internal sealed partial class IncludeParser : BlockParser
{
    public IncludeParser() => OpeningCharacters = ['!'];

    public override BlockState TryOpen(BlockProcessor processor)
    {
        if (processor.IsCodeIndent || Line().Match(processor.Line.ToString()) is not { Success: true } line)
            return BlockState.None;
        var (label, size) = ImageSize.Split(line.Groups["label"].Value.Trim());
        processor.NewBlocks.Push(
            new IncludeBlock(
                this,
                line.Groups["target"].Value.Trim().TrimEnd('\\'),
                label.Any(char.IsLetter) ? label : null,
                size
            )
            {
                Column = processor.Column,
                Span = new SourceSpan(processor.Start, processor.Start + line.Groups["whole"].Length - 1),
            }
        );
        return BlockState.BreakDiscard;
    }

    [GeneratedRegex(
        @"^(?<whole>!\[\[(?<target>[^\[\]|\s][^\[\]|]*)(\|(?<label>[^\[\]]*))?\]\])\s*$",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Line();
}

/// <summary>A slot, since the text is another page's.</summary>
internal sealed class IncludeRenderer : HtmlObjectRenderer<IncludeBlock>
{
    protected override void Write(HtmlRenderer renderer, IncludeBlock block)
    {
        renderer.EnsureLine();
        var body = (BodyRenderer)renderer;
        // The element is the page's own, so that what an author left open around it ends here.
        renderer.Write("<div class=\"included\">");
        body.AddSlot(
            new(LinkForm.Include, block.Target, body.InFile(block.Span)) { Label = block.Label, Size = block.Size },
            SlotContent.Include
        );
        renderer.WriteLine("</div>");
    }
}
