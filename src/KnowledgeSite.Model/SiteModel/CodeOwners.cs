using KnowledgeSite.Content;
using KnowledgeSite.Files;

namespace KnowledgeSite.SiteModel;

/// <summary>
/// Generates CODEOWNERS lines, so that the owner of a page is asked to review its changes. A folder gets the owner of
/// its own page, or of most of its pages. Only pages with a different owner have their own lines, so adding a page
/// seldom changes the file. If <c>site.yaml</c> names maintainers, they own everything that is not a page: settings,
/// theme, sources, workflows.
/// </summary>
/// <param name="folder">The input folder relative to the root of the repository, with a <c>/</c> at the end unless it
/// is the root.</param>
internal sealed class CodeOwners(Site site, string folder)
{
    private const string First =
        "# knowledgesite: what follows is made from the owners of pages; change those, then run "
        + "'knowledgesite codeowners --write'";
    private const string Last = "# knowledgesite: end";

    /// <summary>Files of the input that define how the site is built and belong to the maintainers.</summary>
    private static readonly string[] Settings =
    [
        SiteSettings.FileName,
        FolderSettings.FileName,
        Bibliography.FileName,
        SearchTest.FileName,
        StringOverrides.FileName,
    ];

    /// <summary>The generated lines, including the begin and end markers.</summary>
    public string Text => $"{First}\n{string.Concat(Lines().Select(l => l + "\n"))}{Last}\n";

    /// <summary>
    /// Replaces the generated lines of a file. In a file without markers, they are inserted at the top, so that lines
    /// written by hand take precedence.
    /// </summary>
    public string MergeInto(string file)
    {
        if (Place(file) is { } place)
            return file[..place.Start] + Text + file[place.End..];
        return file.Length == 0 ? Text : Text + "\n" + file;
    }

    /// <summary>
    /// True if the file contains generated lines that are out of date. A file without markers was written by hand and
    /// is never out of date.
    /// </summary>
    public bool IsStaleIn(string file) => Place(file) is not null && MergeInto(file) != file;

    private string? Maintainers =>
        site.Settings.Maintainers is { } named ? site.Settings.Owners.GetValueOrDefault(named, named) : null;

    private static SourceSpan? Place(string file)
    {
        var start = file.IndexOf("# knowledgesite:", StringComparison.Ordinal);
        var end = start < 0 ? -1 : file.IndexOf(Last, start, StringComparison.Ordinal);
        if (end < 0)
            return null;
        end = file.IndexOf('\n', end) is >= 0 and var line ? line + 1 : file.Length;
        return new(start, end - start);
    }

    /// <summary>The lines in order. In CODEOWNERS, the last matching line counts.</summary>
    private IEnumerable<string> Lines()
    {
        if (Maintainers is { } maintainers)
            yield return $"* {maintainers}";
        foreach (var line in Lines(SourcePath.Root, [.. site.Pages], Maintainers))
            yield return line;
        if (Maintainers is null)
            yield break;
        foreach (var name in Settings)
            yield return $"/{Escaped(folder)}**/{name} {Maintainers}";
    }

    /// <param name="inherited">The owner of the folder according to earlier lines; null if there is none.</param>
    private IEnumerable<string> Lines(SourcePath under, List<SitePage> pages, string? inherited)
    {
        var usual = UsualOwner(under, pages) ?? inherited;
        if (usual != inherited)
            yield return $"{Pattern(under)}{(under.IsRoot ? "" : "/")} {usual}";
        foreach (var page in pages.Where(p => p.Path.Folder == under && OwnerOf(p) != usual))
            yield return $"{Pattern(page.Path)} {OwnerOf(page)}".TrimEnd();
        foreach (
            var inner in pages
                .Where(p => p.Path.Folder != under)
                .GroupBy(p => under.Append(p.Path.Value[(under.IsRoot ? 0 : under.Value.Length + 1)..].Split('/')[0]))
                .OrderBy(g => g.Key)
        )
        foreach (var line in Lines(inner.Key, [.. inner], usual))
            yield return line;
    }

    /// <summary>
    /// The owner of the folder's own page, or else of most of its pages; null if no page of the folder has an owner.
    /// </summary>
    private string? UsualOwner(SourcePath under, List<SitePage> pages)
    {
        var own = pages.Find(p => p.IsFolderPage && p.Path.Folder == under);
        if (own is not null && HandlesOf(own) is { } handles)
            return handles;
        return pages
            .Select(HandlesOf)
            .OfType<string>()
            .GroupBy(h => h)
            .OrderByDescending(g => g.Count())
            .ThenBy(g => g.Key, StringComparer.Ordinal)
            .FirstOrDefault()
            ?.Key;
    }

    /// <summary>The owner of a page: its own, or else the maintainers; null if there are none.</summary>
    private string? OwnerOf(SitePage page) => HandlesOf(page) ?? Maintainers;

    private string? HandlesOf(SitePage page) =>
        page.Content.FrontMatter.Owner is { } owner ? site.Settings.Owners.GetValueOrDefault(owner) : null;

    private string Pattern(SourcePath path) =>
        path.IsRoot && folder.Length == 0 ? "*" : $"/{Escaped(folder + path.Value)}";

    private static string Escaped(string path) => path.Replace(" ", "\\ ", StringComparison.Ordinal);
}
