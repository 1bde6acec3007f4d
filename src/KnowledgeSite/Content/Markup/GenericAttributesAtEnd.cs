using Markdig;
using Markdig.Extensions.GenericAttributes;
using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Renderers;
using Markdig.Syntax;

namespace KnowledgeSite.Content.Markup;

/// <summary>
/// Attributes in braces, of a heading only those at the end of its line: Markdig takes the first braces in the line and drops
/// what follows them. Braces further in belong to the words before them, as in any other text.
/// </summary>
internal sealed class GenericAttributesAtEnd : IMarkdownExtension
{
    private readonly GenericAttributesExtension _everywhere = new();

    public void Setup(MarkdownPipelineBuilder pipeline)
    {
        _everywhere.Setup(pipeline);
        var headings = pipeline.BlockParsers.Find<HeadingBlockParser>()!;
        var parse = headings.TryParseAttributes!;
        headings.TryParseAttributes = (BlockProcessor processor, ref StringSlice line, IBlock heading) =>
        {
            if (AttributesAtEnd(line) is not { } attributes || !parse(processor, ref attributes, heading)) return false;
            line.End = attributes.End;
            return true;
        };
    }

    public void Setup(MarkdownPipeline pipeline, IMarkdownRenderer renderer) => _everywhere.Setup(pipeline, renderer);

    /// <summary>The last braces of the line and what is behind them: blanks and a heading's closing signs at most, or null.</summary>
    private static StringSlice? AttributesAtEnd(StringSlice line)
    {
        var brace = line.AsSpan().LastIndexOf('{');
        if (brace < 0) return null;
        line.Start += brace;
        var rest = line;
        return GenericAttributesParser.TryParse(ref rest, out _) && rest.AsSpan().Trim(" \t#").IsEmpty ? line : null;
    }
}
