using System.Globalization;
using KnowledgeSite.Content;
using KnowledgeSite.Files;
using KnowledgeSite.Strings;

namespace KnowledgeSite.Ladders;

/// <summary>
/// A ladder as a table with one row for each sentence. CSV has the fixed names of columns and values, for programs;
/// Excel has those of the site's language, for people.
/// </summary>
internal static class StatementTable
{
    public static readonly IReadOnlyList<StatementColumn> Columns =
    [
        new("ladder", text => text.KindLadder, r => r.Ladder),
        new("level_id", text => text.LevelId, r => r.LevelId),
        new("level_code", text => text.Code, r => r.LevelCode),
        new("level_title", text => text.Level, r => r.LevelTitle),
        new("track", text => text.Track, r => LadderJson.NameOf(r.Track)) { Shown = ShownTrack },
        new("dimension_id", text => text.DimensionId, r => r.DimensionId),
        new("dimension_title", text => text.Dimension, r => r.DimensionTitle),
        new("cell_id", text => text.CellId, r => r.CellId),
        new("id", text => text.Id, r => r.Id),
        new("kind", text => text.StatementType, r => LadderJson.NameOf(r.Kind)) { Shown = ShownKind },
        new("text", text => text.StatementText, r => r.Text),
        new("raises", text => text.RaisedId, r => r.Raises),
        new("origin", text => text.Origin, r => r.Origin) { Shown = ShownOrigin },
        new("file", text => text.File, r => r.File),
        new("line", text => text.Line, r => r.Line.ToString(CultureInfo.InvariantCulture)),
    ];

    /// <summary>
    /// The rows, sorted by dimension, then by level. Within a cell: its sentence, signals, endings, examples and
    /// anti-signals.
    /// </summary>
    public static IReadOnlyList<StatementRow> Rows(Ladder ladder) =>
        [.. ladder.Cells.SelectMany(cell => Rows(ladder, cell))];

    private static IEnumerable<StatementRow> Rows(Ladder ladder, Cell cell)
    {
        var origin = new CellOrigin(ladder, cell);
        if (cell.Summary is { } summary)
            yield return Row(KindOf(cell), null, summary.Text, origin.OfBase);
        if (cell.Extension is { Summary: { } added, Page: var page })
            yield return Row(StatementKind.Summary, null, added.Text, (CellOrigin.Own, page));
        foreach (var signal in cell.Signals)
            yield return Row(StatementKind.Signal, signal.Id, signal.Text, origin.Find(signal), signal.Span) with
            {
                Raises = signal.Raises,
            };
        foreach (var ending in cell.Endings)
            yield return Row(
                StatementKind.Ends,
                ending.Ends!.Value,
                ending.Statement.Text,
                origin.Find(ending),
                ending.Span
            );
        foreach (var example in cell.Examples)
            yield return Row(StatementKind.Example, null, example.Text, origin.Find(example));
        foreach (var anti in cell.AntiSignals)
            yield return Row(StatementKind.AntiSignal, null, anti.Text, origin.Find(anti));

        StatementRow Row(
            StatementKind kind,
            string? id,
            string text,
            (string Name, Page Page) from,
            SourceSpan? span = null
        ) =>
            new()
            {
                Ladder = ladder.Id,
                LevelId = cell.Level.Id,
                LevelCode = cell.Level.Code,
                LevelTitle = cell.Level.Title,
                Track = cell.Level.Track,
                DimensionId = cell.Dimension.Id,
                DimensionTitle = cell.Dimension.Title,
                CellId = cell.Id,
                Id = id,
                Kind = kind,
                Text = text,
                Origin = from.Name,
                File = from.Page.Path.Value,
                Line = LineOf(cell, from.Page, span),
            };
    }

    private static string ShownTrack(StatementRow row, UiStrings text) =>
        row.Track switch
        {
            Track.Individual => text.TrackIndividual,
            Track.Manager => text.TrackManager,
            _ => text.TrackShared,
        };

    private static string ShownKind(StatementRow row, UiStrings text) =>
        row.Kind switch
        {
            StatementKind.NoIncrease => text.NoChangeType,
            StatementKind.NotApplicable => text.DoesNotApplyType,
            StatementKind.Signal => text.Signal,
            StatementKind.Ends => text.NoLongerExpected,
            StatementKind.Example => text.Example,
            StatementKind.AntiSignal => text.EasilyMistakenShort,
            _ => text.Summary,
        };

