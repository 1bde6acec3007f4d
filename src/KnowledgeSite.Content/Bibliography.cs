namespace KnowledgeSite.Content;

/// <summary>The sources of a site, from <c>sources.yaml</c>.</summary>
/// <param name="Page">A page that lists all sources by title. The indexes of links in notes are those of this page.
/// </param>
/// <param name="Works">The sources, in the order of the page.</param>
internal sealed record Bibliography(Page Page, IReadOnlyList<Work> Works)
{
    public const string FileName = "sources.yaml";
}
