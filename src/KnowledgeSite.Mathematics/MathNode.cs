namespace KnowledgeSite.Mathematics;

/// <summary>Where TeX sets the scripts of an operator.</summary>
internal enum ScriptPlace
{
    Beside,

    /// <summary>Above and below in displayed formulas, else beside.</summary>
    AboveInDisplay,

    /// <summary>Above and below.</summary>
    Above,
}

/// <summary>A part of a formula, as TeX sees it.</summary>
internal abstract class MathNode
{
    public virtual AtomClass Class => AtomClass.Ordinary;

    public virtual ScriptPlace ScriptPlace => ScriptPlace.Beside;

    /// <summary>True for a named function, which is applied to what follows.</summary>
    public virtual bool IsFunction => false;

    /// <summary>True for a fraction and for what is in growing brackets: a thin space is between two of them.</summary>
    public virtual bool IsInner => false;

    public abstract MathElement Build(MathStyle style);
}

/// <summary>A letter, digit, number or operator.</summary>
/// <param name="alphabet">The alphabet that was chosen for it. Letters of one word are written together.</param>
internal sealed class Symbol(string text, AtomClass atomClass, SymbolKind kind, Alphabet alphabet = Alphabet.Usual)
    : MathNode
{
    public string Text => text;

    public SymbolKind Kind => kind;

    public Alphabet Alphabet => alphabet;

    public override AtomClass Class => atomClass;

    public override ScriptPlace ScriptPlace =>
        atomClass != AtomClass.LargeOperator || text[0] is (>= '∫' and <= '∳') or (>= '⨋' and <= '⨜')
            ? ScriptPlace.Beside
            : ScriptPlace.AboveInDisplay;

    public override MathElement Build(MathStyle style)
    {
        switch (kind)
        {
            case SymbolKind.Number:
                return new("mn", text);
            case SymbolKind.Word:
                return new("mtext", text);
            case SymbolKind.Operator:
                return MathElement.CreateOperator(text);
            default:
                var element = new MathElement("mi", text);
                var isUpright = kind == SymbolKind.Upright || alphabet == Alphabet.Roman;
                return isUpright && IsItalicByDefault() ? element.With("mathvariant", "normal") : element;
        }
    }

    /// <summary>True for the letters that browsers show in italics if they are alone in an <c>mi</c>.</summary>
    private bool IsItalicByDefault() =>
        text.Length == 1 && text[0] is (>= 'A' and <= 'Z') or (>= 'a' and <= 'z') or (>= 'Α' and <= 'ϵ') or '∇' or '∂';
}

/// <summary>White space.</summary>
/// <param name="em">The width; negative to move back.</param>
internal sealed class Space(double em) : MathNode
{
    public double Width => em;

    public override AtomClass Class => AtomClass.Space;

    /// <remarks>
    /// The width of an <c>mspace</c> cannot be negative, so a class moves back by three eighteenths of an em.
    /// </remarks>
    public override MathElement Build(MathStyle style)
    {
        if (em >= 0)
            return MathElement.CreateSpace(em);
        var steps = Math.Clamp((int)Math.Round(-em * 6), 1, 24);
        return MathElement.CreateRow([
            .. Enumerable.Range(0, steps).Select(_ => new MathElement("mspace").With("class", "math-back")),
        ]);
    }
}

/// <summary>Several nodes in braces, which TeX treats as one.</summary>
internal sealed class Group(IReadOnlyList<MathNode> items, AtomClass atomClass = AtomClass.Ordinary) : MathNode
{
    public IReadOnlyList<MathNode> Items => items;

    public override AtomClass Class => atomClass;

    public override ScriptPlace ScriptPlace =>
        atomClass == AtomClass.LargeOperator ? ScriptPlace.AboveInDisplay : ScriptPlace.Beside;

    public override MathElement Build(MathStyle style) => MathElement.CreateRow(RowBuilder.Build(items, style));
}

/// <summary>A base with a subscript, a superscript and primes.</summary>
/// <param name="place">Where the scripts are, or null for the usual place.</param>
internal sealed class Scripts(MathNode? root, MathNode? sub, MathNode? sup, int primes, ScriptPlace? place) : MathNode
{
    private static readonly string[] Primes = ["′", "″", "‴", "⁗"];

    public override AtomClass Class => root?.Class ?? AtomClass.Ordinary;

    public override bool IsFunction => root?.IsFunction == true;

    public override bool IsInner => root?.IsInner == true;

