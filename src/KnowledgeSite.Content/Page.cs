using KnowledgeSite.Caching;
using KnowledgeSite.Files;
using KnowledgeSite.Sources;

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
    private readonly Dictionary<string, WrittenCell>? _cells =
        Cells.Count == 0
            ? null
            : Cells.DistinctBy(c => c.Id.Value).ToDictionary(c => c.Id.Value, StringComparer.Ordinal);

    internal SourcePath Path => Source.Path;

    /// <summary>The first cell on the page with an id, or null.</summary>
    internal WrittenCell? FindCell(string id) => _cells?.GetValueOrDefault(id);

    /// <summary>The position of the title, or the start of the file if the title is the file name.</summary>
    public SourceSpan TitleSpan { get; init; }

    /// <summary>The texts of a workshop's handouts. Null for other kinds, and if the text cannot be read.</summary>
    public HandoutBodies? Handouts { get; init; }

    /// <summary>The terms that a glossary page defines, from A to Z. Empty for other kinds.</summary>
    public IReadOnlyList<WrittenTerm> Terms { get; init; } = [];

    /// <summary>The files of the repository that the page shows as code, with the text that it shows.</summary>
    internal IReadOnlyList<RepositoryFile> CodeFiles { get; init; } = [];

    /// <summary>The code blocks of the page that name a file, in order.</summary>
    internal IReadOnlyList<CodeReference> CodeReferences { get; init; } = [];

    /// <summary>
    /// The key of the file and of all that its parsing depends on; null if that is not known, or without a cache.
    /// </summary>
    internal CacheKey? Key { get; init; }

    /// <summary>
    /// The key of what other pages may show of this one without its text, such as title and headings; null without a
    /// cache.
    /// </summary>
    internal CacheKey? FactsKey { get; init; }

    /// <summary>
    /// True if neither the text of the file nor the code that the page shows from other files differs.
    /// </summary>
    internal bool HasTextOf(Page other) =>
        Source.Text?.Value == other.Source.Text?.Value
        && (CodeFiles.Count == 0 || Body.Html.Utf8.AsSpan().SequenceEqual(other.Body.Html.Utf8));

    /// <summary>Compares by reference, because comparing by value would read the whole text.</summary>
    public bool Equals(Page? other) => ReferenceEquals(this, other);

    /// <inheritdoc />
    public override int GetHashCode() => Path.GetHashCode();
}

/// <summary>
/// The text of a workshop for each of its handouts. Each contains only what its audience may read, footnotes included.
/// </summary>
public sealed record HandoutBodies(PageBody Participant, PageBody Facilitator)
{
    internal PageBody For(Audience audience) => audience == Audience.Participant ? Participant : Facilitator;
}

/// <summary>The audience of a workshop handout. Text outside audience blocks is for both.</summary>
public enum Audience
{
    /// <summary>The people who take part in a workshop.</summary>
    Participant,

    /// <summary>The person who runs a workshop.</summary>
    Facilitator,
}

/// <summary>A heading of a page.</summary>
/// <param name="Level">The level, from 1 to 6.</param>
/// <param name="Text">The text without Markdown marks.</param>
public sealed record Heading(int Level, string Id, string Text);

/// <summary>Decides from a path whether a file is a page, and which title its name suggests.</summary>
public static class PagePath
{
    /// <summary>
    /// True for a Markdown file or a notebook whose name and folders do not begin with <c>_</c>. The name
    /// <c>_index.md</c> is allowed.
    /// </summary>
    public static bool IsPage(SourcePath path) =>
        path.MayBePage && (IsFolderPage(path) ? path.Folder : path).Segments.All(s => !s.StartsWith('_'));

    /// <summary>
    /// True for the page of the folder that contains it: <c>index.md</c>, <c>README.md</c> or <c>_index.md</c> (as in
    /// Hugo), in any case.
    /// </summary>
    public static bool IsFolderPage(SourcePath path) =>
        path.NameWithoutExtension.ToLowerInvariant() is "index" or "readme" or "_index";

    /// <summary>
    /// A title made from the name of the file, or for the page of a folder from the name of the folder:
    /// <c>how-to_start</c> becomes "How to start".
    /// </summary>
    public static string ToTitle(SourcePath path)
    {
        var name = path.NameWithoutExtension;
        if (IsFolderPage(path))
            name = path.Folder.IsRoot ? "Home" : path.Folder.FileName;
        name = name.Replace('-', ' ').Replace('_', ' ').Trim();
        return name.Length == 0 ? path.FileName : char.ToUpperInvariant(name[0]) + name[1..];
    }
}

/// <summary>A code block that names a file: <c>file=../train.py#L10-L30</c>.</summary>
/// <param name="Span">The position of the path in the page.</param>
/// <param name="File">The path of the file in the repository.</param>
/// <param name="Input">The path of the input folder in the repository.</param>
/// <param name="Block">The position of the code block in the page.</param>
/// <param name="Markdown">The block with the lines of the file; null if they cannot be shown.</param>
internal sealed record CodeReference(
    SourceSpan Span,
    SourcePath File,
    SourcePath Input,
    SourceSpan Block,
    string? Markdown
);
