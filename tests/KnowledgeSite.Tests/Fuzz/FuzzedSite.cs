using System.Text;
using KnowledgeSite.Content;
using KnowledgeSite.Files;
using KnowledgeSite.Tests.Support;

namespace KnowledgeSite.Tests.Fuzz;

/// <summary>Builds a site of damaged pages that link to each other, and examines each page.</summary>
internal sealed class FuzzedSite
{
    private readonly IReadOnlyList<string> _pages;
    private readonly BuildResult _result;
    private readonly Dictionary<SitePath, OutputFile> _files;
    private readonly string _frame;

    private FuzzedSite(IReadOnlyList<string> pages)
    {
        var site = new TestSite()
            .With("clean.md", "# Clean\n\nText.\n")
            .With("section/index.md", "# Section\n")
            .With("sources.yaml", "- {id: w, title: Work}")
            .With(
                "terms.md",
                "---\nkind: glossary\n---\n## Drift {#drift}\n\nData that moves.\n\n## Text {#text}\n\nWords.\n"
            );
        for (var i = 0; i < pages.Count; i++)
            site.With(PathOf(i), pages[i]);
        _pages = pages;
        _result = site.Build();
        _files = _result.Files.DistinctBy(f => f.Path).ToDictionary(f => f.Path);
        using var clean = new FinishedPage(Html(new("/clean/")), scripting: true);
        _frame = clean.Frame;
    }

    /// <summary>The problems of each page. Empty if there are none.</summary>
    public static IReadOnlyList<Finding> Check(IReadOnlyList<string> pages)
    {
        var site = new FuzzedSite(pages);
        foreach (var file in site._files.Values.Where(f => !f.Path.IsPage))
            file.ToBytes();
        foreach (var sheet in site._result.Site!.PrintableAddresses)
            site.Html(sheet);
        return [.. Enumerable.Range(0, pages.Count).SelectMany(site.FindingsOf)];
    }

    private IEnumerable<Finding> FindingsOf(int index)
    {
        var page = _result.Site!.Pages.FirstOrDefault(p => p.Path.Value == PathOf(index));
        if (page is null)
            return [];
        var html = Html(page.Address);
        var problems = Problems(html, page.Content.Body, scripting: true);

        // A browser without scripts parses the content of noscript.
        if (html.Contains("<noscript", StringComparison.OrdinalIgnoreCase))
            problems = [.. problems, .. Problems(html, page.Content.Body, scripting: false)];
        return problems.Take(3).Select(c => new Finding(index, c, _pages[index]));
    }

    private IReadOnlyList<string> Problems(string html, PageBody body, bool scripting)
    {
        using var page = new FinishedPage(html, scripting);
        // The layout has reserved ids, which authors cannot use (KS307).
        var unknown = page
            .IdsOfText.Where(id => !id.StartsWith("site:", StringComparison.Ordinal) && !body.HasId(id))
            .Select(id => $"the id '{id}' is not known to the page");
        return [.. page.Problems(_frame), .. unknown];
    }

    private string Html(SitePath address) => Encoding.UTF8.GetString(_files[address].ToBytes());

    private static string PathOf(int index) =>
        index switch
        {
            0 => "a.md",
            1 => "b.md",
            2 => "c d.md",
            _ => $"p{index}.md",
        };
}

/// <param name="Page">The number of the page in the site.</param>
internal sealed record Finding(int Page, string Complaint, string Text);
