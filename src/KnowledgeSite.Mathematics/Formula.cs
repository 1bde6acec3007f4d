using System.Text;

namespace KnowledgeSite.Mathematics;

internal enum FormulaProblemKind
{
    UnknownCommand,
    UnknownEnvironment,
    Invalid,
    TooLarge,
}

/// <summary>Why a formula cannot be shown.</summary>
/// <param name="Start">The offset in the formula.</param>
/// <param name="Detail">The name that is unknown, or else a sentence that says what is wrong and how to fix it.</param>
internal sealed record FormulaProblem(FormulaProblemKind Kind, int Start, int Length, string Detail);

/// <summary>Compiles the formulas of a page from TeX to MathML Core.</summary>
/// <remarks>
/// Parse all formulas of the page in order, because macros and equations of one are known in the others. Then write
/// them.
/// </remarks>
internal sealed class FormulaCompiler(IReadOnlyDictionary<string, Macro>? macros = null)
{
    private readonly MacroTable _macros = new(macros);

    public EquationTable Equations { get; } = new();

    /// <summary>All commands that formulas can use without defining them.</summary>
    public static IEnumerable<string> CommandNames =>
        Symbols.Names.Concat(Commands.Names).Concat(MacroTable.BuiltInNames);

    public static IEnumerable<string> EnvironmentNames => Environments.Names;

    /// <summary>Parses a formula.</summary>
    /// <param name="tex">The formula without its delimiters.</param>
    /// <param name="label">The label of the whole formula, if it is given outside of it.</param>
    public Formula Parse(string tex, bool isDisplay, string? label = null)
    {
        if (tex.Length > Limits.Length)
        {
            var problem = new FormulaProblem(
                FormulaProblemKind.TooLarge,
                0,
                1,
                $"This formula is longer than {Limits.Length} characters. Split it."
            );
            return new(tex, isDisplay, null) { Problem = problem };
        }

        return new FormulaParser(tex, isDisplay, _macros, Equations).Parse(label);
    }
}

/// <summary>A formula that has been parsed.</summary>
/// <param name="Source">The TeX without delimiters.</param>
/// <param name="Content">What it shows, or null if there is a problem.</param>
internal sealed record Formula(string Source, bool IsDisplay, MathNode? Content)
{
    /// <summary>The width in em of a formula that fits on a phone.</summary>
    private const double MaxWidth = 12;

    public FormulaProblem? Problem { get; init; }

    public IReadOnlyList<EquationReference> References { get; init; } = [];

    /// <summary>Labels that other equations of the page have too.</summary>
    public IReadOnlyList<Equation> Duplicates { get; init; } = [];

    /// <summary>The equations of the formula.</summary>
    public IReadOnlyList<Equation> Equations { get; init; } = [];

    /// <summary>The reference, if the formula is nothing else.</summary>
    public EquationReference? OnlyReference { get; init; }

    /// <summary>The TeX on one line, as screen readers and searches read it.</summary>
    public string AlternativeText =>
        string.Join(' ', Source.Split(null as char[], StringSplitOptions.RemoveEmptyEntries));

    /// <summary>Writes MathML Core.</summary>
    /// <exception cref="InvalidOperationException">The formula has a problem.</exception>
    public string ToMathML()
    {
        var output = new StringBuilder();
        Write(output);
        return output.ToString();
    }

    /// <inheritdoc cref="ToMathML"/>
    public void Write(StringBuilder output)
    {
        if (Content is null)
            throw new InvalidOperationException("A formula with a problem has no MathML.");
        var style = IsDisplay ? MathStyle.Display : MathStyle.Inline;
        var root = MathElement.Create(
            "math",
            Content is Group group ? RowBuilder.Build(group.Items, style) : [Content.Build(style)]
        );
        if (IsDisplay)
            root.With("display", "block");
        // A formula that scrolls must be reachable by keyboard.
        if (root.EstimateWidth() > MaxWidth)
            root.With("tabindex", "0");
        root.With("alttext", AlternativeText);
        root.Write(output);
    }
}
