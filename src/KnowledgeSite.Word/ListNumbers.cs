namespace KnowledgeSite.Word;

/// <summary>The lists of a document. Each ordered list is counted on its own.</summary>
internal sealed class ListNumbers
{
    /// <summary>The number of levels of a list in Word.</summary>
    public const int MaxLevels = 9;

    /// <summary>The indentation of each level in twentieths of a point.</summary>
    public const int Step = 360;

    /// <summary>
    /// The space between a number and the text. Numbers end there, so that long ones begin further to the left.
    /// </summary>
    public const int NumberGap = 90;

    /// <summary>The style of the paragraphs with which items begin.</summary>
    public const string Style = "ListParagraph";

    /// <summary>The list of items that begin with a checkbox: for Word, none.</summary>
    public const int Checkboxes = 0;

    /// <summary>The width of a checkbox and the space beside it.</summary>
    public const int CheckboxWidth = 270;

    private const string Bullets = "ul";

    private static readonly string[] Kinds = [Bullets, "1", "a", "A", "i", "I"];
    private static readonly string[] Signs = ["•", "–", "▪"];

    private readonly List<WordElement> _instances = [];
    private readonly SortedSet<int> _kinds = [];
    private int? _bullets;

    /// <summary>The number of the list of bullets, which all unordered lists share.</summary>
    public int Unordered => _bullets ??= Add(Bullets, 0, null);

    /// <param name="kind">The type of the HTML attribute: 1, a, A, i or I.</param>
    public int Ordered(string? kind, int level, int start) =>
        Add(kind is not null && Kinds.Contains(kind) && kind != Bullets ? kind : "1", level, start);

    public WordElement Create()
    {
        var numbering = WordPackage.Root("w:numbering");
        foreach (var kind in _kinds)
            numbering.Add(Definition(kind));
        foreach (var instance in _instances)
            numbering.Add(instance);
        return numbering;
    }

    private int Add(string kind, int level, int? start)
    {
        var definition = Array.IndexOf(Kinds, kind);
        _kinds.Add(definition);
        var instance = new WordElement("w:num", new WordElement("w:abstractNumId", $"{definition}"));
        instance.Set("w:numId", $"{_instances.Count + 1}");
        if (start is { } first)
            instance.Add(
                new WordElement("w:lvlOverride", new WordElement("w:startOverride", $"{first}")).Set(
                    "w:ilvl",
                    $"{Math.Min(level, MaxLevels - 1)}"
                )
            );
        _instances.Add(instance);
        return _instances.Count;
    }

    private static WordElement Definition(int kind)
    {
        var definition = new WordElement("w:abstractNum", new WordElement("w:multiLevelType", "hybridMultilevel"));
        definition.Set("w:abstractNumId", $"{kind}");
        for (var level = 0; level < MaxLevels; level++)
            definition.Add(LevelOf(Kinds[kind], level));
        return definition;
    }

    private static WordElement LevelOf(string kind, int level) =>
        new WordElement(
            "w:lvl",
            new WordElement("w:start", "1"),
            new WordElement("w:numFmt", FormatOf(kind)),
            new WordElement("w:lvlText", kind == Bullets ? Signs[level % Signs.Length] : $"%{level + 1}."),
            new WordElement("w:lvlJc", kind == Bullets ? "left" : "right"),
            new WordElement(
                "w:pPr",
                new WordElement("w:ind")
                    .Set("w:left", $"{Step * (level + 1)}")
                    .Set("w:hanging", $"{(kind == Bullets ? Step : NumberGap)}")
            )
        ).Set("w:ilvl", $"{level}");

    private static string FormatOf(string kind) =>
        kind switch
        {
            Bullets => "bullet",
            "a" => "lowerLetter",
            "A" => "upperLetter",
            "i" => "lowerRoman",
            "I" => "upperRoman",
            _ => "decimal",
        };
}
