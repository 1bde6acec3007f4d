using KnowledgeSite.Files;

namespace KnowledgeSite.Content;

/// <summary>
/// What the page of a dimension says under the heading of one level, as it is written: nothing is matched with a ladder
/// yet.
/// </summary>
/// <param name="Id">Of the heading: <c>scope.senior</c>.</param>
/// <param name="Summary">The first paragraph; null where there is none.</param>
/// <param name="Allows">Rules that the author suspends for the whole cell, each with the reason: <c>KS702 two halves of
/// one act</c>.</param>
/// <param name="Was">The ids under which it was published before, as its heading says them.</param>
public sealed record WrittenCell(
    Located<string> Id,
    string Heading,
    Statement? Summary,
    IReadOnlyList<WrittenSignal> Signals,
    IReadOnlyList<Statement> Examples,
    IReadOnlyList<Statement> AntiSignals,
    string? Allows,
    IReadOnlyList<string> Was
);

/// <summary>
/// Something observable: an item of the list in a cell, with what its braces say (<c>{#scope.senior.product
/// raises=scope.mid.feature}</c>).
/// </summary>
/// <param name="Id">Null for an item that only says what ends here.</param>
/// <param name="Raises">The signal of an earlier level that this one takes further.</param>
/// <param name="Ends">The signal of an earlier level that is expected no longer.</param>
/// <param name="Replaces">In an overlay, the signal of the base ladder that this one stands for.</param>
/// <param name="Was">The ids under which it was published before.</param>
/// <param name="Span">The text of the item.</param>
public sealed record WrittenSignal(
    Located<string>? Id,
    Located<string>? Raises,
    Located<string>? Ends,
    Located<string>? Replaces,
    IReadOnlyList<string> Was,
    string? Allows,
    Statement Statement,
    SourceSpan Span
);
