namespace KnowledgeSite.Content;

/// <summary>What <c>sources.yaml</c> says.</summary>
/// <param name="Page">All of it as a page, the works by title; links of the notes are numbered among its own.</param>
/// <param name="Works">In the order of the page.</param>
public sealed record Bibliography(Page Page, IReadOnlyList<Work> Works)
{
    public const string FileName = "sources.yaml";
}
