using System.Buffers;
using AngleSharp.Dom;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Math;

namespace KnowledgeSite.Word;

/// <summary>
/// Writes the MathML of a formula as an equation of Word (Office Math Markup, ECMA-376 part 1, chapter 22).
/// </summary>
internal static class EquationWriter
{
    /// <summary>
    /// Formulas with deeper elements are written as text, because the program would run out of stack.
    /// </summary>
    private const int MaxDepth = 60;

    /// <summary>The maximum number of columns of a matrix in Word.</summary>
    private const int MaxColumns = 64;

    private const string Opening = "([{|‖⌊⌈⟨⟦‹⎰";
    private const string Closing = ")]}|‖⌋⌉⟩⟧›⎱";

    /// <summary>The operators that take what follows as their operand, such as a sum.</summary>
    private static readonly SearchValues<char> Large = SearchValues.Create("∑∏∐∫∬∭∮∯∰∱⋀⋁⋂⋃⨀⨁⨂⨄⨆⨌");

    /// <summary>The operators that end the operand of a sum.</summary>
    private static readonly SearchValues<char> Ends = SearchValues.Create("=≠<>≤≥≈≡∼≅∝→←↔⇒⇐⇔↦∈∉⊂⊆,;+−-±");

    /// <summary>
    /// An equation, or one in a paragraph of its own if the formula is displayed. Null if it is too deep.
    /// </summary>
    public static OpenXmlElement? Create(IElement math)
    {
        if (Depth(math, MaxDepth) > MaxDepth)
            return null;
        var equation = new OfficeMath();
        Append(equation, math.Children);
        if (!equation.HasChildren)
            return null;
        return math.GetAttribute("display") == "block" ? new Paragraph(equation) : equation;
    }

    private static int Depth(IElement element, int most) =>
        most < 0 ? 1 : 1 + element.Children.Select(c => Depth(c, most - 1)).DefaultIfEmpty().Max();

    /// <summary>Writes a row. The operand of a sum ends before the next relation or sign.</summary>
    private static void Append(OpenXmlElement parent, IEnumerable<IElement> row)
    {
        var items = row.SelectMany(Unwrapped).ToList();
        for (var i = 0; i < items.Count; i++)
        {
            if (LargeOperatorOf(items[i]) is not { } sign)
            {
                parent.Append(Write(items[i]));
                continue;
            }

            var end = i + 1;
            while (end < items.Count && (end == i + 1 || !EndsOperand(items[end])))
                end++;
            parent.Append(SumOf(items[i], sign, items[(i + 1)..end]));
            i = end - 1;
        }
    }

    /// <summary>The element, or its children if it only groups them.</summary>
    private static IEnumerable<IElement> Unwrapped(IElement element) =>
        element.LocalName is "mstyle" or "mpadded" or "semantics" or "merror"
        || (element.LocalName == "mrow" && !IsFenced(element) && !IsBoxed(element))
            ? element.Children.Where(c => c.LocalName != "annotation").SelectMany(Unwrapped)
            : [element];

    private static IEnumerable<OpenXmlElement> Write(IElement element)
    {
        var parts = element.Children;
        switch (element.LocalName)
        {
            case "mi" or "mn" or "mo" or "ms" or "mtext":
                return RunOf(element) is { } run ? [run] : [];
            case "mspace":
                return IsVisible(element) ? [Plain(" ")] : [];
            case "mfrac" when parts.Length == 2:
                return [FractionOf(element, parts)];
            case "msqrt":
                return
                [
                    new Radical(
                        new RadicalProperties(new HideDegree { Val = BooleanValues.On }),
                        new Degree(),
                        Fill(new Base(), parts)
                    ),
                ];
            case "mroot" when parts.Length == 2:
                return [new Radical(Fill(new Degree(), [parts[1]]), Fill(new Base(), [parts[0]]))];
            case "msub" when parts.Length == 2:
                return [new Subscript(Fill(new Base(), [parts[0]]), Fill(new SubArgument(), [parts[1]]))];
            case "msup" when parts.Length == 2:
                return [new Superscript(Fill(new Base(), [parts[0]]), Fill(new SuperArgument(), [parts[1]]))];
            case "msubsup" when parts.Length == 3:
                return
                [
                    new SubSuperscript(
                        Fill(new Base(), [parts[0]]),
                        Fill(new SubArgument(), [parts[1]]),
                        Fill(new SuperArgument(), [parts[2]])
                    ),
                ];
            case "mover" or "munder" when parts.Length == 2:
                return [MarkOf(element, parts[0], parts[1])];
            case "munderover" when parts.Length == 3:
                return
                [
                    Limit(
                        above: true,
                        Fill(new Base(), [], Limit(above: false, Fill(new Base(), [parts[0]]), parts[1])),
                        parts[2]
                    ),
                ];
            case "mtable":
                return [MatrixOf(element)];
            case "mphantom":
                return
                [
                    new Phantom(
                        new PhantomProperties(new ShowPhantom { Val = BooleanValues.Off }),
                        Fill(new Base(), parts)
                    ),
                ];
            case "mrow" when IsBoxed(element):
                return [new BorderBox(Fill(new Base(), parts))];
            case "mrow":
                return [DelimitersOf(parts)];
            default:
                return parts.Length == 0
                    ? [Plain(element.TextContent)]
                    : Fill(new Base(), parts).ChildElements.Select(c => c.CloneNode(true));
        }
    }

