using KnowledgeSite.Changes;
using KnowledgeSite.Ladders;
using KnowledgeSite.SiteModel;
using static KnowledgeSite.Cli.Reports.Changes.ChangeReport;
using static KnowledgeSite.Cli.Reports.Changes.CommentText;

namespace KnowledgeSite.Cli.Reports.Changes;

/// <summary>
/// Writes the changes as a comment for a pull request: first the problems to fix, before ladders, pages and reviewers.
/// </summary>
internal static class MarkdownChanges
{
    /// <summary>The maximum length of the comment. GitHub's limit is 65,536 characters.</summary>
    public const int MaxLength = 65_000;

    /// <summary>The marker by which a workflow finds its earlier comment, to update it.</summary>
    public const string Mark = "<!-- knowledgesite: changes -->";

    private const int MaxLinks = 5;
    private const int MaxTexts = 4;
    private const int MaxSections = 12;

    public static string Write(ChangeReport report, int maxLength = MaxLength)
    {
        var comment = new Comment(maxLength);
        comment.Add($"{Mark}\n## What changes for readers");
        comment.Add(
            $"{Plain(report.Summary, 1000)} Compared with {Code(report.Base.Reference)} at "
                + $"{Code(report.Base.ShortCommit)}, where this branch begins."
        );
        comment.AddList(
            "To fix before merging",
            [
                .. report.Change.Ids.Select(i => Item(report, i)),
                .. report.Change.Addresses.Select(a => Item(report, a)),
                .. report.Change.Levels.Select(l => Item(report, l)),
            ],
            "ids and addresses"
        );
        comment.AddTable(
            "### Settings\n\n| Setting | Before | After |\n| --- | --- | --- |",
            [.. report.Change.Settings.Select(s => Row(report, s))],
            "settings"
        );
        comment.AddList("Files", [.. report.Change.Files.Select(f => Item(report, f))], "files");
        foreach (var ladder in report.Change.Ladders)
            Add(comment, report, ladder);
        comment.AddList("Pages", [.. report.Change.Pages.Select(p => Item(report, p))], "pages");
        comment.AddList("Who to ask", [.. report.Change.Owners.Select(o => Item(report, o))], "owners");
        comment.AddList("Reviews", [.. Reviews(report)], "pages");
        return comment.ToString();
    }

    private static string Item(ChangeReport report, VanishedId id)
    {
        var links =
            id.Links.Count == 0
                ? "No link of the site uses it, but bookmarks may."
                : $"{Count(id.Links.Count, "link uses", "links use")} it: "
                    + $"{List(id.Links.Select(l => Code(report.PlaceOf(l))), MaxLinks)}.";
        return $"- {Code(report.PlaceOf(id.Place))}: the id {Code(id.Id)} of a {Word(id.Thing)} was removed. {links} "
            + Remedy(id, Code);
    }

    private static string Word(VanishedIdKind thing) =>
        thing switch
        {
            VanishedIdKind.Heading => "heading",
            VanishedIdKind.Cell => "cell",
            VanishedIdKind.Signal => "signal",
            _ => "place",
        };

    private static string Item(ChangeReport report, VanishedAddress address) =>
        $"- {Code(address.Address.Value)} "
        + (address.WasRedirect ? "redirected to a page and no longer exists" : "no longer has a page or a redirect")
        + $". {report.Remedy(address, Code)}";

    private static string Item(ChangeReport report, VanishedLevel level) =>
        $"- {Code(report.PathOf(level.Ladder.File.Source.Path))}: "
        + $"{Count(level.Addresses.Count, "generated page", "generated pages")} of the level "
        + $"{Code(level.Level)} {(level.Addresses.Count == 1 ? "has" : "have")} no redirect. "
        + Remedy(level, Code);

    private static string Row(ChangeReport report, ChangedSetting setting) =>
        $"| {Code(setting.Key)}<br>{Code(report.PlaceOf(new(setting.File, setting.Line)))} | "
        + $"{Cell(setting.Before)} | {Cell(setting.After)} |";

    private static string Cell(string? value) =>
        value is null ? "" : Code(value.Length > 200 ? value[..200] + " …" : value);

    private static string Item(ChangeReport report, ChangedInputFile file) =>
        $"- {Code(report.PathOf(file.Path))} "
        + $"{ChangeOf(file)}{(ChangeOf(file) == "moved" ? $", previously {Code(report.PathOf(file.Before!))}" : "")}"
        + (file.IsActive ? ". **Browsers may execute it.**" : "");

    private static void Add(Comment comment, ChangeReport report, ChangedLadder ladder)
    {
        comment.Add(
            $"### {Plain(ladder.Ladder.Title)}: "
                + (
                    ladder.Before is null ? "new ladder"
                    : ladder.After is null ? "removed"
                    : ladder.Kind.ToString().ToLowerInvariant()
                )
        );
        if (ladder is { Before: not null, After: not null })
            comment.Add(
                $"{Reason(ladder, t => Plain(t))}"
                    + (
                        ladder.Base is { } under
                            ? $" Changes in {Plain(under.Title)} also apply here and are not repeated."
                            : ""
                    )
            );
        if ((ladder.CoverageAfter ?? ladder.CoverageBefore) is { } coverage)
            comment.Add(
                "Filled in: "
                    + OfCoverage(coverage)
                    + (
                        ladder is { CoverageBefore: { } before, CoverageAfter: not null } && before != coverage
                            ? $"; before, {OfCoverage(before)}"
                            : ""
                    )
                    + $".{Lost(ladder)}"
            );
        comment.AddTable(
            "| Level | Fact | Before | After |\n| --- | --- | --- | --- |",
            [.. ladder.Levels.SelectMany(l => Rows(report, l))],
            "facts of levels"
        );
        comment.AddTable(
            "| Statement | What | Before | After |\n| --- | --- | --- | --- |",
            [.. ladder.Statements.OrderByDescending(s => s.Change.Kind).Select(s => Row(report, s))],
            "statements"
        );
        if (
            ladder.Reworded.Any()
            || ladder.Levels.Any(l => l.Change.Facts.Any(f => f.Kind == ChangeKind.Patch && f.Name != "id"))
        )
            comment.Add(
                "A tool cannot tell whether a new wording expects more. Read the reworded statements"
                    + (
                        ladder.Reworded.Any(s => s.Signs.Count > 0)
                            ? ", starting with those for which numbers or words such as “every” are listed."
                            : "."
                    )
            );
    }

