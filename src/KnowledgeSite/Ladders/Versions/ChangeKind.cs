namespace KnowledgeSite.Ladders;

/// <summary>
/// How much a change of a ladder weighs for those who are on it. It is worked out from ids and places alone; whether
/// other words mean more is for people to say. <c>docs/ladder-versions.md</c> has the rules as one table.
/// </summary>
public enum ChangeKind
{
    /// <summary>Nothing that readers see.</summary>
    None,

    /// <summary>The same is said in other words.</summary>
    Patch,

    /// <summary>More is said, or less is asked.</summary>
    Minor,

    /// <summary>A level that was there before asks for something that it did not ask for.</summary>
    Major,
}
