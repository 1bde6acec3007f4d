using KnowledgeSite.Content;
using KnowledgeSite.Files;

namespace KnowledgeSite.SiteModel;

/// <summary>
/// The owners of pages in the words of a CODEOWNERS file, so that whoever owns a page is asked about its changes. A
/// folder has the owner of its own page, or the one of most of its pages; only pages that differ have lines of their
/// own, so that adding a page seldom changes the file. Where <c>site.yaml</c> names maintainers, they own everything
/// that is not a page: settings, theme, sources, workflows.
/// </summary>
/// <param name="folder">The input folder from the root of the repository, with a <c>/</c> at the end unless it is the
/// root.</param>
public sealed class CodeOwners(Site site, string folder)
{
    private const string First =
        "# knowledgesite: what follows is made from the owners of pages; change those, then run "
        + "'knowledgesite codeowners --write'";
    private const string Last = "# knowledgesite: end";

    /// <summary>Files of the input that are no pages of an owner: they say how the site is built.</summary>
    private static readonly string[] Settings =
    [
        SiteSettings.FileName,
        FolderSettings.FileName,
        Bibliography.FileName,
        SearchTest.FileName,
    ];

    /// <summary>The lines, from the first mark to the last one.</summary>
    public string Text => $"{First}\n{string.Concat(Lines().Select(l => l + "\n"))}{Last}\n";

    /// <summary>
    /// The file with the generated lines in the place where they stood. New ones come first, so that lines written by
    /// hand win.
    /// </summary>
    public string PutInto(string file)
    {
        if (Place(file) is { } place)
            return file[..place.Start] + Text + file[place.End..];
        return file.Length == 0 ? Text : Text + "\n" + file;
    }

    /// <summary>
    /// The file holds what was made of owners that have changed since. One without the marks is somebody's own.
    /// </summary>
    public bool AreStaleIn(string file) => Place(file) is not null && PutInto(file) != file;

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

    /// <summary>The last line that matches a file counts.</summary>
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

    /// <param name="inherited">Who owns the folder by the lines before; null for nobody.</param>
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

    /// <summary>Null where no page of the folder has an owner.</summary>
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

    /// <summary>A page that names no owner is the maintainers'; where there are none, nobody is asked.</summary>
    private string? OwnerOf(SitePage page) => HandlesOf(page) ?? Maintainers;

    private string? HandlesOf(SitePage page) =>
        page.Content.FrontMatter.Owner is { } owner ? site.Settings.Owners.GetValueOrDefault(owner) : null;

    private string Pattern(SourcePath path) =>
        path.IsRoot && folder.Length == 0 ? "*" : $"/{Escaped(folder + path.Value)}";

    private static string Escaped(string path) => path.Replace(" ", "\\ ", StringComparison.Ordinal);
}
