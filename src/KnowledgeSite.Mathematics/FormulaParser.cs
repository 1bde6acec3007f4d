using System.Text;

namespace KnowledgeSite.Mathematics;

/// <summary>Parses the TeX of one formula. The time is linear; <see cref="Limits"/> bound depth and size.</summary>
internal sealed partial class FormulaParser(string source, bool isDisplay, MacroTable macros, EquationTable equations)
{
    private readonly TokenReader _reader = new(source, macros);
    private readonly List<EquationReference> _references = [];
    private readonly List<Equation> _equations = [];
    private readonly List<Equation> _duplicates = [];
    private EquationMark _mark = new();
    private int _depth;

    public TokenReader Reader => _reader;

    public MacroTable Macros => macros;

    /// <summary>The alphabet of the letters that follow.</summary>
    public Alphabet Alphabet { get; set; }

    public bool IsBold { get; set; }

    public Formula Parse(string? label)
    {
        var items = ParseLines();
        var stray = _reader.Peek();
        if (stray.Kind != TokenKind.End)
            FailAtStray(stray);
        if (label is not null && _mark.Label is null)
            _mark.Label = label;
        MathNode content = new Group(items);
        if (FinishMark(_mark) is { } tag)
            content = new Table([new TableRow([items]) { Tag = tag }], TableLook.Gathered);
        if (_reader.Problem is { } problem)
            return new(source, isDisplay, null) { Problem = problem };
        return new(source, isDisplay, content)
        {
            References = _references,
            Equations = _equations,
            Duplicates = _duplicates,
            OnlyReference = items is [ReferenceNode] ? _references[0] : null,
        };
    }

    public void Fail(Token at, string detail) => _reader.Fail(FormulaProblemKind.Invalid, at, detail);

    /// <summary>Parses the argument of a command: a group or one symbol.</summary>
    public MathNode ParseArgument(Token owner)
    {
        var token = _reader.Peek();
        if (token.Kind == TokenKind.GroupStart)
            return ParseGroup();
        if (IsEnd(token) || token.Kind is TokenKind.Superscript or TokenKind.Subscript)
        {
            var name = owner.Kind == TokenKind.Command ? "\\" + owner.Text : owner.Text;
            Fail(owner, $"'{name}' needs an argument. Add it in braces.");
            return new Group([]);
        }

        _reader.Read();
        return ParseAtom(token) ?? new Group([]);
    }

    /// <summary>Parses the argument of a command in an alphabet.</summary>
    public MathNode ParseArgument(Token owner, Alphabet alphabet, bool isBold)
    {
        var (outer, wasBold) = (Alphabet, IsBold);
        Alphabet = alphabet;
        IsBold = isBold;
        var argument = Unwrap(ParseArgument(owner));
        Alphabet = outer;
        IsBold = wasBold;
        return argument;
    }

    /// <summary>The only item of a group, or else the group.</summary>
    public static MathNode Unwrap(MathNode node) =>
        node is Group { Class: AtomClass.Ordinary, Items: [var only] } ? only : node;

    /// <summary>The items of a group, or else the node.</summary>
    public static IReadOnlyList<MathNode> Items(MathNode node) =>
        node is Group { Class: AtomClass.Ordinary } group ? group.Items : [node];

    /// <summary>Parses an optional argument in brackets. Null if there is none.</summary>
    public MathNode? ParseOptionalArgument()
    {
        if (_reader.ReadOptionalArgument() is not { } tokens)
            return null;
        var end = new Token(TokenKind.GroupEnd, "}", tokens.Length > 0 ? tokens[^1].Start : 0, 1);
        _reader.Push([.. tokens, end]);
        return ParseGroupContent(end);
    }

    /// <summary>Reads an argument that is a name or a measure, such as that of <c>\begin</c>.</summary>
    public string ReadName(Token owner) => Join(_reader.ReadRawArgument(owner));

    public static string Join(Token[] tokens)
    {
        var text = new StringBuilder();
        foreach (var token in tokens)
        {
            if (token.Kind == TokenKind.Command)
                text.Append('\\');
            else if (token.Kind == TokenKind.Parameter)
                text.Append('#');
            text.Append(token.Text);
        }

        return text.ToString();
    }

