using System.Collections.Concurrent;
using System.Text.RegularExpressions;

namespace KnowledgeSite.Theme;

/// <summary>
/// Removes the indentation of templates from their compiled string literals, so that readable templates add no bytes to
/// a page.
/// </summary>
internal static partial class TemplateLiteral
{
    private static readonly ConcurrentDictionary<string, string> Unindented = new(ReferenceEqualityComparer.Instance);

    /// <summary>
    /// Returns a literal without its indentation, and every other text, such as an author's, unchanged. Literals are
    /// recognized by being interned.
    /// </summary>
    public static string Unindent(string text)
    {
        if (text.IndexOf('\n') is var line && (line < 0 || text.IndexOf("\n ", line, StringComparison.Ordinal) < 0))
            return text;
        if (Unindented.TryGetValue(text, out var known))
            return known;
        return ReferenceEquals(string.IsInterned(text), text) ? Unindented.GetOrAdd(text, RemoveIndentation) : text;
    }

    private static string RemoveIndentation(string literal)
    {
        return KeepsWhitespace().IsMatch(literal) ? literal : Indentation().Replace(literal, LineBreak);

        string LineBreak(Match indentation)
        {
            var before = literal[..indentation.Index];
            var after = literal[(indentation.Index + indentation.Length)..];
            return EndsInText(before) && BeginsWithText(after) ? " " : "\n";
        }
    }

    /// <summary>A line break between two words is a wrapped sentence and becomes a space.</summary>
    private static bool EndsInText(string html) => html.Length > 0 && html[^1] != '>' && !char.IsWhiteSpace(html[^1]);

    private static bool BeginsWithText(string html) => html.Length > 0 && html[0] != '<' && !char.IsWhiteSpace(html[0]);

    [GeneratedRegex(@"\n +", RegexOptions.CultureInvariant)]
    private static partial Regex Indentation();

    [GeneratedRegex("<(pre|script|style|textarea)[ >]", RegexOptions.CultureInvariant)]
    private static partial Regex KeepsWhitespace();
}
