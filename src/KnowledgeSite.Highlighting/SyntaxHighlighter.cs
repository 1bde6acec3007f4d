using System.Collections.Concurrent;
using TextMateSharp.Grammars;

namespace KnowledgeSite.Highlighting;

/// <summary>
/// Splits code into tokens with TextMate grammars. Safe to use from several threads. The grammars and the native
/// library that they need are loaded when the first code of a language is highlighted.
/// </summary>
internal static class SyntaxHighlighter
{
    /// <summary>
    /// Longer lines are not highlighted, because some grammars need more than linear time for a line. The next lines
    /// continue as if the line were empty.
    /// </summary>
    private const int MaxLineLength = 1_000;

    private static readonly ConcurrentDictionary<string, GrammarPool> Pools = new(StringComparer.Ordinal);

    /// <summary>
    /// Returns the tokens of each line, in order; parts without a role are left out. Null if the language is unknown,
    /// or if the system has no native library for the grammars.
    /// </summary>
    /// <param name="language">A name as an author writes it: <c>python</c>, <c>py</c>.</param>
    public static IReadOnlyList<CodeToken>[]? Highlight(string language, IReadOnlyList<string> lines)
    {
        if (CodeLanguages.FindScope(language) is not { } scope)
            return null;
        try
        {
            var pool = Pools.GetOrAdd(scope, s => new(s));
            if (pool.Take() is not { } tokenizer)
                return null;
            try
            {
                return Tokenize(tokenizer, lines);
            }
            finally
            {
                pool.Return(tokenizer, lines.Sum(l => l.Length));
            }
        }
        catch (Exception e) when (e is DllNotFoundException or TypeInitializationException or BadImageFormatException)
        {
            return null;
        }
    }

    private static IReadOnlyList<CodeToken>[] Tokenize(LineTokenizer tokenizer, IReadOnlyList<string> lines)
    {
        var tokens = new IReadOnlyList<CodeToken>[lines.Count];
        StateStack? state = null;
        for (var i = 0; i < lines.Count; i++)
            (tokens[i], state) = lines[i].Length > MaxLineLength ? ([], state) : tokenizer.Tokenize(lines[i], state);
        return tokens;
    }
}
