namespace KnowledgeSite.Ladders;

/// <summary>What readers are told became of a statement, in two or three words.</summary>
public static class TurnWords
{
    public static string Of(StatementChange change) =>
        change.Part switch
        {
            StatementPart.Sentence => OfSentence(change.Turn),
            StatementPart.Addition => OfNote("Addition", change.Turn),
            StatementPart.Example => OfNote("Example", change.Turn),
            StatementPart.AntiSignal => OfNote("Easily mistaken", change.Turn),
            _ => OfSignal(change.Turn),
        };

    public static string Of(ChangeKind kind) =>
        kind switch
        {
            ChangeKind.Major => "asks for more",
            ChangeKind.Minor => "adds or clarifies",
            ChangeKind.Patch => "other words",
            _ => "nothing changed",
        };

    private static string OfSignal(StatementTurn turn) =>
        turn switch
        {
            StatementTurn.New => "New",
            StatementTurn.Raised => "Raised",
            StatementTurn.Earlier => "Expected earlier",
            StatementTurn.Wider => "Expected of more levels",
            StatementTurn.Later => "Expected later",
            StatementTurn.Moved => "Moved to another dimension",
            StatementTurn.Linked => "Raises something else",
            StatementTurn.Ended => "Ends here",
            StatementTurn.Gone => "No longer asked",
            StatementTurn.Renamed => "New id",
            _ => "Reworded",
        };

    private static string OfSentence(StatementTurn turn) =>
        turn switch
        {
            StatementTurn.New => "New cell",
            StatementTurn.AsksNow => "Asks now",
            StatementTurn.AsksNoMore => "Asks nothing now",
            StatementTurn.OtherAnswer => "Another answer",
            StatementTurn.Gone => "Cell gone",
            StatementTurn.Renamed => "New id",
            _ => "Sentence reworded",
        };

    private static string OfNote(string name, StatementTurn turn) =>
        turn switch
        {
            StatementTurn.New => $"{name} added",
            StatementTurn.Gone => $"{name} gone",
            _ => $"{name} reworded",
        };
}
