using KnowledgeSite.Content;
using KnowledgeSite.Files;
using KnowledgeSite.SiteModel;

namespace KnowledgeSite.Drafts;

/// <summary>The file that a person means by a path, and why it cannot be one.</summary>
internal static class DraftPath
{
    /// <returns>The path, or why there is none.</returns>
    public static (SourcePath? Path, string? Refusal) Parse(DraftRequest request, Site? site)
    {
        var written = request.Path.Replace('\\', '/');
        var isFolder = request.Kind is PageKind.Section or PageKind.Ladder;
        if (SourcePath.Root.Resolve(written.StartsWith('/') ? "../" : written) is not { } path)
            return (
                null,
                $"'{request.Path}' lies outside the input folder. Name a path below it, such as 'guides/setup'."
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
            return $"'{request.Path}' is a folder. Name the page in it, such as '{request.Path.TrimEnd('/')}/setup'.";
        if (path.Segments.FirstOrDefault(s => s[0] is '_' or '.') is { } hidden)
            return $"What begins with '{hidden[0]}', as '{hidden}' does, is no page. Choose another name.";
        if (path.Segments.Any(s => s.AsSpan().IndexOfAny("<>:\"|?*#%") >= 0 || s.Any(char.IsControl)))
            return $"'{request.Path}' holds a character that makes trouble in addresses or on other systems. Use "
                + "letters, digits and '-'.";
        if (isFolder && !PageParser.IsFolderPage(path))
            return $"The page of a folder is its 'index.md'. Name the folder: '{path.WithoutExtension()}'.";
        if (!isFolder && PageParser.IsFolderPage(path))
            return $"'{path}' is the page of its folder. Ask for a section: 'new section "
                + $"{(path.Folder.IsRoot ? "." : path.Folder)}'.";
        var address = SitePath.OfPage(PageParser.IsFolderPage(path) ? path.Folder : path.WithoutExtension());
        if (site?.Pages.FirstOrDefault(p => p.Address == address || p.Path == path) is { } other)
            return $"'{other.Path}' is there already, at {other.Address}. Choose another path.";
        return null;
    }
}
