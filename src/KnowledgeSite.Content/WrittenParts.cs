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
