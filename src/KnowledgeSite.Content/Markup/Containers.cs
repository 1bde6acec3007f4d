using KnowledgeSite.Strings;
using Markdig;
using Markdig.Extensions.CustomContainers;
using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;

namespace KnowledgeSite.Content.Markup;

/// <summary>
/// Blocks between lines of colons: <c>::: name</c> … <c>:::</c>. The title follows the name, with or without brackets:
/// <c>::: tip How we name branches</c>, <c>:::tip[How we name branches]{.class}</c>.
/// </summary>
internal sealed class Containers : IMarkdownExtension
{
    public void Setup(MarkdownPipelineBuilder pipeline) =>
        pipeline.BlockParsers.Insert(0, new ContainerParser { InfoParser = ReadOpening });

    public void Setup(MarkdownPipeline pipeline, IMarkdownRenderer renderer) =>
        renderer.ObjectRenderers.Insert(0, new ContainerRenderer());

    private static bool ReadOpening(BlockProcessor processor, ref StringSlice line, IFencedBlock fenced, char fence)
    {
        var container = (CustomContainer)fenced;
        line.Trim();
        if (!TakeEndingColons(ref line))
            return false;
        fenced.Info = TakeName(ref line);
        var title = TakeBracketed(ref line);
        TakeAttributes(processor.Document, ref line, container);
        if (title.IsEmpty)
            title = line;
        if (title.IsEmpty)
            title = FindQuartoTitle(container, line);
        fenced.Arguments = title.ToString();
        if (!title.IsEmpty)
            container.Add(new BlockTitle(processor, title));
        return true;
    }

    /// <summary>
    /// The title of a callout of Quarto: <c>::: {.callout-tip title="Text"}</c>. Empty if there is none.
    /// </summary>
    private static StringSlice FindQuartoTitle(CustomContainer container, StringSlice line)
    {
        if (
            QuartoCallout.Find(container) is null
            || container.TryGetAttributes()?.Properties?.Find(p => p.Key == "title").Value is not { Length: > 0 } title
        )
            return StringSlice.Empty;
        var at = line.Text.IndexOf(title, line.Start, StringComparison.Ordinal);
        return at < 0 ? StringSlice.Empty : new StringSlice(line.Text, at, at + title.Length - 1);
    }

    /// <summary>
    /// Removes colons at the end of the opening line (<c>::: note :::</c>), as in Pandoc. Returns false if text touches
    /// them, because such a line does not open a block.
    /// </summary>
    private static bool TakeEndingColons(ref StringSlice line)
    {
        var words = line.AsSpan().TrimEnd(':');
        if (line.Length - words.Length < 3)
            return true;
        if (words.IsEmpty || !char.IsWhiteSpace(words[^1]))
            return false;
        line.End = line.Start + words.TrimEnd().Length - 1;
        return true;
    }

    private static string TakeName(ref StringSlice line)
    {
        var text = line.AsSpan();
        var length = text.IndexOfAny(" \t[{");
        if (length < 0)
            length = text.Length;
        line.Start += length;
        line.TrimStart();
        return text[..length].ToString();
    }

    /// <summary>
    /// Reads the text in brackets at the start of the line. Empty if there are no brackets or they are not closed.
    /// </summary>
    private static StringSlice TakeBracketed(ref StringSlice line)
    {
        var text = line.AsSpan();
        if (text is not ['[', ..])
            return StringSlice.Empty;
        var depth = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\\')
                i++;
            else if (text[i] == '[')
                depth++;
            else if (text[i] == ']' && --depth == 0)
            {
                var title = new StringSlice(line.Text, line.Start + 1, line.Start + i - 1);
                line.Start += i + 1;
                line.TrimStart();
                title.Trim();
                return title;
            }
        }

        return StringSlice.Empty;
    }

    private static void TakeAttributes(MarkdownDocument document, ref StringSlice line, CustomContainer container)
    {
        var text = line.AsSpan();
        var brace = text.LastIndexOf('{');
        if (
            brace < 0
            || !AttributeList.TryParse(text[brace..], out var length, out var attributes)
            || brace + length < text.Length
        )
            return;
        AttributeLists.Attach(document, container, attributes);
        line.End = line.Start + brace - 1;
        line.TrimEnd();
    }
}

/// <summary>
/// A line of colons ends the innermost open block that began with as many, or else with fewer. Blocks within each other
/// can therefore begin with the same number of colons, as in Pandoc and Quarto.
/// </summary>
internal sealed class ContainerParser : CustomContainerParser
{
    public override BlockState TryContinue(BlockProcessor processor, Block block)
    {
        var line = processor.Line.AsSpan().TrimEnd();
        if (line.IsEmpty || line.ContainsAnyExcept(':') || processor.IsCodeIndent)
            return base.TryContinue(processor, block);
        if (!IsInContainer(block))
            processor.Document.SetData(typeof(ContainerParser), FindEnded((CustomContainer)block, line.Length));
        if (processor.Document.GetData(typeof(ContainerParser)) == block)
            return base.TryContinue(processor, block);
        processor.GoToColumn(processor.ColumnBeforeIndent);
        return BlockState.Continue;
    }

