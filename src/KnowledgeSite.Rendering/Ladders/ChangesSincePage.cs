using KnowledgeSite.Files;
using KnowledgeSite.Ladders;
using KnowledgeSite.SiteModel;

namespace KnowledgeSite.Rendering.Ladders;

/// <summary>
/// Creates the page with everything that has changed for a level since a version of its ladder: the sum of all later
/// versions and of changes that are not part of a version yet.
/// </summary>
/// <param name="change">The difference between that version and the present ladder.</param>
internal sealed class ChangesSincePage(
    FrameFactory frames,
    LadderUrls places,
    LadderVersion since,
    LadderDifference change,
    Level level
)
{
    private readonly Ladder _ladder = places.Ladder;

    public ChangesSinceView View(CellViewFactory views)
    {
        var text = views.Text;
        var at = places.ChangesSince(since, level);
        var wordings = new WordingFactory(places, at, text);
        var titles = WordingFactory.TitlesOfDimensions(change);
        var changes = Changes().ToLookup(c => c.Effect, c => c.Change);
        return new(
            Frame: frames.ForGeneratedIn(
                _ladder.Folder,
                at,
                text.ChangesSince(level.Title, since.Name),
                text.ChangesSinceAbout(level.Title, LadderName.Format(_ladder.Title, text), since.Name),
                null,
                new LinkView(text.WhatChanged, places.Changes)
            ) with
            {
                Sidebar = null,
            },
            Level: views.Level(level),
            Ladder: new(_ladder.Title, places.Home),
            Sheet: places.Sheet(level),
            Version: since.Name,
            Date: since.Date,
            Newest: _ladder.Versions.All[0].Name,
            IsNew: change.Levels.Any(l => l.Id == level.Id && l.Before is null),
            More: [.. Wordings(Effect.More)],
            Less: [.. Wordings(Effect.Less)],
            Details:
            [
                .. change
                    .Levels.Where(l => l.Id == level.Id)
                    .SelectMany(l => l.Facts)
                    .Where(f => f.IsVisible)
                    .Select(wordings.Fact),
                .. Wordings(Effect.Detail),
            ],
            Others:
            [
                .. _ladder
                    .Versions.All.Where(v => v.Name != since.Name)
                    .Select(v => new LinkView(
                        text.VersionOfDate(v.Name, text.LongDate(v.Date)),
                        places.ChangesSince(v, level)
                    )),
            ]
        );

        IEnumerable<WordingView> Wordings(Effect effect) =>
            changes[effect].Select(c => wordings.Statement(c, titles.GetValueOrDefault(c.Dimension, c.Dimension)));
    }

    /// <summary>
    /// The changes that concern the level. Signals of earlier levels count if the level expects them now or expected
    /// them then.
    /// </summary>
    private IEnumerable<(StatementChange Change, Effect Effect)> Changes()
    {
        var expectations = change.ExpectedAfter;
        var now = expectations.At(level.Id).ToHashSet(StringComparer.Ordinal);
        var implied = expectations.ImpliedAt(level.Id);
        var gone = new HashSet<string>(StringComparer.Ordinal);
        var then = change
            .ExpectedBefore.At(LadderHistoryPage.NameIn(since.Snapshot, level))
            .ToHashSet(StringComparer.Ordinal);
        foreach (var statement in change.Statements.Where(s => s.IsVisible))
        {
            var isSignal = statement.Part is StatementPart.Signal or StatementPart.Ending;
            var isNow = statement.Id is { } id && now.Contains(id);
            var wasThen = (statement.FormerId ?? statement.Id) is { } former && then.Contains(former);
            if (statement.NewlyExpectedAt.Contains(level.Id))
                yield return (statement, Effect.More);
            else if (isSignal && wasThen && !isNow && !implied.Contains(statement.Id!))
            {
                if (gone.Add(statement.Id!))
                    yield return (statement with { Type = StatementChangeType.Ended, After = null }, Effect.Less);
            }
            else if (isSignal ? isNow && statement.Part == StatementPart.Signal : statement.Level == level.Id)
                yield return (statement, Effect.Detail);
        }
    }

    private enum Effect
    {
        More,
        Less,

        /// <summary>Another wording, an example, or what is easily mistaken.</summary>
        Detail,
    }
}

/// <summary>Everything that has changed for a level since a version.</summary>
/// <param name="Sheet">The level's current one-page summary.</param>
/// <param name="Version">The version with which the present state is compared.</param>
/// <param name="Newest">The newest version.</param>
/// <param name="IsNew">True if that version did not have the level.</param>
/// <param name="More">What is expected now and was not expected then.</param>
/// <param name="Less">What was expected then and is not expected now.</param>
/// <param name="Details">Other changes: wording, examples, facts of the level.</param>
/// <param name="Others">The same page since each of the other versions.</param>
public sealed record ChangesSinceView(
    FrameView Frame,
    LevelView Level,
    LinkView Ladder,
    SitePath Sheet,
    string Version,
    DateOnly Date,
    string Newest,
    bool IsNew,
    IReadOnlyList<WordingView> More,
    IReadOnlyList<WordingView> Less,
    IReadOnlyList<WordingView> Details,
    IReadOnlyList<LinkView> Others
) : PageView(Frame);
