namespace KnowledgeSite.Mathematics;

/// <summary>
/// Reads the tokens of a formula and replaces macros. After the first problem, only <see cref="TokenKind.End"/>
/// follows, so every loop of the parser ends.
/// </summary>
internal sealed class TokenReader(string source, MacroTable macros)
{
    private readonly TexScanner _scanner = new(source);
    private readonly Stack<Expansion> _expansions = [];
    private Token? _peeked;
    private int _added;

    public FormulaProblem? Problem { get; private set; }

    public void Fail(FormulaProblemKind kind, Token at, string detail)
    {
        Problem ??= new(kind, at.Start, at.Length, detail);
        _scanner.Stop();
        _expansions.Clear();
        _peeked = null;
    }

    /// <summary>The next token, with macros replaced. It may be white space.</summary>
    public Token PeekText()
    {
        while (true)
        {
            var token = PeekRaw();
            if (token.Kind != TokenKind.Command || macros.Find(token.Text) is not { } macro)
                return token;
            ReadRaw();
            Expand(token, macro);
        }
    }

    public Token ReadText()
    {
        var token = PeekText();
        _peeked = null;
        return token;
    }

    /// <summary>The next token that is not white space, with macros replaced.</summary>
    public Token Peek()
    {
        while (true)
        {
            var token = PeekText();
            if (token.Kind != TokenKind.Space)
                return token;
            _peeked = null;
        }
    }

    public Token Read()
    {
        var token = Peek();
        _peeked = null;
        return token;
    }

    /// <summary>The next token as it is written.</summary>
    public Token PeekRaw() => _peeked ??= Next();

    public Token ReadRaw()
    {
        var token = PeekRaw();
        _peeked = null;
        return token;
    }

    public void SkipSpace()
    {
        while (PeekRaw().Kind == TokenKind.Space)
            ReadRaw();
    }

    /// <summary>Reads the star after a command, if there is one.</summary>
    public bool TakeStar()
    {
        if (!Peek().IsCharacter("*"))
            return false;
        Read();
        return true;
    }

    /// <summary>Reads the position of an environment on its line, such as <c>[t]</c>, which has no effect.</summary>
    public void ReadOptionalPosition()
    {
        SkipSpace();
        if (!PeekRaw().IsCharacter("["))
            return;
        var open = PeekRaw();
        if (ReadOptionalArgument() is { } tokens && tokens is not [{ Text: "t" or "b" or "c" or "l" or "r" or "T" }])
            Push([open, .. tokens, new(TokenKind.Character, "]", open.Start, 1)]);
    }

    /// <summary>Puts tokens before those that follow.</summary>
    public void Push(Token[] tokens)
    {
        if (_peeked is { } peeked && peeked.Kind != TokenKind.End)
            _expansions.Push(new([peeked]));
        _peeked = null;
        if (tokens.Length > 0)
            _expansions.Push(new(tokens));
    }

    /// <summary>Reads an argument without replacing macros in it: a group, or else one token.</summary>
    /// <param name="owner">The command that the argument belongs to.</param>
    public Token[] ReadRawArgument(Token owner)
    {
        SkipSpace();
        var first = ReadRaw();
        switch (first.Kind)
        {
            case TokenKind.GroupStart:
                return ReadRawGroup(first);
            case TokenKind.End:
            case TokenKind.GroupEnd:
                Fail(FormulaProblemKind.Invalid, owner, $"'\\{owner.Text}' needs another argument. Add it in braces.");
                return [];
            default:
                return [first];
        }
    }

    /// <summary>Reads an argument in brackets without replacing macros in it. Null if there is none.</summary>
    public Token[]? ReadOptionalArgument()
    {
        SkipSpace();
        var first = PeekRaw();
        if (!first.IsCharacter("["))
            return null;
        ReadRaw();
        var tokens = new List<Token>();
        var depth = 0;
        for (var token = ReadRaw(); !(depth == 0 && token.IsCharacter("]")); token = ReadRaw())
        {
            depth += token.Kind switch
            {
                TokenKind.GroupStart => 1,
                TokenKind.GroupEnd => -1,
                _ => 0,
            };
            if (token.Kind == TokenKind.End || depth < 0)
            {
                Fail(FormulaProblemKind.Invalid, first, "'[' has no ']'. Add it.");
                return null;
            }

            tokens.Add(token);
        }

        return [.. tokens];
    }

    private Token[] ReadRawGroup(Token open)
    {
        var tokens = new List<Token>();
        var depth = 1;
        while (true)
        {
            var token = ReadRaw();
            switch (token.Kind)
            {
                case TokenKind.End:
                    Fail(FormulaProblemKind.Invalid, open, "'{' has no '}'. Add it.");
                    return [];
                case TokenKind.GroupStart:
                    depth++;
                    break;
                case TokenKind.GroupEnd when --depth == 0:
                    return [.. tokens];
            }

            tokens.Add(token);
        }
    }

    private Token Next()
    {
        while (_expansions.TryPeek(out var expansion))
        {
            if (expansion.Position < expansion.Tokens.Length)
                return expansion.Tokens[expansion.Position++];
            _expansions.Pop();
        }

        return _scanner.Read();
    }

    private void Expand(Token call, Macro macro)
    {
        var arguments = new Token[macro.ParameterCount][];
        for (var i = 0; i < arguments.Length; i++)
        {
            arguments[i] =
                i == 0 && macro.Default is { } otherwise ? ReadOptionalArgument() ?? otherwise : ReadRawArgument(call);
        }

        if (Problem is not null)
            return;
        var result = new List<Token>(macro.Body.Length);
        foreach (var token in macro.Body)
        {
            if (token.Kind == TokenKind.Parameter && token.Text is [>= '1' and <= '9'])
                result.AddRange(token.Text[0] - '1' < arguments.Length ? arguments[token.Text[0] - '1'] : []);
            else
                result.Add(token with { Start = call.Start, Length = call.Length });
            if (_added + result.Count > Limits.FormulaExpansions)
                break;
        }

        _added += result.Count + 1;
        if (_added > Limits.FormulaExpansions || !macros.Take(result.Count + 1))
        {
            Fail(
                FormulaProblemKind.TooLarge,
                call,
                $"'\\{call.Text}' and other macros make the formula too large. Does a macro use itself?"
            );
            return;
        }

        Push([.. result]);
    }

    private sealed class Expansion(Token[] tokens)
    {
        public Token[] Tokens => tokens;

        public int Position { get; set; }
    }
}
