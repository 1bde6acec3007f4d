using System.Text.RegularExpressions;
using KnowledgeSite.Content;
using KnowledgeSite.Diagnostics;
using KnowledgeSite.Files;

namespace KnowledgeSite.Ladders;

/// <summary>Builds a cell from its Markdown, and registers the ids of its signals.</summary>
/// <param name="taken">The statements whose ids are in use already, by id.</param>
internal sealed partial class CellBuilder(
    Dictionary<string, Statement> taken,
    LadderFaults faults,
    DiagnosticBag diagnostics
)
{
    public Cell Cell(WrittenCell written, Level level, Dimension dimension)
    {
        var page = dimension.Page;
        foreach (var replaced in written.Signals.Select(s => s.Replaces).OfType<Located<string>>())
            diagnostics.Add(
                Diagnostic.At(
                    LadderRules.UnknownStatement,
                    page.Source,
                    replaced.Span,
                    replaced.Value,
                    "a base ladder, because this ladder extends none",
                    ""
                )
            );
        if (written.Summary is null)
            diagnostics.Add(Diagnostic.At(LadderRules.EmptyCell, page.Source, written.Id.Span, written.Heading));
        var standing = CellMarker.StandingOf(written.Summary);
        var reason = standing == CellStanding.Written ? null : ReasonOf(written, page, standing);
        var endings = written.Signals.Where(s => s.Ends is not null).ToList();
        return new(
            Id: written.Id.Value,
            Level: level,
            Dimension: dimension,
            Standing: standing,
            Summary: written.Summary,
            Reason: reason,
            Signals: [.. Signals(written, page)],
            Endings: endings,
            Examples: written.Examples,
            AntiSignals: written.AntiSignals,
            Was: [.. written.Was.Union(level.Was.Select(w => $"{dimension.Id}.{w.Value}"))],
            Page: page,
            Extension: null
        );
    }

    /// <summary>The signals that have a unique id. Reports missing, wrong and duplicate ids.</summary>
    public IEnumerable<Signal> Signals(WrittenCell cell, Page page)
    {
        if (
            CellMarker.StandingOf(cell.Summary) is not CellStanding.Written and var standing
            && cell.Signals.FirstOrDefault(s => s.Ends is null) is { } unexpected
        )
            diagnostics.Add(
                Diagnostic.At(
                    LadderRules.SignalWithoutIncrease,
                    page.Source,
                    unexpected.Span,
                    CellMarker.OpeningOf(standing)
                )
            );
        foreach (var signal in cell.Signals)
        {
            if (signal.Id is not { } id)
            {
                if (signal.Ends is null)
                    ReportNoId(signal, cell, page);
                continue;
            }

            if (!id.Value.StartsWith(cell.Id.Value + ".", StringComparison.Ordinal))
            {
                faults.Add(cell.Id.Value);
                diagnostics.Add(
                    Diagnostic.At(LadderRules.WrongStatementId, page.Source, id.Span, id.Value, cell.Id.Value)
                );
            }

            if (taken.TryAdd(id.Value, signal.Statement))
                yield return new(
                    Id: id.Value,
                    CellId: cell.Id.Value,
                    Statement: signal.Statement,
                    Raises: signal.Raises?.Value,
                    Was: signal.Was,
                    Page: page,
                    Span: signal.Span,
                    IsOwn: true
                );
            else
                ReportSame(id, taken[id.Value], page);
        }
    }

    /// <summary>
    /// Reports a signal without an id. The parser drops the second of two equal ids on a page, so the braces are read
    /// again to report a duplicate as such.
    /// </summary>
    private void ReportNoId(WrittenSignal signal, WrittenCell cell, Page page)
    {
        var text = page.Source.Text!.Value;
        var end = text.IndexOf('\n', signal.Span.End);
        var written = IdInBraces().Match(text[..(end < 0 ? text.Length : end)], signal.Span.Start);
        var id = new Located<string>(written.Groups[1].Value, new(written.Groups[1].Index, written.Groups[1].Length));
        if (page.Cells.SelectMany(c => c.Signals).FirstOrDefault(s => s.Id?.Value == id.Value) is { } first)
        {
            ReportSame(id, first.Statement, page);
            return;
        }

        faults.Add(cell.Id.Value);
        diagnostics.Add(
            Diagnostic.At(
                LadderRules.NoStatementId,
                page.Source,
                signal.Span,
                MeantId(signal, cell) ?? $"{cell.Id.Value}.…"
            )
        );
    }

    /// <summary>The id at the end of the signal that lacks its braces or its <c>#</c>, or null.</summary>
    private static string? MeantId(WrittenSignal signal, WrittenCell cell)
    {
        var last = signal.Statement.Text.TrimEnd().Split(' ')[^1].Trim('{', '}', '#', ':');
        return last.StartsWith(cell.Id.Value + ".", StringComparison.Ordinal) ? last : null;
    }

    private void ReportSame(Located<string> id, Statement first, Page page) =>
        diagnostics.Add(
            Diagnostic.At(LadderRules.SameStatement, page.Source, id.Span, id.Value, $"“{first.Text.TrimEnd('.')}”")
        );

    private string ReasonOf(WrittenCell cell, Page page, CellStanding standing)
    {
        var reason = CellMarker.ReasonIn(cell.Summary!.Text, standing);
        if (reason.Length < 3)
            diagnostics.Add(
                Diagnostic.At(
                    LadderRules.NoReason,
                    page.Source,
                    SpanOf(CellMarker.OpeningOf(standing), cell, page),
                    CellMarker.LeadOf(standing)
                )
            );
        return reason;
    }

    private static SourceSpan SpanOf(string opening, WrittenCell cell, Page page)
    {
        var at = page.Source.Text!.Value.IndexOf(opening, cell.Id.Span.End, StringComparison.OrdinalIgnoreCase);
        return at < 0 ? cell.Id.Span : new(at, opening.Length);
    }

    [GeneratedRegex(@"\{[^{}\n]*#([^\s}]+)", RegexOptions.CultureInvariant)]
    private static partial Regex IdInBraces();
}

