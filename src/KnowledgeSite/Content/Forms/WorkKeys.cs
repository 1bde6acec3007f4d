namespace KnowledgeSite.Content.Forms;

/// <summary>An entry of <c>sources.yaml</c>.</summary>
internal static class WorkKeys
{
    public static readonly Key<Located<string>?> Id = Key.Text(
        "id",
        "What pages cite it by: [@larson-2021]. Letters, digits, '-' and '.'.",
        YamlType.AnyText with
        {
            Pattern = Work.IdPattern,
        }
    ) with
    {
        IsNeeded = true,
    };
    public static readonly Key<Located<string>?> Title = Key.Text("title", "What stands on its cover.") with
    {
        IsNeeded = true,
    };
    public static readonly Key<Located<string>?> Author = Key.Text("author", "Who wrote or published it.");
    public static readonly Key<Located<string>?> Year = Key.Text("year", "When it appeared.");
    public static readonly Key<WorkForm?> Form = Key.Choice<WorkForm>("form", "What it is.");
    public static readonly Key<Located<string>?> Url = Key.Text(
        "url",
        "Its address on the web, from https:// on.",
        YamlType.AnyText with
        {
            Pattern = "^[hH][tT][tT][pP][sS]?://",
        }
    );
    public static readonly Key<Located<string>?> Note = Key.Text("note", "What the pages take from it, in Markdown.");

    public static readonly YamlForm Entry = new(
        "A source that pages are written from",
        Id,
        Title,
        Author,
        Year,
        Form,
        Url,
        Note
    );
}
