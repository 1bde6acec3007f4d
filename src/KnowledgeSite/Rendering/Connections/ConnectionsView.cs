using KnowledgeSite.Content;
using KnowledgeSite.Files;

namespace KnowledgeSite.Rendering.Connections;

/// <summary>What a page has to do with others, to stand at its end.</summary>
/// <param name="Related">Pages that have something in common with it.</param>
/// <param name="Backlinks">Pages that lead here, by their kind.</param>
/// <param name="Count">Of all of them, those that are not named too.</param>
public sealed record ConnectionsView(
    IReadOnlyList<RelatedView> Related,
    IReadOnlyList<BacklinkGroup> Backlinks,
    int Count
)
{
    public static readonly ConnectionsView None = new([], [], 0);

    /// <summary>More than that are folded.</summary>
    private const int MostOpen = 8;

    /// <summary>Null where the page has no neighbours, or shows them otherwise.</summary>
    public NeighbourhoodView? Around { get; init; }

    public bool IsFolded => Count > MostOpen;

    public int LeftOut => Count - Backlinks.Sum(g => g.Pages.Count);
}

/// <param name="Reason">What the two have in common.</param>
public sealed record RelatedView(string Title, SitePath Address, string Reason);

/// <summary>Pages of one kind that lead here.</summary>
public sealed record BacklinkGroup(PageKind Kind, IReadOnlyList<BacklinkView> Pages);

/// <summary>A page that leads here.</summary>
/// <param name="Sentence">The one that the first of its links stands in; null where it has none in its text.</param>
/// <param name="Says">What its front matter says of it; null where it says nothing.</param>
public sealed record BacklinkView(string Title, SitePath Address, LinkSentence? Sentence, string? Says);
