using KnowledgeSite.Content;
using KnowledgeSite.Content.Yaml;
using KnowledgeSite.Diagnostics;

namespace KnowledgeSite.Ladders;

/// <summary>Reports a <c>ladder.yaml</c> from which no ladder can be built, and keys without effect.</summary>
internal sealed class LadderFileChecks(LadderFile file, YamlMap map, DiagnosticBag diagnostics)
{
    private const string Levels = "levels";
    private const string Dimensions = "dimensions";

    public void Report()
    {
        if (file.Folder.IsRoot)
            diagnostics.Add(Diagnostic.At(LadderRules.LadderAtRoot, file.Source.Path));
        else if (file.Extends is { } under)
            ReportDimensions(under.Value);
        else if (IsRead && !ReportNothing(Levels, "List the levels there, each with an id"))
            ReportNothing(Dimensions, "List there the pages in 'dimensions/', by their names");
    }

    /// <summary>Whether the file is a map or empty. Any other content has been reported already.</summary>
    private bool IsRead =>
        map.Entries.Count > 0
        || file.Source.Text!.Value.Split('\n')
            .All(line => line.TrimStart() is "" or ['#', ..] || line.StartsWith("---", StringComparison.Ordinal));

    private void ReportDimensions(string under)
    {
        if (EntryOf(Dimensions) is { } entry)
            diagnostics.Add(
                Diagnostic.At(LadderRules.OverlayDimensions, file.Source, entry.Key.Span, entry.Key.Value, under)
            );
    }

    /// <summary>Reports a missing or empty list. Values of other types have been reported already.</summary>
    private bool ReportNothing(string key, string fix)
    {
        var entry = EntryOf(key);
        if (entry is not (null or { Value: YamlScalar { IsNull: true } or YamlList { Items.Count: 0 } }))
            return false;
        diagnostics.Add(
            entry is null
                ? Diagnostic.At(LadderRules.EmptyLadder, file.Source.Path, key, fix)
                : Diagnostic.At(LadderRules.EmptyLadder, file.Source, entry.Key.Span, key, fix)
        );
        return true;
    }

    private YamlEntry? EntryOf(string key) => map.Entries.FirstOrDefault(e => MapReader.SameKey(e.Key.Value, key));
}
