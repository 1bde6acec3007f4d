using System.Text.RegularExpressions;
using KnowledgeSite.Highlighting;
using Markdig.Syntax;

namespace KnowledgeSite.Content.Markup;

/// <summary>
/// Cells of notebooks and blocks of code as Quarto and MyST write them: <c>```{python}</c>,
/// <c>```{code-cell} ipython3</c>. They are shown as code of their language, without the options for those tools.
/// </summary>
internal static partial class CodeCell
{
    private static readonly string[] Directives = ["code-cell", "code-block", "sourcecode"];

    /// <summary>The language of a cell, empty if it names none. Null if the block is no cell.</summary>
    public static string? FindLanguage(CodeBlock block)
    {
        if (FindName(block) is not { } name)
            return null;
        if (Directives.Contains(name))
            return ((FencedCodeBlock)block).Arguments?.Split(' ')[0] ?? "";
        return CodeLanguages.FindScope(name) is null ? null : name;
    }

    /// <summary>Leaves out the options above the code, and the blank lines that separate them from it.</summary>
    public static List<string> RemoveOptions(CodeBlock block, List<string> lines)
    {
        var count = 0;
        // Only directives have options in YAML. In a cell, this is its code.
        if (lines is ["---", ..] && Directives.Contains(FindName(block)))
            count = lines.IndexOf("---", 1) + 1;
        while (count < lines.Count && Option().IsMatch(lines[count]))
            count++;
        while (count > 0 && count < lines.Count && string.IsNullOrWhiteSpace(lines[count]))
            count++;
        return lines[count..];
    }

    /// <summary>What stands in the braces, such as <c>python</c>.</summary>
    private static string? FindName(CodeBlock block) =>
        block is FencedCodeBlock { Info: ['{', not '{', ..] info } ? info[1..].TrimEnd('}', ',') : null;

    [GeneratedRegex(@"^[ \t]*(?:(?:#|//|--|%)\||:[a-z][\w-]*:(?:[ \t]|$))", RegexOptions.CultureInvariant)]
    private static partial Regex Option();
}
