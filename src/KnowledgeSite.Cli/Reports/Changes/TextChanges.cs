using KnowledgeSite.Changes;
using KnowledgeSite.Ladders;
using static KnowledgeSite.Cli.Reports.Changes.ChangeReport;

namespace KnowledgeSite.Cli.Reports.Changes;

/// <summary>Writes the changes for a terminal: one line per change, beginning with its position.</summary>
internal sealed class TextChanges(ChangeReport report, CommandConsole console)
{
    private const int MaxTextLength = 160;

    public void Write()
    {
        console.WriteLine();
        console.WriteLine(
            new($"Since {report.Base.Reference} ({report.Base.ShortCommit}): ", TextStyle.Bold),
            report.Summary
        );
        foreach (var id in report.Change.Ids)
            Line(
                report.PlaceOf(id.Place),
                Warning("removed"),
                $": the id '{id.Id}'"
                    + (
                        Count(id.Links.Count, "link uses", "links use") is { } links
                            ? $", {links} it ({report.PlaceOf(id.Links[0])}{(id.Links.Count > 1 ? ", …" : "")})"
                            : ""
                    )
                    + $". {Remedy(id, Quoted)}"
            );
        foreach (var address in report.Change.Addresses)
            Line(address.Address.Value, Warning("no redirect"), $": {report.Remedy(address, Quoted)}");
        foreach (var level in report.Change.Levels)
            Line(
                report.PathOf(level.Ladder.File.Source.Path),
                Warning("no redirect"),
                ": "
                    + $"{Count(level.Addresses.Count, "generated page", "generated pages")} of the level "
                    + $"'{level.Level}'. {Remedy(level, Quoted)}"
            );
        foreach (var setting in report.Change.Settings)
            Line(
                report.PlaceOf(new(setting.File, setting.Line)),
                $"setting {setting.Key}: "
                    + Short([
                        new(WordChangeKind.Removed, setting.Before ?? "–"),
                        new(WordChangeKind.Added, setting.After ?? "–"),
                    ])
            );
        foreach (var file in report.Change.Files)
            Line(
                report.PathOf(file.Path),
                $"{ChangeOf(file)}{(ChangeOf(file) == "moved" ? $", was {report.PathOf(file.Before!)}" : "")}",
                file.IsActive ? " " : "",
                file.IsActive ? Warning("(browsers may execute it)") : ""
            );
        foreach (var ladder in report.Change.Ladders)
            Write(ladder);
        foreach (var page in report.Change.Pages)
            Write(page);
        foreach (var owner in report.Change.Owners.Where(o => o.Name is not null))
            Line(
                "ask",
                $"{owner.Name}{(owner.Handle is { } handle ? $" ({handle})" : "")}: "
                    + Count(owner.Pages.Count, "page", "pages")
            );
        foreach (var page in report.Change.Overdue)
            Line(
                report.PathOf(page.Path),
                "the review is overdue. If you have read all of it now, set 'reviewed:' to today."
            );
        console.WriteLine();
    }

    private void Write(ChangedLadder ladder)
    {
        console.WriteLine(
            new(ReportText.Clean(LadderSummary(ladder)), TextStyle.Bold),
            new(ladder.CoverageAfter is { } coverage ? $"  {OfCoverage(coverage)}" : "", TextStyle.Quiet)
        );
        foreach (var level in ladder.Levels)
        {
            if (level.Change.Before is null || level.Change.After is null)
                Line(
                    report.PlaceOf(level.Place),
                    $"{(level.Change.Before is null ? "new level" : "level removed")} '{level.Change.Id}'"
                );
            foreach (var fact in level.Change.Facts)
                Line(
                    report.PlaceOf(level.Place),
                    $"{level.Change.Id}, {fact.Name}: "
                        + Short([
                            new(WordChangeKind.Removed, fact.Before ?? "–"),
                            new(WordChangeKind.Added, fact.After ?? "–"),
                        ])
                );
        }

        foreach (var statement in ladder.Statements.OrderByDescending(s => s.Change.Kind))
        {
            var change = statement.Change;
            IReadOnlyList<WordChange> words =
                change is { Before: not null, After: not null } ? change.Words
                : change.After is { } after ? [new(WordChangeKind.Added, after)]
                : [new(WordChangeKind.Removed, change.Before ?? "")];
            Line(
                report.PlaceOf(statement.Place),
                change.Kind == ChangeKind.Major ? Warning("major") : change.Kind.ToString().ToLowerInvariant(),
                $", {ChangeLabels.Format(change).ToLowerInvariant()}, {NameOf(statement)}: "
                    + Short(words)
                    + (statement.Signs.Count > 0 ? $" [check: {string.Join(", ", statement.Signs)}]" : "")
            );
        }
    }

    private void Write(ChangedPage page)
    {
        Line(
            report.PathOf(page.Page.Path),
            $"{ChangeOf(page)}{(page.IsMoved ? $", was {report.PathOf(page.Before!.Path)}" : "")}"
                + (page.Keys.Count > 0 ? $"; front matter: {string.Join(", ", page.Keys)}" : "")
        );
        foreach (var section in SectionsOf(page))
        {
            Line(
                "  " + report.PathOf(page.Page.Path) + (section.Line is { } line ? $":{line}" : ""),
                $"“{NameOf(section)}” {ChangeOf(section)}"
            );
            if (section.Type == SectionChangeType.Changed)
                foreach (var text in section.Texts.Take(3))
                    console.WriteLine("    " + ReportText.Clean(Short(text.Words)));
        }
    }

    private void Line(string place, params ReadOnlySpan<StyledText> what)
    {
        var line = new List<StyledText> { new(ReportText.Clean(place), TextStyle.Bold), ": " };
        foreach (var part in what)
            line.Add(part with { Text = ReportText.Clean(part.Text) });
        console.WriteLine([.. line]);
    }

    private static StyledText Warning(string text) => new(text, TextStyle.Warning);

    private static string Short(IReadOnlyList<WordChange> changes)
    {
        var text = string.Concat(
            changes.Select(
                (c, i) =>
                    c.Kind switch
                    {
                        WordChangeKind.Removed => $"[-{c.Text.Trim()}-]{(c.Text.EndsWith(' ') ? " " : "")}",
                        WordChangeKind.Added => $"{{+{c.Text.Trim()}+}}{(c.Text.EndsWith(' ') ? " " : "")}",
                        _ => Ends(c.Text),
                    }
            )
        );
        return text.Length <= 2 * MaxTextLength ? text : text[..(2 * MaxTextLength)] + " …";
    }

    private static string Ends(string text) => text.Length <= 60 ? text : $"{text[..25]} … {text[^25..]}";
}
