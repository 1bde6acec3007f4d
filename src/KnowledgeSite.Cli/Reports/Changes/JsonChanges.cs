using System.Text;
using System.Text.Json;
using KnowledgeSite.Changes;
using KnowledgeSite.Ladders;
using KnowledgeSite.SiteModel;

namespace KnowledgeSite.Cli.Reports.Changes;

/// <summary>
/// Writes all changes as JSON. The schema version changes only if a change would break programs that read it.
/// </summary>
internal static class JsonChanges
{
    public static string Write(ChangeReport report)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, JsonReport.Options))
            Write(report, json);
        return ReportText.EscapeJson(Encoding.UTF8.GetString(buffer.ToArray())) + "\n";
    }

    public static void Write(ChangeReport report, Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteNumber("schemaVersion", 1);
        json.WriteString("since", report.Base.Reference);
        json.WriteString("commit", report.Base.Commit);
        json.WriteString("summary", report.Summary);
        Each(json, "pages", report.Change.Pages, p => Page(report, json, p));
        Each(json, "ladders", report.Change.Ladders, l => Ladder(report, json, l));
        Each(json, "vanishedIds", report.Change.Ids, i => Vanished(report, json, i));
        Each(json, "missingRedirects", report.Change.Addresses, a => Vanished(report, json, a));
        Each(
            json,
            "vanishedLevels",
            report.Change.Levels,
            l =>
            {
                json.WriteString("ladder", l.Ladder.Id);
                json.WriteString("level", l.Level);
                json.WriteString("remedy", ChangeReport.Remedy(l, ChangeReport.Quoted));
                Texts(json, "addresses", [.. l.Addresses.Select(a => a.Value)]);
            }
        );
        Each(
            json,
            "settings",
            report.Change.Settings,
            s =>
            {
                json.WriteString("key", s.Key);
                Wordings(json, s.Before, s.After);
                Place(report, json, new(s.File, s.Line));
            }
        );
        Each(
            json,
            "files",
            report.Change.Files,
            f =>
            {
                json.WriteString("path", report.PathOf(f.Path));
                json.WriteString("change", ChangeReport.TurnOf(f));
                json.WriteString("pathBefore", f.Before is { } was ? report.PathOf(was) : null);
                json.WriteBoolean("mayRun", f.IsActive);
            }
        );
        Each(
            json,
            "owners",
            report.Change.Owners,
            o =>
            {
                json.WriteString("name", o.Name);
                json.WriteString("handle", o.Handle);
                Paths(report, json, "pages", o.Pages);
            }
        );
        Paths(report, json, "overdue", report.Change.Overdue);
        Paths(report, json, "reviewedUnchanged", report.Change.Unreviewed);
        json.WriteEndObject();
    }

    private static void Page(ChangeReport report, Utf8JsonWriter json, ChangedPage page)
    {
        json.WriteString("path", report.PathOf(page.Page.Path));
        json.WriteString("change", ChangeReport.TurnOf(page));
        json.WriteString("title", page.Page.Title);
        json.WriteString("address", page.After?.Address.Value);
        json.WriteString("pathBefore", page.Before is { } before ? report.PathOf(before.Path) : null);
        json.WriteString("addressBefore", page.Before?.Address.Value);
        Texts(json, "keys", page.Keys);
        Each(
            json,
            "sections",
            page.Sections,
            s =>
            {
                json.WriteString("id", s.Id);
                json.WriteString("heading", s.Heading);
                json.WriteString("change", s.Type.ToString().ToLowerInvariant());
                if (s.Line is { } line)
                    json.WriteNumber("line", line);
                Each(json, "texts", s.Texts, t => Wordings(json, t.Before, t.After));
            }
        );
    }

    private static void Ladder(ChangeReport report, Utf8JsonWriter json, ChangedLadder ladder)
    {
        json.WriteString("id", ladder.Ladder.Id);
        json.WriteString("title", ladder.Ladder.Title);
        json.WriteString(
            "change",
            ladder.Before is null ? "added"
                : ladder.After is null ? "removed"
                : "changed"
        );
        json.WriteString("kind", ladder.Kind.ToString().ToLowerInvariant());
        json.WriteString("kindByIds", ladder.Change.Kind.ToString().ToLowerInvariant());
        json.WriteString("because", ladder.Declared?.Because);
        json.WriteString("includesChangesOf", ladder.Base?.Id);
        Coverage(json, "coverageBefore", ladder.CoverageBefore);
        Coverage(json, "coverageAfter", ladder.CoverageAfter);
        Texts(json, "lostCells", ladder.LostCells);
        Each(
            json,
            "levels",
            ladder.Levels,
            l =>
            {
                json.WriteString("id", l.Change.Id);
                json.WriteString(
                    "change",
                    l.Change.Before is null ? "added"
                        : l.Change.After is null ? "removed"
                        : "changed"
                );
                Place(report, json, l.Place);
                Each(
                    json,
                    "facts",
                    l.Change.Facts,
                    f =>
                    {
                        json.WriteString("name", f.Name);
                        json.WriteString("kind", f.Kind.ToString().ToLowerInvariant());
                        Wordings(json, f.Before, f.After);
                    }
                );
            }
        );
        Each(json, "statements", ladder.Statements, s => Statement(report, json, s));
    }

    private static void Statement(ChangeReport report, Utf8JsonWriter json, ChangedStatement statement)
    {
        var change = statement.Change;
        json.WriteString("id", change.Id);
        json.WriteString("formerId", change.FormerId);
        json.WriteString("cell", change.Cell);
        json.WriteString("level", change.Level);
        json.WriteString("dimension", change.Dimension);
        json.WriteString("part", JsonNamingPolicy.KebabCaseLower.ConvertName(change.Part.ToString()));
        json.WriteString("change", JsonNamingPolicy.KebabCaseLower.ConvertName(change.Type.ToString()));
        json.WriteString("kind", change.Kind.ToString().ToLowerInvariant());
        Wordings(json, change.Before, change.After);
        Texts(json, "askedOf", change.NewlyExpectedAt);
        Texts(json, "look", statement.Signs);
        Place(report, json, statement.Place);
    }

    private static void Vanished(ChangeReport report, Utf8JsonWriter json, VanishedId id)
    {
        json.WriteString("id", id.Id);
        json.WriteString("of", id.Thing.ToString().ToLowerInvariant());
        Place(report, json, id.Place);
        json.WriteString("successor", id.Successor);
        json.WriteString("remedy", ChangeReport.Remedy(id, ChangeReport.Quoted));
        Each(json, "links", id.Links, l => Place(report, json, l));
    }

    private static void Vanished(ChangeReport report, Utf8JsonWriter json, VanishedAddress address)
    {
        json.WriteString("address", address.Address.Value);
        json.WriteBoolean("wasRedirect", address.WasRedirect);
        json.WriteString("pathBefore", address.Page is { } page ? report.PathOf(page.Path) : null);
        json.WriteString("path", address.Successor is { } now ? report.PathOf(now.Path) : null);
        json.WriteString("remedy", report.Remedy(address, ChangeReport.Quoted));
    }

    private static void Coverage(Utf8JsonWriter json, string name, Coverage? coverage)
    {
        if (coverage is null)
            return;
        json.WriteStartObject(name);
        json.WriteNumber("asking", coverage.Asking);
        json.WriteNumber("answered", coverage.Answered);
        json.WriteNumber("all", coverage.All);
        json.WriteEndObject();
    }

    private static void Wordings(Utf8JsonWriter json, string? before, string? after)
    {
        json.WriteString("before", before);
        json.WriteString("after", after);
    }

    private static void Place(ChangeReport report, Utf8JsonWriter json, FileLine? place)
    {
        if (place is null)
            return;
        json.WriteString("path", report.PathOf(place.Path));
        if (place.Line is { } line)
            json.WriteNumber("line", line);
    }

    private static void Paths(ChangeReport report, Utf8JsonWriter json, string name, IReadOnlyList<SitePage> pages) =>
        Texts(json, name, [.. pages.Select(p => report.PathOf(p.Path))]);

    private static void Texts(Utf8JsonWriter json, string name, IReadOnlyList<string> texts)
    {
        json.WriteStartArray(name);
        foreach (var text in texts)
            json.WriteStringValue(text);
        json.WriteEndArray();
    }

    private static void Each<T>(Utf8JsonWriter json, string name, IReadOnlyList<T> list, Action<T> write)
    {
        json.WriteStartArray(name);
        foreach (var item in list)
        {
            json.WriteStartObject();
            write(item);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
