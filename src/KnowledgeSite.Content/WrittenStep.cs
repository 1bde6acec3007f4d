using KnowledgeSite.Content.Forms;
using KnowledgeSite.Files;

namespace KnowledgeSite.Content;

/// <summary>An entry of a workshop's <c>agenda:</c> as it is written.</summary>
/// <param name="What">What happens, for the facilitator.</param>
/// <param name="Lead">The person who leads the step, or null for the facilitator.</param>
public sealed record WrittenStep(
    Located<int>? Minutes,
    Located<string>? Title,
    string? What,
    string? Lead,
    bool IsBreak,
    SourceSpan Span
)
{
    /// <summary>True if the minutes are not a number, which is already reported.</summary>
    public bool HasWrongMinutes { get; private init; }

    internal static WrittenStep Read(MapReader reader) =>
        new(
            reader.Read(StepKeys.Minutes),
            reader.Read(StepKeys.Title),
            reader.Read(StepKeys.What)?.Value,
            reader.Read(StepKeys.Lead)?.Value,
            reader.Read(StepKeys.Break) ?? false,
            reader.Span
        )
        {
            HasWrongMinutes = reader.Refused.Contains(StepKeys.Minutes.Name),
        };
}
