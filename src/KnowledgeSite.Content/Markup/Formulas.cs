using System.Text;
using System.Text.RegularExpressions;
using KnowledgeSite.Mathematics;
using Markdig;
using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace KnowledgeSite.Content.Markup;

/// <summary>
/// Formulas: <c>$…$</c>, <c>$$…$$</c>, <c>\(…\)</c> and <c>\[…\]</c>, environments such as <c>\begin{align}</c>, and
/// references to equations. Their content is not parsed as Markdown. <see cref="FormulaReader"/> compiles them. One
/// that cannot be compiled is shown as it is written, with the delimiters.
/// </summary>
internal sealed class Formulas : IMarkdownExtension
{
    public const string Class = "math";

    /// <summary>The classes of a formula that is shown as TeX.</summary>
    public const string SourceClass = "math math-source";

    public void Setup(MarkdownPipelineBuilder pipeline)
    {
        pipeline.BlockParsers.Insert(0, new MathBlockParser());
        pipeline.InlineParsers.Insert(0, new MathInlineParser());
    }

    public void Setup(MarkdownPipeline pipeline, IMarkdownRenderer renderer)
    {
        if (renderer is not HtmlRenderer html)
            return;
        html.ObjectRenderers.Insert(0, new EquationLinkRenderer());
        html.ObjectRenderers.Insert(0, new MathInlineRenderer());
        html.ObjectRenderers.Insert(0, new MathBlockRenderer());
    }
}

/// <summary>A formula within a line.</summary>
/// <param name="source">The formula with its delimiters.</param>
internal sealed class MathInline(StringSlice source, FormulaText text) : LeafInline
{
    public StringSlice Source { get; } = source;

    public FormulaText Text { get; } = text;

    /// <summary>The compiled formula, or null until it is compiled.</summary>
    public Formula? Formula { get; set; }

    /// <summary>The equation, if the formula is nothing but a reference to it.</summary>
    public Equation? Equation { get; set; }
}

/// <summary>A formula on one or more lines of its own. Line breaks are kept.</summary>
internal sealed class MathBlock(BlockParser parser, string end) : LeafBlock(parser)
{
    /// <summary>The closing delimiter.</summary>
    public string End { get; } = end;

    /// <summary>True if the delimiters are those of an environment, which are part of the TeX.</summary>
    public bool IsEnvironment => End.StartsWith(@"\end", StringComparison.Ordinal);

    /// <summary>The compiled formula, or null until it is compiled.</summary>
    public Formula? Formula { get; set; }

    /// <summary>What follows the formula on its last line.</summary>
    public string Rest { get; set; } = "";
}

/// <summary><c>\eqref{label}</c> or <c>\ref{label}</c> in a text.</summary>
internal sealed class EquationReferenceInline(StringSlice source, string label, bool isInParentheses) : LeafInline
{
    public StringSlice Source { get; } = source;

    public string Label { get; } = label;

    public bool IsInParentheses { get; } = isInParentheses;

    /// <summary>The equation, or null if the page has none with the label.</summary>
    public Equation? Equation { get; set; }
}

/// <summary>The TeX of a formula, with the position of each of its lines in the Markdown.</summary>
/// <param name="Lines">The offset of each line in the TeX, and its offset in the Markdown.</param>
internal sealed record FormulaText(string Tex, bool IsDisplay, IReadOnlyList<(int Offset, int Position)> Lines)
{
    /// <summary>The offset in the Markdown of an offset in the TeX.</summary>
    public int PositionOf(int offset)
    {
        var line = Lines.LastOrDefault(l => l.Offset <= offset, Lines[0]);
        return line.Position + offset - line.Offset;
    }
}

/// <summary>
/// Recognises formulas within a line by the rules of Pandoc, so that prices stay text: no space follows the first
/// <c>$</c>, no space precedes the last one, and no digit follows it. For <c>\(…\)</c> and <c>\[…\]</c>, the content
/// must contain mathematical signs, because these are also escaped brackets.
/// </summary>
/// <remarks>Each attempt ends at the next delimiter of its kind, so the time is linear.</remarks>
internal sealed partial class MathInlineParser : InlineParser
{
    public MathInlineParser() => OpeningCharacters = ['$', '\\'];

    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        var text = slice.AsSpan();
        if (text is ['\\', 'r' or 'e', ..])
            return MatchReference(processor, ref slice);
        var (length, mark, isDisplay) = text switch
        {
            ['$', '$', ..] => (DisplayLength(text), 2, true),
            ['$', '`', ..] => (DollarLength(text, slice.PeekCharExtra(-1)), 2, false),
            ['$', ..] => (DollarLength(text, slice.PeekCharExtra(-1)), 1, false),
            ['\\', '(', ..] => (BracketLength(text, ')'), 2, false),
            ['\\', '[', ..] => (BracketLength(text, ']'), 2, true),
            _ => (0, 0, false),
        };
        if (length == 0)
            return false;

