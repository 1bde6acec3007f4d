using KnowledgeSite.Content;
using KnowledgeSite.Files;
using KnowledgeSite.Ladders;
using KnowledgeSite.SiteModel;
using KnowledgeSite.Strings;

namespace KnowledgeSite.Rendering.Ladders;

/// <summary>Creates the page with the changes of each version of a ladder.</summary>
internal sealed class LadderHistoryPage(FrameFactory frames, LadderUrls places, CellViewFactory views)
{
    private const string Unpublished = "version:next";

    private readonly WordingFactory _wordings = new(places, places.Changes, views.Text);

    private Ladder Ladder => places.Ladder;

    private UiStrings Text => views.Text;

    public LadderHistoryView View()
    {
        var versions = Versions().ToList();
        var contents = versions.Select(v => new Heading(2, v.Id, v.Title)).ToList();
        return new(
            frames.ForGeneratedIn(
                Ladder.Folder,
                places.Changes,
                Text.WhatChangedOn(Ladder.Title),
                Text.WhatChangedAbout(LadderName.Format(Ladder.Title, Text)),
                contents
            ),
            new(Ladder.Title, places.Home),
            versions,
            [
                .. Ladder.Levels.Select(l => new LevelVersionsView(
                    views.Level(l),
                    [
                        .. versions.SelectMany(v =>
                            v.Levels.Where(c => c.Level.Id == l.Id).Select(c => (c.Id, v.Title, KindOf(c)))
                        ),
                    ],
                    [.. Ladder.Versions.All.Select(v => (v.Name, v.Date, places.ChangesSince(v, l)))]
                )),
            ]
        );
    }

    /// <summary>The last change of a level; null if the ladder has no versions.</summary>
    /// <param name="root">The relative path from the level's page to the site's root.</param>
    public static LevelChangedView? Create(LadderUrls places, Level level, string root, UiStrings text)
    {
        var versions = places.Ladder.Versions;
        if (versions.All.Count == 0)
            return null;
        var page = root + places.Changes.Href;
        if (versions.Since!.Affects(level.Id))
            return new(text.AfterVersion(versions.All[0].Name), $"{page}#{IdOf(Unpublished, level.Id)}");
        if (versions.All.FirstOrDefault(v => v.Change?.Affects(NameIn(v.Snapshot, level)) == true) is { } last)
            return new(
                text.VersionOfDate(last.Name, text.LongDate(last.Date)),
                $"{page}#{IdOf(IdOf(last), NameIn(last.Snapshot, level))}"
            );
        return new(text.UnchangedSinceVersion(versions.All[^1].Name, text.LongDate(versions.All[^1].Date)), page);
    }

    private static string IdOf(LadderVersion version) => $"version:{version.Name}";

    private static string IdOf(string version, string level) => $"{version}:{level}";

    private static ChangeKind KindOf(LevelChangeView change) =>
        change.Inherited.Count > 0 || change.Statements.Any(s => s.IsMore) || change.Facts.Any(f => f.IsMore)
            ? ChangeKind.Major
            : ChangeKind.Minor;

    /// <summary>The id of the level at that time.</summary>
    public static string NameIn(LadderDocument snapshot, Level level) =>
        snapshot.Levels.Any(l => l.Id == level.Id)
            ? level.Id
            : level.Was.Select(w => w.Value).FirstOrDefault(w => snapshot.Levels.Any(l => l.Id == w)) ?? level.Id;

    private IEnumerable<VersionView> Versions()
    {
        var versions = Ladder.Versions;
        if (versions.Since is { IsEmpty: false } since)
            yield return Version(
                Unpublished,
                Text.SinceVersion(versions.All[0].Name),
                null,
                Text.NotYetInVersion,
                versions.Next?.Kind ?? since.Kind,
                versions.Next?.Because,
                since
            );
        foreach (var version in versions.All)
            yield return Version(
                IdOf(version),
                Text.VersionTitle(version.Name),
                version.Date,
                version.Note,
                version.Kind,
                version.Declared?.Because,
                version.Change
            );
    }

    private VersionView Version(
        string id,
        string title,
        DateOnly? date,
        string? note,
        ChangeKind kind,
        string? because,
        LadderDifference? change
    ) =>
        new(
            Id: id,
            Title: title,
            Date: date,
            Note: note,
            Kind: kind,
            Because: because,
            IsFirst: change is null,
            Ladder: change is null ? [] : [.. DescribeLadder(change)],
            Levels: change is null ? [] : [.. Levels(id, change)]
        );

    private IEnumerable<string> DescribeLadder(LadderDifference change)
    {
        if (change.Before.Title != change.After.Title)
            yield return Text.LadderRenamed(change.Before.Title);
        foreach (var gone in change.Levels.Where(l => l.After is null))
            yield return Text.LevelRemoved(gone.Before!.Label);
        foreach (var dimension in change.Dimensions)
        {
            yield return dimension switch
            {
                { Before: null } => Text.DimensionNew(dimension.After!.Title),
                { After: null } => Text.DimensionRemoved(dimension.Before.Title),
                _ => Text.DimensionRenamed(dimension.After.Title, dimension.Before.Title),
            };
        }
    }

    private IEnumerable<LevelChangeView> Levels(string version, LadderDifference change)
    {
        var titles = WordingFactory.TitlesOfDimensions(change);
        var statements = change.Statements.Where(s => s.IsVisible).ToLookup(s => s.Level, StringComparer.Ordinal);
        var added = change
            .Statements.SelectMany(s => s.NewlyExpectedAt.Where(l => l != s.Level).Select(l => (Of: l, From: s.Level)))
            .ToLookup(a => a.Of, a => a.From, StringComparer.Ordinal);
        var names = change
            .After.Levels.DistinctBy(l => l.Id)
            .ToDictionary(l => l.Id, l => l.Title, StringComparer.Ordinal);
        foreach (var level in change.After.Levels)
        {
            var facts = change.Levels.FirstOrDefault(l => l.Id == level.Id);
            if (!change.Affects(level.Id))
                continue;
            yield return new(
                IdOf(version, level.Id),
                LevelOf(level),
                facts is { Before: null },
                [.. (facts?.Facts ?? []).Where(f => f.IsVisible).Select(_wordings.Fact)],
                [
                    .. statements[level.Id]
                        .Select(s => _wordings.Statement(s, titles.GetValueOrDefault(s.Dimension, s.Dimension)))
                        .OrderByDescending(s => s.IsMore),
                ],
                [
                    .. added[level.Id]
                        .Distinct(StringComparer.Ordinal)
                        .Select(from => (IdOf(version, from), names.GetValueOrDefault(from, from))),
                ]
            );
        }
    }

    /// <summary>The current level if it still exists, because its name links to that.</summary>
    private LevelView LevelOf(LevelData level) =>
        Ladder.Levels.FirstOrDefault(l => l.Id == level.Id || l.Was.Any(w => w.Value == level.Id)) is { } current
            ? views.Level(current)
            : new(
                Id: level.Id,
                Code: level.Code,
                Title: level.Title,
                Track: null,
                Address: places.Home,
                Reach: level.Reach,
                Horizon: level.Horizon,
                Direction: level.Direction
            );
}
