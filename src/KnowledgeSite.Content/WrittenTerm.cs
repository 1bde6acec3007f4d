using KnowledgeSite.Files;

namespace KnowledgeSite.Content;

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
