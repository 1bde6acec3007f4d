namespace KnowledgeSite.Content.Forms;

/// <summary>An entry of <c>search-tests.yaml</c>.</summary>
internal static class SearchTestKeys
{
    public static readonly Key<Located<string>?> Query = Key.Text("query", "What a reader types.") with
    {
        IsNeeded = true,
    };
    public static readonly Key<Located<string>?> Expect = Key.Text(
        "expect",
        "What they should find: the path of a page or its address, with '#' and the id of a heading where "
            + "only that will do."
    ) with
    {
        IsNeeded = true,
    };
    public static readonly Key<Located<int>?> Within = Key.Count(
        "within",
        "How many results may be looked through to find it; 3 unless told."
    );
    public static readonly Key<PageKind?> Kind = Key.Choice<PageKind>("kind", "Only pages of this kind are asked for.");

    public static readonly YamlForm Entry = new("A search, and what it should find", Query, Expect, Within, Kind);
}
