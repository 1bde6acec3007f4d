using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace KnowledgeSite.BrowserTests.Support;

/// <summary>
/// The pages to examine in the browser. Most pages of a site are alike, and each takes a second, so only as many are
/// chosen that every construct of the site is on one of them. With <c>EVERY_PAGE=1</c> in the environment (the option
/// <c>--every-page</c> of eng/test.sh), all are examined.
/// </summary>
internal static class PageSample
{
    /// <summary>Attributes whose value says which construct an element is.</summary>
    private static readonly string[] Telling = ["class", "data-kind", "role", "type"];

    /// <summary>What is only shown on paper, and never in a crawl.</summary>
    private const string OnPaper = ".link-note, .link-notes";

    /// <summary>What a page costs apart from its length, as the length of a page that takes that long.</summary>
    private const int LengthOfFrame = 30_000;

    /// <summary>Whether all pages are examined.</summary>
    public static bool IsWhole { get; } = Environment.GetEnvironmentVariable("EVERY_PAGE") == "1";

    /// <summary>
    /// Chooses the page with the most constructs for its length, then the one with the most of those that are left, and
    /// so on. Of equal pages, the one whose path comes first is chosen. At last, those of which the others have every
    /// construct are left out, the longest first.
    /// </summary>
    /// <param name="paths">The path of each page in the folder.</param>
    /// <param name="known">Constructs that need no page, because pages of another site are examined for them.</param>
    public static IReadOnlyList<string> Choose(
        string folder,
        IReadOnlyList<string> paths,
        IReadOnlySet<string>? known = null
    )
    {
        if (IsWhole)
            return paths;
        var candidates = ReadAll(folder, paths).ToList();
        if (known is not null)
            foreach (var candidate in candidates)
                candidate.Left.ExceptWith(known);
        candidates.RemoveAll(p => p.Left.Count == 0);
        var chosen = new List<Candidate>();
        while (candidates.Count > 0)
        {
            var best = candidates.MaxBy(p => p.Left.Count / (double)(p.Length + LengthOfFrame))!;
            chosen.Add(best);
            foreach (var other in candidates.Where(p => p != best))
                other.Left.ExceptWith(best.Left);
            candidates.RemoveAll(p => p == best || p.Left.Count == 0);
        }

        foreach (var page in chosen.OrderByDescending(p => p.Length).ToList())
        {
            var others = chosen.Where(p => p != page).SelectMany(p => p.Constructs).ToHashSet(StringComparer.Ordinal);
            if (known is not null)
                others.UnionWith(known);
            if (others.IsSupersetOf(page.Constructs))
                chosen.Remove(page);
        }

        return [.. chosen.Select(p => p.Path).Order(StringComparer.Ordinal)];
    }

    /// <summary>The constructs of all pages in a folder.</summary>
    public static IReadOnlySet<string> ReadConstructs(string folder, IReadOnlyList<string> paths) =>
        ReadAll(folder, paths).SelectMany(p => p.Constructs).ToHashSet(StringComparer.Ordinal);

    private static ParallelQuery<Candidate> ReadAll(string folder, IReadOnlyList<string> paths) =>
        paths.AsParallel().AsOrdered().Select(path => Read(folder, path));

    private static Candidate Read(string folder, string path)
    {
        var html = File.ReadAllText(
            Path.Combine(folder, path.TrimStart('/') + (path.EndsWith('/') ? "index.html" : ""))
        );
        using var document = new HtmlParser().ParseDocument(html);
        foreach (var element in document.QuerySelectorAll(OnPaper))
            element.Remove();
        return new(path, html.Length, [.. document.Body!.QuerySelectorAll("*").Select(Describe).Distinct()]);
    }

    /// <summary>An element with its attributes, below an element with its class.</summary>
    private static string Describe(IElement element) =>
        $"{element.ParentElement!.LocalName}.{element.ParentElement.ClassName} > {element.LocalName} "
        + string.Join(' ', element.Attributes.Select(Describe).Order(StringComparer.Ordinal));

    private static string Describe(IAttr attribute) =>
        Telling.Contains(attribute.Name) ? $"{attribute.Name}={attribute.Value}"
        : attribute.Name is "id" or "href" ? ""
        : attribute.Name;

    private sealed record Candidate(string Path, int Length, IReadOnlyList<string> Constructs)
    {
        /// <summary>The constructs that no chosen page has.</summary>
        public HashSet<string> Left { get; } = [.. Constructs];
    }
}
