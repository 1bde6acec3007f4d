using KnowledgeSite.Files;

namespace KnowledgeSite.Content;

/// <summary>A page by itself: complete, and knowing of no other.</summary>
/// <param name="Title">From the front matter, else the first H1, else the first heading, else the file's name.</param>
/// <param name="Summary">The description, or the first words of the text; null where there is neither.</param>
/// <param name="Outline">The headings of the body, in order, the title's own left out.</param>
/// <param name="Cells">Of a dimension's page, what it says of each level; else empty.</param>
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

    /// <summary>Where the title is written; of a page that has its file's name, the beginning.</summary>
    public SourceSpan TitleSpan { get; init; }

    /// <summary>Of a workshop; null for other kinds, and where the text could not be read.</summary>
    public HandoutBodies? Handouts { get; init; }

    /// <summary>Of a glossary's page, what it defines, from A to Z; else empty.</summary>
    public IReadOnlyList<WrittenTerm> Terms { get; init; } = [];

    /// <summary>A page is itself: comparing two by all that is in them would cost their whole text.</summary>
    public bool Equals(Page? other) => ReferenceEquals(this, other);

    public override int GetHashCode() => Path.GetHashCode();
}
