using AngleSharp.Html.Parser;
using KnowledgeSite.Mathematics;
using KnowledgeSite.Tests.Support;

namespace KnowledgeSite.Tests.Mathematics;

public sealed class MathMLTests
{
    private static readonly string ListPath = Path.Combine(
        Repository.Root,
        "tests/KnowledgeSite.Tests/Mathematics/formulas.txt"
    );

    [Fact]
    public void Formulas_become_the_MathML_in_the_list()
    {
        var lines = File.ReadAllLines(ListPath);
        var header = lines.TakeWhile(l => l.Length > 0).ToList();
        var result = new List<string>(header);
        var current = "";
        foreach (
            var tex in lines
                .Skip(header.Count)
                .Where(l => l.Length > 0 && !l.StartsWith("    ", StringComparison.Ordinal))
        )
            result.AddRange(["", tex, "    " + CompileLine(tex)]);
        current = string.Join('\n', result) + "\n";
        if (Environment.GetEnvironmentVariable("UPDATE_EXPECTED") == "1")
            File.WriteAllText(ListPath, current);
        Assert.Equal(File.ReadAllText(ListPath), current);
        Assert.DoesNotContain("Problem:", current, StringComparison.Ordinal);
    }

    [Fact]
    public void A_formula_says_its_TeX_on_one_line_and_how_it_is_displayed()
    {
        var formula = new FormulaCompiler().Parse("\n a\n < \"b\"\n", isDisplay: true);
        Assert.Equal(
            "<math display=\"block\" alttext=\"a &lt; &quot;b&quot;\"><mi>a</mi><mo>&lt;</mo>"
                + "<mi>\"</mi><mi>b</mi><mi>\"</mi></math>",
            formula.ToMathML().Replace("<mi>&quot;</mi>", "<mi>\"</mi>", StringComparison.Ordinal)
        );
    }

    [Theory]
    [InlineData(@"a + \alhpa", nameof(FormulaProblemKind.UnknownCommand), 4, "alhpa")]
    [InlineData(@"\SI{3}{\metre}", nameof(FormulaProblemKind.UnknownCommand), 0, "SI")]
    [InlineData(@"\text{\frac{a}{b}}", nameof(FormulaProblemKind.UnknownCommand), 6, "frac")]
    [InlineData(@"\begin{tikz}", nameof(FormulaProblemKind.UnknownEnvironment), 0, "tikz")]
    [InlineData("a{b", nameof(FormulaProblemKind.Invalid), 1, "'{' has no '}'. Add it.")]
    [InlineData(@"\text{a", nameof(FormulaProblemKind.Invalid), 5, "'{' has no '}'. Add it.")]
    [InlineData(@"\frac{a}{b", nameof(FormulaProblemKind.Invalid), 8, "'{' has no '}'. Add it.")]
    [InlineData("a}", nameof(FormulaProblemKind.Invalid), 1, "'}' has no '{'. Remove it, or add the brace.")]
    [InlineData(@"\frac{a}", nameof(FormulaProblemKind.Invalid), 0, @"'\frac' needs an argument. Add it in braces.")]
    [InlineData("x^", nameof(FormulaProblemKind.Invalid), 1, "'^' needs an argument. Add it in braces.")]
    [InlineData("x^^2", nameof(FormulaProblemKind.Invalid), 1, "'^' needs an argument. Add it in braces.")]
    [InlineData("a & b", nameof(FormulaProblemKind.Invalid), 2, "'&' is outside of a table.*")]
    [InlineData("x^1^2", nameof(FormulaProblemKind.Invalid), 3, "There are two superscripts here.*")]
    [InlineData("x_1_2", nameof(FormulaProblemKind.Invalid), 3, "There are two subscripts here.*")]
    [InlineData(@"\left( a", nameof(FormulaProblemKind.Invalid), 0, @"'\left' has no '\right'*")]
    [InlineData(@"a \right)", nameof(FormulaProblemKind.Invalid), 2, @"'\right' has no '\left'*")]
    [InlineData(@"\left x y \right)", nameof(FormulaProblemKind.Invalid), 0, @"'\left' needs a delimiter*")]
    [InlineData(@"\begin{cases} a", nameof(FormulaProblemKind.Invalid), 0, @"'\begin{cases}' has no '\end{cases}'*")]
    [InlineData(@"\begin{align} a \end{aligned}", nameof(FormulaProblemKind.Invalid), 16, @"'\end{aligned}' closes*")]
    [InlineData(@"a \end{align}", nameof(FormulaProblemKind.Invalid), 2, @"'\end' has no '\begin'*")]
    [InlineData(@"\sqrt[3{x}", nameof(FormulaProblemKind.Invalid), 5, "'[' has no ']'. Add it.")]
    [InlineData("#1", nameof(FormulaProblemKind.Invalid), 0, "'#' stands for an argument*")]
    [InlineData("a $ b", nameof(FormulaProblemKind.Invalid), 2, "'$' ends a formula*")]
    [InlineData(@"\hspace{far}", nameof(FormulaProblemKind.Invalid), 0, "'far' is no measure*")]
    [InlineData(@"\def\x{\x\x}\x", nameof(FormulaProblemKind.TooLarge), 12, @"'\x' and other macros make*")]
    [InlineData(@"\newcommand{x}{y}", nameof(FormulaProblemKind.Invalid), 0, @"'\newcommand' needs the name*")]
    [InlineData("\\", nameof(FormulaProblemKind.UnknownCommand), 0, "")]
    public void Problems_have_a_position(string tex, string kind, int start, string detail)
    {
        var formula = new FormulaCompiler().Parse(tex, isDisplay: false);
        Assert.Null(formula.Content);
        Assert.Equal(kind, formula.Problem!.Kind.ToString());
        Assert.Equal(start, formula.Problem.Start);
        if (detail.EndsWith('*'))
            Assert.StartsWith(detail[..^1], formula.Problem.Detail, StringComparison.Ordinal);
        else
            Assert.Equal(detail, formula.Problem.Detail);
    }

