namespace KnowledgeSite.Content.Forms;

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
        IsNeeded = true,
    };
    public static readonly Key<Located<string>?> Title = Key.Text("title", "The full title.") with { IsNeeded = true };
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
