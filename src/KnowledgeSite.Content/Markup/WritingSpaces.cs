using Markdig;
using Markdig.Extensions.CustomContainers;
using Markdig.Parsers.Inlines;
using Markdig.Renderers;

namespace KnowledgeSite.Content.Markup;

/// <summary>
/// Room for writing, in lines of its own and within sentences. Used after the containers, whose lines begin alike.
/// </summary>
internal sealed class WritingSpaces : IMarkdownExtension
{
    public void Setup(MarkdownPipelineBuilder pipeline)
    {
        pipeline.BlockParsers.InsertBefore<CustomContainerParser>(new WritingSpaceParser());
        pipeline.InlineParsers.InsertBefore<LinkInlineParser>(new GapParser());
    }

    public void Setup(MarkdownPipeline pipeline, IMarkdownRenderer renderer)
    {
        renderer.ObjectRenderers.Add(new WritingSpaceRenderer());
        renderer.ObjectRenderers.Add(new GapRenderer());
    }
}
