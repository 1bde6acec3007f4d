using KnowledgeSite.Content.Forms;
using KnowledgeSite.Files;

namespace KnowledgeSite.Content;

/// <summary>An entry of a workshop's <c>agenda:</c> as it is written.</summary>
/// <param name="What">What happens, for the facilitator.</param>
/// <param name="Lead">Who leads it; the facilitator where nobody is named.</param>
public sealed record WrittenStep(
    Located<int>? Minutes,
    Located<string>? Title,
    string? What,
    string? Lead,
    bool IsBreak,
    SourceSpan Span
)
{
    /// <summary>The minutes were written, and reported since they are no number.</summary>
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
