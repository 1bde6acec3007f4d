using KnowledgeSite.Changes;
using KnowledgeSite.Ladders;
using KnowledgeSite.SiteModel;
using static KnowledgeSite.Cli.Reports.Changes.ChangeReport;
using static KnowledgeSite.Cli.Reports.Changes.CommentText;

namespace KnowledgeSite.Cli.Reports.Changes;

/// <summary>
/// For a comment on a pull request: what has to be mended first, then ladders, pages, and who is to be asked.
/// </summary>
internal static class MarkdownChanges
{
    /// <summary>GitHub takes 65,536 characters.</summary>
    public const int Longest = 65_000;

    /// <summary>By this a workflow finds the comment that it wrote before, to write it anew.</summary>
    public const string Mark = "<!-- knowledgesite: changes -->";

    private const int MostLinks = 5;
    private const int MostTexts = 4;
    private const int MostSections = 12;

    public static string Write(ChangeReport report, int longest = Longest)
    {
        var comment = new Comment(longest);
        comment.Add($"{Mark}\n## What changes for readers");
        comment.Add(
            $"{Plain(report.Summary, 1000)} Compared with {Code(report.Base.Reference)} as it was at "
                + $"{Code(report.Base.ShortCommit)}, where this branch began."
        );
        comment.AddList(
            "To mend before this is merged",
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
                ? "No link of the site leads there; bookmarks may."
                : $"{Count(id.Links.Count, "link leads", "links lead")} there: "
                    + $"{List(id.Links.Select(l => Code(report.PlaceOf(l))), MostLinks)}.";
        return $"- {Code(report.PlaceOf(id.Place))}: the id {Code(id.Id)} of a {Word(id.Thing)} is gone. {links} "
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
        + (address.WasRedirect ? "led to a page and leads nowhere" : "has no page and no redirect any more")
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
        + $"{TurnOf(file)}{(TurnOf(file) == "moved" ? $", it was {Code(report.PathOf(file.Before!))}" : "")}"
        + (file.IsActive ? ". **A browser may run it.**" : "");

    private static void Add(Comment comment, ChangeReport report, LadderReport ladder)
    {
        comment.Add(
            $"### {Plain(ladder.Ladder.Title)}: "
                + (
                    ladder.Before is null ? "a new ladder"
                    : ladder.After is null ? "gone"
                    : ladder.Kind.ToString().ToLowerInvariant()
                )
        );
        if (ladder is { Before: not null, After: not null })
            comment.Add(
                $"{Reason(ladder, t => Plain(t))}"
                    + (
                        ladder.Base is { } under
                            ? $" What changed in {Plain(under.Title)} changes here too and is not said again."
                            : ""
                    )
            );
        if ((ladder.CoverageAfter ?? ladder.CoverageBefore) is { } coverage)
            comment.Add(
                "Filled in: "
                    + OfCoverage(coverage)
                    + (
                        ladder is { CoverageBefore: { } then, CoverageAfter: not null } && then != coverage
                            ? $"; before, {OfCoverage(then)}"
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
                "Whether other words ask for more, no machine can tell: read what is reworded for its meaning"
                    + (
                        ladder.Reworded.Any(s => s.Signs.Count > 0)
                            ? ", first where numbers or words such as “every” are named."
                            : "."
                    )
            );
    }

    private static string Lost(LadderReport ladder) =>
        ladder.LostCells.Count == 0
            ? ""
            : $" Cells that ask for nothing any more: {List(ladder.LostCells.Select(Code), 20)}.";

    private static IEnumerable<string> Rows(ChangeReport report, ChangedLevel level)
    {
        var name = $"{Code(level.Change.Id)}<br>{Code(report.PlaceOf(level.Place))}";
        if (level.Change.Before is null)
            return [$"| {name} | new level | | {Plain(level.Change.After!.Label)} |"];
        if (level.Change.After is null)
            return [$"| {name} | level gone | {Plain(level.Change.Before.Label)} | |"];
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
            + (statement.Signs.Count > 0 ? $"<br>look: {Plain(string.Join(", ", statement.Signs))}" : "");
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
            $"- {Code(report.PathOf(page.Page.Path))} {TurnOf(page)}: {Plain(page.Page.Title, 120)}",
        };
        if (page.IsMoved)
            lines.Add($"  - it was {Code(report.PathOf(page.Before!.Path))}");
        if (page.Keys.Count > 0)
            lines.Add($"  - at its head: {List(page.Keys.Select(Code), 20)}");
        var sections = SectionsOf(page);
        if (sections.Count < page.Sections.Count)
            lines.Add("  - its cells: see the ladder above");
        foreach (var section in sections.Take(MostSections))
        {
            lines.Add(
                "  - "
                    + Plain(NameOf(section), 120)
                    + (section.Line is { } line ? $" (line {line})" : "")
                    + $": {TurnOf(section)}"
            );
            if (section.Turn is SectionChangeType.Changed or SectionChangeType.Renamed)
                lines.AddRange(section.Texts.Take(MostTexts).Select(t => $"    - {WordsOf(t.Words)}"));
            if (section.Turn is SectionChangeType.Changed && section.Texts.Count > MostTexts)
                lines.Add($"    - … and {section.Texts.Count - MostTexts} more");
        }

        if (sections.Count > MostSections)
            lines.Add($"  - … and {sections.Count - MostSections} more sections");
        return string.Join('\n', lines);
    }

    private static string Item(ChangeReport report, OwnerToAsk owner) =>
        "- "
        + (owner.Name is null ? "Nobody owns" : Plain(owner.Name, 120))
        + (owner.Handle is { } handle ? $" ({Code(handle)})" : "")
        + $": {List(owner.Pages.Select(p => Code(report.PathOf(p.Path))), 10)}";

    private static IEnumerable<string> Reviews(ChangeReport report)
    {
        var overdue = report.Change.Overdue.ToHashSet();
        foreach (var page in report.Change.Overdue)
            yield return $"- {Code(report.PathOf(page.Path))} was to be reviewed again by "
                + $"{Day(page.Content.FrontMatter.ReviewBy)}. Whoever reads all of it now may set "
                + $"{Code("reviewed:")} to today.";
        var others = report.Change.Unreviewed.Where(p => !overdue.Contains(p)).ToList();
        if (others.Count > 0)
            yield return "- Changed, with the day of their last review left as it was, which is right unless all of "
                + $"the page was read: {List(others.Select(p => Code(report.PathOf(p.Path))), 20)}";
    }

    private static string Day(DateOnly? day) =>
        day?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture) ?? "";

    private static string List(IEnumerable<string> items, int most)
    {
        var all = items.ToList();
        return string.Join(", ", all.Take(most)) + (all.Count > most ? $" and {all.Count - most:N0} more" : "");
    }
}
