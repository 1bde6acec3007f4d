using System.Text;

namespace KnowledgeSite.Mathematics;

/// <summary>
/// Builds the elements of a row: joins the letters of words, finds out which operators are binary, and gives operators
/// the space that TeX gives them, where browsers would choose another.
/// </summary>
internal sealed class RowBuilder
{
    private const string FunctionApplication = "\u2061";

    /// <summary>Arrows that browsers would stretch to the height of the row.</summary>
    private const string VerticalArrows = "↑↓↕⇑⇓⇕↿↾⇃⇂⇈⇊↰↱";

    private readonly IReadOnlyList<MathNode> _nodes;
    private readonly MathStyle _style;
    private readonly List<MathElement> _elements;
    private readonly List<AtomClass> _classes;
    private AtomClass _previous;

    private RowBuilder(IReadOnlyList<MathNode> nodes, MathStyle style, bool startsAfterNothing)
    {
        _nodes = nodes;
        _style = style;
        _elements = new(nodes.Count);
        _classes = new(nodes.Count);
        _previous = startsAfterNothing ? AtomClass.Opening : AtomClass.Ordinary;
    }

    /// <summary>Builds the elements of a row.</summary>
    /// <param name="startsAfterNothing">False if an operator at the start has something on its left, such as the
    /// relation at the start of a column.</param>
    public static List<MathElement> Build(
        IReadOnlyList<MathNode> nodes,
        MathStyle style,
        bool startsAfterNothing = true
    )
    {
        var row = new RowBuilder(nodes, style, startsAfterNothing);
        row.AddElements();
        row.SetAttributes();
        return row._elements;
    }

    private void AddElements()
    {
        for (var i = 0; i < _nodes.Count; i++)
        {
            var node = _nodes[i];
            if (node is Symbol { Kind: not (SymbolKind.Operator or SymbolKind.Number) } letter)
            {
                var length = CountWord(i);
                var word = length == 1 ? letter : JoinLetters(i, length);
                var isEllipsis = word.Text is "…" or "⋯" && !_style.IsScript;
                if (isEllipsis && _previous is AtomClass.Ordinary or AtomClass.Closing or AtomClass.LargeOperator)
                    Append(MathElement.CreateSpace(1 / 6.0), AtomClass.Space);
                Add(word.Build(_style), AtomClass.Ordinary);
                i += length - 1;
                if (
                    isEllipsis
                    && NextClass(i) is not (null or AtomClass.Binary or AtomClass.Relation or AtomClass.Closing)
                )
                    Append(MathElement.CreateSpace(1 / 6.0), AtomClass.Space);
            }
            else if (node.IsFunction)
            {
                AddFunction(node, i);
            }
            else
            {
                if (node.IsInner && i > 0 && _nodes[i - 1].IsInner && !_style.IsScript)
                    Append(MathElement.CreateSpace(1 / 6.0), AtomClass.Space);
                Add(node.Build(_style), Resolve(node.Class, i));
            }
        }
    }

    private void Add(MathElement element, AtomClass atomClass)
    {
        var space = SpaceAround(element, atomClass);
        if (space > 0)
            Append(MathElement.CreateSpace(space), AtomClass.Space);
        Append(element, atomClass);
        if (space > 0)
            Append(MathElement.CreateSpace(space), AtomClass.Space);
    }

    private void Append(MathElement element, AtomClass atomClass)
    {
        _elements.Add(element);
        _classes.Add(atomClass);
        if (atomClass != AtomClass.Space)
            _previous = atomClass;
    }

    /// <summary>The space on both sides of a relation or binary operator that is no <c>mo</c>, in em.</summary>
    private double SpaceAround(MathElement element, AtomClass atomClass) =>
        (element.Operator, _style.IsScript, atomClass) switch
        {
            (null, false, AtomClass.Relation) => 5 / 18.0,
            (null, false, AtomClass.Binary) => 4 / 18.0,
            _ => 0,
        };

    /// <summary>A binary operator without an operand on each side is ordinary, such as a minus sign.</summary>
    private AtomClass Resolve(AtomClass atomClass, int index)
    {
        if (atomClass != AtomClass.Binary)
            return atomClass;
        var hasLeft = _previous is AtomClass.Ordinary or AtomClass.Closing;
        var hasRight =
            NextClass(index) is not (null or AtomClass.Relation or AtomClass.Closing or AtomClass.Punctuation);
        return hasLeft && hasRight ? AtomClass.Binary : AtomClass.Ordinary;
    }

    private AtomClass? NextClass(int index)
    {
        for (var i = index + 1; i < _nodes.Count; i++)
        {
            if (_nodes[i].Class != AtomClass.Space)
                return _nodes[i].Class;
        }

        return null;
    }

    private void AddFunction(MathNode node, int index)
    {
        if (_elements.Count > 0 && _previous is AtomClass.Ordinary or AtomClass.Closing or AtomClass.LargeOperator)
            Append(MathElement.CreateSpace(1 / 6.0), AtomClass.Space);
        Append(node.Build(_style), AtomClass.LargeOperator);
        var next = NextClass(index);
        if (next is not (AtomClass.Ordinary or AtomClass.Opening or AtomClass.LargeOperator))
            return;
        var application = new MathElement("mo", FunctionApplication);
        if (next != AtomClass.Opening && _nodes[index + 1] is not (Space or Fenced))
            application.With("rspace", MathElement.Em(1 / 6.0));
        Append(application, AtomClass.Space);
        if (next == AtomClass.LargeOperator)
            _previous = AtomClass.Opening;
    }

