using KnowledgeSite.Content;
using KnowledgeSite.Content.Yaml;

namespace KnowledgeSite.Drafts;

/// <summary>Builds front matter or a YAML file. Optional keys without a value are added as comments.</summary>
internal sealed class FrontMatterWriter
{
    private readonly List<string> _lines = [];

    public FrontMatterWriter Set(Key key, string? text) =>
        text is null ? Comment(key) : Line($"{key.Name}: {YamlText.Quote(text)}");

    public FrontMatterWriter Set(Key key, int number) => Line($"{key.Name}: {number}");

    /// <param name="choices">The allowed values, which a comment lists if there are no texts.</param>
    public FrontMatterWriter Lists(Key key, IReadOnlyCollection<string> texts, IReadOnlyCollection<string> choices)
    {
        if (texts.Count > 0)
            return Line($"{key.Name}: {YamlText.List(texts)}");
        return choices.Count == 0 ? this : Line($"# {key.Name}: []  # of {string.Join(", ", choices)}");
    }

    /// <summary>Adds a key as a comment with its description.</summary>
    public FrontMatterWriter Comment(Key key) => Line($"# {key.Name}: {key.Description}");

    /// <summary>Adds a required key with a placeholder that contains its description.</summary>
    public FrontMatterWriter Placeholder(Key key) =>
        key.Type is YamlType.Texts
            ? Line($"{key.Name}:").Line($"  - {PlaceholderFor(key)}")
            : Line($"{key.Name}: {PlaceholderFor(key)}");

    public FrontMatterWriter Line(string yaml)
    {
        _lines.Add(yaml);
        return this;
    }

    public string AsFrontMatter() => $"---\n{AsFile()}---\n\n";

    public string AsFile() => string.Concat(_lines.Select(l => l + "\n"));

    private static string PlaceholderFor(Key key) => YamlText.Quote(Prompt.For(key.Description));
}
