namespace KnowledgeSite.Mathematics;

/// <summary>The commands that read arguments. Each function returns what its command stands for.</summary>
internal static partial class Commands
{
    private static void SkipColor(FormulaParser parser, Token token)
    {
        parser.Reader.ReadOptionalArgument();
        parser.ReadName(token);
    }

    private static MathNode ParseColored(FormulaParser parser, Token token)
    {
        SkipColor(parser, token);
        return parser.ParseArgument(token);
    }

    private static Group ParseColoredBox(FormulaParser parser, Token token)
    {
        SkipColor(parser, token);
        return new(parser.ParseText(token, null));
    }

    private static Wrapper ParseBox(FormulaParser parser, Token token)
    {
        parser.Reader.ReadOptionalArgument();
        return Mark("math-boxed", parser.ParseArgument(token));
    }

    private static Symbol Name(string text) => new(text, AtomClass.Ordinary, SymbolKind.Upright, Alphabet.Roman);

    private static Fenced Enclose(string open, MathNode content, string close)
    {
        var items = new List<MathNode>();
        if (open.Length > 0)
            items.Add(new Delimiter(open, AtomClass.Opening, null));
        items.Add(content);
        if (close.Length > 0)
            items.Add(new Delimiter(close, AtomClass.Closing, null));
        return new(items);
    }

    private static Wrapper Wrap(string element, FormulaParser parser, Token token) =>
        new(element, FormulaParser.Items(parser.ParseArgument(token)), AtomClass.Ordinary);

    private static Wrapper ParsePhantom(FormulaParser parser, Token token) => Wrap("mphantom", parser, token);

    private static Wrapper Resize(MathNode content, params (string Name, string Value)[] size) =>
        new("mpadded", FormulaParser.Items(content), AtomClass.Ordinary, size);

    private static Wrapper Mark(string look, MathNode content) =>
        new("mrow", FormulaParser.Items(content), AtomClass.Ordinary, ("class", look));

    private static MathNode ChangeClass(MathNode argument, AtomClass atomClass)
    {
        var items = FormulaParser.Items(argument);
        if (items.Count > 0 && items.All(i => i is Symbol { Kind: SymbolKind.Operator }))
            return new Symbol(string.Concat(items.Cast<Symbol>().Select(s => s.Text)), atomClass, SymbolKind.Operator);
        return new Group(items, atomClass);
    }

    private static MathNode ParseBold(FormulaParser parser, Token token) =>
        parser.ParseArgument(token, parser.Alphabet, isBold: true);

    private static Group ParseSlantedFraction(FormulaParser parser, Token token)
    {
        var above = parser.ParseArgument(token);
        var below = parser.ParseArgument(token);
        return new([above, new Symbol("/", AtomClass.Ordinary, SymbolKind.Operator), below]);
    }

    private static MathNode ParseGeneralFraction(FormulaParser parser, Token token)
    {
        var open = ReadOptionalDelimiter(parser, token);
        var close = ReadOptionalDelimiter(parser, token);
        var thickness = Measure.Parse(parser.ReadName(token));
        var style = parser.ReadName(token).Trim();
        var line = thickness is { } em ? MathElement.Em(em) : null;
        var fraction = new Fraction(parser.ParseArgument(token), parser.ParseArgument(token), line);
        var content = Enclose(open, fraction, close);
        return style switch
        {
            "0" => new Styled(MathStyle.Display, [content]),
            "1" => new Styled(MathStyle.Inline, [content]),
            "2" => new Styled(MathStyle.Inline.Script, [content]),
            "3" => new Styled(MathStyle.Inline.Script.Script, [content]),
            _ => content,
        };
    }

    private static string ReadOptionalDelimiter(FormulaParser parser, Token token)
    {
        var tokens = parser.Reader.ReadRawArgument(token);
        if (tokens.Length == 0)
            return "";
        parser.Reader.Push(tokens);
        return parser.ReadDelimiter(token);
    }

    private static Root ParseRoot(FormulaParser parser, Token token)
    {
        var index = parser.ParseOptionalArgument();
        return new(parser.ParseArgument(token), index);
    }

    /// <summary>Parses <c>\root 3 \of x</c>.</summary>
    private static Root? ParsePlainRoot(FormulaParser parser, Token token)
    {
        var index = new List<MathNode>();
        while (parser.Reader.Peek() is { Kind: not TokenKind.End } next && !next.IsCommand("of"))
            index.Add(parser.ParseArgument(token));
        if (!parser.Reader.Read().IsCommand("of"))
        {
            parser.Fail(token, "'\\root' needs '\\of'. Write '\\sqrt[3]{x}' instead.");
            return null;
        }

        return new(parser.ParseArgument(token), new Group(index));
    }

    private static Function ParseOperatorName(FormulaParser parser, Token token)
    {
        var hasLimits = parser.Reader.TakeStar();
        return new(SimplifyName(parser.ParseArgument(token, Alphabet.Roman, isBold: false)), hasLimits);
    }

