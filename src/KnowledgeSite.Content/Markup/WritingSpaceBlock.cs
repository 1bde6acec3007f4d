using Markdig.Parsers;
using Markdig.Syntax;

namespace KnowledgeSite.Content.Markup;

/// <summary>A line such as <c>::: lines 6</c>, as it is written.</summary>
internal sealed class WritingSpaceBlock(BlockParser parser, string form, string arguments) : LeafBlock(parser)
{
    public string Form { get; } = form;

    public string Arguments { get; } = arguments;

    /// <summary>Null where the arguments are wrong; a finding says so.</summary>
    public WritingSpace? Space { get; } = WritingSpace.Parse(form, arguments);
}
