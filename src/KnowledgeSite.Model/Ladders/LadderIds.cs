namespace KnowledgeSite.Ladders;

/// <summary>Finds cells, dimensions and levels of a ladder by id. The id of a signal stands for its cell.</summary>
internal sealed class LadderIds(Ladder ladder)
{
    private readonly Dictionary<string, Cell> _cells = ladder
        .Cells.SelectMany(c => c.Signals.Select(s => s.Id).Prepend(c.Id).Select(id => (id, c)))
        .DistinctBy(s => s.id)
        .ToDictionary(s => s.id, s => s.c, StringComparer.Ordinal);

    public IEnumerable<string> Ids =>
        [.. _cells.Keys, .. ladder.Dimensions.Select(d => d.Id), .. ladder.Levels.Select(l => l.Id)];

    public bool Contains(string id) => Cell(id) is not null || Dimension(id) is not null || Level(id) is not null;

    public Cell? Cell(string id) => _cells.GetValueOrDefault(id);

    public Dimension? Dimension(string id) => ladder.Dimensions.FirstOrDefault(d => d.Id == id);

    public Level? Level(string id) => ladder.Levels.FirstOrDefault(l => l.Id == id);
}