    public override MathElement Build(MathStyle style)
    {
        var where = place ?? root?.ScriptPlace ?? ScriptPlace.Beside;
        var isAbove = where == ScriptPlace.Above || (where == ScriptPlace.AboveInDisplay && style.IsDisplay);
        var nucleus = root?.Build(style) ?? MathElement.Create("mrow");
        var parts = new List<MathElement> { nucleus };
        if (sub is not null)
            parts.Add(sub.Build(style.Script));
        if (BuildSuperscript(style.Script) is { } above)
            parts.Add(above);
        var name = (sub is not null, parts.Count, isAbove) switch
        {
            (_, 3, false) => "msubsup",
            (true, _, false) => "msub",
            (false, _, false) => "msup",
            (_, 3, true) => "munderover",
            (true, _, true) => "munder",
            (false, _, true) => "mover",
        };
        if (isAbove && !style.IsDisplay && nucleus.Operator is { Text: { } text } core)
        {
            if (OperatorDictionary.Find(text, OperatorForm.Prefix).MovesLimits)
                core.With("movablelimits", "false");
        }

        var element = MathElement.Create(name, parts);
        element.Operator = nucleus.Operator;
        return element;
    }

    private MathElement? BuildSuperscript(MathStyle style)
    {
        if (primes == 0)
            return sup?.Build(style);
        var elements = new List<MathElement>();
        for (var left = primes; left > 0; left -= Primes.Length)
            elements.Add(MathElement.CreateOperator(Primes[Math.Min(left, Primes.Length) - 1]));
        if (sup is not null)
            elements.Add(sup.Build(style));
        return MathElement.CreateRow(elements);
    }
}

/// <summary>A fraction, or two parts above each other.</summary>
/// <param name="thickness">The thickness of the line, or null for the usual one.</param>
internal sealed class Fraction(MathNode above, MathNode below, string? thickness = null) : MathNode
{
    public override bool IsInner => true;

    public override MathElement Build(MathStyle style)
    {
        var part = style.FractionPart;
        var element = MathElement.Create("mfrac", above.Build(part), below.Build(part));
        return thickness is null ? element : element.With("linethickness", thickness);
    }
}

internal sealed class Root(MathNode body, MathNode? index) : MathNode
{
    public override MathElement Build(MathStyle style)
    {
        if (index is not null)
            return MathElement.Create("mroot", body.Build(style), index.Build(style.Script.Script));
        return MathElement.Create(
            "msqrt",
            body is Group group ? RowBuilder.Build(group.Items, style) : [body.Build(style)]
        );
    }
}

/// <summary>A bracket, brace or bar that is set larger than a character.</summary>
/// <param name="size">The height in em, or null if it is as high as the row.</param>
internal sealed class Delimiter(string text, AtomClass atomClass, double? size) : MathNode
{
    public override AtomClass Class => atomClass;

    public override MathElement Build(MathStyle style)
    {
        var element = MathElement.CreateOperator(text);
        element.HasFixedSpace = true;
        var properties = OperatorDictionary.Find(text, OperatorForm.Infix);
        if (!properties.IsStretchy)
            element.With("stretchy", "true").With("symmetric", "true");
        if (properties.Left != 0 && atomClass != AtomClass.Relation)
            element.With("lspace", "0").With("rspace", "0");
        else if (properties.Left == 0 && atomClass == AtomClass.Relation && size is not null)
            element.With("lspace", MathElement.Em(5 / 18.0)).With("rspace", MathElement.Em(5 / 18.0));
        if (size is not { } em)
            return element;
        return element.With("minsize", MathElement.Em(em)).With("maxsize", MathElement.Em(em));
    }
}

/// <summary>What is between <c>\left</c> and <c>\right</c>, with both delimiters.</summary>
internal sealed class Fenced(IReadOnlyList<MathNode> items) : MathNode
{
    public override bool IsInner => true;

    public override MathElement Build(MathStyle style) => MathElement.Create("mrow", RowBuilder.Build(items, style));
}

/// <summary>The name of a function or operator.</summary>
internal sealed class Function(MathNode name, bool hasLimits) : MathNode
{
    public override AtomClass Class => AtomClass.LargeOperator;

    public override bool IsFunction => true;

    public override ScriptPlace ScriptPlace => hasLimits ? ScriptPlace.AboveInDisplay : ScriptPlace.Beside;

    public override MathElement Build(MathStyle style)
    {
        var element = name.Build(style);
        element.Operator = null;
        return element;
    }
}

