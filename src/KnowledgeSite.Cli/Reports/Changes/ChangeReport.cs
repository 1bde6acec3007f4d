using KnowledgeSite.Changes;
using KnowledgeSite.Cli.History;
using KnowledgeSite.Files;
using KnowledgeSite.Ladders;
using KnowledgeSite.SiteModel;

namespace KnowledgeSite.Cli.Reports.Changes;

/// <summary>The changes since a commit, and the texts that all formats of the report share.</summary>
/// <param name="Input">The input folder as given on the command line.</param>
internal sealed record ChangeReport(GitBase Base, SiteDifference Change, string Input)
{
    public string PathOf(SourcePath path) => Report.PathOf(Input, path);

    public string PlaceOf(FileLine? place) =>
        place is null ? ""
        : place.Line is { } line ? $"{PathOf(place.Path)}:{line}"
        : PathOf(place.Path);

    /// <summary>A summary in one or two sentences.</summary>
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

    public static string Remedy(VanishedLevel level, Func<string, string> quote) =>
        $"If another level replaces it, write {quote($"was: {level.Level}")} beside the id of that level in "
        + $"{quote(LadderFile.FileName)}. If none does, add {quote(level.Level)} to {quote("retired:")} in "
        + $"{quote("published.yaml")}.";

    public static string ChangeOf(ChangedInputFile file) =>
        file switch
        {
            { Before: null } => "added",
            { After: null } => "removed",
            _ when file.Before != file.After => "moved",
            _ => "changed",
        };

    public static string LadderSummary(ChangedLadder ladder) =>
        ladder switch
        {
            { Before: null } => $"{ladder.Ladder.Title}: new ladder",
            { After: null } => $"{ladder.Ladder.Title}: ladder removed",
            _ => $"{ladder.Ladder.Title}: {ladder.Kind.ToString().ToLowerInvariant()}"
                + $" ({ChangeLabels.Format(ladder.Kind)})",
        };

    /// <summary>The reason for the classification of a ladder's change.</summary>
    /// <param name="plain">Escapes text that an author wrote.</param>
    public static string Reason(ChangedLadder ladder, Func<string, string> plain)
    {
        if (ladder.Declared is not { } declared || declared.Kind == ladder.Change.Kind)
            return Reason(ladder.Change.Kind);
        return "Its authors say so in "
            + $"{LadderVersions.FileName}{(declared.Because is { } because ? $": {plain(because)}" : "")}. Judging by "
            + $"its ids, it is {ladder.Change.Kind.ToString().ToLowerInvariant()}: {Reason(ladder.Change.Kind)}";
    }

    private static string Reason(ChangeKind kind) =>
        kind switch
        {
            ChangeKind.Major => "An existing level expects something that it did not expect before.",
            ChangeKind.Minor => "Something was added or removed, but no existing level expects more.",
            _ => "Only the wording of statements has changed.",
        };

    /// <param name="quote">Quotes text that the author has to type.</param>
    public static string Remedy(VanishedId id, Func<string, string> quote) =>
        id.Thing switch
        {
            VanishedIdKind.Cell or VanishedIdKind.Signal =>
                $"If it was renamed, write {quote($"was={id.Id}")} beside the new id. If it has no "
                    + $"successor, add it to {quote("retired:")} in {quote("published.yaml")}.",
            _ when id.Successor is { } successor => $"If {quote(successor)} replaces it, write "
                + $"{quote($"{{#{successor} was={id.Id}}}")} at the end of that heading, so that old links still work.",
            _ => $"If another heading replaces it, write {quote($"was={id.Id}")} in the braces of that "
                + "heading, so that old links still work.",
        };

    public string Remedy(VanishedAddress address, Func<string, string> quote)
    {
        var redirect = quote($"redirect_from: {address.Address}");
        return address switch
        {
            { WasRedirect: true, Successor: { } now } =>
                $"It redirected to {quote(PathOf(now.Path))}, where the redirect was removed. Add it again: "
                    + $"{redirect}.",
            { WasRedirect: true } =>
                $"It was a former URL of a page. Add a redirect to a page with the same content: {redirect}.",
            { Successor: { } now } => $"The page is now {quote(PathOf(now.Path))}. Add a redirect there: {redirect}.",
            { Page: not null } => $"Add a redirect to a page with the same content: {redirect}.",
            _ => $"It was generated from something that was removed. If a page replaces it, add a redirect "
                + $"there: {redirect}.",
        };
    }

    public static string Quoted(string text) => $"'{text}'";

    /// <summary>
    /// The changed sections of a page without the cells of a ladder, which are reported with the ladder.
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

    public static string ChangeOf(ChangedPage page) =>
        page switch
        {
            { Before: null } => "added",
            { After: null } => "removed",
            { IsMoved: true, IsTouched: true } => "moved and changed",
            { IsMoved: true } => "moved",
            _ => "changed",
        };

    public static string ChangeOf(ChangedSection section) =>
        section.Type switch
        {
            SectionChangeType.New => "new",
            SectionChangeType.Gone => "removed",
            SectionChangeType.Renamed => "renamed",
            _ => section.Links ? "links changed" : "changed",
        };

    public static string NameOf(ChangedSection section) =>
        section.Heading.Length == 0 ? "Introduction" : section.Heading;

    public static string OfCoverage(Coverage coverage) =>
        coverage.Answered == 0
            ? $"{coverage.Asking} of {coverage.All} cells"
            : (
                $"{coverage.Asking + coverage.Answered} of {coverage.All} cells, {coverage.Answered} of them "
                + "with the reason why nothing is expected"
            );

    public static string NameOf(ChangedStatement statement) => statement.Change.Id ?? statement.Change.Cell;
}
