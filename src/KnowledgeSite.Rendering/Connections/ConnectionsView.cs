using KnowledgeSite.Content;
using KnowledgeSite.Files;

namespace KnowledgeSite.Rendering.Connections;

/// <summary>The connections shown at the end of a page.</summary>
/// <param name="Related">Related pages.</param>
/// <param name="Backlinks">Pages that link here, grouped by kind.</param>
/// <param name="Count">The number of backlinks, including those that are not listed.</param>
public sealed record ConnectionsView(
    IReadOnlyList<RelatedView> Related,
    IReadOnlyList<BacklinkGroup> Backlinks,
    int Count
)
{
    public static readonly ConnectionsView None = new([], [], 0);

    /// <summary>The maximum number of backlinks that are not collapsed.</summary>
    private const int MaxOpen = 8;

    /// <summary>The neighbourhood; null if the page has no neighbours or shows them elsewhere.</summary>
    public NeighbourhoodView? Around { get; init; }

    public bool IsFolded => Count > MaxOpen;

    public int LeftOut => Count - Backlinks.Sum(g => g.Pages.Count);
}

/// <param name="Reason">What the two pages have in common.</param>
public sealed record RelatedView(string Title, SitePath Address, string Reason);

/// <summary>The pages of one kind that link here.</summary>
public sealed record BacklinkGroup(PageKind Kind, IReadOnlyList<BacklinkView> Pages);

/// <summary>A page that links here.</summary>
/// <param name="Sentence">The sentence with its first link; null if the link is not in its text.</param>
/// <param name="Says">The relation in its front matter; null if there is none.</param>
public sealed record BacklinkView(string Title, SitePath Address, LinkSentence? Sentence, string? Says);
