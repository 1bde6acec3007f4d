using System.Text.Json;
using System.Text.Json.Nodes;
using KnowledgeSite.Changes;
using KnowledgeSite.Files;
using KnowledgeSite.SiteModel;

namespace KnowledgeSite.Cli.Reports.Changes;

/// <summary>
/// Writes all changes as JSON. The schema version changes only if a change would break programs that read it.
/// </summary>
internal static class JsonChanges
{
    public static string Write(ChangeReport report) => ReportText.EscapeJson(JsonFormat.Print(ToJson(report))) + "\n";

    public static JsonObject ToJson(ChangeReport report) =>
        new()
        {
            ["schemaVersion"] = 1,
            ["since"] = report.Base.Reference,
            ["commit"] = report.Base.Commit,
            ["summary"] = report.Summary,
            ["pages"] = ToArray(report.Change.Pages, p => ToJson(report, p)),
            ["ladders"] = ToArray(report.Change.Ladders, l => ToJson(report, l)),
            ["vanishedIds"] = ToArray(report.Change.Ids, i => ToJson(report, i)),
            ["missingRedirects"] = ToArray(report.Change.Addresses, a => ToJson(report, a)),
            ["vanishedLevels"] = ToArray(report.Change.Levels, ToJson),
            ["settings"] = ToArray(report.Change.Settings, s => ToJson(report, s)),
            ["files"] = ToArray(report.Change.Files, f => ToJson(report, f)),
            ["owners"] = ToArray(report.Change.Owners, o => ToJson(report, o)),
            ["overdue"] = Paths(report, report.Change.Overdue),
            ["reviewedUnchanged"] = Paths(report, report.Change.Unreviewed),
        };

    private static JsonObject ToJson(ChangeReport report, ChangedPage page) =>
        new()
        {
            ["path"] = report.PathOf(page.Page.Path),
            ["change"] = ChangeReport.ChangeOf(page),
            ["title"] = page.Page.Title,
            ["address"] = page.After?.Address.Value,
            ["pathBefore"] = page.Before is { } before ? report.PathOf(before.Path) : null,
            ["addressBefore"] = page.Before?.Address.Value,
            ["keys"] = ToArray(page.Keys),
            ["sections"] = ToArray(page.Sections, ToJson),
        };

    private static JsonObject ToJson(ChangedSection section) =>
        new([
            new("id", section.Id),
            new("heading", section.Heading),
            new("change", section.Type.ToString().ToLowerInvariant()),
            .. Line(section.Line),
            new("texts", ToArray(section.Texts, t => new JsonObject { ["before"] = t.Before, ["after"] = t.After })),
        ]);

    private static JsonObject ToJson(ChangeReport report, ChangedLadder ladder) =>
        new([
            new("id", ladder.Ladder.Id),
            new("title", ladder.Ladder.Title),
            new("change", ChangeOf(ladder.Before, ladder.After)),
            new("kind", ladder.Kind.ToString().ToLowerInvariant()),
            new("kindByIds", ladder.Change.Kind.ToString().ToLowerInvariant()),
            new("because", ladder.Declared?.Because),
            new("includesChangesOf", ladder.Base?.Id),
            .. Coverage("coverageBefore", ladder.CoverageBefore),
            .. Coverage("coverageAfter", ladder.CoverageAfter),
            new("lostCells", ToArray(ladder.LostCells)),
            new("levels", ToArray(ladder.Levels, l => ToJson(report, l))),
            new("statements", ToArray(ladder.Statements, s => ToJson(report, s))),
        ]);

    private static JsonObject ToJson(ChangeReport report, ChangedLevel level) =>
        new([
            new("id", level.Change.Id),
            new("change", ChangeOf(level.Change.Before, level.Change.After)),
            .. Place(report, level.Place),
            new(
                "facts",
                ToArray(
                    level.Change.Facts,
                    f => new JsonObject
                    {
                        ["name"] = f.Name,
                        ["kind"] = f.Kind.ToString().ToLowerInvariant(),
                        ["before"] = f.Before,
                        ["after"] = f.After,
                    }
                )
            ),
        ]);

