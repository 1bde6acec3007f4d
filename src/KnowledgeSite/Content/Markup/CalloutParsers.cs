using System.Text.RegularExpressions;
using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Syntax;

namespace KnowledgeSite.Content.Markup;

/// <summary>
/// Recognises the first line of a quotation that makes it a callout: <c>[!note]</c> as on GitHub, and as in Obsidian any type, a sign that
/// folds it (<c>-</c> closed, <c>+</c> open) and a title.
/// </summary>
internal sealed partial class CalloutParser : BlockParser
{
    public CalloutParser() => OpeningCharacters = ['['];

    public override BlockState TryOpen(BlockProcessor processor)
    {
        if (processor.IsCodeIndent || processor.CurrentContainer is not QuoteBlock { Count: 0 } quote) return BlockState.None;
        if (FirstLine().Match(processor.Line.ToString()) is not { Success: true } line) return BlockState.None;
        var form = line.Groups["fold"].Value switch { "-" => CalloutForm.Closed, "+" => CalloutForm.Open, _ => CalloutForm.Box };
        new Callout(line.Groups["type"].Value, form).PutOn(quote);
        AddTitle(processor, quote, line.Groups["title"]);
        return BlockState.BreakDiscard;
    }

    public static void AddTitle(BlockProcessor processor, ContainerBlock block, Group title)
    {
        var length = title.ValueSpan.TrimEnd().Length;
        if (length == 0) return;
        var start = processor.Start + title.Index;
        block.Add(new BlockTitle(processor, new StringSlice(processor.Line.Text, start, start + length - 1)));
    }

    [GeneratedRegex(@"^\[!(?<type>[\p{L}][\p{L}\d_-]*)(\|[^\]\r\n]*)?\](?<fold>[+-]?)(?:[ \t]+(?<title>\S.*)|[ \t]*)$", RegexOptions.CultureInvariant)]
    private static partial Regex FirstLine();
}

/// <summary>
/// Recognises the blocks of Material for MkDocs: <c>!!! note "Title"</c>, the folds <c>???</c> and <c>???+</c>, and the tabs
/// <c>=== "Title"</c>, each with its content indented by four spaces.
/// </summary>
internal sealed partial class AdmonitionParser : BlockParser
{
    private const int Indentation = 4;

    public AdmonitionParser() => OpeningCharacters = ['!', '?', '='];

    public override BlockState TryOpen(BlockProcessor processor)
    {
        if (processor.IsCodeIndent || FirstLine().Match(processor.Line.ToString()) is not { Success: true } line) return BlockState.None;
        var title = line.Groups["title"];
        if (!title.Success && !IsContentBelow(processor)) return BlockState.None;
        var block = new AdmonitionBlock(this) { Column = processor.Column, Span = new SourceSpan(processor.Start, processor.Line.End) };
        var form = line.Groups["mark"].Value switch { "!!!" => CalloutForm.Box, "???" => CalloutForm.Closed, "???+" => CalloutForm.Open, _ => CalloutForm.Tab };
        new Callout(line.Groups["type"].Value, form).PutOn(block);
        CalloutParser.AddTitle(processor, block, title);
        processor.NewBlocks.Push(block);
        return BlockState.ContinueDiscard;
    }

    public override BlockState TryContinue(BlockProcessor processor, Block block)
    {
        if (processor.IsBlankLine) return BlockState.Continue;
        if (!processor.IsCodeIndent) return BlockState.None;
        processor.GoToCodeIndent();
        block.UpdateSpanEnd(processor.Line.End);
        return BlockState.Continue;
    }

    /// <summary>The next line that is not blank is indented further than this one.</summary>
    private static bool IsContentBelow(BlockProcessor processor)
    {
        var text = processor.Line.Text;
        var width = 0;
        for (var i = processor.Line.End + 1; i < text.Length; i++)
        {
            if (text[i] is '\n' or '\r') width = 0;
            else if (text[i] == '\t') width += Indentation - (width % Indentation);
            else if (text[i] == ' ') width++;
            else return width >= processor.Column + Indentation;
        }

        return false;
    }

    [GeneratedRegex(@"^(?:(?<mark>!!!|\?\?\?\+?)[ \t]*(?<type>[\p{L}][\w-]*)(?:[ \t]+[\p{L}][\w-]*)*(?:[ \t]+""(?<title>.*)"")?|(?<mark>===)[!+]{0,2}[ \t]+""(?<title>.+)"")[ \t]*$", RegexOptions.CultureInvariant)]
    private static partial Regex FirstLine();
}
