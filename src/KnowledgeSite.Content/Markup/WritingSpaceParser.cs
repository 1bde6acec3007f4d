using System.Text.RegularExpressions;
using Markdig.Parsers;
using Markdig.Syntax;

namespace KnowledgeSite.Content.Markup;

/// <summary>
/// Recognises room for writing (<c>::: lines 6</c>): one line that needs no end, unlike a container. An end that stands
/// right below it is taken as its own, unless it is that of the container around.
/// </summary>
internal sealed partial class WritingSpaceParser : BlockParser
{
    public WritingSpaceParser() => OpeningCharacters = [':'];

    public override BlockState TryOpen(BlockProcessor processor)
    {
        if (processor.IsCodeIndent || Line().Match(processor.Line.ToString().TrimEnd()) is not { Success: true } line)
            return BlockState.None;
        processor.NewBlocks.Push(
            new WritingSpaceBlock(this, line.Groups["form"].Value, line.Groups["arguments"].Value)
            {
                Column = processor.Column,
                Span = new SourceSpan(processor.Start, processor.Line.End),
            }
        );
        return BlockState.ContinueDiscard;
    }

    public override BlockState TryContinue(BlockProcessor processor, Block block) =>
        End().IsMatch(processor.Line.ToString()) ? BlockState.BreakDiscard : BlockState.None;

    [GeneratedRegex(
        @"^:{3,}\s*(?<form>lines|box|grid|scale)(?:\s+(?<arguments>.*))?$",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase
    )]
    private static partial Regex Line();

    [GeneratedRegex(@"^:{3,}\s*$", RegexOptions.CultureInvariant)]
    private static partial Regex End();
}