    /// <summary>A name of letters and thin spaces as one identifier.</summary>
    public static MathNode SimplifyName(MathNode name)
    {
        var items = FormulaParser.Items(name);
        if (!items.All(i => i is Symbol or Space))
            return name;
        var text = string.Concat(items.Select(i => i is Symbol symbol ? symbol.Text : "\u2009"));
        return Name(text.Replace('−', '-').Replace('∗', '*'));
    }

    private static MathNode ParseOperator(FormulaParser parser, Token token)
    {
        var argument = FormulaParser.Unwrap(parser.ParseArgument(token));
        return argument is Symbol { Kind: SymbolKind.Operator } symbol
            ? new Symbol(symbol.Text, AtomClass.LargeOperator, SymbolKind.Operator)
            : new Function(argument, hasLimits: true);
    }

    private static Stack ParseStack(FormulaParser parser, Token token, bool isAbove)
    {
        var script = parser.ParseArgument(token);
        var root = FormulaParser.Unwrap(parser.ParseArgument(token));
        return new(root, isAbove ? script : null, isAbove ? null : script, root.Class);
    }

    private static Stack ParseStackedRelation(FormulaParser parser, Token token)
    {
        var script = parser.ParseArgument(token);
        return new(FormulaParser.Unwrap(parser.ParseArgument(token)), script, null, AtomClass.Relation);
    }

    private static MathNode ParseNegation(FormulaParser parser, Token token)
    {
        var argument = FormulaParser.Unwrap(parser.ParseArgument(token));
        if (argument is not Symbol symbol)
            return Mark("math-cancel", argument);
        var index = symbol.Text.Length == 1 ? Negations.IndexOf(symbol.Text[0]) : -1;
        var text = index >= 0 && index % 2 == 0 ? Negations[index + 1].ToString() : symbol.Text + "\u0338";
        return new Symbol(text, symbol.Class, symbol.Kind, symbol.Alphabet);
    }

    private static Wrapper ParseSmash(FormulaParser parser, Token token)
    {
        var part = parser.Reader.ReadOptionalArgument() is { } option ? FormulaParser.Join(option) : "tb";
        var size = new List<(string, string)>();
        if (part.Contains('t', StringComparison.Ordinal))
            size.Add(("height", "0"));
        if (part.Contains('b', StringComparison.Ordinal))
            size.Add(("depth", "0"));
        return Resize(parser.ParseArgument(token), [.. size]);
    }

    private static Wrapper ParseRaised(FormulaParser parser, Token token)
    {
        var height = Measure.Parse(parser.ReadName(token)) ?? 0;
        var content = new Group(parser.ParseText(token, null));
        return Resize(content, ("voffset", MathElement.Em(height)));
    }

    private static Space? ParseSpace(FormulaParser parser, Token token, string measure)
    {
        if (Measure.Parse(measure) is { } width)
            return new(width);
        parser.Fail(token, $"'{measure}' is no measure. Write one such as '1em'.");
        return null;
    }

    private static Space? ParseHorizontalSpace(FormulaParser parser, Token token)
    {
        parser.Reader.TakeStar();
        return ParseSpace(parser, token, parser.ReadName(token));
    }

    /// <summary>Parses <c>\rule</c>, which is used to make space.</summary>
    private static Space? ParseRule(FormulaParser parser, Token token)
    {
        parser.Reader.ReadOptionalArgument();
        var space = ParseHorizontalSpace(parser, token);
        parser.ReadName(token);
        return space;
    }

    /// <summary>Parses a measure without braces, such as that of <c>\kern3mu</c>.</summary>
    private static Space? ParseKern(FormulaParser parser, Token token)
    {
        if (parser.Reader.Peek().Kind == TokenKind.GroupStart)
            return ParseSpace(parser, token, parser.ReadName(token));
        var measure = "";
        while (Measure.Parse(measure) is null && measure.Length < 20)
        {
            var next = parser.Reader.Peek();
            if (next.Kind != TokenKind.Character)
                break;
            measure += parser.Reader.Read().Text;
        }

        return ParseSpace(parser, token, measure);
    }

    /// <summary>Dots are in the middle of the line before an operator and at its foot elsewhere.</summary>
    private static Symbol ParseDots(FormulaParser parser, Token token)
    {
        var next = parser.Reader.Peek();
        var entry = next.Kind switch
        {
            TokenKind.Command => Symbols.FindCommand(next.Text),
            TokenKind.Character => Symbols.FindCharacter(next.Text),
            _ => null,
        };
        var isBetweenOperators = entry?.Class is AtomClass.Binary or AtomClass.Relation or AtomClass.LargeOperator;
        return new(isBetweenOperators ? "⋯" : "…", AtomClass.Ordinary, SymbolKind.Upright);
    }
}
