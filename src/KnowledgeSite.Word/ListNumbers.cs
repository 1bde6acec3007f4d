using DocumentFormat.OpenXml.Wordprocessing;

namespace KnowledgeSite.Word;

/// <summary>The lists of a document. Each ordered list is counted on its own.</summary>
internal sealed class ListNumbers
{
    /// <summary>The number of levels of a list in Word.</summary>
    public const int MaxLevels = 9;

    /// <summary>The indentation of each level in twentieths of a point.</summary>
    public const int Step = 360;

    /// <summary>The style of the paragraphs with which items begin.</summary>
    public const string Style = "ListParagraph";

    /// <summary>The list of items that begin with a checkbox: for Word, none.</summary>
    public const int Checkboxes = 0;

    /// <summary>The width of a checkbox and the space beside it.</summary>
    public const int CheckboxWidth = 270;

    private const string Bullets = "ul";

    private static readonly string[] Kinds = [Bullets, "1", "a", "A", "i", "I"];
    private static readonly string[] Signs = ["•", "–", "▪"];

    private readonly List<NumberingInstance> _instances = [];
    private readonly SortedSet<int> _kinds = [];
    private int? _bullets;

    /// <summary>The number of the list of bullets, which all unordered lists share.</summary>
    public int Unordered => _bullets ??= Add(Bullets, 0, null);

    /// <param name="kind">The type of the HTML attribute: 1, a, A, i or I.</param>
    public int Ordered(string? kind, int level, int start) =>
        Add(kind is not null && Kinds.Contains(kind) && kind != Bullets ? kind : "1", level, start);

    public Numbering Create()
    {
        var numbering = new Numbering();
        foreach (var kind in _kinds)
            numbering.Append(Definition(kind));
        foreach (var instance in _instances)
            numbering.Append(instance);
        return numbering;
    }

    private int Add(string kind, int level, int? start)
    {
        var definition = Array.IndexOf(Kinds, kind);
        _kinds.Add(definition);
        var instance = new NumberingInstance(new AbstractNumId { Val = definition })
        {
            NumberID = _instances.Count + 1,
        };
        if (start is { } first)
            instance.Append(
                new LevelOverride(new StartOverrideNumberingValue { Val = first })
                {
                    LevelIndex = Math.Min(level, MaxLevels - 1),
                }
            );
        _instances.Add(instance);
        return _instances.Count;
    }

    private static AbstractNum Definition(int kind)
    {
        var definition = new AbstractNum(new MultiLevelType { Val = MultiLevelValues.HybridMultilevel })
        {
            AbstractNumberId = kind,
        };
        for (var level = 0; level < MaxLevels; level++)
            definition.Append(LevelOf(Kinds[kind], level));
        return definition;
    }

    private static Level LevelOf(string kind, int level) =>
        new(
            new StartNumberingValue { Val = 1 },
            new NumberingFormat { Val = FormatOf(kind) },
            new LevelText { Val = kind == Bullets ? Signs[level % Signs.Length] : $"%{level + 1}." },
            new LevelJustification { Val = LevelJustificationValues.Left },
            new PreviousParagraphProperties(new Indentation { Left = $"{Step * (level + 1)}", Hanging = $"{Step}" })
        )
        {
            LevelIndex = level,
        };

    private static NumberFormatValues FormatOf(string kind) =>
        kind switch
        {
            Bullets => NumberFormatValues.Bullet,
            "a" => NumberFormatValues.LowerLetter,
            "A" => NumberFormatValues.UpperLetter,
            "i" => NumberFormatValues.LowerRoman,
            "I" => NumberFormatValues.UpperRoman,
            _ => NumberFormatValues.Decimal,
        };
}
