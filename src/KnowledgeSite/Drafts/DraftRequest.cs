using KnowledgeSite.Content;

namespace KnowledgeSite.Drafts;

/// <summary>
/// What is known of a page that somebody wants to write. What nobody said is null, and is chosen from what lies around
/// it.
/// </summary>
/// <param name="Path">Below the input folder, as a person writes it: the ending may be missing, and of a section it
/// names the folder.</param>
/// <param name="Level">Of a role the level that it is at, of an archetype the first one.</param>
/// <param name="Serves">Ids of the ladder that a workshop helps with.</param>
/// <param name="Extends">Of a ladder, the one that it adds to.</param>
public sealed record DraftRequest(PageKind Kind, string Path)
{
    public string? Title { get; init; }

    public string? Description { get; init; }

    public string? Owner { get; init; }

    public IReadOnlyList<string> Tags { get; init; } = [];

    public string? Ladder { get; init; }

    public string? Level { get; init; }

    public IReadOnlyList<string> Serves { get; init; } = [];

    public string? Extends { get; init; }
}
