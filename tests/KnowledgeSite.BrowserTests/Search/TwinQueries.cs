using KnowledgeSite.Search;
using KnowledgeSite.Words;

namespace KnowledgeSite.BrowserTests.Search;

/// <summary>Queries made of a site's own titles and headings, the same at every run.</summary>
internal static class TwinQueries
{
    private static readonly string[] Kinds = ["level", "page", "workshop"];

    private static readonly string[] Others =
    [
        "",
        " ",
        "?!",
        "the",
        "the ",
        "a",
        "L6",
        "l5 scope",
        "M10 ",
        "C#",
        "80,000",
        "80000",
        "<script>alert(1)</script>",
        "(a|b)+[^x]$",
        "数据",
        "данные",
        "البيانات",
        "😀",
        "zzzzqqqq",
        "__proto__",
        "constructor",
        new('x', 10_000),
        string.Concat(Enumerable.Repeat("staff scope ", 1000)),
    ];

    public static IReadOnlyList<TwinQuery> Create(SearchIndex index)
    {
        var names = NamesOf(index);
        var abbreviations = index.Abbreviations.SelectMany(a => new[] { a.Letters, string.Join(' ', a.Words) });
        var texts = names
            .Concat(names.Select(Unfinished))
            .Concat(names.Select(Mistyped))
            .Concat(names.Zip(names.Skip(1), (a, b) => $"{a} {b}"))
            .Concat(abbreviations)
            .Concat(Others);
        var filtered = names.Where((_, i) => i % 5 == 0).SelectMany(n => Kinds.Select(kind => new TwinQuery(n, kind)));
        return [.. texts.Distinct(StringComparer.Ordinal).Select(t => new TwinQuery(t, null)), .. filtered];
    }

    /// <summary>
    /// Titles and headings in quotation marks; of the pages that come last, which are many and alike, a phrase is not
    /// looked for in all.
    /// </summary>
    public static IReadOnlyList<TwinQuery> PhrasesOf(SearchIndex index) =>
        [
            .. NamesOf(index.Pages.Take(index.WeighingPages))
                .Where(n => WordReader.All(n).Count > 1)
                .Select(n => new TwinQuery($"\"{n}\"", null)),
        ];

    private static List<string> NamesOf(SearchIndex index) => NamesOf(index.Pages);

    private static List<string> NamesOf(IEnumerable<SearchPage> pages) =>
        [
            .. pages
                .SelectMany(p => p.Sections.Select(s => s.Heading).Prepend(p.Title))
                .Where(n => n.Length > 0)
                .Distinct(StringComparer.Ordinal),
        ];

    /// <summary>Its last word cut to four letters.</summary>
    private static string Unfinished(string name)
    {
        var words = WordReader.All(name).ToArray();
        if (words.Length > 0 && words[^1].Length > 4)
            words[^1] = words[^1][..4];
        return string.Join(' ', words);
    }

    /// <summary>Two neighbours in the middle of its longest word change places.</summary>
    private static string Mistyped(string name)
    {
        var words = WordReader.All(name).ToArray();
        var longest = words.MaxBy(w => w.Length) ?? "";
        if (longest.Length < 5)
            return name;
        var middle = longest.Length / 2;
        words[Array.IndexOf(words, longest)] =
            $"{longest[..(middle - 1)]}{longest[middle]}{longest[middle - 1]}{longest[(middle + 1)..]}";
        return string.Join(' ', words);
    }
}

/// <param name="Kind">Null for all.</param>
internal sealed record TwinQuery(string Text, string? Kind);