    private static string ShownOrigin(StatementRow row, UiStrings text) =>
        row.Origin == CellOrigin.Own ? text.OwnOrigin : row.Origin;

    private static StatementKind KindOf(Cell cell) =>
        cell.Standing switch
        {
            CellStanding.NoIncrease => StatementKind.NoIncrease,
            CellStanding.NotApplicable => StatementKind.NotApplicable,
            _ => StatementKind.Summary,
        };

    private static int LineOf(Cell cell, Page page, SourceSpan? span) =>
        page.Source.Text!.PositionAt((span ?? page.FindCell(cell.Id)!.Id.Span).Start).Line;
}

/// <summary>A column of the table of statements.</summary>
/// <param name="Name">The name in CSV.</param>
/// <param name="Heading">The name in Excel.</param>
/// <param name="Value">The value in CSV.</param>
internal sealed record StatementColumn(string Name, Func<UiStrings, string> Heading, Func<StatementRow, string?> Value)
{
    /// <summary>The value in Excel.</summary>
    public Func<StatementRow, UiStrings, string?> Shown { get; init; } = (row, _) => Value(row);
}

/// <summary>One sentence of a ladder with its full context, so that a table of rows is complete by itself.</summary>
internal sealed record StatementRow
{
    /// <summary>The ladder's id.</summary>
    public required string Ladder { get; init; }

    public required string LevelId { get; init; }

    public required string? LevelCode { get; init; }

    public required string LevelTitle { get; init; }

    public required Track Track { get; init; }

    public required string DimensionId { get; init; }

    public required string DimensionTitle { get; init; }

    public required string CellId { get; init; }

    /// <summary>The id of a signal, or of the signal that ends. Null for other kinds.</summary>
    public required string? Id { get; init; }

    public required StatementKind Kind { get; init; }

    /// <summary>The plain text without markup.</summary>
    public required string Text { get; init; }

    /// <summary>The id of the earlier signal that this one raises, or null.</summary>
    public string? Raises { get; init; }

    /// <summary><see cref="CellOrigin.Own"/>, or the id of the base ladder from which it is inherited.</summary>
    public required string Origin { get; init; }

    /// <summary>The path of the page that contains it, relative to the input folder.</summary>
    public required string File { get; init; }

    /// <summary>
    /// The line, from 1: that of a signal or an ending itself, otherwise that of the cell's heading.
    /// </summary>
    public required int Line { get; init; }
}

/// <summary>The kind of a row. Exports write it in kebab case, such as <c>no-increase</c>.</summary>
internal enum StatementKind
{
    Summary,
    NoIncrease,
    NotApplicable,
    Signal,
    Ends,
    Example,
    AntiSignal,
}

/// <summary>Finds out whether a part of an overlay's cell belongs to the overlay or to its base.</summary>
internal sealed class CellOrigin(Ladder ladder, Cell cell)
{
    /// <summary>The name of the ladder itself, beside the ids of base ladders.</summary>
    public const string Own = "own";

    private readonly WrittenCell? _written = cell.Extension?.Page.FindCell(cell.Id);

    /// <summary>The cell of the base, or null if the ladder has no base.</summary>
    private readonly Cell? _baseCell = ladder.Base?.CellAt(cell.Dimension, cell.Level);

    public (string Name, Page Page) OfBase => _baseCell is null ? OfOverlay : (ladder.Base!.Id, _baseCell.Page);

    private (string Name, Page Page) OfOverlay => (Own, cell.Extension?.Page ?? cell.Page);

    public (string Name, Page Page) Find(Signal signal) => signal.IsOwn ? OfOverlay : OfBase;

    public (string Name, Page Page) Find(WrittenSignal ending) => Find(ending, _written?.Signals);

    public (string Name, Page Page) Find(Statement statement) =>
        Find(statement, _written?.Examples.Concat(_written.AntiSignals));

    /// <summary>Compares by reference, because the same text may occur twice.</summary>
    private (string Name, Page Page) Find(object part, IEnumerable<object>? own) =>
        own?.Contains(part, ReferenceEqualityComparer.Instance) == true ? OfOverlay : OfBase;
}
