using Markdig.Helpers;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace KnowledgeSite.Content.Markup;

/// <summary>
/// Options of which a reader chooses one: <c>( ) yes ( ) no</c> in a paragraph or a cell, or a list whose items all
/// begin with <c>( )</c>. <c>(x)</c> marks the chosen one. Fewer than two options are text.
/// </summary>
internal static class Choices
{
    private const int MarkLength = 3;

    /// <summary>Turns the marks of a document into options.</summary>
    public static void Build(MarkdownDocument document, string markdown)
    {
        if (!markdown.Contains("( ) ", StringComparison.Ordinal))
            return;
        foreach (var list in document.Descendants<ListBlock>().ToList())
            BuildList(list);
        foreach (var block in document.Descendants<LeafBlock>())
            if (block.Inline is { } text)
                BuildText(text);
    }

    /// <summary>The labels of the options in a part of a document.</summary>
    public static IEnumerable<string> FindLabels(MarkdownObject part) =>
        part.Descendants<OptionInline>().Select(o => InlineText.Read(o));

    private static void BuildList(ListBlock list)
    {
        var items = list.Select(i => (((ListItemBlock)i).FirstOrDefault() as LeafBlock)?.Inline).ToList();
        if (items.Count < 2)
            return;
        var marks = new List<Mark>();
        foreach (var item in items)
        {
            if (item is null || FindMarks(item) is not [var mark] || mark.Literal != item.FirstChild || mark.Start > 0)
                return;
            marks.Add(mark);
        }

        if (marks.TrueForAll(m => m.IsChosen))
            return;
        foreach (var mark in marks)
            CreateOption(mark);
        list.GetAttributes().AddClass("choice");
    }

    private static void BuildText(ContainerInline text)
    {
        var marks = FindMarks(text);
        var open = marks.Count(m => !m.IsChosen);
        var isAtStart = marks is [{ Start: 0 } first, ..] && first.Literal == text.FirstChild;
        // In running text, a function of (x) is more likely than a chosen option.
        if (open < 2 && !(open == 1 && marks.Count > 1 && isAtStart))
            return;
        // From the last to the first, because an option ends where the next one begins.
        for (var i = marks.Count - 1; i >= 0; i--)
            CreateOption(marks[i]);
        var options = text.OfType<OptionInline>().ToList();
        var choice = new ChoiceInline { Span = options[0].Span, Line = options[0].Line };
        options[0].InsertBefore(choice);
        for (var next = choice.NextSibling; next is not null; next = choice.NextSibling)
        {
            next.Remove();
            choice.AppendChild(next);
            if (next == options[^1])
                break;
        }
    }

    /// <summary>Finds the marks of options: at the start of a line or after a space, with a label behind.</summary>
    private static List<Mark> FindMarks(ContainerInline text)
    {
        var marks = new List<Mark>();
        foreach (var literal in text.OfType<LiteralInline>())
        {
            var content = literal.Content.AsSpan();
            for (var at = content.IndexOf('('); at >= 0; )
            {
                if (IsMark(content[at..], literal.NextSibling) && IsAtStartOfWord(literal, content, at))
                    marks.Add(new(literal, at, content[at + 1] != ' '));
                var next = content[(at + 1)..].IndexOf('(');
                at = next < 0 ? -1 : at + 1 + next;
            }
        }

        return marks;
    }

    private static bool IsMark(ReadOnlySpan<char> text, Inline? next)
    {
        if (text is not ['(', ' ' or 'x' or 'X', ')', ' ', ..])
            return false;
        var label = text[MarkLength..].TrimStart();
        return label.IsEmpty
            ? next is not (null or LineBreakInline)
            : !label.StartsWith("( )", StringComparison.Ordinal);
    }

    private static bool IsAtStartOfWord(LiteralInline literal, ReadOnlySpan<char> content, int at) =>
        at > 0
            ? char.IsWhiteSpace(content[at - 1])
            : !literal.IsFirstCharacterEscaped && literal.PreviousSibling is null or LineBreakInline;

    /// <summary>Moves the label behind a mark, up to the next option or the end of the line, into an option.</summary>
    private static void CreateOption(Mark mark)
    {
        var literal = mark.Literal;
        var whole = literal.Content;
        var start = whole.Start + mark.Start;
        var label = new StringSlice(whole.Text, start + MarkLength, whole.End);
        label.TrimStart();
        var option = new OptionInline(mark.IsChosen)
        {
            Line = literal.Line,
            Column = literal.Column + mark.Start,
            Span = new(literal.Span.Start + mark.Start, literal.Span.End),
        };
        if (!label.IsEmpty)
            option.AppendChild(
                new LiteralInline(label)
                {
                    Line = literal.Line,
                    Span = new(literal.Span.Start + label.Start - whole.Start, literal.Span.End),
                }
            );
        literal.Content.End = start - 1;
        literal.InsertAfter(option);
        for (
            var next = option.NextSibling;
            next is not (null or LineBreakInline or OptionInline);
            next = option.NextSibling
        )
        {
            next.Remove();
            option.AppendChild(next);
        }

        if (mark.Start == 0)
            literal.Remove();
    }

    /// <param name="Literal">The text that contains the mark.</param>
    /// <param name="Start">The offset of the mark in that text.</param>
    /// <param name="IsChosen">True for <c>(x)</c>.</param>
    private readonly record struct Mark(LiteralInline Literal, int Start, bool IsChosen);
}

/// <summary>The options of a choice in running text.</summary>
internal sealed class ChoiceInline : ContainerInline, IBodyElement
{
    public void Write(BodyRenderer body)
    {
        if (body.EnableHtmlForInline)
            body.Write("<span class=\"choice\" role=\"group\" aria-label=\"")
                .WriteEscape(body.Text.Options)
                .Write("\">");
        body.WriteChildren(this);
        if (body.EnableHtmlForInline)
            body.Write("</span>");
    }
}

/// <summary>One option of a choice, with its label. A script of the theme turns it into a radio button.</summary>
internal sealed class OptionInline(bool isChosen) : ContainerInline, IBodyElement
{
    public void Write(BodyRenderer body)
    {
        if (body.EnableHtmlForInline)
            body.Write(isChosen ? "<span class=\"option chosen\">" : "<span class=\"option\">");
        else
            body.Write(isChosen ? "(x) " : "( ) ");
        body.WriteChildren(this);
        if (body.EnableHtmlForInline)
            body.Write("</span>");
    }
}
