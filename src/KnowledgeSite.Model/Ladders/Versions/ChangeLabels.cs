using KnowledgeSite.Strings;

namespace KnowledgeSite.Ladders;

/// <summary>Labels of the changes of a ladder, each of a few words.</summary>
public static class ChangeLabels
{
    /// <summary>The label of a statement's change in reports, which are in English.</summary>
    internal static string Format(StatementChange change) => Format(change, UiStrings.English);

    /// <summary>The label of a kind of change in reports.</summary>
    internal static string Format(ChangeKind kind) => Format(kind, UiStrings.English);

    /// <summary>The label of a statement's change in the UI.</summary>
    internal static string Format(StatementChange change, UiStrings text) =>
        change.Part switch
        {
            StatementPart.Sentence => FormatSentence(change.Type, text),
            StatementPart.Addition => FormatNote(text.Addition, change.Type, text),
            StatementPart.Example => FormatNote(text.Example, change.Type, text),
            StatementPart.AntiSignal => FormatNote(text.EasilyMistakenShort, change.Type, text),
            StatementPart.Ending when change.Type == StatementChangeType.Reworded => text.EndingReworded,
            _ => FormatSignal(change.Type, text),
        };

    /// <summary>The label of a kind of change in the UI.</summary>
    public static string Format(ChangeKind kind, UiStrings text) =>
        kind switch
        {
            ChangeKind.Major => text.ExpectsMore,
            ChangeKind.Minor => text.AddsOrClarifies,
            ChangeKind.Patch => text.Rewording,
            _ => text.NothingChanged,
        };

    private static string FormatSignal(StatementChangeType type, UiStrings text) =>
        type switch
        {
            StatementChangeType.New => text.New,
            StatementChangeType.Raised => text.Raised,
            StatementChangeType.Earlier => text.ExpectedEarlier,
            StatementChangeType.Wider => text.ExpectedOfMore,
            StatementChangeType.Later => text.ExpectedLater,
            StatementChangeType.Moved => text.MovedToDimension,
            StatementChangeType.Linked => text.RaisesOther,
            StatementChangeType.Ended => text.NoLongerExpected,
            StatementChangeType.Gone => text.Removed,
            StatementChangeType.Renamed => text.NewId,
            _ => text.Reworded,
        };

    private static string FormatSentence(StatementChangeType type, UiStrings text) =>
        type switch
        {
            StatementChangeType.New => text.NewCell,
            StatementChangeType.AsksNow => text.NowHasExpectations,
            StatementChangeType.AsksNoMore => text.NoLongerHasExpectations,
            StatementChangeType.OtherAnswer => text.DifferentReason,
            StatementChangeType.Gone => text.CellRemoved,
            StatementChangeType.Renamed => text.NewId,
            _ => text.SentenceReworded,
        };

    private static string FormatNote(string name, StatementChangeType type, UiStrings text) =>
        type switch
        {
            StatementChangeType.New => text.NoteAdded(name),
            StatementChangeType.Gone => text.NoteRemoved(name),
            _ => text.NoteReworded(name),
        };
}
