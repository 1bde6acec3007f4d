using System.Diagnostics.CodeAnalysis;
using Markdig;
using Markdig.Extensions.DefinitionLists;
using Markdig.Extensions.Footnotes;
using Markdig.Extensions.Tables;
using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace KnowledgeSite.Content.Markup;

/// <summary>
/// Attaches attribute lists to elements. A list can follow a link, an image, code or emphasis directly; or come at the
/// end of a heading, a paragraph or a list item, on a line of its own below or above a block, or on the opening line of
/// a fence. Anywhere else it is text.
/// </summary>
internal sealed class AttributeLists : IMarkdownExtension
{
    /// <summary>
    /// The maximum number of inlines that are searched around a list. The limit keeps the time linear when many lists
    /// follow each other.
    /// </summary>
    private const int MaxInlines = 50;

    private static readonly object Found = new();
    private static readonly object Attached = new();
    private static readonly object Properties = new();

    public void Setup(MarkdownPipelineBuilder pipeline)
    {
        pipeline.InlineParsers.Insert(0, new AttributeListParser());
        pipeline.BlockParsers.Find<HeadingBlockParser>()!.TryParseAttributes = TakeFromHeading;
        pipeline.BlockParsers.Find<FencedCodeBlockParser>()!.TryParseAttributes = TakeFromFence;
        pipeline.DocumentProcessed += Attach;
    }

    public void Setup(MarkdownPipeline pipeline, IMarkdownRenderer renderer) { }

    /// <summary>True if any element of the document has attributes from a list.</summary>
    public static bool HasAny(MarkdownDocument document) => document.GetData(Attached) is not null;

    /// <summary>True if a list of the document has a value, as in <c>{key=value}</c>.</summary>
    public static bool HasProperties(MarkdownDocument document) => document.GetData(Properties) is not null;

    public static void Add(MarkdownDocument document, AttributeListInline list)
    {
        if (document.GetData(Found) is not List<AttributeListInline> lists)
            document.SetData(Found, lists = []);
        lists.Add(list);
    }

    public static void Attach(MarkdownDocument document, MarkdownObject target, HtmlAttributes attributes)
    {
        attributes.CopyTo(target.GetAttributes(), mergeIdAndProperties: true, shared: false);
        document.SetData(Attached, Attached);
        if (attributes.Properties is { Count: > 0 })
            document.SetData(Properties, Properties);
    }

    /// <summary>
    /// Attaches the list at the end of a heading line. Only spaces and closing <c>#</c> may follow it.
    /// </summary>
    private static bool TakeFromHeading(BlockProcessor processor, ref StringSlice line, IBlock heading)
    {
        var text = line.AsSpan();
        var brace = text.LastIndexOf('{');
        if (brace < 0 || (brace > 0 && AttributeListParser.IsTemplate(text[brace - 1])))
            return false;
        if (!AttributeList.TryParse(text[brace..], out var length, out var attributes))
            return false;
        if (!text[(brace + length)..].Trim(" \t#").IsEmpty)
            return false;
        Attach(processor.Document, (HeadingBlock)heading, attributes);
        line.End = line.Start + brace - 1;
        return true;
    }

    private static bool TakeFromFence(BlockProcessor processor, ref StringSlice line, IBlock fence)
    {
        var text = line.AsSpan();
        var brace = text.IndexOf('{');
        if (brace < 0 || !AttributeList.TryParse(text[brace..], out var length, out var attributes))
            return false;
        if (!text[(brace + length)..].IsWhiteSpace())
            return false;
        Attach(processor.Document, (Block)fence, attributes);
        line.End = line.Start + brace - 1;
        return true;
    }

    /// <summary>
    /// Attaches the lists to their targets, beginning with the last list, and turns lists without a target into text.
    /// </summary>
    private static void Attach(MarkdownDocument document)
    {
        if (document.GetData(Found) is not List<AttributeListInline> lists)
            return;
        for (var i = lists.Count - 1; i >= 0; i--)
        {
            var list = lists[i];
            if (list.Parent is null)
                continue;
            if (FindTarget(document, list) is { } target)
                Attach(document, target, list.Attributes);
            else
                list.ReplaceBy(
                    new LiteralInline(list.Source)
                    {
                        Span = list.Span,
                        Line = list.Line,
                        Column = list.Column,
                    }
                );
        }
    }

    /// <summary>Finds the target of a list and removes the list from the text. Null if the list is text.</summary>
    private static MarkdownObject? FindTarget(MarkdownDocument document, AttributeListInline list)
    {
        if (ElementBefore(list) is { } element)
        {
            list.Remove();
            return element;
        }

        if (TakeSpan(list) is { } span)
            return span;
        if (list.Parent is not { ParentBlock: { } block } root)
            return null;
        var isFirst = IsBlank(root.FirstChild, upTo: list);
        if (isFirst && list.NextSibling is LineBreakInline && block is ParagraphBlock && !IsBlank(list.NextSibling))
            return TakeFromFirstLine(list, block);
        if (!IsBlank(list.NextSibling))
            return null;
        if (isFirst)
            return TargetOfLine(document, list, block);
        var isApart =
            list.FollowsSpace
            || list.PreviousSibling is AttributeListInline
            || (block is HeadingBlock && !list.FollowsTemplate);
        if (!isApart)
            return null;
        if (block.Parent is TableCell || block is not (ParagraphBlock or HeadingBlock or DefinitionTerm))
            return null;
        list.RemoveWithSpace();
        return ItemOf(block) ?? block;
    }