    /// <summary>True if a line of colons may end a block around this one, so that it is asked first.</summary>
    private static bool IsInContainer(Block block)
    {
        var parent = block.Parent;
        while (parent is not null and not CustomContainer && IsTransparent(parent))
            parent = parent.Parent;
        return parent is CustomContainer && IsTransparent(parent);
    }

    /// <summary>
    /// The block that a line of colons ends: this one, or one that is open in it. This one also if the line ends none.
    /// </summary>
    private static CustomContainer FindEnded(CustomContainer outermost, int colons)
    {
        var ended = outermost;
        for (Block? block = outermost; block is ContainerBlock open && IsTransparent(open); block = open.LastChild)
            if (
                open is CustomContainer container
                && container.OpeningFencedCharCount <= colons
                && (container.OpeningFencedCharCount == colons || ended.OpeningFencedCharCount != colons)
            )
                ended = container;
        return ended;
    }

    /// <summary>
    /// True for a block that goes on up to its own end mark, whatever the indentation is, and has not ended. Markdig
    /// marks no block as open while it asks which ones continue.
    /// </summary>
    private static bool IsTransparent(ContainerBlock block) =>
        block is CustomContainer { ClosingFencedCharCount: 0 } or AdmonitionBlock { Slashes: > 0, HasEnded: false }
        || TabElementParser.IsWithoutEnd(block);
}

/// <summary>The title that an author gave a block. It is the first child of the block.</summary>
internal sealed class BlockTitle : LeafBlock, IBodyElement
{
    public BlockTitle(BlockProcessor processor, StringSlice title)
        : base(null)
    {
        ProcessInlines = true;
        IsOpen = false;
        Line = processor.LineIndex;
        Column = title.Start - processor.CurrentLineStartPosition;
        Span = new(title.Start, title.End);
        Lines = new StringLineGroup(1);
        var line = new StringLine(title, processor.LineIndex, Column, title.Start, NewLine.None);
        Lines.Add(ref line);
    }

    public static BlockTitle? Find(ContainerBlock block) => block is [BlockTitle title, ..] ? title : null;

    /// <summary>Writes nothing, because the block writes its title itself.</summary>
    public void Write(BodyRenderer body) { }
}

/// <summary>
/// Renders <c>::: note</c> as a callout, and other blocks with a title: that of the author, or a default title for a
/// known name. A block with an unknown name and no title is only styled. <c>::: details</c> is collapsible.
/// </summary>
internal sealed class ContainerRenderer : HtmlObjectRenderer<CustomContainer>
{
    private static string? TitleOf(string? name, UiStrings text) =>
        name switch
        {
            "details" => text.Details,
            "examples" => text.ForExample,
            "anti-signals" => text.EasilyMistakenForIt,
            "facilitator" => text.ForFacilitator,
            "participant" => text.OnParticipantSheet,
            _ => null,
        };

    protected override void Write(HtmlRenderer renderer, CustomContainer container)
    {
        if (FindCallout(container) is { } callout)
        {
            callout.AttachTo(container);
            callout.Write(renderer, container);
            return;
        }

        var folds = container.Info == "details";
        renderer.EnsureLine();
        renderer.Write(folds ? "<details" : "<div").WriteAttributes(container).WriteLine('>');
        WriteTitle(
            renderer,
            container,
            folds ? "<summary>" : "<p class=\"container-title\">",
            folds ? "</summary>" : "</p>"
        );
        renderer.WriteChildren(container);
        renderer.WriteLine(folds ? "</details>" : "</div>");
    }

    private static Callout? FindCallout(CustomContainer container)
    {
        if (container.Info is not { } type || !Callout.KnownTypes.Contains(type, StringComparer.OrdinalIgnoreCase))
            return QuartoCallout.Take(container);
        container.GetAttributes().Classes?.Remove(type);
        return new Callout(type, CalloutForm.Box);
    }

    private static void WriteTitle(HtmlRenderer renderer, CustomContainer container, string start, string end)
    {
        if (BlockTitle.Find(container) is { Inline: { } inline })
            renderer.Write(start).WriteChildren(inline);
        else if (TitleOf(container.Info, ((BodyRenderer)renderer).Text) is { } title)
            renderer.Write(start).WriteEscape(title);
        else
            return;
        renderer.WriteLine(end);
    }
}
