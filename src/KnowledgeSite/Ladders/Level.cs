using KnowledgeSite.Content;
using KnowledgeSite.Files;

namespace KnowledgeSite.Ladders;

/// <summary>A rung of a ladder.</summary>
/// <param name="Id">Readable and never used for another level.</param>
/// <param name="Code">What contracts and people call it: <c>L6</c>.</param>
/// <param name="Next">Ids of the levels it may lead to; two of them where the ladder forks.</param>
/// <param name="Reach">Who and what the work of this level touches.</param>
/// <param name="Horizon">How far ahead its work is planned.</param>
/// <param name="Direction">What is handed to a person at this level.</param>
/// <param name="IsTerminal">One may stay here for good.</param>
/// <param name="Was">Ids under which it was published before.</param>
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
    /// <summary>"Staff Data Scientist (L6)".</summary>
    public string Label => Code is null ? Title : $"{Title} ({Code})";
}
