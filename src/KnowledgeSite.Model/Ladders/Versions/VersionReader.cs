using System.Text.Json;
using KnowledgeSite.Content;
using KnowledgeSite.Content.Yaml;
using KnowledgeSite.Diagnostics;
using KnowledgeSite.Files;

namespace KnowledgeSite.Ladders;

/// <summary>
/// Reads the versions of a ladder. An entry that cannot be used is reported and left out.
/// </summary>
internal sealed class VersionReader(
    Ladder ladder,
    IReadOnlyDictionary<SourcePath, SourceFile> sources,
    DiagnosticBag diagnostics
)
{
    public LadderVersions Read()
    {
        if (sources.GetValueOrDefault(LadderVersions.FileOf(ladder.Folder)) is not { Text: not null } file)
            return LadderVersions.None;
        var reader = new MapReader(
            file,
            YamlReader.Read(file, new(0, file.Text.Value.Length), diagnostics),
            VersionKeys.Form,
            diagnostics
        ).ReportUnknownKeys();
        var entries = reader
            .Read(VersionKeys.Versions)
            .Select(e => new Entry(
                e.Span,
                e.Read(VersionKeys.Version),
                e.Read(VersionKeys.Date),
                e.Read(VersionKeys.Note)?.Value,
                e.Read(VersionKeys.Kind),
                e.Read(VersionKeys.Because)?.Value
            ))
            .ToList();
        var next = reader.Read(VersionKeys.Next) is { } declared
            ? new Entry(
                declared.Span,
                null,
                null,
                null,
                declared.Read(VersionKeys.Kind),
                declared.Read(VersionKeys.Because)?.Value
            )
            : null;

        var versions = Usable(file, entries);
        ReportOrder(file, versions);
        ReportLoose(entries);
        var all = versions.Select((v, i) => Version(file, v, versions.ElementAtOrDefault(i + 1).Snapshot)).ToList();
        var since = all.Count == 0 ? null : LadderDifference.Between(all[0].Snapshot, ladder.Document);
        return new(all, since, next is null ? null : ReadKind(file, next, since));
    }

    private List<(Entry Entry, LadderDocument Snapshot)> Usable(SourceFile file, IReadOnlyList<Entry> entries)
    {
        var usable = new List<(Entry Entry, LadderDocument Snapshot)>();
        foreach (var entry in entries)
        {
            if (entry.Name is not { } name || !NewVersion.IsUsableName(name.Value))
                Report(
                    LadderRules.NoVersionName,
                    entry.Name?.Span ?? entry.Span,
                    "version: \"1.0\"",
                    "It becomes a file name, so use only letters, digits, '.', '_' and '-'."
                );
            else if (entry.Date is null)
                Report(
                    LadderRules.NoVersionName,
                    name.Span,
                    "date: 2026-11-20",
                    "It is the day on which the version was published."
                );
            else if (
                usable.Exists(u => string.Equals(u.Entry.Name!.Value, name.Value, StringComparison.OrdinalIgnoreCase))
            )
                Report(LadderRules.SameVersion, name.Span, name.Value);
            else if (Snapshot(file, name) is { } snapshot)
                usable.Add((entry, snapshot));
        }

        return usable;

        void Report(DiagnosticRule rule, SourceSpan span, params object?[] arguments) =>
            diagnostics.Add(Diagnostic.At(rule, file, span, arguments));
    }

    private LadderDocument? Snapshot(SourceFile file, Located<string> name)
    {
        var path = LadderVersions.SnapshotOf(ladder.Folder, name.Value);
        if (!sources.TryGetValue(path, out var source))
        {
            diagnostics.Add(Diagnostic.At(LadderRules.SnapshotMissing, file, name.Span, name.Value, path));
            return null;
        }

        try
        {
            var snapshot = LadderJson.ReadVersion(source.ReadBytes());
            if (snapshot.Id == ladder.Id)
                return snapshot;
            diagnostics.Add(
                Diagnostic.At(LadderRules.SnapshotDamaged, path, $"it belongs to the ladder '{snapshot.Id}'")
            );
        }
        catch (Exception e) when (e is JsonException or IOException or UnauthorizedAccessException)
        {
            var reason = char.ToLowerInvariant(e.Message[0]) + e.Message[1..].TrimEnd('.');
            diagnostics.Add(Diagnostic.At(LadderRules.SnapshotDamaged, path, reason));
        }

        return null;
    }

    private LadderVersion Version(
        SourceFile file,
        (Entry Entry, LadderDocument Snapshot) version,
        LadderDocument? before
    )
    {
        var change = before is null ? null : LadderDifference.Between(before, version.Snapshot);
        return new(
            Name: version.Entry.Name!.Value,
            Date: version.Entry.Date!.Value,
            Note: version.Entry.Note,
            Snapshot: version.Snapshot,
            Change: change,
            Declared: ReadKind(file, version.Entry, change),
            NameSpan: version.Entry.Name.Span
        );
    }

    private DeclaredKind? ReadKind(SourceFile file, Entry entry, LadderDifference? change)
    {
        if (entry.Kind is not { } kind)
            return null;
        var declared = new DeclaredKind(
            kind switch
            {
                VersionKind.Major => ChangeKind.Major,
                VersionKind.Minor => ChangeKind.Minor,
                _ => ChangeKind.Patch,
            },
            entry.Because
        );
        if (change is not null && declared.Kind < change.Kind && string.IsNullOrWhiteSpace(declared.Because))
            diagnostics.Add(
                Diagnostic.At(
                    LadderRules.KindTooLow,
                    file,
                    entry.Name?.Span ?? entry.Span,
                    change.Kind.ToString().ToLowerInvariant(),
                    DecisivePart(change),
                    declared.Kind.ToString().ToLowerInvariant()
                )
            );
        return declared;
    }

    /// <summary>The part of the change that determines its kind, for messages.</summary>
    private static string DecisivePart(LadderDifference change)
    {
        if (change.Statements.FirstOrDefault(s => s.Kind == change.Kind) is { } statement)
            return $"'{statement.Id ?? statement.Cell}': {ChangeLabels.Format(statement).ToLowerInvariant()}";
        return change.Levels.FirstOrDefault(l => l.Kind == change.Kind) is { } level
            ? $"the level '{level.Id}'"
            : "the ladder's own words";
    }

    private void ReportOrder(SourceFile file, List<(Entry Entry, LadderDocument Snapshot)> versions)
    {
        foreach (
            var (newer, older) in versions.Zip(versions.Skip(1)).Where(p => p.First.Entry.Date < p.Second.Entry.Date)
        )
            diagnostics.Add(
                Diagnostic.At(
                    LadderRules.VersionOrder,
                    file,
                    older.Entry.Name!.Span,
                    older.Entry.Name.Value,
                    newer.Entry.Name!.Value
                )
            );
    }

    private void ReportLoose(IReadOnlyList<Entry> entries)
    {
        var named = entries
            .Select(e => e.Name?.Value)
            .OfType<string>()
            .Select(n => LadderVersions.SnapshotOf(ladder.Folder, n))
            .ToHashSet();
        foreach (
            var loose in sources
                .Keys.Where(p =>
                    p.Folder == ladder.Folder.Append("versions") && p.Extension == ".json" && !named.Contains(p)
                )
                .Order()
        )
            diagnostics.Add(
                Diagnostic.At(
                    LadderRules.UnlistedSnapshot,
                    loose,
                    loose.NameWithoutExtension,
                    LadderVersions.FileOf(ladder.Folder)
                )
            );
    }

    private sealed record Entry(
        SourceSpan Span,
        Located<string>? Name,
        DateOnly? Date,
        string? Note,
        VersionKind? Kind,
        string? Because
    );
}

/// <summary>The kinds of change that <c>versions.yaml</c> may declare.</summary>
internal enum VersionKind
{
    Patch,
    Minor,
    Major,
}
