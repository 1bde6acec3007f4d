using System.Text.Json.Nodes;
using KnowledgeSite.Cli.Reports.Changes;
using KnowledgeSite.Diagnostics;
using KnowledgeSite.Engine;
using KnowledgeSite.Files;

namespace KnowledgeSite.Cli.Reports;

/// <summary>
/// Writes all diagnostics and their counts as JSON. The schema version changes only if a change would break programs
/// that read it.
/// </summary>
internal static class JsonReport
{
    public static void Write(Report report, TextWriter output)
    {
        var json = new JsonObject
        {
            ["schemaVersion"] = 1,
            ["pages"] = report.Result.Site?.Pages.Count ?? 0,
            ["written"] = report.Result.Written?.Written ?? 0,
            ["errors"] = report.Count(Severity.Error),
            ["warnings"] = report.Count(Severity.Warning),
            ["diagnostics"] = new JsonArray([.. report.Result.Diagnostics.Select(d => ToJson(report, d))]),
        };
        if (report.Timings)
            json["timings"] = new JsonArray([.. report.Result.Timings.Select(ToJson)]);
        if (report.Changes is { } changes)
            json["changes"] = JsonChanges.ToJson(changes);
        output.WriteLine(ReportText.EscapeJson(JsonFormat.Print(json)));
    }

    private static JsonObject ToJson(Report report, Diagnostic diagnostic)
    {
        var json = new JsonObject
        {
            ["id"] = diagnostic.Rule.Id,
            ["severity"] = diagnostic.Severity.ToString().ToLowerInvariant(),
            ["message"] = diagnostic.Message,
            ["title"] = diagnostic.Rule.Title,
        };
        if (diagnostic.Location is { } location)
        {
            json["path"] = report.PathOf(location);
            json["line"] = location.Line;
            json["column"] = location.Column;
            json["endColumn"] = location.Column + location.Length;
        }

        return json;
    }

    private static JsonObject ToJson(PhaseTiming timing) =>
        new()
        {
            ["pipeline"] = timing.Pipeline,
            ["phase"] = timing.Phase.ToString(),
            ["milliseconds"] = Math.Round(timing.Elapsed.TotalMilliseconds, 3),
            ["documents"] = timing.Documents,
        };
}