/// <summary>Reads the cells of a ladder without a base, and reports missing ones.</summary>
internal sealed class CellTable(LevelGraph graph, LadderFaults faults, DiagnosticBag diagnostics)
{
    public IReadOnlyList<Cell> Read(IReadOnlyList<Dimension> dimensions)
    {
        var reader = new CellBuilder(new(StringComparer.Ordinal), faults, diagnostics);
        var cells = dimensions.SelectMany(d => Read(d, reader)).ToList();
        new StatementReferenceCheck(graph, faults, diagnostics).Check(cells, _ => true);
        return cells;
    }

    private IEnumerable<Cell> Read(Dimension dimension, CellBuilder reader)
    {
        var written = dimension
            .Page.Cells.DistinctBy(c => c.Id.Value)
            .ToDictionary(c => c.Id.Value, StringComparer.Ordinal);
        var unknown = Unknown(dimension);
        foreach (var level in graph.Levels)
        {
            var id = $"{dimension.Id}.{level.Id}";
            if (written.GetValueOrDefault(id) is { } cell)
            {
                yield return reader.Cell(cell, level, dimension);
                continue;
            }

            faults.Add(id);
            if (!unknown.Exists(u => IsTitleOf(u, level)))
                ReportMissing(level, dimension, written);
        }
    }

    /// <summary>Reports a missing cell at the previous or next cell, beside which it has to be added.</summary>
    private void ReportMissing(Level level, Dimension dimension, Dictionary<string, WrittenCell> written)
    {
        var cells = graph.Levels.Select(l => written.GetValueOrDefault($"{dimension.Id}.{l.Id}")).ToList();
        var index = graph.Levels.ToList().IndexOf(level);
        var before = cells.Take(index).LastOrDefault(c => c is not null);
        var after = cells.Skip(index).FirstOrDefault(c => c is not null);
        var place =
            before is not null ? $"after '{before.Heading}' "
            : after is not null ? $"before '{after.Heading}' "
            : "";
        var id = $"{dimension.Id}.{level.Id}";
        diagnostics.Add(
            (before ?? after) is { Id.Span: var span }
                ? Diagnostic.At(LadderRules.MissingCell, dimension.Page.Source, span, level.Title, id, place)
                : Diagnostic.At(LadderRules.MissingCell, dimension.Page.Path, level.Title, id, place)
        );
    }

    private List<WrittenCell> Unknown(Dimension dimension)
    {
        var ids = graph.Levels.Select(l => $"{dimension.Id}.{l.Id}").ToHashSet(StringComparer.Ordinal);
        var similar = new SuggestionIndex(ids);
        var unknown = dimension
            .Page.Cells.Where(c => !ids.Contains(c.Id.Value) && !faults.Explain(c.Id.Value, similar))
            .ToList();
        foreach (var cell in unknown)
            diagnostics.Add(
                Diagnostic.At(
                    LadderRules.UnknownCell,
                    dimension.Page.Source,
                    cell.Id.Span,
                    cell.Id.Value,
                    Suggest(cell, dimension, similar)
                )
            );
        return unknown;
    }

    private string Suggest(WrittenCell cell, Dimension dimension, SuggestionIndex ids)
    {
        if (graph.Levels.FirstOrDefault(l => IsTitleOf(cell, l)) is { } level)
            return $" End the heading with '{{#{dimension.Id}.{level.Id}}}'.";
        return ids.DidYouMean(cell.Id.Value) is { Length: > 0 } meant
            ? meant
            : " If the heading is not meant as a cell, make it level 3 or lower.";
    }

    /// <summary>Whether the heading is the title of the level, whatever its id.</summary>
    private static bool IsTitleOf(WrittenCell cell, Level level) =>
        string.Equals(level.Title, cell.Heading, StringComparison.OrdinalIgnoreCase);
}

/// <summary>
/// The phrases at the beginning of a cell that state, followed by a reason, that nothing new is expected.
/// </summary>
internal static class CellMarker
{
    private const string NoIncrease = "No increase here";
    private const string NotApplicable = "Does not apply";

    public static CellStanding StandingOf(Statement? summary)
    {
        if (Opens(summary, NoIncrease))
            return CellStanding.NoIncrease;
        return Opens(summary, NotApplicable) ? CellStanding.NotApplicable : CellStanding.Written;
    }

    /// <summary>The phrase for a standing other than <see cref="CellStanding.Written"/>.</summary>
    public static string OpeningOf(CellStanding standing) =>
        standing == CellStanding.NoIncrease ? NoIncrease : NotApplicable;

    /// <summary>The beginning of the sentence up to the reason.</summary>
    public static string LeadOf(CellStanding standing) =>
        standing == CellStanding.NoIncrease ? NoIncrease + ":" : NotApplicable + ", because";

    public static string ReasonIn(string summary, CellStanding standing)
    {
        var reason = summary[OpeningOf(standing).Length..].TrimStart(',', ':', ' ').TrimEnd('.');
        return reason.StartsWith("because ", StringComparison.OrdinalIgnoreCase) ? reason["because ".Length..] : reason;
    }

    private static bool Opens(Statement? summary, string opening) =>
        summary?.Text.StartsWith(opening, StringComparison.OrdinalIgnoreCase) == true;
}
