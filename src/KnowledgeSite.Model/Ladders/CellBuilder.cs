using System.Text.RegularExpressions;
using KnowledgeSite.Content;
using KnowledgeSite.Diagnostics;
using KnowledgeSite.Files;

namespace KnowledgeSite.Ladders;

/// <summary>Builds a cell from its Markdown, and registers the ids of its signals.</summary>
/// <param name="taken">The statements whose ids are in use already, by id.</param>
internal sealed partial class CellBuilder(Dictionary<string, Statement> taken, DiagnosticBag diagnostics)
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
                    "a base ladder: this one extends none",
                    ""
                )
            );
        if (written.Summary is null)
            diagnostics.Add(Diagnostic.At(LadderRules.EmptyCell, page.Source, written.Id.Span, written.Heading));
        var standing = CellMarker.StandingOf(written.Summary);
        var reason = standing == CellStanding.Written ? null : ReasonOf(written, page, standing);
        var endings = written.Signals.Where(s => s.Ends is not null).ToList();
        return new(
            written.Id.Value,
            level,
            dimension,
            standing,
            written.Summary,
            reason,
            [.. Signals(written, page)],
            endings,
            written.Examples,
            written.AntiSignals,
            [.. written.Was.Union(level.Was.Select(w => $"{dimension.Id}.{w.Value}"))],
            page,
            null
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
                Diagnostic.At(LadderRules.SignalUnderMark, page.Source, unexpected.Span, CellMarker.OpeningOf(standing))
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
                diagnostics.Add(
                    Diagnostic.At(LadderRules.WrongStatementId, page.Source, id.Span, id.Value, cell.Id.Value)
                );
            if (taken.TryAdd(id.Value, signal.Statement))
                yield return new(
                    id.Value,
                    cell.Id.Value,
                    signal.Statement,
                    signal.Raises?.Value,
                    signal.Was,
                    page,
                    signal.Span,
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
            ReportSame(id, first.Statement, page);
        else
            diagnostics.Add(Diagnostic.At(LadderRules.NoStatementId, page.Source, signal.Span, cell.Id.Value));
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
