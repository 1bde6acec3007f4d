using System.Globalization;

namespace KnowledgeSite.Mathematics;

/// <summary>An environment, which <c>\begin</c> and <c>\end</c> enclose.</summary>
/// <param name="Look">How its table looks, or null if it is no table.</param>
/// <param name="Open">The delimiter before it, or an empty text.</param>
/// <param name="Close">The delimiter after it, or an empty text.</param>
internal sealed record TexEnvironment(TableLook? Look, string Open = "", string Close = "")
{
    /// <summary>True if each of its rows can have a number.</summary>
    public bool IsNumbered { get; init; }

    /// <summary>True if a column specification follows its name.</summary>
    public bool HasColumns { get; init; }

    /// <summary>True if an argument without effect follows its name.</summary>
    public bool HasArgument { get; init; }
}

/// <summary>The environments of LaTeX, amsmath and mathtools.</summary>
internal static class Environments
{
    private static readonly TableLook Matrix = new("math-matrix", CellStyle.Text);
    private static readonly TableLook SmallMatrix = new("math-small-matrix", CellStyle.Script);
    private static readonly TableLook Array = new("math-array", CellStyle.Text);
    private static readonly TableLook Cases = new("math-cases", CellStyle.Text);
    private static readonly TableLook DisplayCases = new("math-cases", CellStyle.Display);
    private static readonly TableLook Aligned = new("math-aligned", CellStyle.Display, IsAligned: true);
    private static readonly TableLook EquationArray = new("math-equation-array", CellStyle.Display, IsAligned: true);
    private static readonly TableLook MultipleLines = new("math-multiple-lines", CellStyle.Display);

    private static readonly Dictionary<string, TexEnvironment> All = Create();

    public static IEnumerable<string> Names => All.Keys;

    public static TexEnvironment? Find(string name) => All.GetValueOrDefault(name);

    private static Dictionary<string, TexEnvironment> Create()
    {
        var all = new Dictionary<string, TexEnvironment>(StringComparer.Ordinal)
        {
            ["smallmatrix"] = new(SmallMatrix),
            ["psmallmatrix"] = new(SmallMatrix, "(", ")"),
            ["bsmallmatrix"] = new(SmallMatrix, "[", "]"),
            ["vsmallmatrix"] = new(SmallMatrix, "|", "|"),
            ["array"] = new(Array) { HasColumns = true },
            ["tabular"] = new(Array) { HasColumns = true },
            ["darray"] = new(new("math-array", CellStyle.Display)) { HasColumns = true },
            ["subarray"] = new(TableLook.Substack) { HasColumns = true },
            ["cases"] = new(Cases, "{"),
            ["dcases"] = new(DisplayCases, "{"),
            ["rcases"] = new(Cases, "", "}"),
            ["drcases"] = new(DisplayCases, "", "}"),
            ["aligned"] = new(Aligned),
            ["alignedat"] = new(Aligned) { HasArgument = true },
            ["split"] = new(Aligned),
            ["gathered"] = new(TableLook.Gathered),
            ["multlined"] = new(MultipleLines),
            ["align"] = new(Aligned) { IsNumbered = true },
            ["flalign"] = new(Aligned) { IsNumbered = true },
            ["alignat"] = new(Aligned) { IsNumbered = true, HasArgument = true },
            ["gather"] = new(TableLook.Gathered) { IsNumbered = true },
            ["eqnarray"] = new(EquationArray) { IsNumbered = true },
            ["multline"] = new(MultipleLines),
            ["equation"] = new(null as TableLook),
            ["displaymath"] = new(null as TableLook),
            ["math"] = new(null as TableLook),
            ["subequations"] = new(null as TableLook),
        };
        foreach (var (letter, open, close) in "- p( b[ B{ v| V‖".Split(' ').Select(Delimiters))
            all[letter + "matrix"] = new(Matrix, open, close);
        foreach (var name in all.Keys.ToArray())
            all[name + "*"] = all[name];
        return all;

        static (string Letter, string Open, string Close) Delimiters(string item) =>
            item == "-" ? ("", "", "") : (item[..1], item[1..], Closing(item[1..]));
    }

    private static string Closing(string open) =>
        open switch
        {
            "(" => ")",
            "[" => "]",
            "{" => "}",
            _ => open,
        };
}

