using KnowledgeSite.Changes;
using KnowledgeSite.Cli.History;
using KnowledgeSite.Files;
using KnowledgeSite.Ladders;
using KnowledgeSite.SiteModel;

namespace KnowledgeSite.Cli.Reports.Changes;

/// <summary>What there is to tell of a change, and the words that every form of the report shares.</summary>
/// <param name="Input">The input folder as it was written.</param>
internal sealed record ChangeReport(GitBase Base, SiteDifference Change, string Input)
{
    public string PathOf(SourcePath path) => Report.PathOf(Input, path);

    public string PlaceOf(FileLine? place) =>
        place is null ? ""
        : place.Line is { } line ? $"{PathOf(place.Path)}:{line}"
        : PathOf(place.Path);

    /// <summary>The whole of it in a sentence or two.</summary>
    public string Summary
    {
        get
        {
            if (Change.IsEmpty)
                return "Nothing that readers see has changed.";
            var pages = string.Join(
                ", ",
                new[]
                {
                    Count(Change.Pages.Count(p => p.Before is null), "page added", "pages added"),
                    Count(
                        Change.Pages.Count(p => p is { Before: not null, After: not null, IsTouched: true }),
                        "page changed",
                        "pages changed"
                    ),
                    Count(Change.Pages.Count(p => p.IsMoved), "moved", "moved"),
                    Count(Change.Pages.Count(p => p.After is null), "page removed", "pages removed"),
                }.OfType<string>()
            );
            var others = string.Join(
                ", ",
                new[]
                {
                    Count(Change.Settings.Count, "setting changed", "settings changed"),
                    Count(Change.Files.Count, "other file changed", "other files changed"),
                }.OfType<string>()
            );
            return string.Join(
                ' ',
                new[] { pages.Length == 0 ? "No page changed" : pages }
                    .Concat(Change.Ladders.Select(LadderSummary))
                    .Append(others)
                    .Where(s => s.Length > 0)
                    .Select(s => s + ".")
            );
        }
    }

    /// <summary>What somebody has to do something about.</summary>
    public bool HasProblems => Change.Ids.Count + Change.Addresses.Count + Change.Levels.Count > 0;

    public static string Remedy(VanishedLevel level, Func<string, string> quote) =>
        $"Where another level took its place, write {quote($"was: {level.Level}")} beside that one's id in "
        + $"{quote(LadderFile.FileName)}; where none did, add {quote(level.Level)} to {quote("retired:")} in "
        + $"{quote("published.yaml")}.";

    public static string TurnOf(ChangedInputFile file) =>
        file switch
        {
            { Before: null } => "added",
            { After: null } => "removed",
            _ when file.Before != file.After => "moved",
            _ => "changed",
        };

    public static string LadderSummary(LadderReport ladder) =>
        ladder switch
        {
            { Before: null } => $"{ladder.Ladder.Title}: a new ladder",
            { After: null } => $"{ladder.Ladder.Title}: the ladder is gone",
            _ => $"{ladder.Ladder.Title}: {ladder.Kind.ToString().ToLowerInvariant()}"
                + $" ({ChangeLabels.Format(ladder.Kind)})",
        };

    /// <summary>Why the ladder's change is what it is.</summary>
    /// <param name="plain">Makes text of an author's words.</param>
    public static string Reason(LadderReport ladder, Func<string, string> plain)
    {
        if (ladder.Said is not { } said || said.Kind == ladder.Change.Kind)
            return Reason(ladder.Change.Kind);
        return "Its authors say so in "
            + $"{LadderVersions.FileName}{(said.Because is { } because ? $": {plain(because)}" : "")}. By its ids "
            + $"it is {ladder.Change.Kind.ToString().ToLowerInvariant()}: {Reason(ladder.Change.Kind)}";
    }

    private static string Reason(ChangeKind kind) =>
        kind switch
        {
            ChangeKind.Major => "A level that was there before asks for something that it did not ask for.",
            ChangeKind.Minor => "More is said, or less is asked; no level that was there asks for more.",
            _ => "The same statements stand in the same places, in other words.",
        };

    /// <param name="quote">Sets what is to be written off from the words around it.</param>
    public static string Remedy(VanishedId id, Func<string, string> quote) =>
        id.Thing switch
        {
            VanishedIdKind.Cell or VanishedIdKind.Signal =>
                $"Where it was renamed, write {quote($"was={id.Id}")} beside the new id; where it has no "
                    + $"successor, add it to {quote("retired:")} in {quote("published.yaml")}.",
            _ when id.Successor is { } successor =>
                $"Where {quote(successor)} took its place, write {quote($"{{#{successor} was={id.Id}}}")} at "
                    + "the end of that heading, so that old links still lead there.",
            _ => $"Where something took its place, write {quote($"was={id.Id}")} in the braces of that "
                + "heading, so that old links still lead there.",
        };

    public string Remedy(VanishedAddress address, Func<string, string> quote)
    {
        var redirect = quote($"redirect_from: {address.Address}");
        return address switch
        {
            { WasRedirect: true, Successor: { } now } =>
                $"It led to {quote(PathOf(now.Path))} and was taken out there. Put it back: {redirect}.",
            { WasRedirect: true } =>
                $"It was the former address of a page. Let a page that answers the same have it: {redirect}.",
            { Successor: { } now } => $"The page is {quote(PathOf(now.Path))} now. Add there {redirect}.",
            { Page: not null } => $"Let the page that answers the same have it: {redirect}.",
            _ => $"It was made from what is gone. Where something took its place, add there {redirect}.",
        };
    }

    public static string Quoted(string text) => $"'{text}'";

    /// <summary>
    /// Of the page of a dimension those that are no cells: what changed in cells is said of the ladder.
    /// </summary>
    public static IReadOnlyList<ChangedSection> SectionsOf(ChangedPage page)
    {
        var cells = new[] { page.Before, page.After }
            .OfType<SitePage>()
            .SelectMany(p => p.Content.Cells)
            .Select(c => c.Id.Value)
            .ToHashSet(StringComparer.Ordinal);
        return cells.Count == 0 ? page.Sections : [.. page.Sections.Where(s => !cells.Contains(s.Id))];
    }

    public static string? Count(int count, string one, string many) =>
        count == 0 ? null : $"{count:N0} {(count == 1 ? one : many)}";

    public static string TurnOf(ChangedPage page) =>
        page switch
        {
            { Before: null } => "added",
            { After: null } => "removed",
            { IsMoved: true, IsTouched: true } => "moved and changed",
            { IsMoved: true } => "moved",
            _ => "changed",
        };

    public static string TurnOf(ChangedSection section) =>
        section.Turn switch
        {
            SectionChangeType.New => "new",
            SectionChangeType.Gone => "gone",
            SectionChangeType.Renamed => "under another heading",
            _ => section.Links ? "its links lead elsewhere" : "changed",
        };

    public static string NameOf(ChangedSection section) =>
        section.Heading.Length == 0 ? "The beginning" : section.Heading;

    public static string OfCoverage(Coverage coverage) =>
        coverage.Answered == 0
            ? $"{coverage.Asking} of {coverage.All} cells"
            : (
                $"{coverage.Asking + coverage.Answered} of {coverage.All} cells, {coverage.Answered} of them "
                + "with the reason why nothing is asked"
            );

    public static string NameOf(ChangedStatement statement) => statement.Change.Id ?? statement.Change.Cell;
}