/// <summary>A mark above or below a base.</summary>
internal sealed class Accent(MathNode root, string mark, bool isStretchy, bool isBelow, ScriptPlace place) : MathNode
{
    /// <summary>The scripts of a brace are its label.</summary>
    public override ScriptPlace ScriptPlace => place;

    public override MathElement Build(MathStyle style)
    {
        var accent = MathElement.CreateOperator(mark);
        if (OperatorDictionary.Find(mark, OperatorForm.Postfix).IsStretchy != isStretchy)
            accent.With("stretchy", isStretchy ? "true" : "false");
        var nucleus = root.Build(style);
        return isBelow
            ? MathElement.Create("munder", nucleus, accent).With("accentunder", "true")
            : MathElement.Create("mover", nucleus, accent).With("accent", "true");
    }
}

/// <summary>Content above or below a base.</summary>
internal sealed class Stack(MathNode root, MathNode? above, MathNode? below, AtomClass atomClass) : MathNode
{
    public override AtomClass Class => atomClass;

    public override MathElement Build(MathStyle style)
    {
        var nucleus = root.Build(style);
        var parts = new List<MathElement> { nucleus };
        if (below is not null)
            parts.Add(below.Build(style.Script));
        if (above is not null)
            parts.Add(above.Build(style.Script));
        var name = (above, below) switch
        {
            (not null, not null) => "munderover",
            (null, _) => "munder",
            _ => "mover",
        };
        var element = MathElement.Create(name, parts);
        element.Operator = nucleus.Operator;
        return element;
    }
}

/// <summary>An arrow that is as long as the text above and below it.</summary>
internal sealed class LabelledArrow(string arrow, MathNode above, MathNode? below) : MathNode
{
    private const double Margin = 0.43;

    public override AtomClass Class => AtomClass.Relation;

    public override MathElement Build(MathStyle style)
    {
        var line = MathElement.CreateOperator(arrow);
        if (!OperatorDictionary.Find(arrow, OperatorForm.Infix).IsStretchy)
            line.With("stretchy", "true");
        var element = below is null
            ? MathElement.Create("mover", line, Pad(above, style))
            : MathElement.Create("munderover", line, Pad(below, style), Pad(above, style));
        element.Operator = line;
        return element;
    }

    private static MathElement Pad(MathNode label, MathStyle style) =>
        MathElement.Create(
            "mrow",
            MathElement.CreateSpace(Margin),
            label.Build(style.Script),
            MathElement.CreateSpace(Margin)
        );
}

/// <summary>Content in an element that has attributes.</summary>
/// <param name="name">The name of the element, such as <c>mpadded</c> or <c>mrow</c>.</param>
internal sealed class Wrapper(
    string name,
    IReadOnlyList<MathNode> items,
    AtomClass atomClass,
    params (string Name, string Value)[] attributes
) : MathNode
{
    public override AtomClass Class => atomClass;

    public override MathElement Build(MathStyle style)
    {
        var element = MathElement.Create(name, RowBuilder.Build(items, style));
        foreach (var (attribute, value) in attributes)
            element.With(attribute, value);
        return element;
    }
}

/// <summary>Content that is set in a given style.</summary>
internal sealed class Styled(MathStyle content, IReadOnlyList<MathNode> items) : MathNode
{
    public override MathElement Build(MathStyle style)
    {
        var elements = RowBuilder.Build(items, content);
        return content == style
            ? MathElement.CreateRow(elements)
            : MathElement
                .Create("mstyle", elements)
                .With("displaystyle", content.IsDisplay ? "true" : "false")
                .With("scriptlevel", content.Level.ToString(System.Globalization.CultureInfo.InvariantCulture));
    }
}

/// <summary>Text.</summary>
/// <param name="look">The class of a bold, italic, sans-serif or typewriter text, or null.</param>
internal sealed class TextRun(string text, string? look) : MathNode
{
    public string Text => text;

    public override MathElement Build(MathStyle style)
    {
        var element = new MathElement("mtext", text.Replace(' ', '\u00A0'));
        return look is null ? element : element.With("class", look);
    }
}

/// <summary>The number of an equation.</summary>
internal sealed class ReferenceNode(EquationReference reference, EquationTable equations) : MathNode
{
    public override MathElement Build(MathStyle style)
    {
        var tag = equations.Find(reference.Label)?.Tag ?? "??";
        return new("mtext", reference.IsInParentheses ? $"({tag})" : tag);
    }
}