    /// <summary>The list item or definition that begins with this paragraph; null for other blocks.</summary>
    private static Block? ItemOf(LeafBlock block) =>
        block is ParagraphBlock
        && block.Parent is ListItemBlock or DefinitionItem
        && block.Parent.FirstOrDefault(b => b is not DefinitionTerm) == block
            ? block.Parent
            : null;

    private static Block TakeFromFirstLine(AttributeListInline list, LeafBlock block)
    {
        list.NextSibling!.Remove();
        list.Remove();
        return ItemOf(block) ?? block;
    }

    private static Inline? ElementBefore(AttributeListInline list)
    {
        var before = list.PreviousSibling;
        for (var i = 0; before is AttributeListInline && i < MaxInlines; i++)
            before = before.PreviousSibling;
        if (before is LinkInline { IsAutoLink: true })
            return null;
        return
            before
                is LinkInline
                    or AutolinkInline
                    or CodeInline
                    or EmphasisInline
                    or WikiLinkInline
                    or MathInline
                    or GapInline
            ? before
            : null;
    }

    /// <summary>
    /// Turns the text in brackets before a list into an element: <c>[words]{.class}</c>. Null if there are no brackets.
    /// </summary>
    private static SpanInline? TakeSpan(AttributeListInline list)
    {
        if (
            list.PreviousSibling is not LiteralInline last
            || !last.Content.AsSpan().EndsWith("]")
            || (last.IsFirstCharacterEscaped && last.Content.Length == 1)
        )
            return null;
        var (first, bracket) = OpeningBracket(last);
        if (first is null)
            return null;

        last.Content.End--;
        var span = new SpanInline
        {
            Line = list.Line,
            Column = list.Column,
            Span = list.Span,
        };
        var words = new StringSlice(first.Content.Text, bracket + 1, first.Content.End);
        var next = first.NextSibling;
        first.Content.End = bracket - 1;
        first.InsertAfter(span);
        if (!words.IsEmpty)
            span.AppendChild(new LiteralInline(words));
        while (next is not null && next != list)
        {
            var inline = next;
            next = next.NextSibling;
            inline.Remove();
            span.AppendChild(inline);
        }

        list.Remove();
        return span;
    }

    /// <summary>
    /// Finds the bracket that the last bracket closes. Null if it is not found within a limited distance.
    /// </summary>
    private static (LiteralInline? Literal, int Place) OpeningBracket(LiteralInline last)
    {
        const int MaxLength = 500;
        var depth = 0;
        var read = 0;
        for (Inline? inline = last; inline is not null && read < MaxLength; inline = inline.PreviousSibling)
        {
            if (inline is not LiteralInline literal)
            {
                read++;
                continue;
            }

            for (var i = literal.Content.End; i >= literal.Content.Start && read < MaxLength; i--, read++)
            {
                if (literal.IsFirstCharacterEscaped && i == literal.Content.Start)
                    continue;
                if (literal.Content.Text[i] == ']')
                    depth++;
                else if (literal.Content.Text[i] == '[' && --depth == 0)
                    return (literal, i);
            }
        }

        return (null, 0);
    }

    /// <summary>
    /// The target of a list that is a paragraph of its own: the block directly above, otherwise the block below.
    /// </summary>
    private static Block? TargetOfLine(MarkdownDocument document, AttributeListInline list, LeafBlock block)
    {
        if (block is not ParagraphBlock || block.Parent is not { } parent)
            return null;
        var place = parent.IndexOf(block);
        var above = place > 0 ? parent[place - 1] : null;
        var below = place + 1 < parent.Count ? parent[place + 1] : null;
        var target = IsTarget(above) && IsRightBelow(document, above, list) ? above : below;
        if (!IsTarget(target))
            return null;
        list.Remove();
        if (IsBlank(block.Inline!.FirstChild))
            parent.Remove(block);
        return target;
    }

    private static bool IsTarget([NotNullWhen(true)] Block? block) =>
        block is not (null or LinkReferenceDefinitionGroup or FootnoteGroup or HtmlBlock or BlockTitle);

    /// <summary>True if there is no empty line between the block and the line of the list.</summary>
    private static bool IsRightBelow(MarkdownDocument document, Block block, AttributeListInline list)
    {
        if (document.LineStartIndexes is not { } starts)
            return false;
        var line = starts.BinarySearch(block.Span.End);
        return (line < 0 ? ~line - 1 : line) == list.Line - 1;
    }

    private static bool IsBlank(Inline? from, Inline? upTo = null)
    {
        var read = 0;
        for (var inline = from; inline is not null && inline != upTo; inline = inline.NextSibling)
        {
            if (++read > MaxInlines)
                return false;
            var isBlank =
                inline is LineBreakInline or AttributeListInline
                || (inline is LiteralInline literal && literal.Content.IsEmptyOrWhitespace());
            if (!isBlank)
                return false;
        }

        return true;
    }
}

/// <summary>Inline text with its own attributes.</summary>
internal sealed class SpanInline : ContainerInline, IBodyElement
{
    public void Write(BodyRenderer body)
    {
        if (body.EnableHtmlForInline)
            body.Write("<span").WriteAttributes(this).Write('>');
        body.WriteChildren(this);
        if (body.EnableHtmlForInline)
            body.Write("</span>");
    }
}
