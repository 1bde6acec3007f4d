using System.Text;

namespace KnowledgeSite.Mathematics;

/// <summary>
/// An element of MathML Core. Names of elements and attributes are constants of this project; only texts and the values
/// of <c>alttext</c> and <c>id</c> come from authors, and all are escaped.
/// </summary>
/// <param name="name">The name of the element.</param>
/// <param name="text">The text of a token element, or null.</param>
internal sealed class MathElement(string name, string? text = null)
{
    private List<MathElement>? _children;
    private List<(string Name, string Value)>? _attributes;

    public string Name => name;

    public string? Text => text;

    /// <summary>The operator whose attributes apply to this element: itself, or that of its base.</summary>
    public MathElement? Operator { get; set; }

    /// <summary>True if the attributes of an operator are complete.</summary>
    public bool HasFixedSpace { get; set; }

    /// <summary>Ignored when browsers look for the first and the last element of a row.</summary>
    public bool IsSpaceLike => name is "mspace" or "mtext";

    public IReadOnlyList<MathElement> Children => _children ?? [];

    public static MathElement Create(string name, params IEnumerable<MathElement> children) =>
        new(name) { _children = [.. children] };

    public static MathElement CreateOperator(string text)
    {
        var element = new MathElement("mo", text);
        element.Operator = element;
        return element;
    }

    public static MathElement CreateSpace(double em) => new MathElement("mspace").With("width", Em(em));

    /// <summary>Several elements as one.</summary>
    public static MathElement CreateRow(List<MathElement> elements) =>
        elements.Count == 1 ? elements[0] : new("mrow") { _children = elements };

    public static string Em(double em) => em == 0 ? "0" : FormattableString.Invariant($"{Math.Round(em, 4)}em");

    public MathElement With(string attribute, string value)
    {
        (_attributes ??= []).Add((attribute, value));
        return this;
    }

    public bool Has(string attribute) => _attributes?.Exists(a => a.Name == attribute) == true;

    /// <summary>The width in em, roughly: letters are half an em wide, and operators have space around them.</summary>
    public double EstimateWidth() =>
        name switch
        {
            "mspace" => 0.3,
            "mo" => 0.9 * Text!.Length,
            "mi" or "mn" or "ms" or "mtext" => 0.55 * Text!.Length,
            "mfrac" or "munder" or "mover" or "munderover" => Children.Max(c => c.EstimateWidth()),
            "msub" or "msup" or "msubsup" => Children[0].EstimateWidth()
                + 0.7 * Children.Skip(1).Max(c => c.EstimateWidth()),
            "mtable" => EstimateTableWidth(),
            _ => Children.Sum(c => c.EstimateWidth()),
        };

    private double EstimateTableWidth()
    {
        var columns = new List<double>();
        foreach (var row in Children)
        {
            for (var i = 0; i < row.Children.Count; i++)
            {
                var width = row.Children[i].EstimateWidth();
                if (i == columns.Count)
                    columns.Add(width);
                else
                    columns[i] = Math.Max(columns[i], width);
            }
        }

        return columns.Sum(w => w + 0.5);
    }

    public void Write(StringBuilder output)
    {
        output.Append('<').Append(name);
        foreach (var (attribute, value) in _attributes ?? [])
        {
            output.Append(' ').Append(attribute).Append("=\"");
            WriteEscaped(value, output);
            output.Append('"');
        }

        output.Append('>');
        if (text is not null)
            WriteEscaped(text, output);
        foreach (var child in _children ?? [])
            child.Write(output);
        output.Append("</").Append(name).Append('>');
    }

    private static void WriteEscaped(string value, StringBuilder output)
    {
        foreach (var c in value)
        {
            _ = c switch
            {
                '<' => output.Append("&lt;"),
                '>' => output.Append("&gt;"),
                '&' => output.Append("&amp;"),
                '"' => output.Append("&quot;"),
                _ => output.Append(c),
            };
        }
    }
}

/// <summary>The style in which TeX sets a part of a formula.</summary>
/// <param name="IsDisplay">True for the large form of operators and fractions.</param>
/// <param name="Level">0 for text, 1 for scripts, 2 for scripts of scripts.</param>
internal readonly record struct MathStyle(bool IsDisplay, int Level)
{
    public static MathStyle Display { get; } = new(true, 0);

    public static MathStyle Inline { get; } = new(false, 0);

    public bool IsScript => Level > 0;

    public MathStyle Script => new(false, Math.Min(Level + 1, 2));

    /// <summary>The style of the two parts of a fraction.</summary>
    public MathStyle FractionPart => IsDisplay ? this with { IsDisplay = false } : Script;

    public MathStyle Compact => this with { IsDisplay = false };
}
