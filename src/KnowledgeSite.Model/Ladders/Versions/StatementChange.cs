namespace KnowledgeSite.Ladders;

/// <summary>The change of one statement of a ladder.</summary>
/// <param name="Level">The id of the level from which it is expected, or was expected if it was removed.</param>
/// <param name="Id">The id of the signal, or of the signal that ends. Null for other parts of a cell.</param>
/// <param name="FormerId">The former id if it was renamed, or null.</param>
/// <param name="Before">The former text, or null if it is new. For a raised signal, the text of the earlier
/// signal.</param>
/// <param name="After">The current text, or null if it was removed.</param>
/// <param name="AskedOf">The existing levels at which it is newly expected, in the order of the ladder.</param>
public sealed record StatementChange(
    StatementPart Part,
    StatementChangeType Turn,
    ChangeKind Kind,
    string Dimension,
    string Level,
    string Cell,
    string? Id,
    string? FormerId,
    string? Before,
    string? After,
    IReadOnlyList<string> AskedOf
)
{
    /// <summary>False for changes of ids, which readers do not see.</summary>
    public bool IsSeen => Turn != StatementChangeType.Renamed;

    /// <summary>The differences word by word. Empty unless there are two texts.</summary>
    public IReadOnlyList<WordChange> Words => Before is null || After is null ? [] : WordChange.Between(Before, After);
}

/// <summary>The parts of a cell.</summary>
public enum StatementPart
{
    Sentence,

    /// <summary>The sentence that an overlay adds.</summary>
    Addition,
    Signal,
    Ending,
    Example,
    AntiSignal,
}

public enum StatementChangeType
{
    New,

    /// <summary>A new signal raises an earlier one.</summary>
    Raised,

    /// <summary>It stands at an earlier level now.</summary>
    Earlier,

    /// <summary>
    /// It stands where it stood, and more levels ask for it: it ends no longer, or a step leads there that did not.
    /// </summary>
    Wider,

    /// <summary>The cell said that nothing is asked for, and now it asks.</summary>
    AsksNow,

    /// <summary>It stands at a later level now.</summary>
    Later,

    /// <summary>It stands in another dimension, at the same level.</summary>
    Moved,

    /// <summary>It takes another signal further, or none any more.</summary>
    Linked,

    /// <summary>It is expected up to here only.</summary>
    Ended,

    /// <summary>The cell asked, and now it says that nothing is asked for.</summary>
    AsksNoMore,
    Gone,

    /// <summary>Why nothing is asked for is another answer than before.</summary>
    OtherAnswer,
    Reworded,

    /// <summary>Only its id is another one.</summary>
    Renamed,
}
