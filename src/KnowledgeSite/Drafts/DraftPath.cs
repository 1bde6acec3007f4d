using KnowledgeSite.Content;
using KnowledgeSite.Files;
using KnowledgeSite.SiteModel;

namespace KnowledgeSite.Drafts;

/// <summary>Resolves the path that a user gives for a new page, and validates it.</summary>
internal static class DraftPath
{
    /// <returns>The path of the file to create, or the reason why it is not valid.</returns>
    public static (SourcePath? Path, string? Refusal) Parse(DraftRequest request, Site? site)
    {
        var written = request.Path.Replace('\\', '/');
        var isFolder = request.Kind is PageKind.Section or PageKind.Ladder;
        if (SourcePath.Root.Resolve(written.StartsWith('/') ? "../" : written) is not { } path)
            return (
                null,
                $"'{request.Path}' is outside the input folder. Give a path below it, such as 'guides/setup'."
            );
        if (isFolder && (path.IsRoot || !path.IsMarkdown))
            path = path.Append("index.md");
        else if (!path.IsMarkdown)
            path = path.IsRoot ? path : new($"{path}.md");
        return Refusal(request, path, isFolder, site) is { } refusal ? (null, refusal) : (path, null);
    }

    private static string? Refusal(DraftRequest request, SourcePath path, bool isFolder, Site? site)
    {
        if (path.IsRoot || (!isFolder && request.Path.EndsWith('/')))
            return $"'{request.Path}' is a folder. Give the path of a page in it, such as "
                + $"'{request.Path.TrimEnd('/')}/setup'.";
        if (path.Segments.FirstOrDefault(s => s[0] is '_' or '.') is { } hidden)
            return $"'{hidden}' is ignored, because it begins with '{hidden[0]}'. Choose another name.";
        if (path.Segments.Any(s => s.AsSpan().IndexOfAny("<>:\"|?*#%") >= 0 || s.Any(char.IsControl)))
            return $"'{request.Path}' contains a character that causes problems in URLs or on other "
                + "systems. Use letters, digits and '-'.";
        if (isFolder && !PagePath.IsFolderPage(path))
            return $"The index page of a folder is its 'index.md'. Give the folder instead: "
                + $"'{path.WithoutExtension()}'.";
        if (!isFolder && PagePath.IsFolderPage(path))
            return $"'{path}' is the index page of its folder. Create a section instead: 'new section "
                + $"{(path.Folder.IsRoot ? "." : path.Folder)}'.";
        var address = SitePath.OfPage(PagePath.IsFolderPage(path) ? path.Folder : path.WithoutExtension());
        if (site?.Pages.FirstOrDefault(p => p.Address == address || p.Path == path) is { } other)
            return $"'{other.Path}' exists already, at {other.Address}. Choose another path.";
        return null;
    }
}