    private static Fraction FractionOf(IElement element, IHtmlCollection<IElement> parts)
    {
        var fraction = new Fraction();
        if (element.GetAttribute("linethickness") is "0" or "0em" or "0px")
            fraction.Append(new FractionProperties(new FractionType { Val = FractionTypeValues.NoBar }));
        fraction.Append(Fill(new Numerator(), [parts[0]]), Fill(new Denominator(), [parts[1]]));
        return fraction;
    }

    /// <summary>An accent, a bar, a brace, or content above or below a base.</summary>
    private static OpenXmlElement MarkOf(IElement element, IElement root, IElement mark)
    {
        var isAbove = element.LocalName == "mover";
        var isAccent = element.GetAttribute(isAbove ? "accent" : "accentunder") == "true";
        var sign = mark.LocalName == "mo" ? mark.TextContent.Trim() : "";
        if (!isAccent || sign.Length != 1)
            return Limit(isAbove, Fill(new Base(), [root]), mark);
        return sign[0] switch
        {
            '‾' or '¯' or '_' or '\u0332' or '\u0305' => new Bar(
                new BarProperties(
                    new Position
                    {
                        Val = isAbove ? VerticalJustificationValues.Top : VerticalJustificationValues.Bottom,
                    }
                ),
                Fill(new Base(), [root])
            ),
            '⏞' or '⏟' or '⎴' or '⎵' or '⏜' or '⏝' => new GroupChar(
                new GroupCharProperties(
                    new AccentChar { Val = sign },
                    new Position
                    {
                        Val = isAbove ? VerticalJustificationValues.Top : VerticalJustificationValues.Bottom,
                    },
                    new VerticalJustification
                    {
                        Val = isAbove ? VerticalJustificationValues.Bottom : VerticalJustificationValues.Top,
                    }
                ),
                Fill(new Base(), [root])
            ),
            _ when isAbove => new Accent(
                new AccentProperties(new AccentChar { Val = Combining(sign[0]) }),
                Fill(new Base(), [root])
            ),
            _ => Limit(isAbove, Fill(new Base(), [root]), mark),
        };
    }

    /// <summary>The accent as the character that Word expects.</summary>
    private static string Combining(char accent) =>
        accent switch
        {
            '^' or 'ˆ' => "\u0302",
            '~' or '˜' => "\u0303",
            '→' or '⃗' => "\u20D7",
            '←' => "\u20D6",
            '˙' or '.' => "\u0307",
            '¨' => "\u0308",
            '´' => "\u0301",
            '`' => "\u0300",
            '˘' => "\u0306",
            'ˇ' => "\u030C",
            '˚' => "\u030A",
            _ => accent.ToString(),
        };

    private static OpenXmlElement Limit(bool above, Base root, IElement limit) =>
        above ? new LimitUpper(root, Fill(new Limit(), [limit])) : new LimitLower(root, Fill(new Limit(), [limit]));

    private static Nary SumOf(IElement element, string sign, IEnumerable<IElement> operand)
    {
        var parts = element.Children;
        var isBeside = element.LocalName is "msub" or "msup" or "msubsup";
        var (sub, sup) = element.LocalName switch
        {
            "msub" or "munder" => (parts[1], null),
            "msup" or "mover" => (null, parts[1]),
            "msubsup" or "munderover" => (parts[1], parts[2]),
            _ => ((IElement?)null, (IElement?)null),
        };
        return new(
            new NaryProperties(
                new AccentChar { Val = sign },
                new LimitLocation
                {
                    Val = isBeside ? LimitLocationValues.SubscriptSuperscript : LimitLocationValues.UnderOver,
                },
                new HideSubArgument { Val = sub is null ? BooleanValues.On : BooleanValues.Off },
                new HideSuperArgument { Val = sup is null ? BooleanValues.On : BooleanValues.Off }
            ),
            Fill(new SubArgument(), sub is null ? [] : [sub]),
            Fill(new SuperArgument(), sup is null ? [] : [sup]),
            Fill(new Base(), operand)
        );
    }

    private static Delimiter DelimitersOf(IHtmlCollection<IElement> parts)
    {
        var isClosed = parts[^1].LocalName == "mo";
        return new(
            new DelimiterProperties(
                new BeginChar { Val = parts[0].TextContent.Trim() },
                new EndChar { Val = isClosed ? parts[^1].TextContent.Trim() : "" }
            ),
            Fill(new Base(), parts.Skip(1).SkipLast(isClosed ? 1 : 0))
        );
    }