    /// <summary>Parses the rest of a row, up to a token that ends it.</summary>
    public List<MathNode> ParseRow()
    {
        var items = new List<MathNode>();
        if (!Enter())
            return items;
        while (true)
        {
            var token = _reader.Peek();
            if (IsEnd(token))
                break;
            _reader.Read();
            if (token.Kind == TokenKind.Command && InfixFractions.TryGetValue(token.Text, out var create))
            {
                items = [create(this, token, new Group(items))];
                break;
            }

            var hasBase = token.Kind is not (TokenKind.Superscript or TokenKind.Subscript) && !IsPrime(token);
            if (!hasBase)
                _reader.Push([token]);
            var node = hasBase ? ParseAtom(token, isInRow: true) : null;
            if (hasBase && node is null)
                continue;
            items.Add(ParseScripts(node));
        }

        _depth--;
        return items;
    }

    /// <summary>Parses rows that are separated by <c>\\</c>. Several of them are set below each other.</summary>
    public List<MathNode> ParseLines()
    {
        var items = ParseRow();
        if (!IsRowEnd(_reader.Peek()))
            return items;
        var rows = new List<TableRow> { new([items]) };
        while (IsRowEnd(_reader.Peek()))
        {
            ReadRowEnd();
            rows.Add(new([ParseRow()]));
        }

        if (rows[^1].Cells[0].Count == 0)
            rows.RemoveAt(rows.Count - 1);
        return rows.Count == 1 ? items : [new Table(rows, TableLook.Gathered)];
    }

    /// <summary>Parses a group whose brace is the next token.</summary>
    public Group ParseGroup() => ParseGroupContent(_reader.Read());

    /// <summary>Parses scripts and primes after a base.</summary>
    private MathNode ParseScripts(MathNode? root)
    {
        MathNode? sub = null;
        MathNode? sup = null;
        ScriptPlace? place = null;
        var primes = 0;
        while (true)
        {
            var token = _reader.Peek();
            if (IsPrime(token))
            {
                _reader.Read();
                primes++;
            }
            else if (token.Kind == TokenKind.Superscript)
            {
                _reader.Read();
                if (sup is not null)
                    Fail(token, "There are two superscripts here. Put the base and the first one in braces.");
                sup = ParseArgument(token);
            }
            else if (token.Kind == TokenKind.Subscript)
            {
                _reader.Read();
                if (sub is not null)
                    Fail(token, "There are two subscripts here. Put the base and the first one in braces.");
                sub = ParseArgument(token);
            }
            else if (token.Kind == TokenKind.Command && token.Text is "limits" or "nolimits" or "displaylimits")
            {
                _reader.Read();
                place = token.Text switch
                {
                    "limits" => ScriptPlace.Above,
                    "nolimits" => ScriptPlace.Beside,
                    _ => ScriptPlace.AboveInDisplay,
                };
            }
            else
            {
                break;
            }
        }

        if (sub is null && sup is null && primes == 0)
            return root ?? new Group([]);
        return new Scripts(root, sub, sup, primes, place);
    }

    /// <summary>Parses one symbol, group or command without its scripts. Null if it shows nothing.</summary>
    /// <param name="isInRow">True if all digits of a number belong to it.</param>
    private MathNode? ParseAtom(Token token, bool isInRow = false)
    {
        if (!Enter())
            return null;
        MathNode? node;
        switch (token.Kind)
        {
            case TokenKind.GroupStart:
                node = ParseGroupContent(token);
                break;
            case TokenKind.Command:
                node = ParseCommand(token);
                break;
            case TokenKind.Parameter:
                Fail(token, "'#' stands for an argument in a definition. Write '\\#' for the sign.");
                node = null;
                break;
            default:
                node = CreateSymbol(Symbols.FindCharacter(token.Text), isInRow, token.Text);
                break;
        }

        _depth--;
        return node;
    }

    private MathNode? ParseCommand(Token token)
    {
        if (Commands.Find(token.Text) is { } parse)
            return parse(this, token);
        if (Symbols.FindCommand(token.Text) is { } entry)
            return CreateSymbol(entry);
        _reader.Fail(FormulaProblemKind.UnknownCommand, token, token.Text);
        return null;
    }

    private Symbol CreateSymbol(SymbolEntry entry, bool isInRow = false, string character = "")
    {
        var isDecimal = isInRow && character == "." && IsDigit(_reader.PeekText());
        if (isDecimal || entry.Kind == SymbolKind.Number)
            return new(ReadNumber(character, isInRow), AtomClass.Ordinary, SymbolKind.Number, CurrentAlphabet());
        if (entry.Kind is not (SymbolKind.Letter or SymbolKind.Upright))
            return new(entry.Text, entry.Class, entry.Kind);
        var alphabet = CurrentAlphabet();
        return new(Alphabets.Map(entry.Text, alphabet), entry.Class, entry.Kind, alphabet);
    }

