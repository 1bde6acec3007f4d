using KnowledgeSite.Content;
using KnowledgeSite.Files;

namespace KnowledgeSite.Ladders;

/// <summary>A level of a ladder.</summary>
/// <param name="Id">A readable id, which is never reused for another level.</param>
/// <param name="Code">The short name used in contracts and by people, such as <c>L6</c>.</param>
/// <param name="Next">The ids of the next levels. There are two where the ladder forks.</param>
/// <param name="Reach">The people and things that the work at this level affects.</param>
/// <param name="Horizon">How far ahead the work at this level is planned.</param>
/// <param name="Direction">How much direction a person at this level receives.</param>
/// <param name="IsTerminal">Whether a person may stay at this level permanently.</param>
/// <param name="Was">Former ids under which it was published.</param>
public sealed record Level(
    string Id,
    string? Code,
    string Title,
    Track Track,
    IReadOnlyList<Located<string>> Next,
    string? Reach,
    string? Horizon,
    string? Direction,
    bool IsTerminal,
    IReadOnlyList<Located<string>> Was,
    SourceSpan Span
)
{
    /// <summary>The title with the code, such as "Staff Data Scientist (L6)".</summary>
    public string Label => Code is null ? Title : $"{Title} ({Code})";
}