    private static string Lost(ChangedLadder ladder) =>
        ladder.LostCells.Count == 0
            ? ""
            : $" Cells that no longer expect anything: {List(ladder.LostCells.Select(Code), 20)}.";

    private static IEnumerable<string> Rows(ChangeReport report, ChangedLevel level)
    {
        var name = $"{Code(level.Change.Id)}<br>{Code(report.PlaceOf(level.Place))}";
        if (level.Change.Before is null)
            return [$"| {name} | new level | | {Plain(level.Change.After!.Label)} |"];
        if (level.Change.After is null)
            return [$"| {name} | level removed | {Plain(level.Change.Before.Label)} | |"];
        return level.Change.Facts.Select(f =>
            $"| {name} | {f.Name}{(f.Kind == ChangeKind.Major ? " **(major)**" : "")} | "
            + $"{Plain(f.Before ?? "")} | {Plain(f.After ?? "")} |"
        );
    }

    private static string Row(ChangeReport report, ChangedStatement statement)
    {
        var change = statement.Change;
        var what =
            $"{(change.Kind == ChangeKind.Major ? $"**{ChangeLabels.Format(change)}**" : ChangeLabels.Format(change))}"
            + (change.FormerId is { } former ? $"<br>was {Code(former)}" : "")
            + (statement.Signs.Count > 0 ? $"<br>check: {Plain(string.Join(", ", statement.Signs))}" : "");
        var (before, after) = change is { Before: not null, After: not null }
            ? (WordsOf(change.Words, after: false), WordsOf(change.Words, before: false))
            : (Plain(change.Before ?? ""), Plain(change.After ?? ""));
        return $"| {Code(NameOf(statement))}<br>{Code(report.PlaceOf(statement.Place))} | {what} | {before} | "
            + $"{after} |";
    }

    private static string Item(ChangeReport report, ChangedPage page)
    {
        var lines = new List<string>
        {
            $"- {Code(report.PathOf(page.Page.Path))} {ChangeOf(page)}: {Plain(page.Page.Title, 120)}",
        };
        if (page.IsMoved)
            lines.Add($"  - previously {Code(report.PathOf(page.Before!.Path))}");
        if (page.Keys.Count > 0)
            lines.Add($"  - front matter: {List(page.Keys.Select(Code), 20)}");
        var sections = SectionsOf(page);
        if (sections.Count < page.Sections.Count)
            lines.Add("  - its cells: see the ladder above");
        foreach (var section in sections.Take(MaxSections))
        {
            lines.Add(
                "  - "
                    + Plain(NameOf(section), 120)
                    + (section.Line is { } line ? $" (line {line})" : "")
                    + $": {ChangeOf(section)}"
            );
            if (section.Type is SectionChangeType.Changed or SectionChangeType.Renamed)
                lines.AddRange(section.Texts.Take(MaxTexts).Select(t => $"    - {WordsOf(t.Words)}"));
            if (section.Type is SectionChangeType.Changed && section.Texts.Count > MaxTexts)
                lines.Add($"    - … and {section.Texts.Count - MaxTexts} more");
        }

        if (sections.Count > MaxSections)
            lines.Add($"  - … and {sections.Count - MaxSections} more sections");
        return string.Join('\n', lines);
    }

    private static string Item(ChangeReport report, OwnerToAsk owner) =>
        "- "
        + (owner.Name is null ? "No owner" : Plain(owner.Name, 120))
        + (owner.Handle is { } handle ? $" ({Code(handle)})" : "")
        + $": {List(owner.Pages.Select(p => Code(report.PathOf(p.Path))), 10)}";

    private static IEnumerable<string> Reviews(ChangeReport report)
    {
        var overdue = report.Change.Overdue.ToHashSet();
        foreach (var page in report.Change.Overdue)
            yield return $"- {Code(report.PathOf(page.Path))} was due for review by "
                + $"{Day(page.Content.FrontMatter.ReviewBy)}. If you have read all of it now, set "
                + $"{Code("reviewed:")} to today.";
        var others = report.Change.Unreviewed.Where(p => !overdue.Contains(p)).ToList();
        if (others.Count > 0)
            yield return "- Changed without a new review date, which is right unless the whole page was "
                + $"reviewed: {List(others.Select(p => Code(report.PathOf(p.Path))), 20)}";
    }

    private static string Day(DateOnly? day) =>
        day?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture) ?? "";

    private static string List(IEnumerable<string> items, int most)
    {
        var all = items.ToList();
        return string.Join(", ", all.Take(most)) + (all.Count > most ? $" and {all.Count - most:N0} more" : "");
    }
}