    /// <summary>The number of letters from an index that are written in one element.</summary>
    private int CountWord(int start)
    {
        var first = (Symbol)_nodes[start];
        if (first.Kind != SymbolKind.Word && first.Alphabet is Alphabet.Usual or Alphabet.BoldItalic)
            return 1;
        if (!char.IsLetter(first.Text, 0))
            return 1;
        var end = start + 1;
        while (end < _nodes.Count && _nodes[end] is Symbol next && IsSameWord(next))
            end++;
        return end - start;

        bool IsSameWord(Symbol next) =>
            next.Kind == first.Kind && next.Alphabet == first.Alphabet && char.IsLetter(next.Text, 0);
    }

    private Symbol JoinLetters(int start, int length)
    {
        var first = (Symbol)_nodes[start];
        var word = new StringBuilder();
        for (var i = start; i < start + length; i++)
            word.Append(((Symbol)_nodes[i]).Text);
        return new(word.ToString(), AtomClass.Ordinary, first.Kind, first.Alphabet);
    }

    private void SetAttributes()
    {
        var first = _elements.FindIndex(e => !e.IsSpaceLike);
        var last = _elements.FindLastIndex(e => !e.IsSpaceLike);
        if (_elements.Count <= 1)
            return;
        for (var i = 0; i < _elements.Count; i++)
        {
            if (_elements[i].Operator is not { HasFixedSpace: false } core)
                continue;
            var (isFirst, isLast) = (i == first && first != last, i == last && first != last);
            var places = (PlaceAt(i, first, last), PlaceAt(i, 0, _elements.Count - 1));
            var properties = SetForm(core, _classes[i], places);
            var (left, right) = WantedSpace(properties, i, isFirst, isLast);
            if (left != properties.Left)
                core.With("lspace", FormatSpace(left));
            if (right != properties.Right)
                core.With("rspace", FormatSpace(right));
            var isArrow = core.Text![0] is >= '←' and <= '⇿' or >= '⟰' and <= '⟿';
            var stretches = properties.IsStretchy && (!isArrow || VerticalArrows.Contains(core.Text[0]));
            if (stretches && !core.Has("stretchy"))
                core.With("stretchy", "false");
            core.HasFixedSpace = true;
        }
    }

    private static OperatorForm PlaceAt(int index, int first, int last) =>
        first == last ? OperatorForm.Infix
        : index == first ? OperatorForm.Prefix
        : index == last ? OperatorForm.Postfix
        : OperatorForm.Infix;

    /// <summary>
    /// Sets the form of an operator if that of its place in the row has other properties, and returns the properties.
    /// The place is counted without spaces and texts, as MathML Core says, and with them, as browsers do.
    /// </summary>
    private static OperatorProperties SetForm(
        MathElement core,
        AtomClass atomClass,
        (OperatorForm Core, OperatorForm Browser) places
    )
    {
        var (form, name) = atomClass switch
        {
            AtomClass.Ordinary or AtomClass.Opening or AtomClass.LargeOperator => (OperatorForm.Prefix, "prefix"),
            AtomClass.Closing => (OperatorForm.Postfix, "postfix"),
            _ => (OperatorForm.Infix, "infix"),
        };
        var properties = OperatorDictionary.Find(core.Text!, form);
        if (
            properties != OperatorDictionary.Find(core.Text!, places.Core)
            || properties != OperatorDictionary.Find(core.Text!, places.Browser)
        )
            core.With("form", name);
        return properties;
    }

    /// <summary>The space that TeX puts before and after an operator, in eighteenths of an em.</summary>
    private (int Left, int Right) WantedSpace(OperatorProperties standard, int index, bool isFirst, bool isLast)
    {
        var before = index == 0 ? AtomClass.Ordinary : _classes[index - 1];
        var after = index + 1 == _classes.Count ? AtomClass.Ordinary : _classes[index + 1];
        int left;
        int right;
        switch (_classes[index])
        {
            case AtomClass.Relation:
                left = _style.IsScript || before is AtomClass.Relation or AtomClass.Opening ? 0 : 5;
                right =
                    _style.IsScript || after is AtomClass.Relation or AtomClass.Closing or AtomClass.Punctuation
                        ? 0
                        : 5;
                break;
            case AtomClass.Binary when _style.IsScript:
                return (0, 0);
            case AtomClass.Binary:
                return standard.Left is 3 or 4 ? (standard.Left, standard.Right) : (4, 4);
            case AtomClass.Punctuation:
                left = 0;
                right = _style.IsScript ? 0 : 3;
                break;
            case AtomClass.LargeOperator:
                var isSpaced = before is AtomClass.Ordinary or AtomClass.Closing or AtomClass.LargeOperator;
                return (isFirst || isSpaced ? standard.Left : 0, standard.Right);
            default:
                return (0, 0);
        }

        // At the ends of a row, any space will do that needs no attribute.
        return (
            isFirst && !_style.IsScript ? standard.Left : left,
            isLast && !_style.IsScript ? standard.Right : right
        );
    }

    private static string FormatSpace(int eighteenths) => eighteenths == 0 ? "0" : MathElement.Em(eighteenths / 18.0);
}
