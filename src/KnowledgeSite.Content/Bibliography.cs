using KnowledgeSite.Content.Yaml;
using KnowledgeSite.Files;

namespace KnowledgeSite.Content;

/// <summary>The sources of a site, from <c>sources.yaml</c>.</summary>
/// <param name="Page">A page that lists all sources by title. The indexes of links in notes are those of this page.
/// </param>
/// <param name="Works">The sources, in the order of the page.</param>
internal sealed record Bibliography(Page Page, IReadOnlyList<Work> Works)
{
    public const string FileName = "sources.yaml";
}

/// <summary>A source that pages are based on: an entry of <c>sources.yaml</c>.</summary>
/// <param name="Author">The author or publisher, or null if unknown.</param>
public sealed record Work(Located<string> Id, string Title, string? Author, string? Year, WorkForm? Form, string? Url)
{
    internal const string IdPattern = "^[A-Za-z0-9][A-Za-z0-9._-]*$";
}

/// <summary>The form of a cited work.</summary>
public enum WorkForm
{
    /// <summary>A book.</summary>
    Book,

    /// <summary>A chapter of a book.</summary>
    Chapter,

    /// <summary>An article or a post.</summary>
    Article,

    /// <summary>A blueprint of a role or a process.</summary>
    Blueprint,

    /// <summary>Notes of the organisation.</summary>
    Notes,

    /// <summary>A talk.</summary>
    Talk,

    /// <summary>A career ladder of another organisation.</summary>
    Ladder,
}

/// <summary>The keys of an entry in <c>sources.yaml</c>.</summary>
internal static class WorkKeys
{
    public static readonly Key<Located<string>?> Id = Key.Text(
        "id",
        "The name by which pages cite it: [@larson-2021]. Letters, digits, '-' and '.'.",
        YamlType.AnyText with
        {
            Pattern = Work.IdPattern,
        }
    ) with
    {
        IsRequired = true,
    };
    public static readonly Key<Located<string>?> Title = Key.Text("title", "The full title.") with
    {
        IsRequired = true,
    };
    public static readonly Key<Located<string>?> Author = Key.Text("author", "The author or publisher.");
    public static readonly Key<Located<string>?> Year = Key.Text("year", "The year of publication.");
    public static readonly Key<WorkForm?> Form = Key.Choice<WorkForm>("form", "The type of source.");
    public static readonly Key<Located<string>?> Url = Key.Text(
        "url",
        "Its URL, beginning with https://.",
        YamlType.AnyText with
        {
            Pattern = "^[hH][tT][tT][pP][sS]?://",
        }
    );
    public static readonly Key<Located<string>?> Note = Key.Text("note", "What the pages use from it, in Markdown.");

    public static readonly YamlForm Entry = new(
        "A source that pages are based on",
        Id,
        Title,
        Author,
        Year,
        Form,
        Url,
        Note
    );
}
