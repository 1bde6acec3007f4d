namespace KnowledgeSite.Ladders;

/// <summary>What readers are told became of a statement, in two or three words.</summary>
public static class ChangeLabels
{
    public static string Format(StatementChange change) =>
        change.Part switch
        {
            StatementPart.Sentence => OfSentence(change.Turn),
            StatementPart.Addition => OfNote("Addition", change.Turn),
            StatementPart.Example => OfNote("Example", change.Turn),
            StatementPart.AntiSignal => OfNote("Easily mistaken", change.Turn),
            _ => OfSignal(change.Turn),
        };

    public static string Format(ChangeKind kind) =>
        kind switch
        {
            ChangeKind.Major => "asks for more",
            ChangeKind.Minor => "adds or clarifies",
            ChangeKind.Patch => "other words",
            _ => "nothing changed",
        };

    private static string OfSignal(StatementChangeType turn) =>
        turn switch
        {
            StatementChangeType.New => "New",
            StatementChangeType.Raised => "Raised",
            StatementChangeType.Earlier => "Expected earlier",
            StatementChangeType.Wider => "Expected of more levels",
            StatementChangeType.Later => "Expected later",
            StatementChangeType.Moved => "Moved to another dimension",
            StatementChangeType.Linked => "Raises something else",
            StatementChangeType.Ended => "Ends here",
            StatementChangeType.Gone => "No longer asked",
            StatementChangeType.Renamed => "New id",
            _ => "Reworded",
        };

    private static string OfSentence(StatementChangeType turn) =>
        turn switch
        {
            StatementChangeType.New => "New cell",
            StatementChangeType.AsksNow => "Asks now",
            StatementChangeType.AsksNoMore => "Asks nothing now",
            StatementChangeType.OtherAnswer => "Another answer",
            StatementChangeType.Gone => "Cell gone",
            StatementChangeType.Renamed => "New id",
            _ => "Sentence reworded",
        };

    private static string OfNote(string name, StatementChangeType turn) =>
        turn switch
        {
            StatementChangeType.New => $"{name} added",
            StatementChangeType.Gone => $"{name} gone",
            _ => $"{name} reworded",
        };
}
