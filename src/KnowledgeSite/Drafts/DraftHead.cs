using KnowledgeSite.Content.Forms;

namespace KnowledgeSite.Drafts;

/// <summary>Front matter, or a file of YAML, as it grows: what is said, and in comments what may be.</summary>
internal sealed class DraftHead
{
    private readonly List<string> _lines = [];

    public DraftHead Says(Key key, string? text) =>
        text is null ? Leaves(key) : Line($"{key.Name}: {YamlText.Of(text)}");

    public DraftHead Says(Key key, int number) => Line($"{key.Name}: {number}");

    /// <param name="choices">What may be listed, for a comment where nothing is.</param>
    public DraftHead Lists(Key key, IReadOnlyCollection<string> texts, IReadOnlyCollection<string> choices)
    {
        if (texts.Count > 0)
            return Line($"{key.Name}: {YamlText.List(texts)}");
        return choices.Count == 0 ? this : Line($"# {key.Name}: []  # of {string.Join(", ", choices)}");
    }

    /// <summary>A key to be filled in: what it says stands in its place, as a comment.</summary>
    public DraftHead Leaves(Key key) => Line($"# {key.Name}: {key.Description}");

    /// <summary>A key that has to say something: what it says stands there until the author does.</summary>
    public DraftHead Awaits(Key key) =>
        key.Type is YamlType.Texts
            ? Line($"{key.Name}:").Line($"  - {Awaited(key)}")
            : Line($"{key.Name}: {Awaited(key)}");

    public DraftHead Line(string yaml)
    {
        _lines.Add(yaml);
        return this;
    }

    public string AsFrontMatter() => $"---\n{AsFile()}---\n\n";

    public string AsFile() => string.Concat(_lines.Select(l => l + "\n"));

    private static string Awaited(Key key) => YamlText.Of(Prompt.For(key.Description));
}
