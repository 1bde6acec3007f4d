namespace KnowledgeSite.Ladders;

/// <summary>
/// The content of a ladder at one time, without its pages. It is what <see cref="LadderJson"/> exports and saves as a
/// version, and what <see cref="LadderDifference"/> compares.
/// </summary>
/// <param name="Id">The name of the ladder's folder.</param>
internal sealed record LadderDocument(string Id, string Title)
{
    public string? Description { get; init; }

    /// <summary>The id of the ladder that this one extends, or null.</summary>
    public string? Extends { get; init; }

    /// <summary>The levels in the order of the ladder's file.</summary>
    public IReadOnlyList<LevelData> Levels { get; init; } = [];

    /// <summary>The dimensions in the order of the matrix.</summary>
    public IReadOnlyList<DimensionData> Dimensions { get; init; } = [];

    /// <summary>
    /// The cells, sorted by dimension, then by level. Levels are cumulative, so a cell contains only what is new.
    /// </summary>
    public IReadOnlyList<CellData> Cells { get; init; } = [];

    /// <summary>All ids that may be used elsewhere: those of levels, cells and signals.</summary>
    public IEnumerable<string> Ids =>
        [
            .. Levels.Select(l => l.Id),
            .. Cells.Select(c => c.Id),
            .. Cells.SelectMany(c => c.Signals).Select(s => s.Id),
        ];

    public static LadderDocument Create(Ladder ladder) =>
        new(ladder.Id, ladder.Title)
        {
            Description = ladder.Description,
            Extends = ladder.Base?.Id,
            Levels = [.. ladder.Levels.Select(LevelData.From)],
            Dimensions = [.. ladder.Dimensions.Select(DimensionData.From)],
            Cells = [.. ladder.Cells.Select(c => CellData.From(ladder, c))],
        };
}

/// <summary>A level of a <see cref="LadderDocument"/>. Lists that are missing in a file are empty.</summary>
internal sealed record LevelData
{
    public required string Id { get; init; }

    public string? Code { get; init; }

    public required string Title { get; init; }

    /// <summary><c>shared</c>, <c>individual</c> or <c>manager</c>.</summary>
    public string Track
    {
        get;
        init => field = value ?? "shared";
    } = "shared";

    /// <summary>The ids of the next levels.</summary>
    public IReadOnlyList<string> Next
    {
        get;
        init => field = value ?? [];
    } = [];

    public string? Reach { get; init; }

    public string? Horizon { get; init; }

    public string? Direction { get; init; }

    /// <summary>Whether a person may stay at this level permanently.</summary>
    public bool Terminal { get; init; }

    /// <summary>Former ids under which it was published.</summary>
    public IReadOnlyList<string> Was
    {
        get;
        init => field = value ?? [];
    } = [];

    /// <summary>The title with the code, such as "Staff Data Scientist (L6)".</summary>
    internal string Label => Code is null ? Title : $"{Title} ({Code})";

    internal static LevelData From(Level level) =>
        new()
        {
            Id = level.Id,
            Code = level.Code,
            Title = level.Title,
            Track = LadderJson.NameOf(level.Track),
            Next = [.. level.Next.Select(n => n.Value)],
            Reach = level.Reach,
            Horizon = level.Horizon,
            Direction = level.Direction,
            Terminal = level.IsTerminal,
            Was = [.. level.Was.Select(w => w.Value)],
        };
}

/// <summary>A dimension of a <see cref="LadderDocument"/>.</summary>
/// <param name="Description">Null if there is none, and in a version, which does not store it.</param>
internal sealed record DimensionData(string Id, string Title, string? Description = null)
{
    internal static DimensionData From(Dimension dimension) =>
        new(dimension.Id, dimension.Title, dimension.Page.FrontMatter.Description);
}

/// <summary>A cell of a <see cref="LadderDocument"/>. Lists that are missing in a file are empty.</summary>
internal sealed record CellData
{
    internal const string Written = "written";

    public required string Id { get; init; }

    /// <summary>The level's id.</summary>
    public required string Level { get; init; }

    /// <summary>The dimension's id.</summary>
    public required string Dimension { get; init; }

    /// <summary><c>written</c>, <c>no-increase</c> or <c>not-applicable</c>.</summary>
    public string Standing
    {
        get;
        init => field = value ?? Written;
    } = Written;

    /// <summary>
    /// The cell's sentence; in an overlay, that of the base. If the standing is not <c>written</c>, it gives the
    /// reason.
    /// </summary>
    public string? Summary { get; init; }

    /// <summary>The sentence that an overlay adds.</summary>
    public string? Addition { get; init; }

    /// <summary>The reason why nothing new is expected, or null. A version does not store it.</summary>
    public string? Reason { get; init; }

    public IReadOnlyList<SignalData> Signals
    {
        get;
        init => field = value ?? [];
    } = [];

    /// <summary>The signals that are no longer expected.</summary>
    public IReadOnlyList<EndingData> Ends
    {
        get;
        init => field = value ?? [];
    } = [];

    public IReadOnlyList<string> Examples
    {
        get;
        init => field = value ?? [];
    } = [];

    public IReadOnlyList<string> AntiSignals
    {
        get;
        init => field = value ?? [];
    } = [];

    /// <summary>Former ids under which it was published. An export leaves them out.</summary>
    public IReadOnlyList<string> Was
    {
        get;
        init => field = value ?? [];
    } = [];

    /// <summary>Whether the cell has expectations of its own, instead of a reason why there are none.</summary>
    internal bool IsWritten => Standing == Written;

    internal static CellData From(Ladder ladder, Cell cell)
    {
        var origin = new CellOrigin(ladder, cell);
        return new()
        {
            Id = cell.Id,
            Level = cell.Level.Id,
            Dimension = cell.Dimension.Id,
            Standing = LadderJson.NameOf(cell.Standing),
            Summary = cell.Summary?.Text,
            Addition = cell.Extension?.Summary?.Text,
            Reason = cell.Reason,
            Signals =
            [
                .. cell.Signals.Select(s => new SignalData(s.Id, s.Text, s.Raises, origin.Find(s).Name)
                {
                    Was = s.Was,
                }),
            ],
            Ends = [.. cell.Endings.Select(e => new EndingData(e.Ends!.Value, e.Statement.Text))],
            Examples = [.. cell.Examples.Select(e => e.Text)],
            AntiSignals = [.. cell.AntiSignals.Select(a => a.Text)],
            Was = cell.Was,
        };
    }
}

/// <summary>A signal of a <see cref="CellData"/>.</summary>
/// <param name="Raises">The id of the earlier signal that this one raises, or null.</param>
/// <param name="Origin"><c>own</c>, or the id of the base ladder from which it is inherited. A version does not store
/// it.</param>
internal sealed record SignalData(string Id, string Text, string? Raises = null, string? Origin = null)
{
    /// <summary>Former ids under which it was published. An export leaves them out.</summary>
    public IReadOnlyList<string> Was
    {
        get;
        init => field = value ?? [];
    } = [];
}

/// <summary>An ending of a <see cref="CellData"/>.</summary>
/// <param name="Id">The id of the signal that is no longer expected.</param>
/// <param name="Text">The text, which may be empty.</param>
internal sealed record EndingData(string Id, string Text = "");
