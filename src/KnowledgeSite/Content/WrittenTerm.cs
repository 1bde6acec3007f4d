using KnowledgeSite.Files;

namespace KnowledgeSite.Content;

/// <summary>A term as a page of kind <c>glossary</c> defines it.</summary>
/// <param name="Id">Of its heading.</param>
/// <param name="Name">The heading without the abbreviation in brackets at its end.</param>
/// <param name="AlsoCalled">Synonyms.</param>
/// <param name="NotLinked">Words that no page links by itself, be they names of the term or longer phrases that hold
/// one.</param>
/// <param name="Definition">Without marks; null where there is none.</param>
public sealed record WrittenTerm(
    Located<string> Id,
    Located<string> Name,
    string? Abbreviation,
    IReadOnlyList<Located<string>> AlsoCalled,
    IReadOnlyList<Located<string>> NotLinked,
    string? Definition
)
{
    /// <summary>All that it is called.</summary>
    public IEnumerable<Located<string>> Names =>
        AlsoCalled.Prepend(Name).Concat(Abbreviation is null ? [] : [Name with { Value = Abbreviation }]);
}
