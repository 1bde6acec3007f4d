using System.Globalization;
using System.Text.RegularExpressions;
using KnowledgeSite.Strings;
using Markdig;
using Markdig.Extensions.CustomContainers;
using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Parsers.Inlines;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace KnowledgeSite.Content.Markup;

/// <summary>
/// Spaces for handwriting, as blocks and within sentences. Must be set up after the containers, because their lines
/// begin with the same colons.
/// </summary>
internal sealed class WritingSpaces : IMarkdownExtension
{
    public void Setup(MarkdownPipelineBuilder pipeline)
    {
        pipeline.BlockParsers.InsertBefore<CustomContainerParser>(new WritingSpaceParser());
        pipeline.InlineParsers.InsertBefore<LinkInlineParser>(new GapParser());
    }

    public void Setup(MarkdownPipeline pipeline, IMarkdownRenderer renderer) { }
}

/// <summary>A space on a handout in which participants write. In a browser, it is an input field.</summary>
internal abstract partial record WritingSpace
{
    /// <summary>Writes the space as it is printed. A script of the theme turns it into input fields.</summary>
    public abstract void Write(HtmlRenderer renderer);

    private static UiStrings TextOf(HtmlRenderer renderer) => ((BodyRenderer)renderer).Text;

    private static string Format(int number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>Ruled lines.</summary>
    /// <param name="Count">The number of lines, each high enough for handwriting.</param>
    public sealed record Lines(int Count) : WritingSpace
    {
        public override void Write(HtmlRenderer renderer)
        {
            renderer
                .Write("<div class=\"lines\" role=\"img\" aria-label=\"")
                .WriteEscape(TextOf(renderer).WritingLines(Count))
                .Write("\">");
            for (var i = 0; i < Count; i++)
                renderer.Write("<span class=\"line\"></span>");
            renderer.WriteLine("</div>");
        }
    }

    public sealed record Box(int Millimetres, string Label) : WritingSpace
    {
        /// <summary>
        /// The height is that of an empty image, because the Content-Security-Policy of the site forbids inline styles.
        /// </summary>
        public override void Write(HtmlRenderer renderer)
        {
            renderer.Write("<div class=\"box\">");
            if (Label.Length > 0)
                renderer.Write("<p class=\"box-label\">").WriteEscape(Label).Write("</p>");
            renderer
                .Write("<svg class=\"room\" width=\"1\" height=\"")
                .Write(Format(Millimetres))
                .Write("mm\" role=\"img\" aria-label=\"")
                .WriteEscape(TextOf(renderer).SpaceToDraw)
                .WriteLine("\"></svg></div>");
        }
    }

    public sealed record Grid(int Columns, int Rows) : WritingSpace
    {
        public override void Write(HtmlRenderer renderer)
        {
            renderer
                .Write("<div class=\"table grid\" role=\"group\" aria-label=\"")
                .WriteEscape(TextOf(renderer).GridToFill)
                .Write("\" tabindex=\"0\"><table><tbody>");
            for (var row = 0; row < Rows; row++)
            {
                renderer.Write("<tr>");
                for (var column = 0; column < Columns; column++)
                    renderer.Write("<td></td>");
                renderer.Write("</tr>");
            }

            renderer.WriteLine("</tbody></table></div>");
        }
    }

    /// <summary>A rating scale of numbers, one of which participants circle.</summary>
    public sealed record Scale(int From, int To, string Low, string High) : WritingSpace
    {
        public override void Write(HtmlRenderer renderer)
        {
            renderer
                .Write("<div class=\"scale\" role=\"group\" aria-label=\"")
                .WriteEscape(TextOf(renderer).CircleOne)
                .Write("\">");
            if (Low.Length > 0)
                renderer.Write("<span class=\"end-of-scale\">").WriteEscape(Low).Write("</span> ");
            for (var step = From; step <= To; step++)
                renderer.Write("<span class=\"step\">").Write(Format(step)).Write("</span> ");
            if (High.Length > 0)
                renderer.Write("<span class=\"end-of-scale\">").WriteEscape(High).Write("</span>");
            renderer.WriteLine("</div>");
        }
    }

    /// <summary>The kinds of writing space by name, each with a description of its arguments and an example.</summary>
    public static IReadOnlyDictionary<string, (string Arguments, string Example)> Forms { get; } =
        new Dictionary<string, (string, string)>(StringComparer.OrdinalIgnoreCase)
        {
            ["lines"] = ("a number of lines from 1 to 24", "lines 6"),
            ["box"] = ("a height from 10mm to 180mm, and optionally a label", "box 40mm Your sketch"),
            ["grid"] = ("columns from 1 to 8 by rows from 1 to 12", "grid 5x3"),
            ["scale"] = (
                "a first and a last number, at most 11 steps apart, and the words for both ends",
                "scale 1-5 never | always"
            ),
        };

    /// <summary>Parses the arguments of a writing space. Null if they are invalid.</summary>
    public static WritingSpace? Parse(string form, string arguments) =>
        form.ToLowerInvariant() switch
        {
            "lines" when ParseNumber(arguments) is >= 1 and <= 24 and var count => new Lines(count),
            "box"
                when BoxForm().Match(arguments) is { Success: true } box
                    && ParseNumber(box.Groups[1].Value) is >= 10 and <= 180 and var height => new Box(
                height,
                box.Groups[2].Value
            ),
            "grid" when GridForm().Match(arguments) is { Success: true } grid => CreateGrid(
                ParseNumber(grid.Groups[1].Value),
                ParseNumber(grid.Groups[2].Value)
            ),
            "scale" when ScaleForm().Match(arguments) is { Success: true } scale => CreateScale(
                ParseNumber(scale.Groups[1].Value),
                ParseNumber(scale.Groups[2].Value),
                scale.Groups[3].Value.Trim(),
                scale.Groups[4].Value.Trim()
            ),
            _ => null,
        };

    private static Grid? CreateGrid(int columns, int rows) =>
        columns is >= 1 and <= 8 && rows is >= 1 and <= 12 ? new(columns, rows) : null;

    private static Scale? CreateScale(int from, int to, string low, string high) =>
        from >= 0 && to > from && to - from <= 10 ? new(from, to, low, high) : null;

    private static int ParseNumber(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : -1;

    [GeneratedRegex(@"^([0-9]{1,3})\s?mm(?:\s+(.+))?$", RegexOptions.CultureInvariant)]
    private static partial Regex BoxForm();

    [GeneratedRegex(@"^([0-9]{1,2})\s?[x×]\s?([0-9]{1,2})$", RegexOptions.CultureInvariant)]
    private static partial Regex GridForm();

    [GeneratedRegex(@"^([0-9]{1,3})\s?[-–]\s?([0-9]{1,3})(?:\s([^|]+)\|([^|]+))?$", RegexOptions.CultureInvariant)]
    private static partial Regex ScaleForm();
}

/// <summary>A line such as <c>::: lines 6</c>. If its arguments are invalid, it is rendered as three lines.</summary>
internal sealed class WritingSpaceBlock(BlockParser parser, string form, string arguments)
    : LeafBlock(parser),
        IBodyElement
{
    public string Form { get; } = form;

    /// <summary>The writing space, or null if its arguments are invalid, which is reported.</summary>
    public WritingSpace? Space { get; } = WritingSpace.Parse(form, arguments);

    public void Write(BodyRenderer body)
    {
        body.EnsureLine();
        (Space ?? new WritingSpace.Lines(3)).Write(body);
    }
}

/// <summary>
/// Recognises a writing space (<c>::: lines 6</c>). Unlike a container, it is one line and needs no closing line. A
/// closing line directly below it is accepted, unless it belongs to the surrounding container.
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

/// <summary>A gap in a sentence, written <c>[____]</c>. Its width depends on the number of underscores.</summary>
internal sealed class GapInline(int width) : LeafInline, IBodyElement
{
    private const int SpacesPerUnderscore = 3;

    /// <summary>What a script fills in here; null if readers write themselves.</summary>
    public GapSum? Sum { get; set; }

    /// <summary>
    /// Writes the gap as underlined spaces. It is wider than it is written, because handwriting needs more space than
    /// print.
    /// </summary>
    public void Write(BodyRenderer body)
    {
        if (!body.EnableHtmlForInline)
        {
            body.Write("____");
            return;
        }

        body.Write("<span class=\"gap\" role=\"img\" aria-label=\"").WriteEscape(body.Text.GapToFill).Write('"');
        if (Sum is { } sum)
        {
            body.Write(" data-sum=\"").WriteEscape(sum.Column).Write('"');
            if (sum.Option is { } option)
                body.Write(" data-of=\"").WriteEscape(option).Write('"');
        }

        body.Write('>');
        for (var i = 0; i < SpacesPerUnderscore * width; i++)
            body.Write('\u00a0');
        body.Write("</span>");
    }
}

/// <summary>Recognises two or more underscores in brackets.</summary>
internal sealed class GapParser : InlineParser
{
    private const int MaxWidth = 40;

    public GapParser() => OpeningCharacters = ['['];

    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        var rest = slice.AsSpan()[1..];
        var width = rest.IndexOfAnyExcept('_');
        if (width < 2 || rest[width] != ']' || (rest.Length > width + 1 && rest[width + 1] is '(' or '['))
            return false;
        var start = processor.GetSourcePosition(slice.Start, out var line, out var column);
        processor.Inline = new GapInline(Math.Min(width, MaxWidth))
        {
            Line = line,
            Column = column,
            Span = new(start, start + width + 1),
        };
        slice.Start += width + 2;
        return true;
    }
}
