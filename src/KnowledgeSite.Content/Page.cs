using KnowledgeSite.Files;

namespace KnowledgeSite.Content;

/// <summary>A page that is completely parsed, but not yet connected to other pages.</summary>
/// <param name="Title">The title from the front matter, the first level 1 heading, the first heading, or the file name.
/// </param>
/// <param name="Summary">The description or the first words of the text, or null if there is neither.</param>
/// <param name="Outline">The headings of the text in order, without the title.</param>
/// <param name="Cells">The cells on the page of a dimension. Empty for other kinds.</param>
public sealed record Page(
    SourceFile Source,
    FrontMatter FrontMatter,
    string Title,
    string? Summary,
    PageBody Body,
    IReadOnlyList<Heading> Outline,
    IReadOnlyList<WrittenCell> Cells
)
{
    public SourcePath Path => Source.Path;

    /// <summary>The position of the title, or the start of the file if the title is the file name.</summary>
    public SourceSpan TitleSpan { get; init; }

    /// <summary>The texts of a workshop's handouts. Null for other kinds, and if the text cannot be read.</summary>
    public HandoutBodies? Handouts { get; init; }

    /// <summary>The terms that a glossary page defines, from A to Z. Empty for other kinds.</summary>
    public IReadOnlyList<WrittenTerm> Terms { get; init; } = [];

    /// <summary>Compares by reference, because comparing by value would read the whole text.</summary>
    public bool Equals(Page? other) => ReferenceEquals(this, other);

    public override int GetHashCode() => Path.GetHashCode();
}
