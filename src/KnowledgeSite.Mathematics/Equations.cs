using System.Globalization;
using System.Text;

namespace KnowledgeSite.Mathematics;

/// <summary>An equation that can be referred to.</summary>
/// <param name="Label">The name given with <c>\label</c>.</param>
/// <param name="Tag">What is shown beside the equation, without parentheses.</param>
/// <param name="Id">The id of its element.</param>
/// <param name="Start">The offset of the label in its formula.</param>
internal sealed record Equation(string Label, string Tag, string Id, int Start);

/// <summary>A reference to an equation.</summary>
/// <param name="IsInParentheses">True for <c>\eqref</c>.</param>
internal readonly record struct EquationReference(string Label, bool IsInParentheses, int Start, int Length);

/// <summary>The equations of a page, in order. Those with a label are numbered.</summary>
internal sealed class EquationTable
{
    private readonly Dictionary<string, Equation> _labels = new(StringComparer.Ordinal);
    private readonly HashSet<string> _ids = new(StringComparer.Ordinal);
    private int _count;

    public Equation? Find(string label) => _labels.GetValueOrDefault(label);

    public IEnumerable<string> Labels => _labels.Keys;

    /// <summary>The ids of the equations by their labels.</summary>
    public IReadOnlyDictionary<string, string> Ids => _labels.ToDictionary(l => l.Key, l => l.Value.Id);

    public string TakeNumber() => (++_count).ToString(CultureInfo.InvariantCulture);

    /// <summary>Adds an equation. Null if there is another one with the label.</summary>
    public Equation? Add(string label, string tag, int start)
    {
        var slug = new StringBuilder("equation-");
        foreach (var c in label)
            slug.Append(char.IsAsciiLetterOrDigit(c) ? char.ToLowerInvariant(c) : '-');
        var equation = new Equation(label, tag, slug.ToString(), start);
        if (!_labels.TryAdd(label, equation))
            return null;
        if (_ids.Add(equation.Id))
            return equation;
        for (var i = 2; !_ids.Add(equation.Id); i++)
            equation = equation with { Id = $"{slug}-{i}" };
        return _labels[label] = equation;
    }
}

/// <summary>The tag and the label of an equation while it is read.</summary>
internal sealed class EquationMark
{
    /// <summary>What <c>\tag</c> says, or null.</summary>
    public IReadOnlyList<MathNode>? Tag { get; set; }

    /// <summary>True for <c>\tag*</c>, which has no parentheses.</summary>
    public bool IsBareTag { get; set; }

    public string? Label { get; set; }

    public int LabelStart { get; set; }
}

/// <summary>The number or tag beside an equation.</summary>
/// <param name="Id">The id of the equation's element, or null.</param>
internal sealed record EquationTag(IReadOnlyList<MathNode> Content, string? Id)
{
    public MathElement BuildCell() =>
        MathElement.Create("mtd", RowBuilder.Build(Content, MathStyle.Inline)).With("class", "math-tag");
}