    private static JsonObject ToJson(ChangeReport report, ChangedStatement statement)
    {
        var change = statement.Change;
        return new([
            new("id", change.Id),
            new("formerId", change.FormerId),
            new("cell", change.Cell),
            new("level", change.Level),
            new("dimension", change.Dimension),
            new("part", JsonNamingPolicy.KebabCaseLower.ConvertName(change.Part.ToString())),
            new("change", JsonNamingPolicy.KebabCaseLower.ConvertName(change.Type.ToString())),
            new("kind", change.Kind.ToString().ToLowerInvariant()),
            new("before", change.Before),
            new("after", change.After),
            new("askedOf", ToArray(change.NewlyExpectedAt)),
            new("look", ToArray(statement.Signs)),
            .. Place(report, statement.Place),
        ]);
    }

    private static JsonObject ToJson(ChangeReport report, VanishedId id) =>
        new([
            new("id", id.Id),
            new("of", id.Thing.ToString().ToLowerInvariant()),
            .. Place(report, id.Place),
            new("successor", id.Successor),
            new("remedy", ChangeReport.Remedy(id, ChangeReport.Quoted)),
            new("links", ToArray(id.Links, l => new JsonObject(Place(report, l)))),
        ]);

    private static JsonObject ToJson(ChangeReport report, VanishedAddress address) =>
        new()
        {
            ["address"] = address.Address.Value,
            ["wasRedirect"] = address.WasRedirect,
            ["pathBefore"] = address.Page is { } page ? report.PathOf(page.Path) : null,
            ["path"] = address.Successor is { } now ? report.PathOf(now.Path) : null,
            ["remedy"] = report.Remedy(address, ChangeReport.Quoted),
        };

    private static JsonObject ToJson(VanishedLevel level) =>
        new()
        {
            ["ladder"] = level.Ladder.Id,
            ["level"] = level.Level,
            ["remedy"] = ChangeReport.Remedy(level, ChangeReport.Quoted),
            ["addresses"] = ToArray(level.Addresses.Select(a => a.Value)),
        };

    private static JsonObject ToJson(ChangeReport report, ChangedSetting setting) =>
        new([
            new("key", setting.Key),
            new("before", setting.Before),
            new("after", setting.After),
            .. Place(report, new(setting.File, setting.Line)),
        ]);

    private static JsonObject ToJson(ChangeReport report, ChangedInputFile file) =>
        new()
        {
            ["path"] = report.PathOf(file.Path),
            ["change"] = ChangeReport.ChangeOf(file),
            ["pathBefore"] = file.Before is { } was ? report.PathOf(was) : null,
            ["mayRun"] = file.IsActive,
        };

    private static JsonObject ToJson(ChangeReport report, OwnerToAsk owner) =>
        new()
        {
            ["name"] = owner.Name,
            ["handle"] = owner.Handle,
            ["pages"] = Paths(report, owner.Pages),
        };

    private static string ChangeOf(object? before, object? after)
    {
        if (before is null)
            return "added";
        return after is null ? "removed" : "changed";
    }

    /// <summary>The coverage, or nothing if it is null.</summary>
    private static IEnumerable<KeyValuePair<string, JsonNode?>> Coverage(string name, Coverage? coverage) =>
        coverage is null
            ? []
            :
            [
                new(
                    name,
                    new JsonObject
                    {
                        ["asking"] = coverage.Asking,
                        ["answered"] = coverage.Answered,
                        ["all"] = coverage.All,
                    }
                ),
            ];

    /// <summary>The position, or nothing if it is null.</summary>
    private static IEnumerable<KeyValuePair<string, JsonNode?>> Place(ChangeReport report, FileLine? place) =>
        place is null ? [] : [new("path", report.PathOf(place.Path)), .. Line(place.Line)];

    private static IEnumerable<KeyValuePair<string, JsonNode?>> Line(int? line) =>
        line is null ? [] : [new("line", line)];

    private static JsonArray Paths(ChangeReport report, IReadOnlyList<SitePage> pages) =>
        ToArray(pages.Select(p => report.PathOf(p.Path)));

    private static JsonArray ToArray(IEnumerable<string> texts) => new([.. texts.Select(t => (JsonNode)t)]);

    private static JsonArray ToArray<T>(IEnumerable<T> list, Func<T, JsonNode> convert) =>
        new([.. list.Select(convert)]);
}
