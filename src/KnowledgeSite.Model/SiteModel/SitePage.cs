using KnowledgeSite.Content;
using KnowledgeSite.Files;

namespace KnowledgeSite.SiteModel;

/// <summary>A page that an author wrote, with its address on the site.</summary>
/// <param name="Folder">The folder in which the page is shown; for a folder's own page, that folder.</param>
/// <param name="IsFolderPage">True if the page has the folder's address.</param>
public sealed record SitePage(Page Content, SitePath Address, SourcePath Folder, bool IsFolderPage)
{
    public SourcePath Path => Content.Path;

    /// <summary>The address of the page's text as Markdown.</summary>
    public SitePath MarkdownFile => _markdownFile ??= Address.Append("index.md");

    private SitePath? _markdownFile;

    public string Title => Content.Title;

    /// <summary>Pages are compared by reference; comparing by value would compare their whole text.</summary>
    public bool Equals(SitePage? other) => ReferenceEquals(this, other);

    public override int GetHashCode() => Path.GetHashCode();
}
