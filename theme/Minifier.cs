using System.Text.RegularExpressions;

namespace KnowledgeSite.Theme;

/// <summary>
/// What a browser needs of a style or a script: comments on lines of their own and indentation are a sixth of what
/// readers would fetch. Only lines are looked at, so a file in which a text or a comment may go from one line to the
/// next stays as it is.
/// </summary>
internal static partial class Minifier
{
    public static string MinifyStyle(string text) =>
        MayRunOn().IsMatch(text) ? text : WithoutBlanks(StyleComment().Replace(text, ""));

    public static string MinifyScript(string text) =>
        MayRunOn().IsMatch(text) || HasOpenTemplate(text) ? text : WithoutBlanks(ScriptComment().Replace(text, ""));

    private static string WithoutBlanks(string text) => Blanks().Replace(text, "");

    /// <summary>
    /// Takes out the templates that end on their line, the innermost first: what then has a backtick goes on.
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
    /// A line that ends with a backslash, or has the beginning of a comment behind something else and no end of one.
    /// </summary>
    [GeneratedRegex(@"\\\r?$|^[ \t]*(?!/\*)\S.*/\*(?!.*\*/)", RegexOptions.CultureInvariant | RegexOptions.Multiline)]
    private static partial Regex MayRunOn();

    /// <summary>One that begins with <c>/*!</c> is for readers of the finished file too, such as a licence.</summary>
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
    private static partial Regex Blanks();

    [GeneratedRegex(@"`(?:[^`$\n]|\$(?!\{)|\$\{[^`{}\n]*\})*`", RegexOptions.CultureInvariant)]
    private static partial Regex ClosedTemplate();
}
