using System.Globalization;

namespace KnowledgeSite.Mathematics;

/// <summary>Delimiters, fractions within a row, and definitions of macros.</summary>
internal sealed partial class FormulaParser
{
    /// <summary>Commands between the two parts of a fraction, such as <c>\over</c>.</summary>
    private static readonly Dictionary<string, Func<FormulaParser, Token, Group, MathNode>> InfixFractions = new(
        StringComparer.Ordinal
    )
    {
        ["over"] = (p, _, above) => new Fraction(above, new Group(p.ParseRow())),
        ["atop"] = (p, _, above) => new Fraction(above, new Group(p.ParseRow()), "0"),
        ["choose"] = (p, _, above) => Bracket("(", new Fraction(above, new Group(p.ParseRow()), "0"), ")"),
        ["brace"] = (p, _, above) => Bracket("{", new Fraction(above, new Group(p.ParseRow()), "0"), "}"),
        ["brack"] = (p, _, above) => Bracket("[", new Fraction(above, new Group(p.ParseRow()), "0"), "]"),
    };

    private static Fenced Bracket(string open, MathNode content, string close) =>
        new([new Delimiter(open, AtomClass.Opening, null), content, new Delimiter(close, AtomClass.Closing, null)]);

    /// <summary>Parses <c>\left</c> up to its <c>\right</c>.</summary>
    public Fenced? ParseFenced(Token left)
    {
        var items = new List<MathNode>();
        Add(ReadDelimiter(left), AtomClass.Opening);
        var (alphabet, isBold) = (Alphabet, IsBold);
        while (true)
        {
            items.AddRange(ParseLines());
            var token = _reader.Peek();
            if (token.Kind != TokenKind.Command || token.Text is not ("middle" or "right"))
            {
                Fail(left, "'\\left' has no '\\right' in the same group or cell. Add it, or '\\right.'.");
                return null;
            }

            _reader.Read();
            var delimiter = ReadDelimiter(token);
            if (token.Text == "middle")
            {
                Add(delimiter, AtomClass.Relation);
                continue;
            }

            Add(delimiter, AtomClass.Closing);
            Alphabet = alphabet;
            IsBold = isBold;
            return new(items);
        }

        void Add(string delimiter, AtomClass atomClass)
        {
            if (delimiter.Length > 0)
                items.Add(new Delimiter(delimiter, atomClass, null));
        }
    }

    /// <summary>Reads a delimiter. Empty for <c>.</c>, which stands for none.</summary>
    public string ReadDelimiter(Token owner)
    {
        var token = _reader.Peek();
        if (token.Kind == TokenKind.GroupStart)
        {
            // The braces of '\big{(}' are optional.
            _reader.Push(_reader.ReadRawArgument(owner));
            token = _reader.Peek();
        }

        var text = token.Kind switch
        {
            TokenKind.Character when token.Text == "." => "",
            TokenKind.Character when token.Text is "<" => "⟨",
            TokenKind.Character when token.Text is ">" => "⟩",
            TokenKind.Command when token.Text is "lt" => "⟨",
            TokenKind.Command when token.Text is "gt" => "⟩",
            TokenKind.Character => Delimiter(Symbols.FindCharacter(token.Text)),
            TokenKind.Command when Symbols.FindCommand(token.Text) is { } entry => Delimiter(entry),
            _ => null,
        };
        if (text is null)
        {
            Fail(owner, $"'\\{owner.Text}' needs a delimiter such as '(' or '.' after it.");
            return "";
        }

        _reader.Read();
        return text;

        static string? Delimiter(SymbolEntry entry) =>
            entry.Class is AtomClass.Opening or AtomClass.Closing
            || "/\\|‖∣∥↑↓↕⇑⇓⇕".Contains(entry.Text, StringComparison.Ordinal)
                ? entry.Text.Replace('∣', '|').Replace('∥', '‖')
                : null;
    }

    /// <summary>Reads <c>\newcommand{\name}[2][default]{body}</c>.</summary>
    public MathNode? DefineCommand(Token token)
    {
        _reader.TakeStar();
        var name = ReadCommandName(token);
        var count = _reader.ReadOptionalArgument();
        var otherwise = count is null ? null : _reader.ReadOptionalArgument();
        var body = _reader.ReadRawArgument(token);
        var parameters = 0;
        var isValid = count is null || int.TryParse(Join(count), CultureInfo.InvariantCulture, out parameters);
        if (!isValid || parameters is < 0 or > 9)
            Fail(token, "The number of arguments must be from 0 to 9. Correct it.");
        else if (name is not null)
            macros.Define(name, new(parameters, otherwise, body));
        return null;
    }

    /// <summary>Reads <c>\def\name#1#2{body}</c>.</summary>
    public MathNode? DefinePlainCommand(Token token)
    {
        var name = ReadCommandName(token);
        var count = 0;
        while (_reader.PeekRaw() is { Kind: not (TokenKind.GroupStart or TokenKind.End) } next)
        {
            _reader.ReadRaw();
            if (next.Kind == TokenKind.Space)
                continue;
            count++;
            if (next.Kind != TokenKind.Parameter || next.Text != count.ToString(CultureInfo.InvariantCulture))
            {
                Fail(next, "Only '#1', '#2' and so on can be between the name and the braces. Correct it.");
                return null;
            }
        }

        var body = _reader.ReadRawArgument(token);
        if (name is not null && count <= 9)
            macros.Define(name, new(count, null, body));
        return null;
    }

    /// <summary>Reads <c>\let\name=\other</c>.</summary>
    public MathNode? DefineAlias(Token token)
    {
        var name = ReadCommandName(token);
        _reader.SkipSpace();
        if (_reader.PeekRaw().IsCharacter("="))
            _reader.ReadRaw();
        _reader.SkipSpace();
        var other = _reader.ReadRaw();
        if (name is null || other.IsCommand(name))
            return null;
        var macro = other.Kind == TokenKind.Command ? macros.Find(other.Text) : null;
        macros.Define(name, macro ?? new(0, null, [other]));
        return null;
    }

    /// <summary>Reads <c>\DeclareMathOperator{\name}{text}</c>.</summary>
    public MathNode? DefineOperator(Token token)
    {
        var hasLimits = _reader.TakeStar();
        var name = ReadCommandName(token);
        var body = _reader.ReadRawArgument(token);
        if (name is null)
            return null;
        Token[] command = [new(TokenKind.Command, "operatorname", token.Start, token.Length)];
        Token[] star = hasLimits ? [new(TokenKind.Character, "*", token.Start, 1)] : [];
        var open = new Token(TokenKind.GroupStart, "{", token.Start, 1);
        var close = new Token(TokenKind.GroupEnd, "}", token.Start, 1);
        macros.Define(name, new(0, null, [.. command, .. star, open, .. body, close]));
        return null;
    }

    /// <summary>Reads the name of a command that is defined, with or without braces. Null if there is none.</summary>
    private string? ReadCommandName(Token owner)
    {
        var tokens = _reader.ReadRawArgument(owner);
        if (
            tokens is [{ Kind: TokenKind.Command } name]
            && name.Text is not ("begin" or "end" or "left" or "right" or "\\")
        )
            return name.Text;
        Fail(owner, $"'\\{owner.Text}' needs the name of a new command, such as '\\{owner.Text}{{\\vector}}'.");
        return null;
    }
}
