namespace KnowledgeSite.Ladders;

/// <summary>What became of one sentence of a ladder.</summary>
/// <param name="Level">The id of the level that it is expected from; where it is gone, from which it was.</param>
/// <param name="Id">Of a signal, or of the one that ends; null for the other parts of a cell.</param>
/// <param name="FormerId">What it was called before, where that is another id.</param>
/// <param name="Before">Null where it is new; of what is raised, the earlier signal.</param>
/// <param name="After">Null where it is gone.</param>
/// <param name="AskedOf">The levels that were there before and now ask for it for the first time, in the order of the
/// ladder.</param>
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
    /// <summary>Readers see no ids.</summary>
    public bool IsSeen => Turn != StatementChangeType.Renamed;

    /// <summary>Word by word, where there are two wordings.</summary>
    public IReadOnlyList<WordChange> Words => Before is null || After is null ? [] : WordChange.Between(Before, After);
}

/// <summary>What a cell is made of.</summary>
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

    /// <summary>A new signal takes an earlier one further.</summary>
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
