using KnowledgeSite.Files;

namespace KnowledgeSite.Content;

/// <summary>
/// A cell as it is written on the page of a dimension, under the heading of a level. It is not yet matched with a
/// ladder.
/// </summary>
/// <param name="Id">The id of the heading, such as <c>scope.senior</c>.</param>
/// <param name="Summary">The first paragraph, or null.</param>
/// <param name="Allows">The rules that the author disables for the cell, each with a reason: <c>KS702 two halves of one
/// act</c>. Null if there are none.</param>
/// <param name="Was">The former ids.</param>
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
/// A signal of a cell: an observable behaviour, written as a list item with attributes in braces
/// (<c>{#scope.senior.product raises=scope.mid.feature}</c>).
/// </summary>
/// <param name="Id">The id, or null for an item that only ends another signal.</param>
/// <param name="Raises">The signal of an earlier level that this one extends.</param>
/// <param name="Ends">The signal of an earlier level that is no longer expected.</param>
/// <param name="Replaces">In an overlay, the signal of the base ladder that this one replaces.</param>
/// <param name="Was">The former ids.</param>
/// <param name="Span">The position of the text.</param>
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

/// <summary>A sentence in a cell of a ladder.</summary>
/// <param name="Text">The text without Markdown marks.</param>
/// <param name="Html">The text as HTML. The indexes of its links are those of its page.</param>
public sealed record Statement(string Text, BodyHtml Html);

/// <summary>A term as it is written on a page of kind <c>glossary</c>.</summary>
/// <param name="Id">The id of its heading.</param>
/// <param name="Name">The heading without the abbreviation in brackets at its end.</param>
/// <param name="Abbreviation">The abbreviation, or null.</param>
/// <param name="AlsoCalled">The synonyms.</param>
/// <param name="NotLinked">Words that are not linked automatically: names of the term, or longer phrases that contain
/// one.</param>
/// <param name="Definition">The definition as plain text, or null if it is missing.</param>
public sealed record WrittenTerm(
    Located<string> Id,
    Located<string> Name,
    string? Abbreviation,
    IReadOnlyList<Located<string>> AlsoCalled,
    IReadOnlyList<Located<string>> NotLinked,
    string? Definition
)
{
    /// <summary>The name, the synonyms and the abbreviation.</summary>
    public IEnumerable<Located<string>> Names =>
        AlsoCalled.Prepend(Name).Concat(Abbreviation is null ? [] : [Name with { Value = Abbreviation }]);
}
