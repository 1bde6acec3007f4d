using KnowledgeSite.Content;

namespace KnowledgeSite.Ladders;

/// <summary>A typical shape of work at high levels, with the form that expectations take in it.</summary>
/// <param name="From">The first level at which the archetype occurs.</param>
/// <param name="Shows">A sentence for each dimension, by the dimension's id.</param>
public sealed record Archetype(Page Page, Level From, IReadOnlyDictionary<string, string> Shows);

/// <summary>A role and the cells that it requires.</summary>
public sealed record RoleRequirement(Page Page, IReadOnlyList<Cell> Cells);
