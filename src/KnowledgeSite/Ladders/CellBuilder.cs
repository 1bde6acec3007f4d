using KnowledgeSite.Content;
using KnowledgeSite.Diagnostics;

namespace KnowledgeSite.Ladders;

/// <summary>Makes a cell of what is written, and gives its signals their ids.</summary>
internal sealed class CellBuilder(DiagnosticBag diagnostics)
{
    private const string NoIncrease = "No increase here";
    private const string NotApplicable = "Does not apply";

    private readonly Dictionary<string, WrittenSignal> _taken = new(StringComparer.Ordinal);

    public Cell Cell(WrittenCell written, Level level, Dimension dimension)
    {
        var page = dimension.Page;
        if (written.Summary is null) diagnostics.Add(Diagnostic.At(LadderRules.EmptyCell, page.Source, written.Id.Span, written.Heading));
        var standing = StandingOf(written.Summary);
        var reason = standing == CellStanding.Written ? null : ReasonOf(written, page, standing);
        var endings = written.Signals.Where(s => s.Ends is not null).ToList();
        return new(written.Id.Value, level, dimension, standing, written.Summary, reason, [.. Signals(written, page)], endings, written.Examples, written.AntiSignals, page, null);
    }

    /// <summary>The signals that may be counted: those with an id of their own that begins with the cell's.</summary>
    public IEnumerable<Signal> Signals(WrittenCell cell, Page page)
    {
        foreach (var signal in cell.Signals)
        {
            if (signal.Id is not { } id)
            {
                if (signal.Ends is null) diagnostics.Add(Diagnostic.At(LadderRules.NoStatementId, page.Source, signal.Span, cell.Id.Value));
                continue;
            }

            if (!id.Value.StartsWith(cell.Id.Value + ".", StringComparison.Ordinal))
                diagnostics.Add(Diagnostic.At(LadderRules.WrongStatementId, page.Source, id.Span, id.Value, cell.Id.Value));
            if (_taken.TryAdd(id.Value, signal)) yield return new(id.Value, cell.Id.Value, signal.Statement, signal.Raises?.Value, page, signal.Span, IsOwn: true);
            else diagnostics.Add(Diagnostic.At(LadderRules.SameStatement, page.Source, id.Span, id.Value, $"“{_taken[id.Value].Statement.Text}”"));
        }
    }

    private static CellStanding StandingOf(Statement? summary) => summary switch
    {
        { Text: var text } when text.StartsWith(NoIncrease, StringComparison.OrdinalIgnoreCase) => CellStanding.NoIncrease,
        { Text: var text } when text.StartsWith(NotApplicable, StringComparison.OrdinalIgnoreCase) => CellStanding.NotApplicable,
        _ => CellStanding.Written,
    };

    private string ReasonOf(WrittenCell cell, Page page, CellStanding standing)
    {
        var opening = standing == CellStanding.NoIncrease ? NoIncrease : NotApplicable;
        var reason = cell.Summary!.Text[opening.Length..].TrimStart(',', ':', ' ').TrimEnd('.');
        if (reason.StartsWith("because ", StringComparison.OrdinalIgnoreCase)) reason = reason["because ".Length..];
        if (reason.Length < 3)
            diagnostics.Add(Diagnostic.At(LadderRules.NoReason, page.Source, cell.Id.Span, standing == CellStanding.NoIncrease ? NoIncrease + ":" : NotApplicable + ", because"));
        return reason;
    }
}
