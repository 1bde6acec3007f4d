using KnowledgeSite.Content;

namespace KnowledgeSite.Ladders;

/// <summary>
/// A shape that work at high levels takes: how the expectations in some dimensions show themselves in it.
/// </summary>
/// <param name="From">The first level that it is seen at.</param>
/// <param name="Shows">A sentence by the id of a dimension.</param>
public sealed record Archetype(Page Page, Level From, IReadOnlyDictionary<string, string> Shows);

/// <summary>A role and the cells that it asks for.</summary>
public sealed record RoleRequirement(Page Page, IReadOnlyList<Cell> Cells);
