using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;

namespace KnowledgeSite.Content.Markup;

/// <summary>Where it will stand which pages use a term.</summary>
internal sealed class UsesBlock(int number) : LeafBlock(null)
{
    public int Number { get; } = number;
}

internal sealed class UsesRenderer : HtmlObjectRenderer<UsesBlock>
{
    protected override void Write(HtmlRenderer renderer, UsesBlock block)
    {
        renderer.EnsureLine();
        ((BodyRenderer)renderer).AddOtherSlot(block.Number, SlotContent.Uses);
    }
}
