using System.Text;
using System.Text.RegularExpressions;
using KnowledgeSite.Diagnostics;
using KnowledgeSite.Files;
using KnowledgeSite.Mathematics;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using SourceSpan = KnowledgeSite.Files.SourceSpan;

namespace KnowledgeSite.Content.Markup;

/// <summary>Compiles the formulas of a page and reports their problems.</summary>
/// <param name="bodyStart">The offset of the Markdown in the file.</param>
internal sealed partial class FormulaReader(
    SourceFile file,
    int bodyStart,
    IReadOnlyDictionary<string, Macro> macros,
    DiagnosticBag diagnostics
)
{
    private static readonly Lazy<SuggestionIndex> Commands = new(() => new(FormulaCompiler.CommandNames));
    private static readonly Lazy<SuggestionIndex> Environments = new(() => new(FormulaCompiler.EnvironmentNames));

    private static readonly Dictionary<string, string> NoEquations = [];

    private readonly FormulaCompiler _compiler = new(macros);
    private readonly List<(FormulaText Text, Formula Formula)> _formulas = [];
    private readonly List<(LiteralInline Role, CodeInline Label)> _roles = [];
    private readonly HashSet<string> _reported = new(StringComparer.Ordinal);

    /// <summary>The compiled formula of a code block, or null.</summary>
    public static Formula? Find(CodeBlock block) => block.GetData(typeof(Formula)) as Formula;

    /// <summary>Compiles all formulas of a page. Costs nothing if the page has none.</summary>
    /// <param name="ids">The ids of the page. Those of equations are added.</param>
    /// <returns>The ids of the equations by their labels.</returns>
    public static IReadOnlyDictionary<string, string> Read(
        SourceFile file,
        int bodyStart,
        MarkdownDocument document,
        Lazy<Dictionary<string, Macro>> macros,
        HashSet<string> ids,
        DiagnosticBag diagnostics
    )
    {
        var text = file.Text!.Value;
        var mayHaveFence =
            text.Contains("```", StringComparison.Ordinal) && text.Contains("math", StringComparison.Ordinal);
        var mayHaveRole = text.Contains("{eq}`", StringComparison.Ordinal);
        if (!document.ContainsData(typeof(Formulas)) && !mayHaveFence && !mayHaveRole)
            return NoEquations;
        var reader = new FormulaReader(file, bodyStart, macros.Value, diagnostics);
        reader.Read(document, ids);
        return reader._compiler.Equations.Ids;
    }

    private void Read(MarkdownDocument document, HashSet<string> ids)
    {
        var references = new List<EquationReferenceInline>();
        var inlines = new List<MathInline>();
        foreach (var node in document.Descendants().ToList())
        {
            switch (node)
            {
                case MathInline math:
                    math.Formula = Parse(math.Text, TakeLabel(math));
                    inlines.Add(math);
                    break;
                case MathBlock block:
                    var (text, rest) = TextOf(block);
                    var label = LabelBehindBlock().Match(rest);
                    block.Rest = label.Success ? "" : rest;
                    block.Formula = Parse(text, label.Success ? label.Groups["label"].Value : null);
                    break;
                case FencedCodeBlock { Info: "math" or "{math}" } fence:
                    fence.SetData(typeof(Formula), Parse(TextOf(fence, out var name), name));
                    break;
                case EquationReferenceInline reference:
                    references.Add(reference);
                    break;
                case CodeInline code
                    when code.PreviousSibling is LiteralInline role && role.Content.AsSpan().EndsWith("{eq}"):
                    _roles.Add((role, code));
                    break;
            }
        }

        foreach (var (role, code) in _roles)
            references.Add(ReplaceRole(role, code));
        foreach (var (_, formula) in _formulas)
            ids.UnionWith(formula.Equations.Select(e => e.Id));
        foreach (var math in inlines)
        {
            if (math.Formula!.OnlyReference is { } only)
                math.Equation = _compiler.Equations.Find(only.Label);
        }

        foreach (var reference in references)
        {
            reference.Equation = _compiler.Equations.Find(reference.Label.Trim());
            if (reference is { Equation: null, IsInParentheses: true })
                ReportMissing(reference.Label, new(bodyStart + reference.Span.Start, reference.Span.Length));
        }

        foreach (var (text, formula) in _formulas)
            Report(text, formula);
    }

    /// <summary>Replaces a reference as in MyST, <c>{eq}`label`</c>.</summary>
    private static EquationReferenceInline ReplaceRole(LiteralInline role, CodeInline code)
    {
        var label = code.Content;
        var span = new Markdig.Syntax.SourceSpan(code.Span.Start - "{eq}".Length, code.Span.End);
        var source = new Markdig.Helpers.StringSlice("{eq}`" + label + "`");
        var reference = new EquationReferenceInline(source, label, isInParentheses: true) { Span = span };
        role.Content.End -= "{eq}".Length;
        code.ReplaceBy(reference);
        return reference;
    }

    private Formula Parse(FormulaText text, string? label)
    {
        var formula = _compiler.Parse(text.Tex, text.IsDisplay, label);
        _formulas.Add((text, formula));
        return formula;
    }

    private void Report(FormulaText text, Formula formula)
    {
        if (formula.Problem is { } problem)
            ReportProblem(text, problem);
        foreach (var reference in formula.References)
        {
            if (_compiler.Equations.Find(reference.Label) is null)
                ReportMissing(reference.Label, InFile(text, reference.Start, reference.Length));
        }

        foreach (var equation in formula.Duplicates)
            diagnostics.Add(
                Diagnostic.At(FormulaRules.SameLabel, file, InFile(text, equation.Start, 1), equation.Label)
            );
    }

    private void ReportProblem(FormulaText text, FormulaProblem problem)
    {
        var span = InFile(text, problem.Start, problem.Length);
        switch (problem.Kind)
        {
            case FormulaProblemKind.UnknownCommand:
                // Once for each command: one missing macro is often used in many formulas.
                if (_reported.Add(problem.Detail))
                    diagnostics.Add(
                        Diagnostic.At(
                            FormulaRules.UnknownCommand,
                            file,
                            span,
                            "\\" + problem.Detail,
                            Suggest(Commands.Value, problem.Detail, "\\")
                        )
                    );
                break;
            case FormulaProblemKind.UnknownEnvironment:
                diagnostics.Add(
                    Diagnostic.At(
                        FormulaRules.UnknownCommand,
                        file,
                        span,
                        $"\\begin{{{problem.Detail}}}",
                        Suggest(Environments.Value, problem.Detail, "")
                    )
                );
                break;
            case FormulaProblemKind.TooLarge:
                diagnostics.Add(Diagnostic.At(FormulaRules.TooLarge, file, span, problem.Detail));
                break;
            default:
                diagnostics.Add(Diagnostic.At(FormulaRules.Invalid, file, span, problem.Detail));
                break;
        }
    }

    private static string Suggest(SuggestionIndex names, string name, string prefix) =>
        SuggestionIndex.Format(
            names.Nearest(name) is { } nearest ? prefix + nearest : null,
            "Correct it, or define it under 'math: macros:' in site.yaml."
        );

    private void ReportMissing(string label, SourceSpan span) =>
        diagnostics.Add(
            Diagnostic.At(
                FormulaRules.NoEquation,
                file,
                span,
                label,
                SuggestionIndex.DidYouMean(label, _compiler.Equations.Labels, "Add '\\label' to the equation.")
            )
        );

    private SourceSpan InFile(FormulaText text, int start, int length)
    {
        var position = bodyStart + Math.Max(0, text.PositionOf(start));
        return new(Math.Min(position, file.Text!.Value.Length), Math.Max(1, length));
    }

    /// <summary>The TeX of a block, and what follows its end.</summary>
    private static (FormulaText Text, string Behind) TextOf(MathBlock block)
    {
        var text = Join(block, 0, out var lines);
        var end = text.LastIndexOf(block.End, StringComparison.Ordinal);
        // A quotation or a list item that ends before the formula does.
        if (end < 0)
            return (new(text, true, lines), "");
        var behind = text[(end + block.End.Length)..].Trim();
        if (block.IsEnvironment)
            return (new(text[..(end + block.End.Length)], true, lines), behind);
        var first = lines[0];
        lines[0] = (0, first.Position + 2);
        for (var i = 1; i < lines.Count; i++)
            lines[i] = (lines[i].Offset - 2, lines[i].Position);
        return (new(text[2..Math.Max(2, end)], true, lines), behind);
    }

    /// <summary>The TeX of a fenced block, without the options of MyST such as <c>:label: name</c>.</summary>
    private static FormulaText TextOf(FencedCodeBlock fence, out string? label)
    {
        label = null;
        var options = 0;
        for (
            ;
            options < fence.Lines.Count && fence.Lines.Lines[options].Slice.AsSpan().TrimStart() is [':', ..];
            options++
        )
        {
            if (Option().Match(fence.Lines.Lines[options].ToString()) is { Success: true } option)
                label = option.Groups["label"].Value;
        }

        var text = Join(fence, options, out var lines);
        return new(text, true, lines);
    }

    private static string Join(LeafBlock block, int first, out List<(int Offset, int Position)> lines)
    {
        var text = new StringBuilder();
        lines = [];
        for (var i = first; i < block.Lines.Count; i++)
        {
            var slice = block.Lines.Lines[i].Slice;
            lines.Add((text.Length, slice.Start));
            text.Append(slice.AsSpan()).Append('\n');
        }

        if (lines.Count == 0)
            lines.Add((0, block.Span.Start));
        return text.ToString();
    }

    /// <summary>
    /// Removes and returns the label behind a displayed formula, as in MyST: <c>$$ a = b $$ (label)</c>. Null if there
    /// is none. Words in parentheses are a label only if they contain a character that labels have.
    /// </summary>
    private static string? TakeLabel(MathInline math)
    {
        if (!math.Text.IsDisplay || math.NextSibling is not LiteralInline literal)
            return null;
        if (
            literal.NextSibling is not (null or LineBreakInline)
            || math.PreviousSibling is not (null or LineBreakInline)
        )
            return null;
        if (LabelBehind().Match(literal.Content.ToString()) is not { Success: true } match)
            return null;
        literal.Remove();
        return match.Groups["label"].Value;
    }

    [GeneratedRegex(@"^\((?<label>[^()\s]{1,100})\)$", RegexOptions.CultureInvariant)]
    private static partial Regex LabelBehindBlock();

    [GeneratedRegex(@"^\s*\((?<label>(?=[^()\s]*[-:_0-9])[^()\s]{1,100})\)\s*$", RegexOptions.CultureInvariant)]
    private static partial Regex LabelBehind();

    [GeneratedRegex(@"^\s*:(?:label|name):\s*(?<label>\S+)", RegexOptions.CultureInvariant)]
    private static partial Regex Option();
}