    private Alphabet CurrentAlphabet() => IsBold ? Alphabets.Embolden(Alphabet) : Alphabet;

    /// <summary>Reads the rest of a number: digits, a decimal point, and a comma in braces.</summary>
    private string ReadNumber(string first, bool isInRow)
    {
        var alphabet = CurrentAlphabet();
        var number = new StringBuilder(Alphabets.Map(first, alphabet));
        while (isInRow)
        {
            var token = _reader.PeekText();
            if (IsDigit(token))
            {
                _reader.ReadText();
                number.Append(Alphabets.Map(token.Text, alphabet));
            }
            else if (token.IsCharacter("."))
            {
                _reader.ReadText();
                if (!IsDigit(_reader.PeekText()))
                {
                    _reader.Push([token]);
                    break;
                }

                number.Append('.');
            }
            else if (token.Kind == TokenKind.GroupStart && TryReadComma(token))
            {
                number.Append(',');
            }
            else
            {
                break;
            }
        }

        return number.ToString();
    }

    /// <summary>Reads <c>{,}</c>, which separates thousands or decimals.</summary>
    private bool TryReadComma(Token open)
    {
        _reader.ReadText();
        var comma = _reader.PeekText();
        if (comma.IsCharacter(","))
        {
            _reader.ReadText();
            var close = _reader.PeekText();
            if (close.Kind == TokenKind.GroupEnd)
            {
                _reader.ReadText();
                return true;
            }

            _reader.Push([open, comma]);
            return false;
        }

        _reader.Push([open]);
        return false;
    }

    private static bool IsDigit(Token token) => token is { Kind: TokenKind.Character, Text: [>= '0' and <= '9'] };

    private Group ParseGroupContent(Token open)
    {
        var (alphabet, isBold) = (Alphabet, IsBold);
        var items = ParseLines();
        Alphabet = alphabet;
        IsBold = isBold;
        var end = _reader.Peek();
        if (end.Kind == TokenKind.GroupEnd)
            _reader.Read();
        else if (end.Kind == TokenKind.End)
            Fail(open, "'{' has no '}'. Add it.");
        else
            FailAtStray(end);
        return new(items);
    }

    private void FailAtStray(Token token)
    {
        var detail = token switch
        {
            { Kind: TokenKind.GroupEnd } => "'}' has no '{'. Remove it, or add the brace.",
            { Kind: TokenKind.ColumnEnd } =>
                "'&' is outside of a table. Put the lines between \\begin{aligned} and \\end{aligned}, or write '\\&'.",
            { Kind: TokenKind.Character } => "'$' ends a formula. Write '\\$' for the sign.",
            { Text: "right" or "middle" } => $"'\\{token.Text}' has no '\\left'. Add '\\left.' before it.",
            { Text: "end" } => "'\\end' has no '\\begin'. Add it, or remove this.",
            _ => $"'\\{token.Text}' cannot be here. Put the lines between \\begin{{aligned}} and \\end{{aligned}}.",
        };
        Fail(token, detail);
    }

    private bool Enter()
    {
        if (++_depth <= Limits.Depth)
            return true;
        _reader.Fail(
            FormulaProblemKind.TooLarge,
            _reader.Peek(),
            $"This formula is nested deeper than {Limits.Depth / 2} levels. Remove some braces."
        );
        _depth--;
        return false;
    }

    private static bool IsPrime(Token token) => token.Kind == TokenKind.Character && token.Text is "'" or "′" or "’";

    private static bool IsRowEnd(Token token) =>
        token.Kind == TokenKind.Command && token.Text is "\\" or "cr" or "newline" or "tabularnewline";

    /// <summary>True for a token that ends a row; who began the row reads it.</summary>
    private static bool IsEnd(Token token) =>
        token.Kind switch
        {
            TokenKind.End or TokenKind.GroupEnd or TokenKind.ColumnEnd => true,
            TokenKind.Command => IsRowEnd(token) || token.Text is "right" or "middle" or "end",
            TokenKind.Character => token.Text == "$",
            _ => false,
        };

    /// <summary>Reads the end of a row with its optional star and space.</summary>
    private void ReadRowEnd()
    {
        _reader.Read();
        if (_reader.PeekText().IsCharacter("*"))
            _reader.ReadText();
        if (!_reader.PeekText().IsCharacter("["))
            return;
        var open = _reader.PeekText();
        if (_reader.ReadOptionalArgument() is not { } tokens || Measure.Parse(Join(tokens)) is not null)
            return;
        _reader.Push([open, .. tokens, new(TokenKind.Character, "]", open.Start, 1)]);
    }
}
