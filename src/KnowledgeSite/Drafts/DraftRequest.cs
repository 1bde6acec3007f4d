using KnowledgeSite.Content;

namespace KnowledgeSite.Drafts;

/// <summary>
/// The properties of a page to create. Properties that are not given are null, and get defaults from the pages around
/// it.
/// </summary>
/// <param name="Path">The path below the input folder as the user gave it. The extension is optional. For a section it
/// is the path of the folder.</param>
/// <param name="Level">The level of a role, or the first level of an archetype.</param>
/// <param name="Serves">The ids of cells, signals, dimensions or levels that a workshop helps with.</param>
/// <param name="Extends">The ladder that a new ladder extends.</param>
internal sealed record DraftRequest(PageKind Kind, string Path)
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