    private static Matrix MatrixOf(IElement table)
    {
        var rows = table.Children.Where(r => r.LocalName == "mtr").ToList();
        var columns = rows.Select(r => r.Children.Length).DefaultIfEmpty(1).Max();
        var matrix = new Matrix(
            new MatrixProperties(
                new HidePlaceholder { Val = BooleanValues.On },
                new MatrixColumns(
                    Enumerable
                        .Range(0, Math.Clamp(columns, 1, MaxColumns))
                        .Select(i => new MatrixColumn(
                            new MatrixColumnProperties(
                                new MatrixColumnCount { Val = 1 },
                                new MatrixColumnJustification { Val = AlignmentOf(table, rows, i) }
                            )
                        ))
                )
            )
        );
        foreach (var row in rows)
        {
            var cells = row.Children.Take(MaxColumns).Select(c => Fill(new Base(), c.Children)).ToList();
            while (cells.Count < Math.Min(columns, MaxColumns))
                cells.Add(new Base());
            matrix.Append(new MatrixRow(cells));
        }

        return matrix;
    }

    private static HorizontalAlignmentValues AlignmentOf(IElement table, List<IElement> rows, int column)
    {
        var cell = rows.Count == 0 ? null : rows[0].Children.ElementAtOrDefault(column);
        var equations = table.ClassList.Contains("math-aligned") || table.ClassList.Contains("math-equation-array");
        // The first column of numbered equations is as wide as the numbers.
        var place = table.ClassList.Contains("math-numbered") ? column - 1 : column;
        return cell?.ClassList.Contains("math-left") == true || table.ClassList.Contains("math-cases")
                ? HorizontalAlignmentValues.Left
            : cell?.ClassList.Contains("math-right") == true ? HorizontalAlignmentValues.Right
            : !equations ? HorizontalAlignmentValues.Center
            : place % 2 == 0 ? HorizontalAlignmentValues.Right
            : HorizontalAlignmentValues.Left;
    }

    private static T Fill<T>(T argument, IEnumerable<IElement> content, params OpenXmlElement[] written)
        where T : OpenXmlCompositeElement
    {
        Append(argument, content);
        argument.Append(written);
        return argument;
    }

    private static Run? RunOf(IElement token)
    {
        var text = token.TextContent.Trim(' ', '\n', '\t');
        // Invisible operators of MathML: function application, times, separator, plus.
        text = string.Concat(text.Where(c => c is < '\u2061' or > '\u2064'));
        if (text.Length == 0)
            return null;
        if (token.LocalName is "mtext" or "ms")
            return Plain(text.Replace('\u00A0', ' '));
        var isUpright =
            token.LocalName == "mi"
            && (text.EnumerateRunes().Count() > 1 || token.GetAttribute("mathvariant") == "normal");
        return isUpright
            ? new Run(new RunProperties(new Style { Val = StyleValues.Plain }), TextOf(text))
            : new Run(TextOf(text));
    }

    /// <summary>Text that is no formula.</summary>
    private static Run Plain(string text) => new(new RunProperties(new NormalText()), TextOf(text));

    private static Text TextOf(string text) => new(XmlText.Clean(text)) { Space = SpaceProcessingModeValues.Preserve };

    private static bool IsVisible(IElement space) =>
        space.GetAttribute("width") is { } width
        && width.EndsWith("em", StringComparison.Ordinal)
        && double.TryParse(
            width[..^2],
            System.Globalization.NumberStyles.Float,
            System.Globalization.CultureInfo.InvariantCulture,
            out var em
        )
        && em >= 0.2;

    private static bool IsFenced(IElement row) =>
        row.Children is { Length: > 1 } parts
        && parts[0].LocalName == "mo"
        && IsDelimiter(parts[0], Opening)
        && (IsClosed(parts) || (parts.Length == 2 && parts[1].LocalName == "mtable"));

    private static bool IsBoxed(IElement row) => row.ClassList.Contains("math-boxed");

    private static bool IsClosed(IHtmlCollection<IElement> parts) =>
        parts.Length > 1
        && parts[^1].LocalName == "mo"
        && IsDelimiter(parts[^1], Closing)
        && !parts
            .Skip(1)
            .SkipLast(1)
            .Any(p => p.LocalName == "mo" && (IsDelimiter(p, Opening) || IsDelimiter(p, Closing)));

    private static bool IsDelimiter(IElement element, string signs) =>
        element.TextContent.Trim() is { Length: 1 } sign && signs.Contains(sign[0], StringComparison.Ordinal);

    private static string? LargeOperatorOf(IElement element)
    {
        var sign = element.LocalName is "msub" or "msup" or "msubsup" or "munder" or "mover" or "munderover"
            ? element.FirstElementChild
            : element;
        return sign?.LocalName == "mo" && sign.TextContent.Trim() is { Length: 1 } text && Large.Contains(text[0])
            ? text
            : null;
    }

    private static bool EndsOperand(IElement element) =>
        element.LocalName == "mo" && element.TextContent.Trim() is { Length: 1 } text && Ends.Contains(text[0]);
}