internal sealed partial class FormulaParser
{
    /// <summary>Parses an environment after <c>\begin</c>.</summary>
    public MathNode? ParseEnvironment(Token begin)
    {
        var name = ReadName(begin);
        if (Environments.Find(name) is not { } environment)
        {
            if (_reader.Problem is null)
                _reader.Fail(FormulaProblemKind.UnknownEnvironment, begin, name);
            return null;
        }

        var (alphabet, isBold) = (Alphabet, IsBold);
        MathNode content = environment.Look is null
            ? new Group(ParseLines())
            : ParseTable(environment, environment.Look, begin);
        Alphabet = alphabet;
        IsBold = isBold;
        var end = _reader.Peek();
        if (!end.IsCommand("end"))
        {
            Fail(begin, $"'\\begin{{{name}}}' has no '\\end{{{name}}}'. Add it.");
            return null;
        }

        _reader.Read();
        var endName = ReadName(end);
        if (endName != name)
            Fail(end, $"'\\end{{{endName}}}' closes '\\begin{{{name}}}'. Use one name for both.");
        if (environment is { Open: "", Close: "" })
            return content;
        List<MathNode> items = [content];
        if (environment.Open.Length > 0)
            items.Insert(0, new Delimiter(environment.Open, AtomClass.Opening, null));
        if (environment.Close.Length > 0)
            items.Add(new Delimiter(environment.Close, AtomClass.Closing, null));
        return new Fenced(items);
    }

    /// <summary>Parses lines below each other, as in <c>\substack</c>.</summary>
    public MathNode ParseSubstack(Token owner)
    {
        var argument = ParseArgument(owner);
        return argument is Group { Items: [Table stacked] } ? stacked.With(TableLook.Substack) : argument;
    }

    private Table ParseTable(TexEnvironment environment, TableLook look, Token begin)
    {
        _reader.ReadOptionalPosition();
        List<TableColumn> columns = [];
        if (environment.HasColumns)
            columns = TableColumn.Parse(ReadName(begin));
        else if (environment.HasArgument)
            _reader.ReadRawArgument(begin);

        var outer = _mark;
        var rows = new List<TableRow>();
        var hasRuleBelow = false;
        while (true)
        {
            if (environment.IsNumbered)
                _mark = new();
            var hasRule = SkipRules();
            var cells = ParseCells();
            var end = _reader.Peek();
            var isLast = !IsRowEnd(end);
            var tag = environment.IsNumbered ? FinishMark(_mark) : null;
            if (isLast && rows.Count > 0 && tag is null && cells is [[]])
                hasRuleBelow = hasRule;
            else
                rows.Add(new(cells) { Tag = tag, HasRuleAbove = hasRule });
            if (isLast)
                break;
            ReadRowEnd();
        }

        _mark = outer;
        return new(rows, look) { Columns = columns, HasRuleBelow = hasRuleBelow };
    }

    private List<IReadOnlyList<MathNode>> ParseCells()
    {
        var cells = new List<IReadOnlyList<MathNode>>();
        while (true)
        {
            var (alphabet, isBold) = (Alphabet, IsBold);
            cells.Add(ParseRow());
            Alphabet = alphabet;
            IsBold = isBold;
            if (_reader.Peek().Kind != TokenKind.ColumnEnd)
                return cells;
            _reader.Read();
        }
    }

    /// <summary>Reads the rules before a row. True if there are any.</summary>
    private bool SkipRules()
    {
        var hasRule = false;
        while (true)
        {
            var token = _reader.Peek();
            if (token.Kind != TokenKind.Command)
                return hasRule;
            switch (token.Text)
            {
                case "hline" or "hdashline" or "toprule" or "midrule" or "bottomrule":
                    _reader.Read();
                    break;
                case "cline" or "cmidrule":
                    _reader.Read();
                    _reader.ReadRawArgument(token);
                    break;
                default:
                    return hasRule;
            }

            hasRule = true;
        }
    }

    /// <summary>Parses <c>\multicolumn</c>.</summary>
    public SpanningCell ParseSpanningCell(Token owner)
    {
        const int MaxSpan = 100;
        _ = int.TryParse(ReadName(owner), CultureInfo.InvariantCulture, out var span);
        var columns = TableColumn.Parse(ReadName(owner));
        var alignment = columns.Count == 0 ? 'c' : columns[0].Alignment;
        return new(Items(ParseArgument(owner)), Math.Clamp(span, 1, MaxSpan), alignment);
    }

    /// <summary>Numbers an equation if it has a tag or a label. Null if it has no number.</summary>
    private EquationTag? FinishMark(EquationMark mark)
    {
        if (!isDisplay || (mark.Tag is null && mark.Label is null))
            return null;
        var tag = mark.Tag ?? [new TextRun(equations.TakeNumber(), null)];
        string? id = null;
        if (mark.Label is { } label)
        {
            var text = string.Concat(tag.OfType<TextRun>().Select(t => t.Text));
            if (equations.Add(label, text, mark.LabelStart) is { } equation)
            {
                _equations.Add(equation);
                id = equation.Id;
            }
            else
            {
                _duplicates.Add(new(label, text, "", mark.LabelStart));
            }
        }

        if (tag.All(t => t is TextRun))
        {
            var text = string.Concat(tag.Cast<TextRun>().Select(t => t.Text));
            return new([new TextRun(mark.IsBareTag ? text : $"({text})", null)], id);
        }

        return new(mark.IsBareTag ? tag : [new TextRun("(", null), .. tag, new TextRun(")", null)], id);
    }
}