    [Fact]
    public void Macros_are_known_in_the_formulas_after_them()
    {
        var site = new Dictionary<string, Macro> { ["norm"] = Macro.Create(@"\left\| #1 \right\|") };
        var compiler = new FormulaCompiler(site);
        Assert.Null(compiler.Parse(@"\newcommand{\R}{\mathbb{R}}", false).Problem);
        Assert.Contains("<mi>ℝ</mi>", compiler.Parse(@"\norm{\R}", false).ToMathML(), StringComparison.Ordinal);
        Assert.NotNull(new FormulaCompiler(site).Parse(@"\R", false).Problem);
    }

    [Fact]
    public void Equations_with_a_label_are_numbered_and_can_be_referred_to_before_they_come()
    {
        var compiler = new FormulaCompiler();
        var early = compiler.Parse(@"\text{by \eqref{b}}", false);
        var first = compiler.Parse(@"\begin{align} x &= 1 \label{a} \\ y &= 2 \\ z &= 3 \label{b} \end{align}", true);
        var labelled = compiler.Parse("y", true, "c d");
        var tagged = compiler.Parse(@"z \tag{*} \label{star}", true);
        var again = compiler.Parse(@"z \label{a}", true);
        var unnumbered = compiler.Parse(@"\begin{aligned} x \nonumber \end{aligned} \label{both}", true);
        Assert.Equal(["a", "b"], first.Equations.Select(e => e.Label));
        Assert.Equal(["1", "2"], first.Equations.Select(e => e.Tag));
        Assert.Equal(("3", "equation-c-d"), (labelled.Equations[0].Tag, labelled.Equations[0].Id));
        Assert.Equal("*", tagged.Equations[0].Tag);
        Assert.Equal("a", again.Duplicates[0].Label);
        Assert.Equal("5", unnumbered.Equations[0].Tag);
        Assert.Contains("<mtext>(2)</mtext>", early.ToMathML(), StringComparison.Ordinal);
        Assert.Contains("<mtr id=\"equation-b\">", first.ToMathML(), StringComparison.Ordinal);
        Assert.Equal("x", compiler.Parse(@" \eqref{x} ", false).OnlyReference?.Label);
        Assert.Null(early.OnlyReference);
    }

