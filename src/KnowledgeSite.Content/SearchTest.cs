using KnowledgeSite.Content.Yaml;
using KnowledgeSite.Diagnostics;
using KnowledgeSite.Files;

namespace KnowledgeSite.Content;

/// <summary>A search and the page it should find: an entry of <c>search-tests.yaml</c>.</summary>
/// <param name="Expect">The URL (<c>/guides/setup/</c>) or path (<c>guides/setup.md</c>) of a page. If it has a
/// <c>#</c> and the id of a heading, only that heading is accepted.</param>
/// <param name="Within">The lowest acceptable position in the results.</param>
/// <param name="Kind">The kind of pages to search, or null for all.</param>
internal sealed record SearchTest(SourceFile Source, string Query, Located<string> Expect, int Within, PageKind? Kind)
{
    public const string FileName = "search-tests.yaml";

    private const int DefaultWithin = 3;

    /// <summary>Reads the <c>search-tests.yaml</c> of the site.</summary>
    public static IReadOnlyList<SearchTest> ReadAll(IReadOnlyList<SourceFile> files, DiagnosticBag diagnostics) =>
        [
            .. from file in files
            where file.Path.Value == FileName && file.Text is not null
            from map in YamlReader.ReadMaps(file, diagnostics)
            select Read(file, map, diagnostics) into test
            where test is not null
            select test,
        ];

    /// <summary>Reads an entry. Null if its query or expected page is missing, which is reported.</summary>
    private static SearchTest? Read(SourceFile file, YamlMap map, DiagnosticBag diagnostics)
    {
        var reader = new MapReader(file, map, SearchTestKeys.Entry, diagnostics).ReportUnknownKeys();
        var query = reader.Read(SearchTestKeys.Query);
        var expect = reader.Read(SearchTestKeys.Expect);
        var within = reader.Read(SearchTestKeys.Within);
        var kind = reader.Read(SearchTestKeys.Kind);
        foreach (var (key, value) in new[] { (SearchTestKeys.Query, query), (SearchTestKeys.Expect, expect) })
            if (value is not { Value.Length: > 0 })
                diagnostics.Add(Diagnostic.At(SearchRules.IncompleteTest, file, map.Span, key.Name));
        return query is { Value.Length: > 0 } && expect is { Value.Length: > 0 }
            ? new(file, query.Value, expect, within?.Value ?? DefaultWithin, kind)
            : null;
    }
}

/// <summary>The keys of an entry in <c>search-tests.yaml</c>.</summary>
internal static class SearchTestKeys
{
    public static readonly Key<Located<string>?> Query = Key.Text("query", "What a reader types.") with
    {
        IsRequired = true,
    };
    public static readonly Key<Located<string>?> Expect = Key.Text(
        "expect",
        "What they should find: the path or URL of a page. Add '#' and the id of a heading to expect that heading."
    ) with
    {
        IsRequired = true,
    };
    public static readonly Key<Located<int>?> Within = Key.Count(
        "within",
        "The lowest acceptable position in the results. Default: 3."
    );
    public static readonly Key<PageKind?> Kind = Key.Choice<PageKind>("kind", "Searches only pages of this kind.");

    public static readonly YamlForm Entry = new("A search and its expected result", Query, Expect, Within, Kind);
}
