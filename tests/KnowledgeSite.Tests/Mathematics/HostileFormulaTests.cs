using KnowledgeSite.Mathematics;

namespace KnowledgeSite.Tests.Mathematics;

/// <summary>Damaged and hostile formulas end with a message, or are shown; nothing overflows the stack.</summary>
public sealed class HostileFormulaTests
{
    private const int Many = 500_000;

    [Theory]
    [InlineData("{")]
    [InlineData("}")]
    [InlineData("x^")]
    [InlineData("x^{")]
    [InlineData("\\frac{")]
    [InlineData("\\sqrt")]
    [InlineData("\\sqrt[")]
    [InlineData("\\left(")]
    [InlineData("\\begin{matrix}")]
    [InlineData("\\text{$")]
    [InlineData("\\text{")]
    [InlineData("\\displaystyle ")]
    [InlineData("\\bf{")]
    [InlineData("a\\over ")]
    [InlineData("\\hat")]
    [InlineData("\\not")]
    [InlineData("&")]
    [InlineData("\\\\")]
    [InlineData("'")]
    [InlineData("\\def\\x{\\x\\x}\\x")]
    [InlineData("\\newcommand{\\x}[9]{#1#1#2#2}\\x")]
    [InlineData("\\begin{array}{*{99}{*{99}{c}}}a\\end{array}")]
    [InlineData("\\tag{a}\\label{b}")]
    [InlineData("\\,\\!")]
    [InlineData("%\n")]
    [InlineData("{,")]
    [InlineData("1{,}")]
    [InlineData("1.")]
    public void A_construct_that_is_repeated_endlessly_ends(string construct)
    {
        foreach (var count in new[] { 50, 1_000, 10_000, Many / construct.Length })
        {
            var formula = new FormulaCompiler().Parse(string.Concat(Enumerable.Repeat(construct, count)), true);
            if (formula.Problem is { } problem)
                Assert.NotNull(problem.Detail);
            else
                Assert.EndsWith("</math>", formula.ToMathML(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_formula_that_is_nested_too_deeply_is_reported()
    {
        var good = string.Concat(Enumerable.Repeat("\\frac{1}{", 60)) + "x" + new string('}', 60);
        Assert.Null(new FormulaCompiler().Parse(good, true).Problem);
        var deep = string.Concat(Enumerable.Repeat("\\frac{1}{", 5_000)) + "x" + new string('}', 5_000);
        Assert.Equal(FormulaProblemKind.TooLarge, new FormulaCompiler().Parse(deep, true).Problem?.Kind);
    }

    [Fact]
    public void The_macros_of_a_page_are_bounded_together()
    {
        var compiler = new FormulaCompiler();
        compiler.Parse(@"\def\a{xxxxxxxxxx}\def\b{\a\a\a\a\a\a\a\a\a\a}\def\c{\b\b\b\b\b\b\b\b\b\b}", false);
        var problems = Enumerable.Range(0, 2_000).Count(_ => compiler.Parse(@"\c", false).Problem is not null);
        Assert.InRange(problems, 1, 1_999);
    }
}
