using System.Globalization;
using System.Text.RegularExpressions;
using KnowledgeSite.Highlighting;
using Markdig.Syntax;

namespace KnowledgeSite.Content.Markup;

/// <summary>The marks of a line of code, which can be combined.</summary>
[Flags]
internal enum CodeMarks
{
    None = 0,
    Highlighted = 1,
    Added = 2,
    Removed = 4,
    Focused = 8,
}

/// <summary>A line of code as it is shown.</summary>
/// <param name="Lead">A prompt, or the sign of a difference, which is not copied with the code; empty if there is
/// none.</param>
/// <param name="Text">The line without the lead and without the comment that marks it.</param>
internal sealed record CodeLine(string Lead, string Text, CodeMarks Marks)
{
    /// <summary>False for what a command printed.</summary>
    public bool IsCode { get; init; } = true;

    public IReadOnlyList<CodeToken> Tokens { get; init; } = [];
}

/// <summary>
/// Reads the lines of a code block: the comments that mark lines, as in VitePress (<c>// [!code ++]</c>) and Docusaurus
/// (<c>// highlight-next-line</c>), prompts, and the signs of a difference.
/// </summary>
internal static partial class CodeLines
{
    private static readonly string[] Shells = ["console", "shell-session", "shellsession", "sh-session", "bash"];
    private static readonly string[] OtherShells = ["sh", "shell", "zsh"];
    private static readonly string[] Pythons = ["python", "py", "python3", "pycon", "ipython"];

    public static List<CodeLine> Read(CodeBlock block, CodeFence fence)
    {
        var texts =
            IncludedCode.Find(block)?.Lines.ToList()
            ?? (block.Lines.Lines ?? []).Take(block.Lines.Count).Select(l => l.Slice.ToString()).ToList();
        if (CodeCell.FindLanguage(block) is not null)
            texts = CodeCell.RemoveOptions(block, texts);
        var lines = fence.IsDiff ? texts.ConvertAll(ReadDifference) : ReadMarks(texts);
        ReadPrompts(fence.Language, lines);
        foreach (var range in fence.Highlighted)
            for (var i = range.Start.Value; i <= Math.Min(range.End.Value, lines.Count); i++)
                lines[i - 1] = lines[i - 1] with { Marks = lines[i - 1].Marks | CodeMarks.Highlighted };
        return lines;
    }

    private static CodeLine ReadDifference(string text) =>
        text switch
        {
            ['+', '+', '+', ' ', ..] or ['-', '-', '-', ' ', ..] => new("", text, CodeMarks.None) { IsCode = false },
            ['+', ..] => new("+", text[1..], CodeMarks.Added),
            ['-', ..] => new("-", text[1..], CodeMarks.Removed),
            [' ', ..] => new(" ", text[1..], CodeMarks.None),
            ['@', '@', ..] => new("", text, CodeMarks.None)
            {
                IsCode = false,
                Tokens = [new(0, text.Length, CodeRole.Meta)],
            },
            _ => new("", text, CodeMarks.None),
        };

    private static List<CodeLine> ReadMarks(List<string> texts)
    {
        var lines = new List<CodeLine>(texts.Count);
        var isInside = false;
        var next = (Marks: CodeMarks.None, Count: 0);
        foreach (var text in texts)
        {
            var mark = MayHoldMark(text) ? Mark().Match(text) : Match.Empty;
            var (marks, count) = mark.Success ? ReadMark(mark) : default;
            var rest = marks == CodeMarks.None && mark.Groups["word"].Value != "end" ? text : text[..mark.Index];
            if (mark.Groups["word"] is { Success: true, Value: var word })
            {
                isInside = word == "start" || (isInside && word != "end");
                if (word == "next-line")
                    next = (CodeMarks.Highlighted, 1);
                continue;
            }

            if (next.Count-- > 0)
                marks |= next.Marks;
            else if (count > 1)
                next = (marks, count - 1);
            lines.Add(new("", rest, isInside ? marks | CodeMarks.Highlighted : marks));
        }

        return lines;
    }

    private static bool MayHoldMark(string text) =>
        text.Contains("[!code ", StringComparison.Ordinal) || text.Contains("highlight-", StringComparison.Ordinal);

    private static (CodeMarks Marks, int Count) ReadMark(Match mark)
    {
        var marks = mark.Groups["mark"].Value switch
        {
            "++" => CodeMarks.Added,
            "--" => CodeMarks.Removed,
            "focus" => CodeMarks.Focused,
            "highlight" or "hl" or "error" or "warning" => CodeMarks.Highlighted,
            _ => CodeMarks.None,
        };
        return int.TryParse(mark.Groups["count"].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var count)
            ? (marks, count)
            : (marks, 1);
    }

    /// <summary>
    /// Separates prompts from commands, if the first line has one. Lines without a prompt are then what a command
    /// printed.
    /// </summary>
    private static void ReadPrompts(string language, List<CodeLine> lines)
    {
        var prompts = Prompts(language);
        var first = lines.Find(l => l.Text.Length > 0);
        if (prompts.Length == 0 || first is null || !first.Text.StartsWith(prompts[0], StringComparison.Ordinal))
            return;
        for (var i = 0; i < lines.Count; i++)
        {
            var prompt = Array.Find(prompts, p => lines[i].Text.StartsWith(p, StringComparison.Ordinal));
            lines[i] = prompt is null
                ? lines[i] with
                {
                    IsCode = false,
                }
                : lines[i] with
                {
                    Lead = prompt,
                    Text = lines[i].Text[prompt.Length..],
                };
        }
    }

    private static string[] Prompts(string language)
    {
        if (Pythons.Contains(language, StringComparer.OrdinalIgnoreCase))
            return [">>> ", "... ", ">>>", "..."];
        return Shells.Concat(OtherShells).Contains(language, StringComparer.OrdinalIgnoreCase) ? ["$ ", "> "] : [];
    }

    private const string CommentStart = @"[ \t]*(?://|#|<!--|/\*|--|;;?|%|\{/\*|'|"")[ \t]*";

    private const string CommentEnd = @"[ \t]*(?:-->|\*/\}?)?[ \t]*$";

    [GeneratedRegex(
        @"(?<![ \t])"
            + CommentStart
            + @"\[!code (?<mark>[a-z]+|\+\+|--)(?::(?<count>\d{1,5}))?\]"
            + CommentEnd
            + @"|^"
            + CommentStart
            + @"highlight-(?<word>next-line|start|end)"
            + CommentEnd,
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Mark();
}
