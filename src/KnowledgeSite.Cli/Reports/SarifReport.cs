using System.Reflection;
using System.Text.Json.Nodes;
using KnowledgeSite.Content;
using KnowledgeSite.Diagnostics;
using KnowledgeSite.Files;

namespace KnowledgeSite.Cli.Reports;

/// <summary>Writes diagnostics as SARIF 2.1.0 (OASIS) for code-scanning services.</summary>
internal static class SarifReport
{
    public static void Write(Report report, TextWriter output)
    {
        var run = new JsonObject
        {
            ["tool"] = new JsonObject { ["driver"] = Driver() },
            ["columnKind"] = "utf16CodeUnits",
            ["results"] = new JsonArray([.. report.Result.Diagnostics.Select(d => Result(report, d))]),
        };
        var log = new JsonObject
        {
            ["$schema"] = "https://json.schemastore.org/sarif-2.1.0.json",
            ["version"] = "2.1.0",
            ["runs"] = new JsonArray(run),
        };
        output.WriteLine(ReportText.EscapeJson(JsonFormat.Print(log)));
    }

    private static JsonObject Driver() =>
        new()
        {
            ["name"] = "KnowledgeSite",
            ["version"] = Assembly.GetExecutingAssembly().GetName().Version!.ToString(3),
            ["rules"] = new JsonArray([.. RuleCatalogue.All.Select(Rule)]),
        };

    private static JsonObject Rule(DiagnosticRule rule) =>
        new()
        {
            ["id"] = rule.Id,
            ["shortDescription"] = new JsonObject { ["text"] = rule.Title },
            ["help"] = new JsonObject { ["text"] = rule.Help, ["markdown"] = rule.Help },
            ["defaultConfiguration"] = new JsonObject { ["level"] = Level(rule.Severity) },
        };

    private static JsonObject Result(Report report, Diagnostic diagnostic) =>
        new()
        {
            ["ruleId"] = diagnostic.Rule.Id,
            ["level"] = Level(diagnostic.Severity),
            ["message"] = new JsonObject { ["text"] = ReportText.Clean(diagnostic.Message) },
            ["locations"] = new JsonArray(
                new JsonObject
                {
                    ["physicalLocation"] = Location(
                        report,
                        diagnostic.Location ?? SourceLocation.Start(new(SiteSettings.FileName))
                    ),
                }
            ),
        };

    /// <summary>
    /// The location of a result. GitHub rejects a file in which any result has no location, so diagnostics about the
    /// whole site point to the site's settings file.
    /// </summary>
    private static JsonObject Location(Report report, SourceLocation location) =>
        new()
        {
            ["artifactLocation"] = new JsonObject
            {
                ["uri"] = string.Join('/', report.PathOf(location).Split('/').Select(Uri.EscapeDataString)),
            },
            ["region"] = new JsonObject
            {
                ["startLine"] = location.Line,
                ["startColumn"] = location.Column,
                ["endColumn"] = location.Column + location.Length,
            },
        };

    private static string Level(Severity severity) =>
        severity switch
        {
            Severity.Error => "error",
            Severity.Warning => "warning",
            Severity.Info => "note",
            _ => "none",
        };
}
