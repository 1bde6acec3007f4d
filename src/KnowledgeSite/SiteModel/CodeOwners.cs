using System.Text;
using KnowledgeSite.Content;
using KnowledgeSite.Files;

namespace KnowledgeSite.SiteModel;

/// <summary>
/// The owners of pages in the words of a CODEOWNERS file, so that whoever owns a page is asked about its changes. A folder whose pages
/// all have one owner is one line, and what else lies in it is theirs too.
/// </summary>
public sealed class CodeOwners(Site site, string folder)
{
    private const string First = "# knowledgesite: what follows is made from the owners of pages; change those, then run 'knowledgesite codeowners --write'";
    private const string Last = "# knowledgesite: end";

    /// <summary>The lines, from the first mark to the last one.</summary>
    public string Text => $"{First}\n{string.Concat(Lines(SourcePath.Root, [.. site.Pages]).Select(l => l + "\n"))}{Last}\n";

    /// <summary>The file with what is made of the owners in the place where it stood, else at the end.</summary>
    public string PutInto(string file)
    {
        if (Place(file) is { } place) return file[..place.Start] + Text + file[place.End..];
        return file.Length == 0 ? Text : file.TrimEnd('\n') + "\n\n" + Text;
    }

    /// <summary>The file holds what was made of owners that have changed since. One without the marks is somebody's own.</summary>
    public bool AreStaleIn(string file) => Place(file) is not null && PutInto(file) != file;

    private static SourceSpan? Place(string file)
    {
        var start = file.IndexOf("# knowledgesite:", StringComparison.Ordinal);
        var end = start < 0 ? -1 : file.IndexOf(Last, start, StringComparison.Ordinal);
        if (end < 0) return null;
        end = file.IndexOf('\n', end) is >= 0 and var line ? line + 1 : file.Length;
        return new(start, end - start);
    }

    private IEnumerable<string> Lines(SourcePath under, List<SitePage> pages)
    {
        var handles = pages.Select(HandlesOf).Distinct().ToList();
        if (handles is [null] or []) yield break;
        if (handles is [var one] && pages.Count > 1)
        {
            yield return $"{Pattern(under)}{(under.IsRoot ? "" : "/")} {one}";
            yield break;
        }

        foreach (var page in pages.Where(p => p.Path.Folder == under && HandlesOf(p) is not null)) yield return $"{Pattern(page.Path)} {HandlesOf(page)}";
        foreach (var inner in pages.Where(p => p.Path.Folder != under).GroupBy(p => under.Append(p.Path.Value[(under.IsRoot ? 0 : under.Value.Length + 1)..].Split('/')[0])).OrderBy(g => g.Key))
            foreach (var line in Lines(inner.Key, [.. inner])) yield return line;
    }

    private string? HandlesOf(SitePage page) => page.Content.FrontMatter.Owner is { } owner ? site.Settings.Owners.GetValueOrDefault(owner) : null;

    private string Pattern(SourcePath path)
    {
        if (path.IsRoot && folder.Length == 0) return "*";
        return new StringBuilder("/").Append(folder).Append(path.Value).Replace(" ", "\\ ").ToString();
    }
}
