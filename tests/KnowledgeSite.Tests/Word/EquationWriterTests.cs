using System.Globalization;
using AngleSharp.Html.Parser;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Math;
using DocumentFormat.OpenXml.Validation;
using KnowledgeSite.Mathematics;
using KnowledgeSite.Tests.Support;
using KnowledgeSite.Word;

namespace KnowledgeSite.Tests.Word;

public sealed class EquationWriterTests
{
    [Theory]
    [InlineData(@"\frac{a}{b}", "f(num(a) den(b))")]
    [InlineData(@"\sqrt{x}", "rad(deg() e(x))")]
    [InlineData(@"\sqrt[3]{x}", "rad(deg(3) e(x))")]
    [InlineData(@"x_i^2", "sSubSup(e(x) sub(i) sup(2))")]
    [InlineData(@"\sum_{i=1}^n x_i = y", "nary(sub(i = 1) sup(n) e(sSub(e(x) sub(i)))) = y")]
    [InlineData(@"\int_0^1 f", "nary(sub(0) sup(1) e(f))")]
    [InlineData(@"\left( \frac{a}{b} \right)", "d(e(f(num(a) den(b))))")]
    [InlineData(@"\begin{pmatrix} a & b \\ c & d \end{pmatrix}", "d(e(m(mr(e(a) e(b)) mr(e(c) e(d)))))")]
    [InlineData(@"\begin{cases} a & b \\ c & d \end{cases}", "d(e(m(mr(e(a) e(b)) mr(e(c) e(d)))))")]
    [InlineData(@"\hat{x}", "acc(e(x))")]
    [InlineData(@"\overline{xy}", "bar(e(x y))")]
    [InlineData(@"\underbrace{x}_{n}", "limLow(e(groupChr(e(x))) lim(n))")]
    [InlineData(@"\lim_{x \to 0} f", "limLow(e(lim) lim(x → 0)) f")]
    [InlineData(@"x \text{ if } y", "x if y")]
    public void Parts_of_formulas_become_those_of_equations(string tex, string expected)
    {
        var equation = Convert(FormulaOf(tex, isDisplay: true));
        var math = Assert.IsType<Paragraph>(equation).GetFirstChild<OfficeMath>()!;
        Assert.Equal(expected, string.Join(' ', Describe(math)));
    }

    [Fact]
    public void Every_formula_of_the_mathematics_tests_is_a_valid_equation()
    {
        var lines = System.IO.File.ReadAllLines(
            Repository.Combine("tests", "KnowledgeSite.Tests", "Mathematics", "formulas.txt")
        );
        var formulas = lines
            .SkipWhile(l => l.Length > 0)
            .Where(l => l.Length > 0 && l[0] != ' ')
            .Select(l =>
                l.StartsWith("$$ ", StringComparison.Ordinal)
                    ? (Tex: l[3..], IsDisplay: true)
                    : (Tex: l, IsDisplay: false)
            )
            .ToList();
        Assert.True(formulas.Count > 100);
        var body = new DocumentFormat.OpenXml.Wordprocessing.Body();
        foreach (var (tex, isDisplay) in formulas)
            if (FormulaOf(tex, isDisplay) is { Length: > 0 } html && Convert(html) is { } equation)
            {
                Assert.Equal(Words(new HtmlParser().ParseDocument(html).Body!.TextContent), Words(TextOf(equation)));
                body.Append(new DocumentFormat.OpenXml.Wordprocessing.Paragraph(equation));
            }

        var faults = new OpenXmlValidator(FileFormatVersions.Microsoft365).Validate(
            new DocumentFormat.OpenXml.Wordprocessing.Document(body)
        );
        Assert.Empty(faults.Select(f => $"{f.Description} {f.Node?.Parent?.OuterXml}"));
    }

    [Fact]
    public void A_formula_that_is_nested_very_deep_is_no_equation()
    {
        var deep = string.Concat(Enumerable.Repeat("<msqrt>", 90)) + "<mi>x</mi>";
        Assert.Null(Convert($"<math>{deep}</math>"));
    }

    private static string FormulaOf(string tex, bool isDisplay)
    {
        var formula = new FormulaCompiler().Parse(tex, isDisplay);
        return formula.Content is null ? "" : formula.ToMathML();
    }

    private static OpenXmlElement? Convert(string html) =>
        EquationWriter.Create(new HtmlParser().ParseDocument(html).QuerySelector("math")!);

    private static IEnumerable<string> Describe(OpenXmlElement parent) =>
        from child in parent.ChildElements
        where !child.LocalName.EndsWith("Pr", StringComparison.Ordinal)
        select child is Run ? child.InnerText.Trim() : $"{child.LocalName}({string.Join(' ', Describe(child))})";

    private static string TextOf(OpenXmlElement equation) =>
        string.Concat(equation.Descendants<Text>().Select(t => t.Text));

    /// <summary>
    /// The letters and digits, in any order: Word keeps the signs of accents and brackets in attributes.
    /// </summary>
    private static string Words(string text) =>
        new([
            .. text.Where(c => char.IsLetterOrDigit(c) && char.GetUnicodeCategory(c) != UnicodeCategory.ModifierLetter)
                .Order(),
        ]);
}
