using KnowledgeSite.Content;
using KnowledgeSite.Files;

namespace KnowledgeSite.Ladders;

/// <summary>
/// A career ladder: its levels, its dimensions and a cell for each pair of them. All views of a ladder are computed
/// from it.
/// </summary>
/// <param name="Base">The ladder that this one extends, or null.</param>
/// <param name="Cells">The cells, sorted by dimension, then by level. A missing cell has been reported.</param>
/// <param name="LevelPages">The pages that authors wrote for levels, by the level's id.</param>
public sealed record Ladder(
    LadderFile File,
    string Title,
    string? Description,
    Ladder? Base,
    LevelGraph Graph,
    IReadOnlyList<Dimension> Dimensions,
    IReadOnlyList<Cell> Cells,
    IReadOnlyDictionary<string, Page> LevelPages
)
{
    /// <summary>The archetypes of this ladder and of its base.</summary>
    public IReadOnlyList<Archetype> Archetypes { get; init; } = [];

    /// <summary>The roles that refer to this ladder.</summary>
    public IReadOnlyList<RoleRequirement> Roles { get; init; } = [];

    /// <summary>The workshops that refer to this ladder.</summary>
    public IReadOnlyList<ServingWorkshop> Workshops { get; init; } = [];

    /// <summary>The published ids that have no successor.</summary>
    public RetiredIds Retired { get; init; } = RetiredIds.None;

    /// <summary>The parts that have been reported as faulty.</summary>
    internal LadderFaults Faults { get; init; } = new(null);

    internal LadderVersions Versions { get; init; } = LadderVersions.None;

    private LadderDocument? _document;
    private Expectations? _expectations;
    private LadderUsers? _users;

    private readonly Dictionary<string, Dimension> _dimensions = Dimensions.ToDictionary(
        d => d.Id,
        StringComparer.Ordinal
    );

    private readonly Dictionary<Page, Dimension> _dimensionOfPage = Dimensions
        .SelectMany(d => new[] { d.Page, d.Overlay }.OfType<Page>().Select(page => (Page: page, Dimension: d)))
        .DistinctBy(d => d.Page)
        .ToDictionary(d => d.Page, d => d.Dimension);

    private readonly Dictionary<Page, Level> _levelOfPage = Graph
        .Levels.Where(l => LevelPages.ContainsKey(l.Id))
        .DistinctBy(l => LevelPages[l.Id])
        .ToDictionary(l => LevelPages[l.Id]);

    private readonly Dictionary<(string Dimension, string Level), Cell> _cells = Cells.ToDictionary(c =>
        (c.Dimension.Id, c.Level.Id)
    );

    private readonly Dictionary<string, Signal> _signals = Cells
        .SelectMany(c => c.Signals)
        .DistinctBy(s => s.Id)
        .ToDictionary(s => s.Id, StringComparer.Ordinal);

    private readonly Dictionary<string, Level> _origins = Cells
        .SelectMany(c => c.Signals.Select(s => (s.Id, c.Level)))
        .DistinctBy(s => s.Id)
        .ToDictionary(s => s.Id, s => s.Level, StringComparer.Ordinal);

    /// <summary>The content of the ladder without its pages, for exports, versions and comparisons.</summary>
    internal LadderDocument Document => _document ??= LadderDocument.Create(this);

    internal string Id => File.Id;

    internal SourcePath Folder => File.Folder;

    internal IReadOnlyList<Level> Levels => Graph.Levels;

    /// <summary>The workshops and roles that refer to parts of this ladder.</summary>
    internal LadderUsers Users => _users ??= new(this);

    internal Dimension? FindDimension(string id) => _dimensions.GetValueOrDefault(id);

    /// <summary>The dimension that a page describes or, in an overlay, extends; null for any other page.</summary>
    internal Dimension? DimensionOf(Page page) => _dimensionOfPage.GetValueOrDefault(page);

    /// <summary>The level that a page of an author describes; null for any other page.</summary>
    internal Level? LevelOf(Page page) => _levelOfPage.GetValueOrDefault(page);

    /// <summary>The signal with an id, or null.</summary>
    public Signal? SignalOf(string id) => _signals.GetValueOrDefault(id);

    /// <summary>The level from which the signal is expected, or null for an unknown id.</summary>
    public Level? LevelOf(string signal) => _origins.GetValueOrDefault(signal);

    /// <summary>The ids of the signals that this one raises, directly and indirectly, the nearest first.</summary>
    public IEnumerable<string> RaisedBy(string id)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal) { id };
        for (
            var earlier = SignalOf(id)?.Raises;
            earlier is not null && seen.Add(earlier);
            earlier = SignalOf(earlier)?.Raises
        )
            yield return earlier;
    }

    internal Cell? CellAt(Dimension dimension, Level level) => _cells.GetValueOrDefault((dimension.Id, level.Id));

    /// <summary>
    /// All signals that are expected at a level in a dimension. See <see cref="Expectations"/>.
    /// </summary>
    public IReadOnlyList<Signal> Expected(Dimension dimension, Level level)
    {
        _expectations ??= new(Document);
        return [.. _expectations.At(level.Id, dimension.Id).Select(id => _signals[id])];
    }

    /// <inheritdoc />
    public bool Equals(Ladder? other) => ReferenceEquals(this, other);

    /// <inheritdoc />
    public override int GetHashCode() => Id.GetHashCode(StringComparison.Ordinal);
}

/// <summary>An aspect of the work that grows from level to level: a row of the matrix.</summary>
/// <param name="Page">The page of the dimension. In an overlay, the page of the base.</param>
/// <param name="Overlay">The page of the overlay that extends the dimension, or null.</param>
public sealed record Dimension(string Id, Page Page, Page? Overlay)
{
    internal string Title => Page.Title;

    /// <inheritdoc />
    public bool Equals(Dimension? other) => other is not null && Id == other.Id && ReferenceEquals(Page, other.Page);

    /// <inheritdoc />
    public override int GetHashCode() => Id.GetHashCode(StringComparison.Ordinal);
}

/// <summary>A typical shape of work at high levels, with the form that expectations take in it.</summary>
/// <param name="From">The first level at which the archetype occurs.</param>
/// <param name="Shows">A sentence for each dimension, by the dimension's id.</param>
public sealed record Archetype(Page Page, Level From, IReadOnlyDictionary<string, string> Shows);

/// <summary>A role and the cells that it requires.</summary>
public sealed record RoleRequirement(Page Page, IReadOnlyList<Cell> Cells);

/// <summary>A workshop and the parts of the ladder that it helps with.</summary>
/// <param name="Cells">The cells that it names, and the cells of the signals that it names.</param>
public sealed record ServingWorkshop(
    Page Page,
    IReadOnlyList<Cell> Cells,
    IReadOnlyList<Dimension> Dimensions,
    IReadOnlyList<Level> Levels
);
