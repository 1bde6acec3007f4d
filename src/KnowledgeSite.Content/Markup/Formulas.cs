using System.Text.RegularExpressions;
using Markdig;
using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace KnowledgeSite.Content.Markup;

/// <summary>
/// Formulas: <c>$…$</c>, <c>$$…$$</c>, <c>\(…\)</c> and <c>\[…\]</c>. What stands in them is not Markdown; it is shown
/// as it is written, with its delimiters.
/// </summary>
internal sealed class Formulas : IMarkdownExtension
{
    public const string Class = "math";

    public void Setup(MarkdownPipelineBuilder pipeline)
    {
        pipeline.BlockParsers.Insert(0, new MathBlockParser());
        pipeline.InlineParsers.Insert(0, new MathInlineParser());
    }

    public void Setup(MarkdownPipeline pipeline, IMarkdownRenderer renderer)
    {
        if (renderer is not HtmlRenderer html)
            return;
        html.ObjectRenderers.Insert(0, new MathInlineRenderer());
        html.ObjectRenderers.Insert(0, new MathBlockRenderer());
    }
}

/// <param name="source">The formula with its delimiters.</param>
internal sealed class MathInline(StringSlice source) : LeafInline
{
    public StringSlice Source { get; } = source;
}

/// <summary>A formula on lines of its own, which it keeps.</summary>
internal sealed class MathBlock(BlockParser parser, string end) : LeafBlock(parser)
{
    /// <summary>The delimiter that closes it.</summary>
    public string End { get; } = end;
}

/// <summary>
/// Recognises formulas in a line of text by Pandoc's rules, which keep prices text: no space follows the first
/// <c>$</c>, none stands before the last, and no digit follows it. The rules for the forms with backslashes tell a
/// formula from escaped brackets by its signs.
/// </summary>
/// <remarks>Each attempt ends at the next delimiter of its kind, so the time is linear.</remarks>
internal sealed partial class MathInlineParser : InlineParser
{
    public MathInlineParser() => OpeningCharacters = ['$', '\\'];

    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        var text = slice.AsSpan();
        var length = text switch
        {
            ['$', '$', ..] => LengthOfDisplay(text),
            ['$', ..] => LengthOfDollars(text, slice.PeekCharExtra(-1)),
            ['\\', '(', ..] => LengthOfBrackets(text, ')'),
            ['\\', '[', ..] => LengthOfBrackets(text, ']'),
            _ => 0,
        };
        if (length == 0)
            return false;

        var start = processor.GetSourcePosition(slice.Start, out var line, out var column);
        var source = new StringSlice(slice.Text, slice.Start, slice.Start + length - 1);
        processor.Inline = new MathInline(source)
        {
            Line = line,
            Column = column,
            Span = new(start, processor.GetSourcePosition(source.End)),
        };
        slice.Start += length;
        return true;
    }

    private static int LengthOfDisplay(ReadOnlySpan<char> text)
    {
        for (var i = 2; i + 1 < text.Length; i++)
        {
            if (text[i] == '\\')
                i++;
            else if (text[i] == '$' && text[i + 1] == '$')
                return text[2..i].IsWhiteSpace() ? 0 : i + 2;
        }

        return 0;
    }

    private static int LengthOfDollars(ReadOnlySpan<char> text, char before)
    {
        if (text.Length < 3 || before == '$' || char.IsAsciiLetterOrDigit(before) || char.IsWhiteSpace(text[1]))
            return 0;
        var isQuoted = text[1] == '`';
        for (var i = isQuoted ? 2 : 1; i < text.Length; i++)
        {
            if (text[i] == '\\')
                i++;
            else if (text[i] == '`' && !(isQuoted && i + 1 < text.Length && text[i + 1] == '$'))
                return 0;
            else if (text[i] == '$')
                return EndsFormula(text, i) && IsFormula(text[1..i]) ? i + 1 : 0;
        }

        return 0;
    }

    private static bool EndsFormula(ReadOnlySpan<char> text, int dollar)
    {
        if (char.IsWhiteSpace(text[dollar - 1]))
            return false;
        var behind = text[(dollar + 1)..];
        return behind.IsEmpty
            || !char.IsAsciiLetterOrDigit(behind[0])
            || Ordinal().IsMatch(behind[..Math.Min(3, behind.Length)]);
    }

    /// <summary>
    /// Not a formula: words between two amounts (<c>$5 for apples, A$</c>), and what ends a link that began before it.
    /// </summary>
    private static bool IsFormula(ReadOnlySpan<char> content)
    {
        if (content.IndexOfAny(@"\^_={}") < 0 && Words().Count(content) > 1)
            return false;
        var depth = 0;
        for (var i = 0; i < content.Length; i++)
        {
            if (content[i] == '[')
                depth++;
            else if (content[i] == ']' && --depth < 0 && i + 1 < content.Length && content[i + 1] is '(' or '[')
                return false;
        }

        return true;
    }

    /// <summary>
    /// <c>\(</c> and <c>\[</c> are a bracket to Markdown, and often escaped for no need: <c>\(see below\)</c>,
    /// <c>\[1\]</c>.
    /// </summary>
    private static int LengthOfBrackets(ReadOnlySpan<char> text, char close)
    {
        for (var i = 2; i + 1 < text.Length; i++)
        {
            if (text[i] != '\\')
                continue;
            if (text[i + 1] == text[1])
                return 0;
            if (text[i + 1] == close)
                return HasFormulaSigns(text[2..i], close) ? i + 2 : 0;
            i++;
        }

        return 0;
    }

    private static bool HasFormulaSigns(ReadOnlySpan<char> content, char close)
    {
        var trimmed = content.Trim();
        if (close == ')' && trimmed.Length is 1 or 2 && char.IsLetter(trimmed[0]))
            return trimmed.Length == 1 || char.IsDigit(trimmed[1]) || trimmed[1] == '\'';
        return Commands().IsMatch(content) || (content.IndexOfAny("=<>+^|") >= 0 && !LongWords().IsMatch(content));
    }

    [GeneratedRegex(@"^(?:th|st|nd|rd|s)(?![A-Za-z0-9])", RegexOptions.CultureInvariant)]
    private static partial Regex Ordinal();

    [GeneratedRegex(@"(?<![\p{L}])[\p{L}]{2,}", RegexOptions.CultureInvariant)]
    private static partial Regex Words();

    [GeneratedRegex(@"(?<![A-Za-z])[A-Za-z]{4,}", RegexOptions.CultureInvariant)]
    private static partial Regex LongWords();

    [GeneratedRegex(@"\\[A-Za-z]{2}|[A-Za-z0-9)}][\^_][A-Za-z0-9{\\]", RegexOptions.CultureInvariant)]
    private static partial Regex Commands();
}

