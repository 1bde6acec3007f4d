using System.Globalization;
using KnowledgeSite.Highlighting;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;

namespace KnowledgeSite.Content.Markup;

/// <summary>
/// Renders code in a region that the keyboard can scroll, or the diagram that was read from the block. What the theme
/// colours is in spans with a class for the role.
/// </summary>
internal sealed class CodeBlockRenderer : HtmlObjectRenderer<CodeBlock>
{
    /// <summary>The class of each role, by its number.</summary>
    private static readonly string[] Classes =
    [
        .. Enum.GetNames<CodeRole>().Select(n => $"<span class=\"code-{n.ToLowerInvariant()}\">"),
    ];

    private static readonly Dictionary<CodeMarks, string> Marks = new()
    {
        [CodeMarks.Highlighted] = " code-highlighted",
        [CodeMarks.Added] = " code-added",
        [CodeMarks.Removed] = " code-removed",
        [CodeMarks.Focused] = " code-focused",
    };

    protected override void Write(HtmlRenderer renderer, CodeBlock block)
    {
        renderer.EnsureLine();
        if (Diagram.Find(block) is { } diagram)
        {
            new DiagramRenderer((BodyRenderer)renderer).Write(diagram, block);
            return;
        }

        if (FormulaReader.Find(block) is { Content: not null } formula)
        {
            block.GetAttributes().Classes?.Clear();
            MathBlockRenderer.Write(renderer, block, formula);
            return;
        }

        if (block is FencedCodeBlock { Info: ['{', ..] } directive && CodeCell.FindLanguage(block) is null)
        {
            // A directive of another tool: its first line contains a title or a URL.
            renderer.Write("<pre tabindex=\"0\"><code>");
            renderer.WriteEscape($"{directive.Info} {directive.Arguments}".TrimEnd()).WriteLine();
            renderer.WriteLeafRawLines(block, writeEndOfLines: true, escape: true);
        }
        else
        {
            WriteCode((BodyRenderer)renderer, block);
        }

        renderer.WriteLine("</code></pre>");
    }

    private static void WriteCode(BodyRenderer renderer, CodeBlock block)
    {
        var fence = CodeFence.Read(block);
        if (fence.Title is { Length: > 0 } title)
            renderer.Write("<p class=\"container-title\">").WriteEscape(title).WriteLine("</p>");
        var isCell = CodeCell.FindLanguage(block) is not null;
        var isPlain =
            !isCell && fence.Language.Length == 0 && fence.Highlighted.Count == 0 && IncludedCode.Find(block) is null;
        var lines = isPlain ? null : CodeLines.Read(block, fence);
        var classes = string.Join(' ', ClassesOf(fence, lines));
        renderer.Write(
            classes.Length == 0 ? "<pre tabindex=\"0\"><code" : $"<pre class=\"{classes}\" tabindex=\"0\"><code"
        );
        fence.RemoveFrom(block);
        if (isCell)
            block.GetAttributes().Classes = fence.Language.Length == 0 ? null : [$"language-{fence.Language}"];
        renderer.WriteAttributes(block).Write('>');
        if (lines is null && fence.FirstNumber is null)
        {
            renderer.WriteLeafRawLines(block, writeEndOfLines: true, escape: true);
            return;
        }

        lines ??= CodeLines.Read(block, fence);
        Highlight(renderer, fence, lines);
        var number = fence.FirstNumber;
        var hasMarks = number is not null || lines.Exists(l => l.Marks != CodeMarks.None);
        foreach (var line in lines)
            WriteLine(renderer, line, number++, hasMarks);
    }

    private static IEnumerable<string> ClassesOf(CodeFence fence, List<CodeLine>? lines)
    {
        if (fence.FirstNumber is not null)
            yield return "code-numbered";
        if (fence.Wraps)
            yield return "code-wraps";
        if (fence.IsDiff)
            yield return "code-difference";
        if (lines?.Exists(l => l.Marks.HasFlag(CodeMarks.Focused)) is true)
            yield return "code-focusing";
    }

    /// <summary>Adds the tokens to the lines, unless the page has more code than is highlighted.</summary>
    private static void Highlight(BodyRenderer renderer, CodeFence fence, List<CodeLine> lines)
    {
        if (CodeLanguages.FindScope(fence.Language) is null || !renderer.MayHighlight(lines.Sum(l => l.Text.Length)))
            return;
        var code = Enumerable.Range(0, lines.Count).Where(i => lines[i].IsCode).ToList();
        if (SyntaxHighlighter.Highlight(fence.Language, code.ConvertAll(i => lines[i].Text)) is not { } tokens)
            return;
        for (var i = 0; i < code.Count; i++)
            lines[code[i]] = lines[code[i]] with { Tokens = tokens[i] };
    }

    /// <summary>Writes a line, in an element of its own if any line of the block is marked or has a number.</summary>
    private static void WriteLine(HtmlRenderer renderer, CodeLine line, int? number, bool hasMarks)
    {
        if (hasMarks)
        {
            renderer.Write("<span class=\"code-line");
            foreach (var mark in Marks)
                if (line.Marks.HasFlag(mark.Key))
                    renderer.Write(mark.Value);
            renderer.Write('"');
            if (number is { } value)
                renderer.Write(" data-line=\"").Write(value.ToString(CultureInfo.InvariantCulture)).Write('"');
            renderer.Write('>');
        }

        if (line.Lead.Length > 0)
            renderer.Write("<span class=\"code-lead\">").WriteEscape(line.Lead).Write("</span>");
        var text = line.Text.AsSpan();
        var at = 0;
        foreach (var token in line.Tokens)
        {
            renderer.WriteEscape(text[at..token.Start]);
            renderer.Write(Classes[(int)token.Role]);
            renderer.WriteEscape(text[token.Start..token.End]);
            renderer.Write("</span>");
            at = token.End;
        }

        renderer.WriteEscape(text[at..]);
        renderer.WriteLine();
        if (hasMarks)
            renderer.Write("</span>");
    }
}
