using KnowledgeSite.Content;
using KnowledgeSite.Diagnostics;
using KnowledgeSite.Files;

namespace KnowledgeSite.SiteModel;

/// <summary>The names by which wikilinks refer to pages.</summary>
internal enum PageName
{
    /// <summary>The last segments of its path, without the extension.</summary>
    File,

    Title,

    Alias,
}

/// <summary>
/// Finds the pages and files that the wikilinks of one page name. If several have the name, those with the same letter
/// case come first; of these the nearest is used, and reported.
/// </summary>
internal sealed class NearestNames(SitePage page, LinkIndex index, DiagnosticBag diagnostics)
{
    /// <summary>
    /// The maximum number of pages or files with the same name among which the nearest is searched. This keeps the time
    /// independent of the size of the site.
    /// </summary>
    private const int MaxSameName = 200;

    // Choosing among many takes long, and a page may use the same name often.
    private readonly Dictionary<(string Name, PageName Kind), Choice<SitePage>> _pages = [];
    private readonly Dictionary<string, Choice<SourcePath>> _files = new(StringComparer.Ordinal);

    public SitePage? FindPage(PageLink link, string name, PageName kind)
    {
        if (!_pages.TryGetValue((name, kind), out var choice))
        {
            var found = kind switch
            {
                PageName.File => index.EndingWith(name),
                PageName.Title => index.Titled(name),
                _ => index.AlsoCalled(name),
            };
            var pages = PreferExact([.. found.Take(MaxSameName)], p => IsExact(p, name, kind));
            if (pages.Count <= 1)
                return pages.FirstOrDefault();
            choice = new(
                pages.MinBy(p => (LinkIndex.Steps(page.Path.Folder, p.Path.Folder), p.Path))!,
                pages.ConvertAll(p => p.Path)
            );
            _pages.Add((name, kind), choice);
        }

        Report(link, name, "page", choice.Candidates, choice.Nearest.Path);
        return choice.Nearest;
    }

    public SourcePath? FindFile(PageLink link, string name)
    {
        if (!_files.TryGetValue(name, out var choice))
        {
            var files = PreferExact(
                [.. index.FilesEndingWith(name).Take(MaxSameName)],
                f => ("/" + f).EndsWith("/" + name, StringComparison.Ordinal)
            );
            if (files.Count == 0)
                return null;
            var nearest = files
                .GroupBy(f => LinkIndex.Steps(page.Path.Folder, f.Folder))
                .MinBy(g => g.Key)!
                .Order()
                .ToList();
            choice = new(nearest[0], nearest);
            _files.Add(name, choice);
        }

        if (choice.Candidates.Count > 1)
            Report(link, name, "file", choice.Candidates, choice.Nearest);
        return choice.Nearest;
    }

    private static List<T> PreferExact<T>(List<T> found, Predicate<T> isExact) =>
        found.Count > 1 && found.FindAll(isExact) is { Count: > 0 } exact ? exact : found;

    private static bool IsExact(SitePage page, string name, PageName kind)
    {
        if (kind == PageName.Alias)
            return true;
        var own = kind == PageName.File ? LinkIndex.NameOf(page) : page.Title;
        return own == name || own == name[(name.LastIndexOf('/') + 1)..];
    }

    private void Report(PageLink link, string name, string kind, List<SourcePath> candidates, SourcePath nearest)
    {
        const int MaxListed = 5;
        var names = string.Join(", ", candidates.Take(MaxListed).Select(p => $"'{p}'"));
        if (candidates.Count > MaxListed)
            names += $" and {candidates.Count - MaxListed} more";
        diagnostics.Add(Diagnostic.At(LinkRules.Ambiguous, page.Content.Source, link.Span, name, kind, names, nearest));
    }

    /// <param name="Candidates">The paths of all that have the name.</param>
    private sealed record Choice<T>(T Nearest, List<SourcePath> Candidates);
}