/// <summary>
/// Recognises a formula that begins on a line of its own with <c>$$</c> or <c>\[</c> and ends on a later one. Without
/// an end, and where a heading or a fence comes first, the line is text.
/// </summary>
internal sealed partial class MathBlockParser : BlockParser
{
    /// <summary>The end is looked for no further than this, so that many beginnings without one cost little.</summary>
    private const int Longest = 20_000;

    public MathBlockParser() => OpeningCharacters = ['$', '\\'];

    public override BlockState TryOpen(BlockProcessor processor)
    {
        if (processor.IsCodeIndent)
            return BlockState.None;
        var line = processor.Line.AsSpan();
        var end = line switch
        {
            ['$', '$', .. var rest] when rest.IndexOf('$') < 0 => "$$",
            ['\\', '[', .. var rest] when rest.IsWhiteSpace() => @"\]",
            _ => null,
        };
        if (end is null || !HasEnd(processor, end, isAlone: line[2..].IsWhiteSpace()))
            return BlockState.None;
        processor.NewBlocks.Push(
            new MathBlock(this, end)
            {
                Column = processor.Column,
                Span = new SourceSpan(processor.Start, processor.Line.End),
            }
        );
        return BlockState.Continue;
    }

    public override BlockState TryContinue(BlockProcessor processor, Block block)
    {
        var math = (MathBlock)block;
        block.UpdateSpanEnd(processor.Line.End);
        if (processor.Line.AsSpan().IndexOf(math.End) < 0)
            return BlockState.Continue;
        math.AppendLine(
            ref processor.Line,
            processor.Column,
            processor.LineIndex,
            processor.CurrentLineStartPosition,
            trackTrivia: false
        );
        return BlockState.BreakDiscard;
    }

    /// <summary>Empty lines may lie in a formula only where its first delimiter stands alone.</summary>
    private static bool HasEnd(BlockProcessor processor, string end, bool isAlone)
    {
        var text = processor.Line.Text.AsSpan(processor.Line.End + 1);
        var length = text[..Math.Min(text.Length, Longest)].IndexOf(end);
        return length >= 0 && !(isAlone ? Interruption() : InterruptionOrEmptyLine()).IsMatch(text[..length]);
    }

    [GeneratedRegex(@"\n {0,3}(#{1,6} |```|~~~)", RegexOptions.CultureInvariant)]
    private static partial Regex Interruption();

    [GeneratedRegex(@"\n {0,3}(#{1,6} |```|~~~)|\n[ \t]*\r?\n", RegexOptions.CultureInvariant)]
    private static partial Regex InterruptionOrEmptyLine();
}

internal sealed class MathInlineRenderer : HtmlObjectRenderer<MathInline>
{
    protected override void Write(HtmlRenderer renderer, MathInline math)
    {
        if (renderer.EnableHtmlForInline)
            renderer.Write("<span class=\"" + Formulas.Class + "\"").WriteAttributes(math).Write('>');
        renderer.WriteEscape(math.Source.AsSpan());
        if (renderer.EnableHtmlForInline)
            renderer.Write("</span>");
    }
}

internal sealed class MathBlockRenderer : HtmlObjectRenderer<MathBlock>
{
    protected override void Write(HtmlRenderer renderer, MathBlock math)
    {
        renderer.EnsureLine();
        math.GetAttributes().AddClass(Formulas.Class);
        renderer.Write("<div").WriteAttributes(math).Write('>');
        renderer.WriteLeafRawLines(math, writeEndOfLines: false, escape: true);
        renderer.WriteLine("</div>");
    }
}
