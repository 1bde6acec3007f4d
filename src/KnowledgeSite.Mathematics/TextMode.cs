using System.Text;

namespace KnowledgeSite.Mathematics;

/// <summary>Text within formulas, such as the argument of <c>\text</c>.</summary>
internal sealed partial class FormulaParser
{
    /// <summary>The commands for text, with the class of its look.</summary>
    public static readonly Dictionary<string, string?> TextCommands = new(StringComparer.Ordinal)
    {
        ["text"] = null,
        ["textrm"] = null,
        ["textnormal"] = null,
        ["textup"] = null,
        ["textmd"] = null,
        ["textsc"] = null,
        ["mbox"] = null,
        ["hbox"] = null,
        ["makebox"] = null,
        ["textbf"] = "math-bold",
        ["textit"] = "math-italic",
        ["textsl"] = "math-italic",
        ["emph"] = "math-italic",
        ["textsf"] = "math-sans",
        ["texttt"] = "math-code",
    };

    private static readonly Dictionary<string, string> TextAccents = new(StringComparer.Ordinal)
    {
        ["'"] = "\u0301",
        ["`"] = "\u0300",
        ["^"] = "\u0302",
        ["\""] = "\u0308",
        ["~"] = "\u0303",
        ["="] = "\u0304",
        ["."] = "\u0307",
        ["c"] = "\u0327",
        ["v"] = "\u030C",
        ["u"] = "\u0306",
        ["H"] = "\u030B",
    };

    /// <summary>Parses text in the argument of a command, with formulas between dollar signs.</summary>
    public List<MathNode> ParseText(Token owner, string? look)
    {
        var items = new List<MathNode>();
        if (!Enter())
            return items;
        var open = _reader.Peek();
        if (open.Kind == TokenKind.GroupStart)
        {
            _reader.Read();
            ParseTextRun(items, open, look);
        }
        else if (IsEnd(open))
        {
            Fail(owner, $"'\\{owner.Text}' needs an argument. Add it in braces.");
        }
        else
        {
            items.Add(new TextRun(_reader.Read().Text, look));
        }

        _depth--;
        return items;
    }

    private void ParseTextRun(List<MathNode> items, Token open, string? look)
    {
        var text = new StringBuilder();
        var depth = 1;
        var accent = "";
        while (depth > 0)
        {
            var token = _reader.ReadText();
            switch (token.Kind)
            {
                case TokenKind.End:
                    Fail(open, "'{' has no '}'. Add it.");
                    return;
                case TokenKind.GroupStart:
                    depth++;
                    break;
                case TokenKind.GroupEnd:
                    depth--;
                    break;
                case TokenKind.Character when token.Text == "$":
                    Flush();
                    ParseFormulaInText(items, token);
                    break;
                case TokenKind.Command when token.Text == "(":
                    Flush();
                    ParseFormulaInText(items, token);
                    break;
                case TokenKind.Command when TextAccents.TryGetValue(token.Text, out var mark):
                    accent = mark;
                    break;
                case TokenKind.Command:
                    AddCommand(token);
                    break;
                case TokenKind.Superscript:
                    text.Append('^');
                    break;
                case TokenKind.Parameter:
                    text.Append('#').Append(token.Text);
                    break;
                default:
                    text.Append(token.Text).Append(accent);
                    accent = "";
                    break;
            }
        }

        Flush();

        void Flush()
        {
            if (text.Length > 0)
                items.Add(new TextRun(text.ToString(), look));
            text.Clear();
        }

        void AddCommand(Token token)
        {
            if (TextCommands.TryGetValue(token.Text, out var inner))
            {
                Flush();
                items.AddRange(ParseText(token, inner ?? look));
            }
            else if (token.Text is " " or "nobreakspace" or "quad" or "qquad" or "," or ";" or ":" or "\\" or "space")
            {
                text.Append(' ');
            }
            else if (token.Text is "ref" or "eqref")
            {
                Flush();
                items.Add(ParseReference(token));
            }
            else if (Symbols.FindCommand(token.Text) is { } symbol)
            {
                text.Append(symbol.Text);
            }
            else if (!IsWithoutEffect(token.Text))
            {
                _reader.Fail(FormulaProblemKind.UnknownCommand, token, token.Text);
            }
        }
    }

    private static bool IsWithoutEffect(string name) =>
        name
            is "!"
                or "/"
                or "-"
                or "bf"
                or "it"
                or "rm"
                or "sf"
                or "tt"
                or "bfseries"
                or "itshape"
                or "rmfamily"
                or "sffamily"
                or "ttfamily"
                or "normalfont"
                or "displaystyle"
                or "textstyle"
                or "scriptstyle"
        || Commands.Sizes.Contains(name);

    private void ParseFormulaInText(List<MathNode> items, Token open)
    {
        var (alphabet, isBold) = (Alphabet, IsBold);
        Alphabet = Alphabet.Usual;
        IsBold = false;
        items.Add(new Group(ParseRow()));
        Alphabet = alphabet;
        IsBold = isBold;
        var end = _reader.Peek();
        if (end.IsCharacter("$") || end.IsCommand(")"))
            _reader.Read();
        else
            Fail(open, "'$' within a text has no second '$'. Add it, or write '\\$' for the sign.");
    }

    /// <summary>Parses <c>\ref</c> or <c>\eqref</c>.</summary>
    public ReferenceNode ParseReference(Token token)
    {
        var reference = new EquationReference(ReadName(token).Trim(), token.Text == "eqref", token.Start, token.Length);
        _references.Add(reference);
        return new(reference, equations);
    }

    public void ParseLabel(Token token)
    {
        _mark.Label = ReadName(token).Trim();
        _mark.LabelStart = token.Start;
    }

    public void ParseTag(Token token)
    {
        _mark.IsBareTag = _reader.PeekText().IsCharacter("*");
        if (_mark.IsBareTag)
            _reader.ReadText();
        _mark.Tag = ParseText(token, null);
    }
}
