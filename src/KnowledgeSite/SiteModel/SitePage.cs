using KnowledgeSite.Content;
using KnowledgeSite.Files;

namespace KnowledgeSite.SiteModel;

/// <summary>A page that an author wrote, with its place on the site.</summary>
/// <param name="Folder">The folder that it is shown in; of a folder's own page, that folder.</param>
/// <param name="IsFolderPage">It answers at the folder's address.</param>
public sealed record SitePage(Page Content, SitePath Address, SourcePath Folder, bool IsFolderPage)
{
    public SourcePath Path => Content.Path;

    /// <summary>Its text as Markdown, beside its HTML.</summary>
    public SitePath MarkdownFile => _markdownFile ??= Address.Append("index.md");

    private SitePath? _markdownFile;

    public string Title => Content.Title;

    /// <summary>A page is itself: comparing two by all that is in them would cost their whole text.</summary>
    public bool Equals(SitePage? other) => ReferenceEquals(this, other);

    public override int GetHashCode() => Path.GetHashCode();
}