        var start = processor.GetSourcePosition(slice.Start, out var line, out var column);
        var source = new StringSlice(slice.Text, slice.Start, slice.Start + length - 1);
        var tex = text[mark..(length - mark)].ToString();
        var formula = new FormulaText(tex, isDisplay, FindLines(processor, tex, slice.Start + mark, start + mark));
        processor.Inline = new MathInline(source, formula)
        {
            Line = line,
            Column = column,
            Span = new(start, processor.GetSourcePosition(source.End)),
        };
        processor.Document.SetData(typeof(Formulas), true);
        slice.Start += length;
        return true;
    }

    private static List<(int Offset, int Position)> FindLines(
        InlineProcessor processor,
        string tex,
        int start,
        int position
    )
    {
        List<(int Offset, int Position)> lines = [(0, position)];
        for (var end = tex.IndexOf('\n'); end >= 0; end = tex.IndexOf('\n', end + 1))
            lines.Add((end + 1, processor.GetSourcePosition(Math.Min(start + end + 1, start + tex.Length - 1))));
        return lines;
    }

    private static bool MatchReference(InlineProcessor processor, ref StringSlice slice)
    {
        if (Reference().Match(slice.Text, slice.Start, slice.Length) is not { Success: true } match)
            return false;
        var start = processor.GetSourcePosition(slice.Start, out var line, out var column);
        var source = new StringSlice(slice.Text, slice.Start, slice.Start + match.Length - 1);
        processor.Inline = new EquationReferenceInline(source, match.Groups["label"].Value, match.Groups["eq"].Success)
        {
            Line = line,
            Column = column,
            Span = new(start, processor.GetSourcePosition(source.End)),
        };
        processor.Document.SetData(typeof(Formulas), true);
        slice.Start += match.Length;
        return true;
    }

    private static int DisplayLength(ReadOnlySpan<char> text)
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

    private static int DollarLength(ReadOnlySpan<char> text, char before)
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
    /// True if the text between two dollar signs is a formula. It is not if it consists of words between two amounts
    /// (<c>$5 for apples, A$</c>) or contains the end of a link that began before it.
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
    /// The length of a formula in <c>\(…\)</c> or <c>\[…\]</c>, or 0. To Markdown, these are escaped brackets, which
    /// authors also use for plain text: <c>\(see below\)</c>, <c>\[1\]</c>.
    /// </summary>
    private static int BracketLength(ReadOnlySpan<char> text, char close)
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

    [GeneratedRegex(@"\G\\(?<eq>eq)?ref\{(?<label>[^{}\n\\]{1,200})\}", RegexOptions.CultureInvariant)]
    private static partial Regex Reference();

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
/// Recognises a formula that begins with <c>$$</c>, <c>\[</c> or an environment of displayed formulas at the start of a
/// line and ends on a later line. If it has no end, or a heading or fence comes first, the line is text.
/// </summary>
internal sealed partial class MathBlockParser : BlockParser
{
    /// <summary>
    /// The maximum length of a formula. The limit keeps the time linear if many formulas have no end.
    /// </summary>
    private const int MaxLength = 20_000;

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
            ['\\', 'b', ..] => EndOfEnvironment(processor.Line),
            _ => null,
        };
        if (end is null || !HasEnd(processor, end, isAlone: line[2..].IsWhiteSpace()))
            return BlockState.None;
        processor.Document.SetData(typeof(Formulas), true);
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

    private static string? EndOfEnvironment(StringSlice line) =>
        Environment().Match(line.Text, line.Start, line.Length) is { Success: true } match
            ? $@"\end{{{match.Groups["name"].Value}}}"
            : null;

    /// <summary>
    /// True if the formula has an end. It may contain empty lines only if its first delimiter is alone on its line.
    /// </summary>
    private static bool HasEnd(BlockProcessor processor, string end, bool isAlone)
    {
        var text = processor.Line.Text.AsSpan(processor.Line.End + 1);
        var length = text[..Math.Min(text.Length, MaxLength)].IndexOf(end);
        return length >= 0 && !(isAlone ? Interruption() : InterruptionOrEmptyLine()).IsMatch(text[..length]);
    }

    [GeneratedRegex(
        @"\G\\begin\{(?<name>(?:equation|align|alignat|flalign|gather|multline|eqnarray)\*?)\}(?!.*\\end\{\k<name>\})",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Environment();

    [GeneratedRegex(@"\n {0,3}(#{1,6} |```|~~~)", RegexOptions.CultureInvariant)]
    private static partial Regex Interruption();

    [GeneratedRegex(@"\n {0,3}(#{1,6} |```|~~~)|\n[ \t]*\r?\n", RegexOptions.CultureInvariant)]
    private static partial Regex InterruptionOrEmptyLine();
}

internal sealed class MathInlineRenderer : HtmlObjectRenderer<MathInline>
{
    protected override void Write(HtmlRenderer renderer, MathInline math)
    {
        var attributes = math.TryGetAttributes();
        var isCompiled = math.Formula?.Content is not null;
        if (!renderer.EnableHtmlForInline)
        {
            renderer.WriteEscape(math.Source.AsSpan());
        }
        else if (math is { Equation: { } equation, Formula.OnlyReference: { } reference })
        {
            EquationLinkRenderer.Write((BodyRenderer)renderer, equation, reference.IsInParentheses, math.Span);
        }
        else if (isCompiled && attributes is null)
        {
            renderer.Write(math.Formula!.ToMathML());
        }
        else
        {
            math.GetAttributes().AddClass(isCompiled ? Formulas.Class : Formulas.SourceClass);
            renderer.Write("<span").WriteAttributes(math).Write('>');
            if (isCompiled)
                renderer.Write(math.Formula!.ToMathML());
            else
                renderer.WriteEscape(math.Source.AsSpan());
            renderer.Write("</span>");
        }
    }
}

/// <summary>Renders a reference to an equation of the page as a link.</summary>
internal sealed class EquationLinkRenderer : HtmlObjectRenderer<EquationReferenceInline>
{
    /// <summary>Writes a link whose text is the number of the equation.</summary>
    public static void Write(BodyRenderer renderer, Equation equation, bool isInParentheses, SourceSpan span)
    {
        var link = new PageLink(LinkForm.Link, "#" + equation.Id, renderer.InFile(span));
        renderer.Write("<a href=\"");
        renderer.AddLinkSlot(link, SlotContent.Address);
        renderer.Write("\">").WriteEscape(isInParentheses ? $"({equation.Tag})" : equation.Tag).Write("</a>");
    }

    protected override void Write(HtmlRenderer renderer, EquationReferenceInline reference)
    {
        if (reference.Equation is { } equation && renderer.EnableHtmlForInline)
            Write((BodyRenderer)renderer, equation, reference.IsInParentheses, reference.Span);
        else
            renderer.WriteEscape(reference.Source.AsSpan());
    }
}

internal sealed class MathBlockRenderer : HtmlObjectRenderer<MathBlock>
{
    protected override void Write(HtmlRenderer renderer, MathBlock math)
    {
        renderer.EnsureLine();
        if (math.Formula?.Content is not null)
        {
            Write(renderer, math, math.Formula);
            if (math.Rest.Length > 0)
                renderer.Write("<p>").WriteEscape(math.Rest).WriteLine("</p>");
            return;
        }

        math.GetAttributes().AddClass(Formulas.SourceClass);
        renderer.Write("<div").WriteAttributes(math).Write('>');
        renderer.WriteLeafRawLines(math, writeEndOfLines: false, escape: true);
        renderer.WriteLine("</div>");
    }

    /// <summary>Writes a formula that is a block.</summary>
    public static void Write(HtmlRenderer renderer, LeafBlock block, Formula formula)
    {
        block.GetAttributes().AddClass(Formulas.Class);
        renderer.Write("<div").WriteAttributes(block).Write('>');
        renderer.Write(formula.ToMathML());
        renderer.WriteLine("</div>");
    }
}
