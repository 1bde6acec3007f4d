using KnowledgeSite.Files;
using KnowledgeSite.Ladders;
using KnowledgeSite.SiteModel;
using KnowledgeSite.Strings;

namespace KnowledgeSite.Rendering.Ladders;

/// <summary>Creates the old and the new wording of changes between versions.</summary>
/// <param name="at">The page that shows them.</param>
internal sealed class WordingFactory(LadderUrls places, SitePath at, UiStrings text)
{
    private readonly HashSet<string> _ids = places
        .Ladder.Cells.SelectMany(c => c.AllIds)
        .ToHashSet(StringComparer.Ordinal);

    /// <summary>The current titles of the dimensions by id; the last title of those that were removed.</summary>
    public static Dictionary<string, string> TitlesOfDimensions(LadderDifference change) =>
        change
            .Before.Dimensions.Concat(change.After.Dimensions)
            .GroupBy(d => d.Id)
            .ToDictionary(g => g.Key, g => g.Last().Title, StringComparer.Ordinal);

    public WordingView Fact(FactChange fact) =>
        new(
            What: text.Changed,
            Of: NameOf(fact.Name),
            StatementId: null,
            Href: null,
            Before: fact.Before is { } before ? [new(WordChangeKind.Kept, before)] : null,
            After: fact.After is { } after ? [new(WordChangeKind.Kept, after)] : null,
            IsMore: fact.Kind == ChangeKind.Major,
            IsDetail: false
        );

    private string NameOf(string fact) =>
        fact switch
        {
            "horizon" => text.PlanningHorizon,
            "direction" => text.GuidanceNeeded,
            "terminal" => text.TerminalLevel,
            "next" => text.NextLevels,
            "id" => text.Id,
            "reach" => text.Reach,
            "code" => text.Code,
            "title" => text.Title,
            "track" => text.Track,
            _ => char.ToUpperInvariant(fact[0]) + fact[1..],
        };

    public WordingView Statement(StatementChange change, string dimension)
    {
        var words = change.Words.SelectMany(Trimmed).ToList();
        var (before, after) =
            words.Count == 0
                ? (
                    change.Before is { } was ? [new WordChange(WordChangeKind.Kept, was)] : null,
                    change.After is { } newText ? [new WordChange(WordChangeKind.Kept, newText)] : null
                )
                : (
                    (IReadOnlyList<WordChange>?)[.. words.Where(w => w.Kind != WordChangeKind.Added)],
                    (IReadOnlyList<WordChange>?)[.. words.Where(w => w.Kind != WordChangeKind.Removed)]
                );
        return new(
            What: ChangeLabels.Format(change, text),
            Of: dimension,
            StatementId: change.Id ?? change.Cell,
            Href: Href(change),
            Before: before,
            After: after,
            IsMore: change.Kind == ChangeKind.Major,
            IsDetail: change.Kind == ChangeKind.Patch
                || change.Part is StatementPart.Addition or StatementPart.Example or StatementPart.AntiSignal
        );
    }

    /// <summary>Spaces around a change are not marked.</summary>
    private static IEnumerable<WordChange> Trimmed(WordChange change)
    {
        var trimmed = change.Text.Trim();
        if (change.Kind == WordChangeKind.Kept || trimmed.Length == change.Text.Length || trimmed.Length == 0)
            return [change];
        var start = change.Text.IndexOf(trimmed, StringComparison.Ordinal);
        return
        [
            new(WordChangeKind.Kept, change.Text[..start]),
            change with
            {
                Text = trimmed,
            },
            new(WordChangeKind.Kept, change.Text[(start + trimmed.Length)..]),
        ];
    }

    /// <summary>A link into the current matrix, where all ids that still exist have a target.</summary>
    private string? Href(StatementChange change) =>
        (change.Id ?? change.Cell) is var id && _ids.Contains(id)
            ? $"{FrameFactory.RootFrom(at)}{places.Matrix.Href}#{id}"
            : null;
}
