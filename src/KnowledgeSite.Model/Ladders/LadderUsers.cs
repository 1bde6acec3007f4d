using KnowledgeSite.Content;

namespace KnowledgeSite.Ladders;

/// <summary>Finds the workshops and roles that refer to a part of a ladder, each in constant time.</summary>
internal sealed class LadderUsers(Ladder ladder)
{
    private readonly HashSet<Cell> _cells = [.. ladder.Workshops.SelectMany(w => w.Cells)];

    private readonly HashSet<string> _dimensions =
    [
        .. ladder.Workshops.SelectMany(w => w.Dimensions).Select(d => d.Id),
    ];

    private readonly HashSet<string> _levels = [.. ladder.Workshops.SelectMany(w => w.Levels).Select(l => l.Id)];

    private readonly ILookup<string, ServingWorkshop> _byDimension = ByPart(
        ladder,
        w => w.Dimensions.Concat(w.Cells.Select(c => c.Dimension)).Select(d => d.Id)
    );

    private readonly ILookup<string, ServingWorkshop> _byLevel = ByPart(
        ladder,
        w => w.Levels.Concat(w.Cells.Select(c => c.Level)).Select(l => l.Id)
    );

    private readonly Dictionary<Page, RoleRequirement> _roles = ladder
        .Roles.DistinctBy(r => r.Page)
        .ToDictionary(r => r.Page);

    private readonly ILookup<string, (RoleRequirement Role, Cell Cell)> _required = ladder
        .Roles.SelectMany(r => r.Cells.Select(c => (Role: r, Cell: c)))
        .ToLookup(r => r.Cell.Dimension.Id, StringComparer.Ordinal);

    /// <summary>The workshops that name the dimension or a cell of it.</summary>
    public IEnumerable<ServingWorkshop> WorkshopsFor(Dimension dimension) => _byDimension[dimension.Id];

    /// <summary>The workshops that name the level or a cell of it.</summary>
    public IEnumerable<ServingWorkshop> WorkshopsFor(Level level) => _byLevel[level.Id];

    /// <summary>Whether a workshop names the cell, its dimension or its level.</summary>
    public bool IsServed(Cell cell) =>
        _cells.Contains(cell) || _dimensions.Contains(cell.Dimension.Id) || _levels.Contains(cell.Level.Id);

    /// <summary>The role that a page describes; null for any other page.</summary>
    public RoleRequirement? RoleOf(Page page) => _roles.GetValueOrDefault(page);

    /// <summary>The cells of a dimension that roles require, in the order of the roles.</summary>
    public IEnumerable<(RoleRequirement Role, Cell Cell)> Requiring(string dimension) => _required[dimension];

    private static ILookup<string, ServingWorkshop> ByPart(
        Ladder ladder,
        Func<ServingWorkshop, IEnumerable<string>> idsOf
    ) =>
        ladder
            .Workshops.SelectMany(w => idsOf(w).Distinct(StringComparer.Ordinal).Select(id => (Id: id, Workshop: w)))
            .ToLookup(p => p.Id, p => p.Workshop, StringComparer.Ordinal);
}
