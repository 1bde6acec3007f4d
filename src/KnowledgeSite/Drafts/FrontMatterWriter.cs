using KnowledgeSite.Content.Forms;

namespace KnowledgeSite.Drafts;

/// <summary>Front matter, or a file of YAML, as it grows: what is said, and in comments what may be.</summary>
internal sealed class FrontMatterWriter
{
    private readonly List<string> _lines = [];

    public FrontMatterWriter Set(Key key, string? text) =>
        text is null ? Comment(key) : Line($"{key.Name}: {YamlText.Quote(text)}");

    public FrontMatterWriter Set(Key key, int number) => Line($"{key.Name}: {number}");

    /// <param name="choices">What may be listed, for a comment where nothing is.</param>
    public FrontMatterWriter Lists(Key key, IReadOnlyCollection<string> texts, IReadOnlyCollection<string> choices)
    {
        if (texts.Count > 0)
            return Line($"{key.Name}: {YamlText.List(texts)}");
        return choices.Count == 0 ? this : Line($"# {key.Name}: []  # of {string.Join(", ", choices)}");
    }

    /// <summary>A key to be filled in: what it says stands in its place, as a comment.</summary>
    public FrontMatterWriter Comment(Key key) => Line($"# {key.Name}: {key.Description}");

    /// <summary>A key that has to say something: what it says stands there until the author does.</summary>
    public FrontMatterWriter Placeholder(Key key) =>
        key.Type is YamlType.Texts
            ? Line($"{key.Name}:").Line($"  - {Awaited(key)}")
            : Line($"{key.Name}: {Awaited(key)}");

    public FrontMatterWriter Line(string yaml)
    {
        _lines.Add(yaml);
        return this;
    }

    public string AsFrontMatter() => $"---\n{AsFile()}---\n\n";

    public string AsFile() => string.Concat(_lines.Select(l => l + "\n"));

    private static string Awaited(Key key) => YamlText.Quote(Prompt.For(key.Description));
}
