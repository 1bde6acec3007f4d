using System.Text.Encodings.Web;
using System.Text.Json;
using KnowledgeSite.Cli.Reports.Changes;
using KnowledgeSite.Diagnostics;

namespace KnowledgeSite.Cli.Reports;

/// <summary>
/// Writes all diagnostics and their counts as JSON. The schema version changes only if a change would break programs
/// that read it.
/// </summary>
internal static class JsonReport
{
    public static readonly JsonWriterOptions Options = new()
    {
        Indented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static void Write(Report report, TextWriter output)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, Options))
            Write(report, json);
        output.WriteLine(ReportText.EscapeJson(System.Text.Encoding.UTF8.GetString(buffer.ToArray())));
    }

    private static void Write(Report report, Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteNumber("schemaVersion", 1);
        json.WriteNumber("pages", report.Result.Site?.Pages.Count ?? 0);
        json.WriteNumber("written", report.Result.Written?.Written ?? 0);
        json.WriteNumber("errors", report.Count(Severity.Error));
        json.WriteNumber("warnings", report.Count(Severity.Warning));
        json.WriteStartArray("diagnostics");
        foreach (var diagnostic in report.Result.Diagnostics)
        {
            json.WriteStartObject();
            json.WriteString("id", diagnostic.Rule.Id);
            json.WriteString("severity", diagnostic.Severity.ToString().ToLowerInvariant());
            json.WriteString("message", diagnostic.Message);
            json.WriteString("title", diagnostic.Rule.Title);
            if (diagnostic.Location is { } location)
            {
                json.WriteString("path", report.PathOf(location));
                json.WriteNumber("line", location.Line);
                json.WriteNumber("column", location.Column);
                json.WriteNumber("endColumn", location.Column + location.Length);
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
        if (report.Timings)
            WriteTimings(report, json);
        if (report.Changes is { } changes)
        {
            json.WritePropertyName("changes");
            JsonChanges.Write(changes, json);
        }

        json.WriteEndObject();
    }

    private static void WriteTimings(Report report, Utf8JsonWriter json)
    {
        json.WriteStartArray("timings");
        foreach (var timing in report.Result.Timings)
        {
            json.WriteStartObject();
            json.WriteString("pipeline", timing.Pipeline);
            json.WriteString("phase", timing.Phase.ToString());
            json.WriteNumber("milliseconds", Math.Round(timing.Elapsed.TotalMilliseconds, 3));
            json.WriteNumber("documents", timing.Documents);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
