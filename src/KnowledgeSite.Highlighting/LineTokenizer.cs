using System.Runtime.CompilerServices;
using TextMateSharp.Grammars;

namespace KnowledgeSite.Highlighting;

/// <summary>
/// Splits lines into tokens with one grammar, and remembers them: code has many equal lines. Serves one thread at a
/// time.
/// </summary>
internal sealed class LineTokenizer(IGrammar grammar)
{
    /// <summary>When so many lines are remembered, they are forgotten. A usual line takes about 200 bytes.</summary>
    private const int MaxLines = 5_000;

    private readonly Dictionary<(StateStack? State, string Line), (IReadOnlyList<CodeToken>, StateStack)> _known = new(
        new SameState()
    );

    /// <summary>The state in which no rule has begun. The library creates it again for each first line.</summary>
    private StateStack? _root;

    /// <summary>Returns the tokens of a line, without those that have no role, and the state after it.</summary>
    /// <param name="state">The state after the line before; null for the first line.</param>
    public (IReadOnlyList<CodeToken> Tokens, StateStack State) Tokenize(string line, StateStack? state)
    {
        if (_known.TryGetValue((state, line), out var known))
            return known;
        // No time limit, because the same input must give the same site on every machine.
        var result = grammar.TokenizeLine(line, state, TimeSpan.MaxValue);
        if (_known.Count == MaxLines)
            _known.Clear();
        var next = (StateStack)result.RuleStack;
        if (next.Parent is null)
            next = _root ??= next;
        return _known[(state, line)] = (Merge(result.Tokens, line.Length), next);
    }

    private static List<CodeToken> Merge(IToken[] tokens, int length)
    {
        var merged = new List<CodeToken>();
        foreach (var token in tokens)
        {
            var role = CodeScopes.FindRole(token.Scopes);
            var end = Math.Min(token.EndIndex, length);
            if (role == CodeRole.None || token.StartIndex >= end)
                continue;
            if (merged is [.., var last] && last.Role == role && last.End == token.StartIndex)
                merged[^1] = last with { End = end };
            else
                merged.Add(new(token.StartIndex, end, role));
        }

        return merged;
    }

    /// <summary>States are the same only as objects: an equal one may differ in where its rules began.</summary>
    private sealed class SameState : IEqualityComparer<(StateStack? State, string Line)>
    {
        public bool Equals((StateStack? State, string Line) x, (StateStack? State, string Line) y) =>
            ReferenceEquals(x.State, y.State) && x.Line == y.Line;

        public int GetHashCode((StateStack? State, string Line) key) =>
            HashCode.Combine(RuntimeHelpers.GetHashCode(key.State), key.Line);
    }
}