    [Fact]
    public void Equation_ids_are_unique()
    {
        var equations = new EquationTable();
        List<string> labels = ["a b", "a-b", "A.b"];
        var ids = labels.Select(l => equations.Add(l, "1", 0)!.Id);
        Assert.Equal(["equation-a-b", "equation-a-b-2", "equation-a-b-3"], ids);
    }

    /// <summary>Everything that a formula can write is MathML Core, whatever the TeX is.</summary>
    [Fact]
    public void Any_TeX_becomes_only_elements_and_attributes_of_MathML_Core()
    {
        string[] elements =
        [
            .. "math mi mn mo mtext mspace mrow mfrac msqrt mroot mstyle mpadded mphantom".Split(' '),
            .. "msub msup msubsup munder mover munderover mtable mtr mtd".Split(' '),
        ];
        string[] attributes =
        [
            .. "alttext display displaystyle scriptlevel mathvariant class id form lspace rspace stretchy".Split(' '),
            .. "symmetric minsize maxsize movablelimits accent accentunder linethickness width height depth".Split(' '),
            .. "voffset columnspan tabindex".Split(' '),
        ];
        var random = new Random(7);
        string[] parts =
        [
            .. FormulaCompiler.CommandNames.Select(n => "\\" + n + " "),
            .. FormulaCompiler.EnvironmentNames.Select(n => $"\\begin{{{n}}}{{lcr}} a & b \\\\ c \\end{{{n}}}"),
            .. new[]
            {
                "{",
                "}",
                "{a}",
                "{b}",
                "^",
                "_",
                "&",
                "\\\\",
                "x",
                "1",
                "<script>",
                "\"'>",
                "(",
                "]",
                "$",
                "~",
            },
        ];
        var compiled = 0;
        var parser = new HtmlParser();
        for (var i = 0; i < 20_000; i++)
        {
            var tex = string.Concat(
                Enumerable.Range(0, 1 + i % 8).Select(_ => parts[random.Next(parts.Length)] + "{a}")
            );
            var formula = new FormulaCompiler().Parse(tex, i % 2 == 0);
            if (formula.Problem is not null)
                continue;
            compiled++;
            var body = parser.ParseDocument(formula.ToMathML()).Body!;
            Assert.Equal("math", Assert.Single(body.Children).LocalName);
            foreach (var element in body.QuerySelectorAll("*"))
            {
                Assert.Contains(element.LocalName, elements);
                Assert.All(element.Attributes, a => Assert.Contains(a.Name, attributes));
            }
        }

        Assert.True(compiled > 2_000, $"Only {compiled} random formulas were valid.");
    }

    /// <summary>The operators have the properties that MathML Core gives them (appendix B).</summary>
    [Theory]
    [InlineData("+", "Infix", 4)]
    [InlineData("+", "Prefix", 0)]
    [InlineData("×", "Infix", 3)]
    [InlineData("=", "Infix", 5)]
    [InlineData("=", "Prefix", 5)]
    [InlineData("∑", "Infix", 3)]
    [InlineData("|", "Infix", 5)]
    [InlineData("|", "Prefix", 0)]
    [InlineData("(", "Postfix", 0)]
    public void Operators_have_the_space_of_the_dictionary(string text, string form, int left) =>
        Assert.Equal(left, OperatorDictionary.Find(text, Enum.Parse<OperatorForm>(form)).Left);

    private static string CompileLine(string line)
    {
        var isDisplay = line.StartsWith("$$ ", StringComparison.Ordinal);
        var formula = new FormulaCompiler().Parse(isDisplay ? line[3..] : line, isDisplay);
        if (formula.Problem is { } problem)
            return $"Problem: {problem}";
        var html = formula.ToMathML();
        return html[(html.IndexOf('>', StringComparison.Ordinal) + 1)..^"</math>".Length];
    }
}
