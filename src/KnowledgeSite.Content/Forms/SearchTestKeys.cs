namespace KnowledgeSite.Content.Forms;

/// <summary>The keys of an entry in <c>search-tests.yaml</c>.</summary>
internal static class SearchTestKeys
{
    public static readonly Key<Located<string>?> Query = Key.Text("query", "What a reader types.") with
    {
        IsNeeded = true,
    };
    public static readonly Key<Located<string>?> Expect = Key.Text(
        "expect",
        "What they should find: the path or URL of a page. Add '#' and the id of a heading to expect that heading."
    ) with
    {
        IsNeeded = true,
    };
    public static readonly Key<Located<int>?> Within = Key.Count(
        "within",
        "The lowest acceptable position in the results. Default: 3."
    );
    public static readonly Key<PageKind?> Kind = Key.Choice<PageKind>("kind", "Searches only pages of this kind.");

    public static readonly YamlForm Entry = new("A search and its expected result", Query, Expect, Within, Kind);
}
