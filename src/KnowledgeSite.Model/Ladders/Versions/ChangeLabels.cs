namespace KnowledgeSite.Ladders;

/// <summary>Labels of the changes of a ladder, each of a few words.</summary>
public static class ChangeLabels
{
    /// <summary>The label of a statement's change in the UI.</summary>
    internal static string Format(StatementChange change) =>
        change.Part switch
        {
            StatementPart.Sentence => FormatSentence(change.Type),
            StatementPart.Addition => FormatNote("Addition", change.Type),
            StatementPart.Example => FormatNote("Example", change.Type),
            StatementPart.AntiSignal => FormatNote("Easily mistaken", change.Type),
            _ => FormatSignal(change.Type),
        };

    /// <summary>The label of a kind of change in the UI.</summary>
    public static string Format(ChangeKind kind) =>
        kind switch
        {
            ChangeKind.Major => "expects more",
            ChangeKind.Minor => "adds or clarifies",
            ChangeKind.Patch => "rewording",
            _ => "nothing changed",
        };

    private static string FormatSignal(StatementChangeType type) =>
        type switch
        {
            StatementChangeType.New => "New",
            StatementChangeType.Raised => "Raised",
            StatementChangeType.Earlier => "Expected earlier",
            StatementChangeType.Wider => "Expected of more levels",
            StatementChangeType.Later => "Expected later",
            StatementChangeType.Moved => "Moved to another dimension",
            StatementChangeType.Linked => "Raises a different expectation",
            StatementChangeType.Ended => "No longer expected",
            StatementChangeType.Gone => "Removed",
            StatementChangeType.Renamed => "New ID",
            _ => "Reworded",
        };

    private static string FormatSentence(StatementChangeType type) =>
        type switch
        {
            StatementChangeType.New => "New cell",
            StatementChangeType.AsksNow => "Now has expectations",
            StatementChangeType.AsksNoMore => "No longer has expectations",
            StatementChangeType.OtherAnswer => "Different reason",
            StatementChangeType.Gone => "Cell removed",
            StatementChangeType.Renamed => "New ID",
            _ => "Sentence reworded",
        };

    private static string FormatNote(string name, StatementChangeType type) =>
        type switch
        {
            StatementChangeType.New => $"{name} added",
            StatementChangeType.Gone => $"{name} removed",
            _ => $"{name} reworded",
        };
}
