using System.Text.RegularExpressions;

namespace KnowledgeSite.Theme;

/// <summary>
/// Removes indentation, and comments on lines of their own, from styles and scripts, which become a sixth smaller. It
/// works line by line, so a file in which a string or comment may continue on the next line stays unchanged.
/// </summary>
internal static partial class Minifier
{
    public static string MinifyStyle(string text) =>
        MayRunOn().IsMatch(text) ? text : RemoveIndentation(StyleComment().Replace(text, ""));

    public static string MinifyScript(string text) =>
        MayRunOn().IsMatch(text) || HasOpenTemplate(text) ? text : RemoveIndentation(ScriptComment().Replace(text, ""));

    private static string RemoveIndentation(string text) => Indentation().Replace(text, "");

    /// <summary>
    /// Determines whether a template literal continues on the next line: removes those that end on their line,
    /// innermost first, and looks for a remaining backtick.
    /// </summary>
    private static bool HasOpenTemplate(string text)
    {
        for (var left = ClosedTemplate().Replace(text, ""); ; left = ClosedTemplate().Replace(left, ""))
        {
            if (!left.Contains('`', StringComparison.Ordinal))
                return false;
            if (left.Length == text.Length)
                return true;
            text = left;
        }
    }

    /// <summary>
    /// Matches a line that ends with a backslash, or has code before the start of a comment that does not end there.
    /// </summary>
    [GeneratedRegex(@"\\\r?$|^[ \t]*(?!/\*)\S.*/\*(?!.*\*/)", RegexOptions.CultureInvariant | RegexOptions.Multiline)]
    private static partial Regex MayRunOn();

    /// <summary>Matches a comment. Comments that start with <c>/*!</c>, such as licences, are kept.</summary>
    [GeneratedRegex(
        @"^[ \t]*/\*(?!!)[\s\S]*?\*/[ \t]*\r?(?:\n|\z)",
        RegexOptions.CultureInvariant | RegexOptions.Multiline
    )]
    private static partial Regex StyleComment();

    [GeneratedRegex(
        @"^[ \t]*(?:/\*(?!!)[\s\S]*?\*/[ \t]*\r?|//[^\n]*)(?:\n|\z)",
        RegexOptions.CultureInvariant | RegexOptions.Multiline
    )]
    private static partial Regex ScriptComment();

    [GeneratedRegex(@"^\s+", RegexOptions.CultureInvariant | RegexOptions.Multiline)]
    private static partial Regex Indentation();

    [GeneratedRegex(@"`(?:[^`$\n]|\$(?!\{)|\$\{[^`{}\n]*\})*`", RegexOptions.CultureInvariant)]
    private static partial Regex ClosedTemplate();
}
